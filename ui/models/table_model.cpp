#include "ui/models/table_model.h"

#include <utility>

#include "ui/theme/shown.h"

namespace cupel::ui {

TableModel::TableModel(std::vector<Column> columns, QObject* parent)
    : QAbstractTableModel(parent)
    , m_columns(std::move(columns))
{
}

int TableModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_columns.size());
}

QVariant TableModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    QVariant value = cell(index.row(), index.column(), role);
    switch (role) {
    case Qt::AccessibleTextRole:
    case SortRole:
        return value.isValid() ? value : cell(index.row(), index.column(), Qt::DisplayRole);
    case Qt::ToolTipRole:
        return value.isValid() ? QVariant(toolTip(value.toString())) : value;
    case Qt::TextAlignmentRole: {
        const auto column = static_cast<std::size_t>(index.column());
        const Qt::Alignment alignment = m_columns[column].alignment | Qt::AlignVCenter;
        return QVariant::fromValue(static_cast<int>(alignment));
    }
    default:
        return value;
    }
}

QVariant TableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Vertical)
        return role == Qt::DisplayRole && section < rowCount() ? QVariant(section + 1) : QVariant();
    if (section < 0 || section >= columnCount())
        return {};
    const Column& column = m_columns[static_cast<std::size_t>(section)];
    if (role == Qt::DisplayRole || role == Qt::AccessibleTextRole)
        return column.name;
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(static_cast<int>(column.alignment | Qt::AlignVCenter));
    if (role == Qt::ToolTipRole && !column.help.isEmpty())
        return toolTip(column.help);
    return {};
}

} // namespace cupel::ui
