#include "core/audits/prediction_gaps.h"
#include "core/audits/wording.h"
#include "core/stats/intervals.h"

#include <algorithm>

namespace cupel::audits {

namespace {

using Cell = ResultTable::Cell;
using stats::ConfusionRate;

Cell cellOf(const base::Figure& figure)
{
    return figure.isDefined() ? Cell(figure.value()) : Cell();
}

/// The columns that name a group: "group", or the two that are crossed.
std::vector<std::string> nameColumns(const PredictionCounts& counts)
{
    return counts.columns.size() > 1 ? counts.columns : std::vector<std::string>{"group"};
}

std::vector<Cell> nameCells(const ConfusionGroup& group)
{
    std::vector<Cell> names;
    for (const std::string& part : group.parts)
        names.emplace_back(base::DataText::roleValue(part, group.all().rows));
    return names;
}

std::vector<Cell> missingName(const PredictionCounts& counts)
{
    std::vector<Cell> names{std::string("(missing)")};
    names.resize(counts.columns.size());
    return names;
}

/// The rates of one group, or of the rows without a group.
std::vector<Cell> confusionCells(
    const PredictionComparison& comparison, const ConfusionGroup& group)
{
    PredictionCounts one;
    one.columns = comparison.counts.columns;
    one.groups = {group};
    std::vector<Cell> cells{group.all().rows};
    for (const RowSum& sum : group.cells)
        cells.emplace_back(sum.rows);
    for (const ConfusionRate rate : stats::kConfusionRates)
        cells.push_back(cellOf(stats::baseRate(rateCounts(one, rate).groups.front().count)));
    return cells;
}

void appendCells(std::vector<Cell>& row, const std::vector<Cell>& more)
{
    row.insert(row.end(), more.begin(), more.end());
}

/// n, count, rate, low, high, difference, ratio.
std::vector<Cell> rateCells(const Comparison& comparison, const Group& group, bool hasGaps)
{
    const stats::GroupCount effective = group.effectiveCount();
    const auto interval
        = stats::wilson(effective.favourable, effective.n, comparison.facts.parameters.level);
    const Group reference = comparison.referenceGroup();
    std::vector<Cell> cells{
        group.rows, group.favourableRows, cellOf(stats::baseRate(group.count)), {}, {}, {}, {}};
    if (interval) {
        cells[3] = interval->low;
        cells[4] = interval->high;
    }
    if (hasGaps) {
        cells[5] = cellOf(stats::rateDifference(group.count, reference.count));
        cells[6] = cellOf(stats::rateRatio(group.count, reference.count));
    }
    if (comparison.counts.basis.weights)
        appendCells(cells, {group.count.n, group.count.favourable, group.effectiveRows()});
    return cells;
}

/// The id of a rate in words: "True positive rate".
std::string rateTitle(ConfusionRate rate)
{
    std::string title = rateId(rate);
    std::replace(title.begin(), title.end(), '-', ' ');
    title[0] = static_cast<char>(title[0] - 'a' + 'A');
    return title;
}

base::Sentence titleOf(const PredictionComparison& comparison, const std::string& what)
{
    base::Sentence title{what + " of ", comparison.prediction(), " for ", comparison.label(), " = ",
        comparison.positive(), " by "};
    append(title, columnWords(comparison.counts.columns));
    return title;
}

} // namespace

ResultTable confusionTable(const PredictionComparison& comparison)
{
    const PredictionCounts& counts = comparison.counts;
    ResultTable table;
    table.id = "confusion:" + joinedName(counts.columns);
    table.title = titleOf(comparison, "Hits and errors");
    table.columns = nameColumns(counts);
    for (const char* column :
        {"n", "true-positive", "false-positive", "false-negative", "true-negative"})
        table.columns.emplace_back(column);
    for (const ConfusionRate rate : stats::kConfusionRates)
        table.columns.emplace_back(rateId(rate));
    for (const ConfusionGroup& group : counts.groups) {
        std::vector<Cell> row = nameCells(group);
        appendCells(row, confusionCells(comparison, group));
        table.rows.push_back(std::move(row));
    }
    if (counts.missing.all().rows > 0) {
        std::vector<Cell> row = missingName(counts);
        appendCells(row, confusionCells(comparison, counts.missing));
        table.rows.push_back(std::move(row));
    }
    return table;
}

ResultTable rateTable(const PredictionComparison& comparison, ConfusionRate rate)
{
    const PredictionCounts& counts = comparison.counts;
    const Comparison compared = comparison.of(rate);
    ResultTable table;
    table.id = std::string(rateId(rate)) + ":" + joinedName(counts.columns);
    table.title = titleOf(comparison, rateTitle(rate));
    table.columns = nameColumns(counts);
    for (const char* column : {"n", "count", "rate", "low", "high", "difference", "ratio"})
        table.columns.emplace_back(column);
    if (counts.weighted) {
        for (const char* column : {"weight", "count-weight", "effective-n"})
            table.columns.emplace_back(column);
    }
    for (std::size_t i = 0; i < counts.groups.size(); ++i) {
        std::vector<Cell> row = nameCells(counts.groups[i]);
        appendCells(row, rateCells(compared, compared.counts.groups[i], true));
        table.rows.push_back(std::move(row));
    }
    if (counts.missing.all().rows > 0) {
        std::vector<Cell> row = missingName(counts);
        appendCells(row, rateCells(compared, compared.counts.missing, false));
        table.rows.push_back(std::move(row));
    }
    return table;
}

} // namespace cupel::audits
