#include "ui/charts/heat_map_model.h"

#include <algorithm>
#include <set>

#include "core/audits/wording.h"
#include "core/base/number.h"
#include "ui/theme/plural_forms.h"
#include "ui/theme/shown.h"

namespace cupel::ui {
namespace {

using audits::ResultTable;

std::optional<double> heatNumber(
    const ResultTable& table, const std::vector<ResultTable::Cell>& row, const char* name)
{
    const auto found = std::find(table.columns.begin(), table.columns.end(), name);
    const auto at = static_cast<std::size_t>(found - table.columns.begin());
    if (at >= row.size())
        return std::nullopt;
    if (const auto* whole = std::get_if<std::int64_t>(&row[at]))
        return static_cast<double>(*whole);
    if (const auto* number = std::get_if<double>(&row[at]))
        return *number;
    return std::nullopt;
}

const std::string* heatName(const std::vector<ResultTable::Cell>& row, std::size_t column)
{
    const auto* text = column < row.size() ? std::get_if<base::DataText>(&row[column]) : nullptr;
    return text ? &text->raw() : nullptr;
}

/// Values in a given order, then those that are not in it.
std::vector<std::string> orderedValues(
    std::set<std::string> values, const HeatMapModel::Order& order)
{
    std::vector<std::string> ordered;
    for (const std::string& value : order) {
        if (values.erase(value) > 0)
            ordered.push_back(value);
    }
    ordered.insert(ordered.end(), values.begin(), values.end());
    return ordered;
}

int placeOf(const std::vector<std::string>& values, const std::string& value)
{
    return static_cast<int>(std::find(values.begin(), values.end(), value) - values.begin());
}

} // namespace

HeatMapModel::HeatMapModel(QObject* parent)
    : QAbstractTableModel(parent)
{
}

void HeatMapModel::setTable(
    ResultTablePtr table, const Order& rows, const Order& columns, std::int64_t minimumRows)
{
    beginResetModel();
    m_table = std::move(table);
    m_minimumRows = minimumRows;
    m_cells.clear();
    m_outside.clear();
    place(rows, columns);
    double most = 0.0;
    for (const auto& [where, figures] : m_cells)
        most = std::max(most, figures.rate.value_or(0.0));
    m_scale = reports::shareAxis(most);
    endResetModel();
}

void HeatMapModel::place(const Order& rows, const Order& columns)
{
    std::set<std::string> first;
    std::set<std::string> second;
    for (const auto& row : m_table->rows) {
        if (heatName(row, 0) && heatName(row, 1)) {
            first.insert(*heatName(row, 0));
            second.insert(*heatName(row, 1));
        }
    }
    m_rows = orderedValues(std::move(first), rows);
    m_columns = orderedValues(std::move(second), columns);
    for (std::size_t i = 0; i < m_table->rows.size(); ++i) {
        const auto& row = m_table->rows[i];
        if (!heatName(row, 0) || !heatName(row, 1)) {
            m_outside.push_back(i);
            continue;
        }
        m_cells[{placeOf(m_rows, *heatName(row, 0)), placeOf(m_columns, *heatName(row, 1))}]
            = {i, static_cast<std::int64_t>(heatNumber(*m_table, row, "n").value_or(0.0)),
                heatNumber(*m_table, row, "rate"), heatNumber(*m_table, row, "low"),
                heatNumber(*m_table, row, "high")};
    }
}

QModelIndex HeatMapModel::indexOf(std::size_t tableRow) const
{
    for (const auto& [where, figures] : m_cells) {
        if (figures.tableRow == tableRow)
            return index(where.first, where.second);
    }
    return {};
}

QString HeatMapModel::firstColumn() const
{
    return m_table && !m_table->columns.empty() ? shown(m_table->columns[0]) : QString();
}

QString HeatMapModel::secondColumn() const
{
    return m_table && m_table->columns.size() > 1 ? shown(m_table->columns[1]) : QString();
}

QString HeatMapModel::lowestShade() const
{
    return shown(audits::percent(m_scale.low));
}

QString HeatMapModel::highestShade() const
{
    return shown(audits::percent(m_scale.high));
}

int HeatMapModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int HeatMapModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_columns.size());
}

const HeatMapModel::Figures* HeatMapModel::at(const QModelIndex& index) const
{
    const auto found = m_cells.find({index.row(), index.column()});
    return found == m_cells.end() ? nullptr : &found->second;
}

bool HeatMapModel::isSmall(const Figures& figures) const
{
    return figures.n < m_minimumRows;
}

QVariant HeatMapModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Figures* figures = at(index);
    switch (role) {
    case Qt::DisplayRole:
        return figures && figures->rate ? shown(audits::percent(*figures->rate))
                                        : QStringLiteral("–");
    case Qt::ToolTipRole:
        return toolTip(words(index));
    case Qt::AccessibleTextRole:
        return words(index);
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(static_cast<int>(Qt::AlignCenter));
    case RateRole:
        return figures && figures->rate ? QVariant(*figures->rate) : QVariant();
    case ShadeRole:
        return figures && figures->rate ? QVariant(m_scale.at(*figures->rate)) : QVariant();
    case CountRole:
        return figures ? tr("of %1").arg(shown(base::groupedDigits(figures->n))) : QString();
    case SmallRole:
        return figures && isSmall(*figures);
    case TableRowRole:
        return figures ? static_cast<int>(figures->tableRow) : -1;
    default:
        return {};
    }
}

QString HeatMapModel::words(const QModelIndex& index) const
{
    const QString subgroup = cellName(m_rows[static_cast<std::size_t>(index.row())])
        + QStringLiteral(" × ") + cellName(m_columns[static_cast<std::size_t>(index.column())]);
    const Figures* figures = at(index);
    if (!figures)
        return tr("%1: no rows").arg(subgroup);
    const QString rows = shown(audits::countOf(figures->n, "row", "rows"));
    if (!figures->rate)
        return tr("%1: undefined, of %2").arg(subgroup, rows);
    QString words = tr("%1: %2 of %3").arg(subgroup, shown(audits::percent(*figures->rate)), rows);
    if (figures->low && figures->high)
        words += tr(", interval %1 to %2")
                     .arg(shown(audits::percent(*figures->low)),
                         shown(audits::percent(*figures->high)));
    if (isSmall(*figures))
        words
            += tr(". Fewer than %1 row(s): too few to judge by.", nullptr, pluralOf(m_minimumRows))
                   .arg(shown(base::groupedDigits(m_minimumRows)));
    return words;
}

QVariant HeatMapModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    const std::vector<std::string>& values = orientation == Qt::Horizontal ? m_columns : m_rows;
    if (section < 0 || section >= static_cast<int>(values.size()))
        return {};
    const QString name = cellName(values[static_cast<std::size_t>(section)]);
    if (role == Qt::DisplayRole)
        return name;
    const QString whole = (orientation == Qt::Horizontal ? secondColumn() : firstColumn())
        + QStringLiteral(" = ") + name;
    if (role == Qt::AccessibleTextRole)
        return whole;
    return role == Qt::ToolTipRole ? QVariant(toolTip(whole)) : QVariant();
}

} // namespace cupel::ui
