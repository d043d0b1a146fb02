#include "core/audits/rate_gaps.h"
#include "core/audits/split_drift.h"
#include "core/audits/wording.h"

#include <algorithm>

namespace cupel::audits {

namespace {

using findings::Subject;

constexpr GapIds kIds{"statistical-parity-difference", "demographic-parity-difference",
    "disparate-impact-ratio", "demographic-parity-ratio"};

/// The cells of one split, or of all rows with one, by label and group.
counts::Cells cellsOf(const counts::Cells& cells, const std::string* split)
{
    counts::Cells some;
    for (const counts::Cells::Cell& cell : cells.cells) {
        if (!cell.keys[0].isValue() || (split && cell.keys[0].text != *split))
            continue;
        some.cells.push_back(cell);
        some.cells.back().keys.erase(some.cells.back().keys.begin());
        some.rows += cell.rows;
    }
    std::stable_sort(some.cells.begin(), some.cells.end(),
        [](const counts::Cells::Cell& a, const counts::Cells::Cell& b) { return a.keys < b.keys; });
    return some;
}

Metric inSplit(Metric metric, const Split& split)
{
    metric.subject.emplace_back("split", split.text());
    return metric;
}

} // namespace

counts::CellsQuestion gapsBySplit(const Facts& facts, const std::string& column)
{
    return weightedCells(facts,
        {counts::ValueDim{facts.roles.split}, counts::ValueDim{facts.roles.label->column},
            groupDim(groupRole(facts.roles, column))});
}

void addGroupGaps(const Facts& facts, const Splits& splits, const std::string& column,
    const counts::Cells& cells, AuditResult& result)
{
    using Cell = ResultTable::Cell;
    const LabelRole& label = *facts.roles.label;
    const std::string favourable = cellText(facts.description, label.column, *label.favourable);
    const GroupCounts all = countGroups(facts, {column}, favourable, cellsOf(cells, nullptr));
    const Reference reference = referenceOf(facts, all);
    const std::int64_t favourableRows = all.favourableRows();
    const base::DataText favourableText = favourableRows == 0
        ? base::DataText::name(favourable)
        : base::DataText::roleValue(favourable, favourableRows);
    const auto comparisonOf = [&](GroupCounts counts) {
        Reference here = reference;
        here.index.reset();
        for (std::size_t i = 0; i < counts.groups.size(); ++i) {
            if (counts.groups[i].name == reference.name)
                here.index = i;
        }
        return Comparison{facts, base::DataText::name(label.column), favourableText,
            std::move(counts), std::move(here)};
    };
    const Comparison overall = comparisonOf(all);
    const Subject about{
        {"label", overall.label}, {"favourable", favourableText}, {"column", overall.column()}};

    ResultTable table{"gaps-by-split:" + column,
        {"Rate of ", overall.label, " = ", favourableText, " by ", overall.column(), " and split"},
        {"split", "group", "n", "favourable", "rate", "low", "high", "difference"}, {}};
    std::vector<base::Figure> gaps;
    for (const Split& split : splits.splits) {
        const Comparison comparison
            = comparisonOf(countGroups(facts, {column}, favourable, cellsOf(cells, &split.name)));
        const RateGaps rates(comparison, kIds, about);
        for (const Group& group : comparison.counts.groups) {
            const Metric rate = rates.groupRate("base-rate", group);
            const base::Figure difference = rates.groupDifference(group).value;
            table.rows.push_back({split.text(), group.text(), group.rows, group.favourableRows,
                rate.value.isDefined() ? Cell(rate.value.value()) : Cell(),
                rate.interval ? Cell(rate.interval->low) : Cell(),
                rate.interval ? Cell(rate.interval->high) : Cell(),
                difference.isDefined() ? Cell(difference.value()) : Cell()});
            result.metrics.push_back(inSplit(rate, split));
        }
        Metric gap = rates.restDifference();
        gaps.push_back(gap.value);
        result.metrics.push_back(inSplit(std::move(gap), split));
        result.metrics.push_back(inSplit(rates.restRatio(), split));
        for (const Group& group : comparison.counts.groups) {
            if (group.name != reference.name)
                result.metrics.push_back(inSplit(rates.groupDifference(group), split));
        }
        result.metrics.push_back(inSplit(rates.spread(), split));
    }
    Subject subject = about;
    subject.emplace_back("reference", overall.referenceText());
    addChanges("statistical-parity-difference-change", subject, gaps, all.basis, result);
    result.charts.push_back(charts::rateChart(
        table.id, percent(facts.parameters.level), charts::ChartSpec::Order::OfTable));
    result.tables.push_back(std::move(table));
}

} // namespace cupel::audits
