#include "ui/charts/result_table_model.h"

#include <algorithm>
#include <utility>

#include "core/base/number.h"
#include "core/reports/column_titles.h"
#include "core/reports/text_forms.h"
#include "ui/theme/shown.h"

namespace cupel::ui {
namespace {

using audits::ResultTable;

bool isWordCell(const ResultTable::Cell& cell)
{
    return std::holds_alternative<base::DataText>(cell)
        || std::holds_alternative<std::string>(cell);
}

/// Columns whose cells are all numbers or undefined are set flush right.
std::vector<TableModel::Column> columnsOfTable(const ResultTable& table)
{
    std::vector<TableModel::Column> columns;
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        const bool hasWords = std::any_of(table.rows.begin(), table.rows.end(),
            [i](const auto& row) { return i < row.size() && isWordCell(row[i]); });
        const std::string& id = table.columns[i];
        const std::string title = reports::columnTitle(id);
        columns.push_back({shown(title), title == id ? QString() : shown(id),
            hasWords ? Qt::AlignLeft : Qt::AlignRight});
    }
    return columns;
}

struct CellDisplay {
    QString operator()(std::monostate) const { return QStringLiteral("–"); }
    QString operator()(std::int64_t whole) const { return shown(base::groupedDigits(whole)); }
    QString operator()(double number) const { return shown(reports::figureText(number)); }
    QString operator()(const base::DataText& text) const { return cellName(text.raw()); }
    QString operator()(const std::string& own) const { return shown(own); }
};

struct CellExact {
    QString operator()(std::monostate) const { return {}; }
    QString operator()(std::int64_t whole) const { return shown(base::formatInteger(whole)); }
    QString operator()(double number) const { return shown(base::formatNumber(number)); }
    QString operator()(const base::DataText& text) const { return shown(text); }
    QString operator()(const std::string& own) const { return shown(own); }
};

struct CellSort {
    QVariant operator()(std::monostate) const { return {}; }
    QVariant operator()(std::int64_t whole) const { return static_cast<qlonglong>(whole); }
    QVariant operator()(double number) const { return number; }
    QVariant operator()(const base::DataText& text) const { return shown(text); }
    QVariant operator()(const std::string& own) const { return shown(own); }
};

} // namespace

QString cellName(const std::string& text)
{
    const bool needsQuotes = text.empty() || text.front() == ' ' || text.back() == ' ';
    return needsQuotes ? QLatin1Char('"') + shown(text) + QLatin1Char('"') : shown(text);
}

ResultTableModel::ResultTableModel(ResultTablePtr table, QObject* parent)
    : TableModel(columnsOfTable(*table), parent)
    , m_table(std::move(table))
{
}

int ResultTableModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_table->rows.size());
}

QVariant ResultTableModel::cell(int row, int column, int role) const
{
    if (role == TableRowRole)
        return row;
    const auto& cells = m_table->rows[static_cast<std::size_t>(row)];
    const auto at = static_cast<std::size_t>(column);
    static const ResultTable::Cell none;
    const ResultTable::Cell& content = at < cells.size() ? cells[at] : none;
    switch (role) {
    case Qt::DisplayRole:
        return std::visit(CellDisplay(), content);
    case Qt::ToolTipRole:
        if (std::holds_alternative<std::monostate>(content))
            return tr("undefined");
        return std::visit(CellExact(), content);
    case Qt::AccessibleTextRole:
        if (std::holds_alternative<std::monostate>(content))
            return tr("undefined");
        return {};
    case ExactRole:
        return std::visit(CellExact(), content);
    case SortRole:
        return std::visit(CellSort(), content);
    default:
        return {};
    }
}

} // namespace cupel::ui
