#include "ui/pages/block_table_model.h"

#include <utility>

#include "ui/models/mini_histogram_type.h"
#include "ui/pages/text_forms.h"

namespace cupel::ui {
namespace {

using reports::Cell;

bool isFigure(const Cell& cell)
{
    return std::holds_alternative<std::int64_t>(cell.content)
        || std::holds_alternative<double>(cell.content)
        || std::holds_alternative<Cell::Share>(cell.content)
        || std::holds_alternative<Cell::Undefined>(cell.content);
}

std::vector<TableModel::Column> columnsOf(const reports::Table& table)
{
    std::vector<TableModel::Column> columns;
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        bool areFigures = !table.rows.empty();
        bool isAnyDefined = false;
        for (const std::vector<Cell>& row : table.rows) {
            areFigures = areFigures && isFigure(row[i]);
            isAnyDefined = isAnyDefined || !std::holds_alternative<Cell::Undefined>(row[i].content);
        }
        const bool isRight = areFigures && isAnyDefined;
        columns.push_back(
            {shownShort(table.columns[i]), {}, isRight ? Qt::AlignRight : Qt::AlignLeft});
    }
    return columns;
}

} // namespace

BlockTableModel::BlockTableModel(reports::Table table, QObject* parent)
    : TableModel(columnsOf(table), parent)
    , m_table(std::move(table))
{
}

int BlockTableModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_table.rows.size());
}

QVariant BlockTableModel::cell(int row, int column, int role) const
{
    const Cell& cell
        = m_table.rows[static_cast<std::size_t>(row)][static_cast<std::size_t>(column)];
    switch (role) {
    case Qt::DisplayRole:
        return shownCell(cell);
    case TargetRole:
        return QString::fromStdString(cell.target);
    case HistogramRole:
        if (const auto* const histogram = std::get_if<reports::MiniHistogram>(&cell.content))
            return QVariant::fromValue(*histogram);
        return {};
    default:
        return {};
    }
}

} // namespace cupel::ui
