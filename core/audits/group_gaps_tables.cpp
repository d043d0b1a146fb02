#include "core/audits/group_gaps.h"
#include "core/audits/wording.h"
#include "core/stats/intervals.h"

namespace cupel::audits {

namespace {

using Cell = ResultTable::Cell;

Cell cellOf(const base::Figure& figure)
{
    return figure.isDefined() ? Cell(figure.value()) : Cell();
}

/// n, favourable, rate, low, high.
std::vector<Cell> rateCells(const Comparison& comparison, const Group& group)
{
    std::vector<Cell> cells{
        group.rows, group.favourableRows, cellOf(stats::baseRate(group.count)), {}, {}};
    const stats::GroupCount effective = group.effectiveCount();
    const auto interval
        = stats::wilson(effective.favourable, effective.n, comparison.facts.parameters.level);
    if (interval) {
        cells[3] = interval->low;
        cells[4] = interval->high;
    }
    return cells;
}

/// difference, ratio, four-fifths-ratio, reaches-four-fifths.
std::vector<Cell> gapCells(const Comparison& comparison, const Group& group)
{
    const Group reference = comparison.referenceGroup();
    std::vector<Cell> cells{cellOf(stats::rateDifference(group.count, reference.count)),
        cellOf(stats::rateRatio(group.count, reference.count)), {}, {}};
    if (const auto highest = stats::highestRate(comparison.counts.counts())) {
        const stats::GroupCount best = comparison.counts.groups[*highest].count;
        cells[2] = cellOf(stats::rateRatio(group.count, best));
        const base::Figure reaches = stats::reachesFourFifths(group.count, best);
        if (reaches.isDefined())
            cells[3] = static_cast<std::int64_t>(reaches.value());
    }
    return cells;
}

void appendCells(std::vector<Cell>& row, std::vector<Cell> more)
{
    row.insert(row.end(), more.begin(), more.end());
}

void addRow(const Comparison& comparison, const Group& group, std::vector<Cell> names,
    std::vector<Cell> gaps, ResultTable& table)
{
    std::vector<Cell> row = std::move(names);
    appendCells(row, rateCells(comparison, group));
    appendCells(row, std::move(gaps));
    if (comparison.counts.basis.weights)
        appendCells(row, {group.count.n, group.count.favourable, group.effectiveRows()});
    table.rows.push_back(std::move(row));
}

} // namespace

ResultTable ratesTable(const Comparison& comparison)
{
    const std::vector<std::string>& columns = comparison.counts.columns;
    const bool crossed = columns.size() > 1;
    ResultTable table;
    table.id = (crossed ? "intersection-rates:" : "group-rates:") + comparison.counts.columnName();
    table.title = {"Rate of ", comparison.label, " = ", comparison.favourable, " by "};
    append(table.title, columnWords(columns));
    table.columns = crossed ? columns : std::vector<std::string>{"group"};
    for (const char* column : {"n", "favourable", "rate", "low", "high", "difference", "ratio",
             "four-fifths-ratio", "reaches-four-fifths"})
        table.columns.emplace_back(column);
    if (comparison.counts.basis.weights) {
        for (const char* column : {"weight", "favourable-weight", "effective-n"})
            table.columns.emplace_back(column);
    }
    for (const Group& group : comparison.counts.groups) {
        std::vector<Cell> names;
        for (const std::string& part : group.parts)
            names.emplace_back(base::DataText::roleValue(part, group.rows));
        addRow(comparison, group, std::move(names), gapCells(comparison, group), table);
    }
    if (comparison.counts.missing.rows > 0) {
        std::vector<Cell> names{std::string("(missing)")};
        names.resize(columns.size());
        addRow(
            comparison, comparison.counts.missing, std::move(names), std::vector<Cell>(4), table);
    }
    return table;
}

} // namespace cupel::audits
