#include "core/audits/split_drift.h"

#include "core/audits/wording.h"
#include "core/base/exact_sum.h"
#include "core/base/number.h"
#include "core/stats/changes.h"
#include "core/stats/divergences.h"
#include "core/stats/intervals.h"

#include <algorithm>

namespace cupel::audits {

namespace {

constexpr std::int64_t kMostNumbers = 20; ///< different numbers that are compared one by one
constexpr std::int64_t kMostValues = 1'000;

/// Edges at the quantiles of the profile, from the smallest to the largest number.
std::vector<double> quantileEdges(const table::NumberSummary& numbers)
{
    std::vector<double> edges{numbers.min};
    edges.insert(edges.end(), numbers.quantiles.begin(), numbers.quantiles.end());
    edges.push_back(numbers.max);
    edges.erase(std::unique(edges.begin(), edges.end()), edges.end());
    return edges;
}

/// Either the dim, or why there is none.
std::optional<counts::Dim> dimOf(const counts::ColumnDescription& column, std::string& reason)
{
    const std::int64_t distinct = column.profile.distinct.value;
    if (column.type == table::ColumnType::Date || column.type == table::ColumnType::DateTime) {
        reason = "dates, which a split by time changes by its nature";
        return std::nullopt;
    }
    if (table::isNumeric(column.type) && distinct > kMostNumbers && column.profile.numbers) {
        const std::vector<double> edges = quantileEdges(*column.profile.numbers);
        if (edges.size() >= 2)
            return counts::BinsDim{column.name, edges};
    }
    if (distinct > kMostValues) {
        reason = "more than " + base::groupedDigits(kMostValues) + " different values";
        return std::nullopt;
    }
    return counts::ValueDim{column.name};
}

bool isDescription(const Roles& roles, const std::string& column)
{
    return column != roles.split && column != roles.id && column != roles.weight;
}

} // namespace

DriftColumns driftColumns(const Facts& facts)
{
    DriftColumns columns;
    for (const counts::ColumnDescription& column : facts.description.columns) {
        if (!isDescription(facts.roles, column.name))
            continue;
        std::string reason;
        if (auto dim = dimOf(column, reason))
            columns.compared.push_back({column.name, std::move(*dim)});
        else
            columns.skipped.push_back({column.name, std::move(reason)});
    }
    return columns;
}

counts::CellsQuestion columnBySplit(const Facts& facts, const counts::Dim& dim)
{
    return weightedCells(facts, {counts::ValueDim{facts.roles.split}, dim});
}

double Distribution::Part::effectiveRows() const
{
    const base::Figure size = stats::kishSize(weight, squaredWeights);
    return size.isDefined() ? size.value() : 0.0;
}

Distribution distributionOf(const Facts& facts, const Splits& splits, const counts::Cells& cells)
{
    Distribution distribution;
    distribution.excluded = splits.excluded;
    if (!facts.roles.weight.empty()) {
        for (const auto& [reason, rows] : cells.excluded)
            distribution.excluded[reason] += rows;
    }
    for (const counts::Cells::Cell& cell : cells.cells)
        distribution.cells.push_back(cell.keys[1]);
    std::sort(distribution.cells.begin(), distribution.cells.end());
    distribution.cells.erase(std::unique(distribution.cells.begin(), distribution.cells.end()),
        distribution.cells.end());

    const std::size_t count = distribution.cells.size();
    std::map<std::string, std::size_t> partOf;
    for (const Split& split : splits.splits) {
        partOf[split.name] = distribution.parts.size();
        distribution.parts.push_back(
            {std::vector<double>(count, 0.0), std::vector<std::int64_t>(count, 0), 0, 0.0, 0.0});
    }
    std::vector<base::ExactSum> weights(distribution.parts.size());
    std::vector<base::ExactSum> squares(distribution.parts.size());
    for (const counts::Cells::Cell& cell : cells.cells) {
        const auto part = partOf.find(cell.keys[0].text);
        if (!cell.keys[0].isValue() || part == partOf.end())
            continue;
        Distribution::Part& to = distribution.parts[part->second];
        const auto place
            = std::lower_bound(distribution.cells.begin(), distribution.cells.end(), cell.keys[1]);
        const auto index = static_cast<std::size_t>(place - distribution.cells.begin());
        to.counts[index] += weightOf(cell);
        to.rowsOf[index] += cell.rows;
        to.rows += cell.rows;
        weights[part->second].add(weightOf(cell));
        squares[part->second].add(squaredWeightOf(cell));
    }
    for (std::size_t i = 0; i < distribution.parts.size(); ++i) {
        distribution.parts[i].weight = weights[i].value();
        distribution.parts[i].squaredWeights = squares[i].value();
    }
    return distribution;
}

std::vector<std::int64_t> minimumsOf(const Facts& facts, const Splits& splits,
    std::string_view rule, const findings::Subject& subject)
{
    std::vector<std::int64_t> minimums;
    for (const Split& split : splits.splits)
        minimums.push_back(minimumRows(facts, rule, with(subject, "split", split.text())));
    return minimums;
}

bool isSmall(const Distribution::Part& part, std::int64_t minimumRows)
{
    return part.effectiveRows() < static_cast<double>(minimumRows);
}

std::vector<Metric> driftMetrics(const Facts& facts, const Splits& splits,
    const std::string& column, const Distribution& distribution)
{
    std::vector<Metric> metrics;
    const Distribution::Part& reference = distribution.parts.front();
    for (std::size_t i = 1; i < distribution.parts.size(); ++i) {
        const Distribution::Part& part = distribution.parts[i];
        Basis basis{part.rows + reference.rows, distribution.excluded, std::nullopt};
        if (!facts.roles.weight.empty()) {
            basis.weights = weightsOf(
                part.weight + reference.weight, part.squaredWeights + reference.squaredWeights);
        }
        const findings::Subject subject{{"column", base::DataText::name(column)},
            {"split", splits.splits[i].text()}, {"reference", splits.splits.front().text()}};
        const auto add = [&](const char* variant, base::Figure value) {
            metrics.push_back(
                makeMetric("column-drift", variant, subject, std::move(value), basis));
        };
        add("js", stats::jensenShannon(part.counts, reference.counts));
        add("tvd", stats::totalVariation(part.counts, reference.counts));
        add("psi", stats::populationStability(part.counts, reference.counts));
    }
    return metrics;
}

void addChanges(const std::string& id, const findings::Subject& subject,
    const std::vector<base::Figure>& perSplit, const Basis& basis, AuditResult& result)
{
    result.metrics.push_back(makeMetric(id, "range", subject, stats::rangeOf(perSplit), basis));
    result.metrics.push_back(
        makeMetric(id, "last-minus-first", subject, stats::lastMinusFirst(perSplit), basis));
}

} // namespace cupel::audits
