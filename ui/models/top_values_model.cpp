#include "ui/models/top_values_model.h"

#include "core/base/number.h"
#include "core/reports/text_forms.h"
#include "ui/theme/shown.h"

namespace cupel::ui {
namespace {

std::vector<TableModel::Column> valueColumns()
{
    return {{TopValuesModel::tr("Value")},
        {TopValuesModel::tr("Rows"), TopValuesModel::tr("Rows that hold it"), Qt::AlignRight},
        {TopValuesModel::tr("Share"), TopValuesModel::tr("Of the cells that are not missing"),
            Qt::AlignRight}};
}

} // namespace

TopValuesModel::TopValuesModel(QObject* parent)
    : TableModel(valueColumns(), parent)
{
}

void TopValuesModel::setColumn(OpenDatasetPtr dataset, const counts::ColumnDescription* column)
{
    beginResetModel();
    m_dataset = std::move(dataset);
    m_column = m_dataset ? column : nullptr;
    endResetModel();
}

const table::ValueCount& TopValuesModel::valueCount(int row) const
{
    return m_column->profile.top[static_cast<std::size_t>(row)];
}

std::string TopValuesModel::value(int row) const
{
    const std::string& text = valueCount(row).value;
    if (!table::isNumeric(m_column->type))
        return text;
    const auto number = base::parseNumber(text);
    return number ? base::formatNumber(number->d) : text;
}

int TopValuesModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() || !m_column ? 0 : static_cast<int>(m_column->profile.top.size());
}

QVariant TopValuesModel::cell(int row, int column, int role) const
{
    const table::ValueCount& one = valueCount(row);
    const auto cells = static_cast<double>(m_column->profile.rows - m_column->profile.missing);
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
        if (column == Value)
            return shown(reports::shortened(one.value, 300));
        return column == Rows ? counted(one.count)
                              : percent(static_cast<double>(one.count) / cells);
    case SortRole:
        if (column != Value)
            return QVariant::fromValue(static_cast<qlonglong>(one.count));
        return {};
    default:
        return {};
    }
}

} // namespace cupel::ui
