#include "core/audits/split_drift.h"

#include "core/audits/wording.h"
#include "core/stats/divergences.h"

#include <cmath>

namespace cupel::audits {

namespace {

/// How far chance moves the Jensen-Shannon divergence of two samples of one distribution with k
/// cells: 8 n m / (n + m) times it is nearly chi-squared with k - 1 degrees of freedom.
double chanceOf(
    const Distribution& distribution, const Distribution::Part& a, const Distribution::Part& b)
{
    std::size_t cells = 0;
    for (std::size_t i = 0; i < distribution.cells.size(); ++i)
        cells += a.rowsOf[i] + b.rowsOf[i] > 0 ? 1U : 0U;
    const double freedom = cells > 0 ? static_cast<double>(cells - 1) : 0.0;
    return freedom / 8.0 * (1.0 / a.effectiveRows() + 1.0 / b.effectiveRows());
}

struct Shift {
    std::size_t split = 0;
    double divergence = 0.0;
    std::optional<std::int64_t> tooFew; ///< rows that a split does not reach: the shift is open
};

/// The largest shift above the limit and what chance explains; of large splits before small ones.
std::optional<Shift> largestShift(
    const Distribution& distribution, double limit, const std::vector<std::int64_t>& minimums)
{
    const Distribution::Part& reference = distribution.parts.front();
    std::optional<Shift> largest;
    for (std::size_t s = 1; s < distribution.parts.size(); ++s) {
        const Distribution::Part& part = distribution.parts[s];
        const base::Figure divergence = stats::jensenShannon(part.counts, reference.counts);
        if (!divergence.isDefined() || !(divergence.value() > limit))
            continue;
        std::optional<std::int64_t> tooFew;
        if (isSmall(part, minimums[s]))
            tooFew = minimums[s];
        else if (isSmall(reference, minimums.front()))
            tooFew = minimums.front();
        if (!tooFew && divergence.value() - 2.0 * chanceOf(distribution, part, reference) <= limit)
            continue;
        const bool isOpen = tooFew.has_value();
        const bool isBetter = !largest || (largest->tooFew && !isOpen)
            || (largest->tooFew.has_value() == isOpen && divergence.value() > largest->divergence);
        if (isBetter)
            largest = Shift{s, divergence.value(), tooFew};
    }
    return largest;
}

std::size_t mostShifted(const Distribution::Part& part, const Distribution::Part& reference)
{
    std::size_t most = 0;
    double largest = -1.0;
    for (std::size_t i = 0; i < part.counts.size(); ++i) {
        const double difference
            = std::fabs(part.counts[i] / part.weight - reference.counts[i] / reference.weight);
        if (difference > largest) {
            largest = difference;
            most = i;
        }
    }
    return most;
}

/// " = yes", " in [1, 2)", " is missing".
base::Sentence cellWords(
    const Facts& facts, const DriftColumn& column, const counts::CellKey& cell, std::int64_t rows)
{
    if (cell.kind == counts::CellKey::Kind::Missing)
        return {std::string(" is missing")};
    if (!cell.isValue())
        return {std::string(" is no number")};
    const base::DataText text = facts.roles.roleOf(column.name).empty()
        ? base::DataText::value(cell.text)
        : base::DataText::roleValue(cell.text, rows);
    const bool isBin = std::holds_alternative<counts::BinsDim>(column.dim);
    return sentence(isBin ? " in " : " = ", text);
}

} // namespace

std::optional<findings::Finding> columnShift(const Facts& facts, const Splits& splits,
    const DriftColumn& column, const Distribution& distribution)
{
    const base::DataText name = base::DataText::name(column.name);
    const findings::Subject subject{{"column", name}};
    const findings::Limit limit = limitOf(facts, "drift.column-shift", subject);
    const auto shift = largestShift(
        distribution, limit.value, minimumsOf(facts, splits, "drift.column-shift", subject));
    if (!shift)
        return std::nullopt;
    const Distribution::Part& part = distribution.parts[shift->split];
    const Distribution::Part& reference = distribution.parts.front();
    const std::size_t cell = mostShifted(part, reference);
    findings::Finding finding = makeFinding("drift.column-shift", subject);
    finding.limit = limit;
    finding.measure
        = findings::Measure{"Jensen-Shannon divergence", shift->divergence, std::nullopt};
    finding.message = sentence("The distribution of ", name, " in ");
    append(finding.message, named(splits.splits[shift->split].text()));
    finding.message.emplace_back(" differs from ");
    append(finding.message, named(splits.splits.front().text()));
    finding.message.emplace_back(" by a Jensen-Shannon divergence of "
        + shortNumber(shift->divergence) + limitWords(limit) + "; most: ");
    finding.message.emplace_back(name);
    append(finding.message,
        cellWords(
            facts, column, distribution.cells[cell], part.rowsOf[cell] + reference.rowsOf[cell]));
    finding.message.emplace_back(" in " + percent(part.counts[cell] / part.weight)
        + " of the rows, against " + percent(reference.counts[cell] / reference.weight) + ".");
    finding.remedy = sentence("Find out how rows came into the splits; if the difference is meant, "
                              "say so, and measure a model on rows like those it will meet.");
    if (shift->tooFew) {
        finding.kind = findings::Kind::Open;
        finding.level = findings::Level::None;
        finding.message.emplace_back(
            " Not enough evidence: a split has under " + std::to_string(*shift->tooFew) + " rows.");
    }
    if (part.rowsOf[cell] > 0) {
        const counts::Filter inSplit = narrowed(countedRows(facts),
            counts::ValueDim{facts.roles.split}, {splits.splits[shift->split].name});
        finding.evidence.push_back({counts::conjunction(inSplit,
                                        counts::Filter{{{column.dim, {distribution.cells[cell]}}}}),
            part.rowsOf[cell]});
    }
    return finding;
}

} // namespace cupel::audits
