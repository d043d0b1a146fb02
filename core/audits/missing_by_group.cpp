#include "core/audits/gap_findings.h"
#include "core/audits/group_gaps.h"
#include "core/audits/wording.h"
#include "core/stats/intervals.h"

namespace cupel::audits {

namespace {

using findings::Subject;

Basis basisOf(const GroupCounts& counts, const std::vector<Group>& groups)
{
    const Group together = pooled(groups);
    Basis basis = counts.basis;
    basis.n = together.rows;
    if (basis.weights)
        basis.weights = weightsOf(together.count.n, together.squaredWeights);
    return basis;
}

void setRates(Metric& metric, const Group& group, const Group& other)
{
    const base::Figure numerator = stats::baseRate(group.count);
    const base::Figure denominator = stats::baseRate(other.count);
    if (numerator.isDefined())
        metric.numerator = numerator.value();
    if (denominator.isDefined())
        metric.denominator = denominator.value();
}

} // namespace

std::vector<Metric> missingnessMetricsOf(
    const Facts& facts, const std::string& of, const GroupCounts& counts)
{
    const base::DataText column = base::DataText::name(counts.columnName());
    const base::DataText ofText = base::DataText::name(of);
    const Reference reference = referenceOf(facts, counts);
    std::vector<Metric> metrics;
    for (std::size_t i = 0; i < counts.groups.size(); ++i) {
        const Group& group = counts.groups[i];
        Metric share = makeMetric("missing-share", "",
            {{"column", column}, {"group", group.text()}, {"of", ofText}},
            stats::baseRate(group.count), basisOf(counts, {group}));
        share.numerator = group.count.favourable;
        share.denominator = group.count.n;
        const stats::GroupCount effective = group.effectiveCount();
        share.interval = stats::wilson(effective.favourable, effective.n, facts.parameters.level);
        metrics.push_back(std::move(share));
        if (!reference.index || *reference.index == i)
            continue;
        const Group& other = counts.groups[*reference.index];
        const Subject subject{{"column", column}, {"group", group.text()},
            {"reference", other.text()}, {"of", ofText}};
        const Basis basis = basisOf(counts, {group, other});
        metrics.push_back(makeMetric("missing-share-difference", "group-minus-reference", subject,
            stats::rateDifference(group.count, other.count), basis));
        Metric ratio = makeMetric("missing-share-ratio", "group-over-reference", subject,
            stats::rateRatio(group.count, other.count), basis);
        setRates(ratio, group, other);
        metrics.push_back(std::move(ratio));
    }
    const Subject subject{{"column", column}, {"of", ofText}};
    metrics.push_back(makeMetric("missing-share-difference", "between-groups", subject,
        stats::largestDifference(counts.counts()), counts.basis));
    Metric ratio = makeMetric("missing-share-ratio", "between-groups", subject,
        stats::smallestRatio(counts.counts()), counts.basis);
    if (const auto extremes = extremesOf(counts.groups))
        setRates(ratio, counts.groups[extremes->lowest], counts.groups[extremes->highest]);
    metrics.push_back(std::move(ratio));
    return metrics;
}

std::optional<findings::Finding> missingnessFinding(
    const Facts& facts, const std::string& of, const GroupCounts& counts)
{
    const std::string& column = counts.columns.front();
    GapRule rule;
    rule.rule = "fairness.missingness-gap";
    rule.measure = "missing-share-difference";
    rule.clear = findings::Level::Warning;
    rule.unclear = findings::Level::Note;
    rule.what = sentence("The share of missing cells of ", base::DataText::name(of));
    rule.column = {base::DataText::name(column)};
    rule.remedy = "Find out why the cells are missing and record it; do not fill them in without "
                  "looking at each group.";
    auto judged = judgeDifference(facts, rule,
        {{"column", base::DataText::name(column)}, {"of", base::DataText::name(of)}},
        counts.groups);
    if (!judged)
        return std::nullopt;
    const Group& highest = judged->highest;
    const counts::Filter group = narrowed(
        countedRows(facts), groupDim(groupRole(facts.roles, column)), {highest.parts.front()});
    judged->finding.evidence.push_back(
        {narrowed(group, counts::MissingDim{of}, {"missing"}), highest.favourableRows});
    return std::move(judged->finding);
}

} // namespace cupel::audits
