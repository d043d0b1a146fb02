#include "core/audits/rate_gaps.h"

#include "core/stats/intervals.h"

namespace cupel::audits {

using findings::Subject;

std::optional<base::Interval> differenceInterval(const GroupPair& pair, double level)
{
    const stats::GroupCount a = pair.group.effectiveCount();
    const stats::GroupCount b = pair.other.effectiveCount();
    return stats::newcombe(a.favourable, a.n, b.favourable, b.n, level);
}

std::optional<base::Interval> ratioInterval(const GroupPair& pair, double level)
{
    const stats::GroupCount a = pair.group.effectiveCount();
    const stats::GroupCount b = pair.other.effectiveCount();
    return stats::katz(a.favourable, a.n, b.favourable, b.n, level);
}

Metric withRates(Metric metric, const GroupPair& pair)
{
    const base::Figure numerator = stats::baseRate(pair.group.count);
    const base::Figure denominator = stats::baseRate(pair.other.count);
    if (numerator.isDefined())
        metric.numerator = numerator.value();
    if (denominator.isDefined())
        metric.denominator = denominator.value();
    return metric;
}

RateGaps::RateGaps(const Comparison& comparison, const GapIds& ids, Subject about, std::string rows)
    : m_comparison(comparison)
    , m_ids(ids)
    , m_about(std::move(about))
    , m_rows(std::move(rows))
    , m_level(comparison.facts.parameters.level)
    , m_counts(comparison.counts.counts())
    , m_reference(comparison.referenceGroup())
    , m_rest(comparison.rest())
{
}

Subject RateGaps::subject(const std::vector<std::pair<std::string, base::DataText>>& more) const
{
    Subject all = m_about;
    all.insert(all.end(), more.begin(), more.end());
    return all;
}

Metric RateGaps::metric(const char* id, const char* variant, Subject subject,
    const base::Figure& value, const Basis& basis) const
{
    if (value.isDefined() || !value.reason().ends_with("rows"))
        return makeMetric(id, variant, std::move(subject), value, basis);
    const std::string before = value.reason().substr(0, value.reason().size() - 4);
    return makeMetric(
        id, variant, std::move(subject), base::Figure::undefined(before + m_rows), basis);
}

Metric RateGaps::withInterval(Metric rate, const Group& group) const
{
    rate.numerator = group.count.favourable;
    rate.denominator = group.count.n;
    const stats::GroupCount effective = group.effectiveCount();
    rate.interval = stats::wilson(effective.favourable, effective.n, m_level);
    return rate;
}

Metric RateGaps::groupRate(const char* id, const Group& group) const
{
    return withInterval(metric(id, "", subject({{"group", group.text()}}),
                            stats::baseRate(group.count), m_comparison.basisOf({group})),
        group);
}

Metric RateGaps::overallRate(const char* id) const
{
    const Group all = pooled(groups());
    return withInterval(
        metric(id, "overall", m_about, stats::baseRate(all.count), m_comparison.counts.basis), all);
}

Metric RateGaps::restDifference() const
{
    Metric difference = metric(m_ids.difference, "rest-minus-reference",
        subject({{"reference", m_comparison.referenceText()}}),
        stats::rateDifference(m_rest.count, m_reference.count), m_comparison.counts.basis);
    difference.interval = differenceInterval({m_rest, m_reference}, m_level);
    return difference;
}

Metric RateGaps::restRatio() const
{
    const GroupPair pair{m_rest, m_reference};
    Metric ratio = withRates(
        metric(m_ids.ratio, "rest-over-reference",
            subject({{"reference", m_comparison.referenceText()}}),
            stats::rateRatio(m_rest.count, m_reference.count), m_comparison.counts.basis),
        pair);
    ratio.interval = ratioInterval(pair, m_level);
    return ratio;
}

Metric RateGaps::groupDifference(const Group& group) const
{
    Metric difference = metric(m_ids.difference, "group-minus-reference",
        subject({{"group", group.text()}, {"reference", m_comparison.referenceText()}}),
        stats::rateDifference(group.count, m_reference.count),
        m_comparison.basisOf({group, m_reference}));
    difference.interval = differenceInterval({group, m_reference}, m_level);
    return difference;
}

Metric RateGaps::groupRatio(const Group& group) const
{
    const GroupPair pair{group, m_reference};
    Metric ratio = withRates(
        metric(m_ids.ratio, "group-over-reference",
            subject({{"group", group.text()}, {"reference", m_comparison.referenceText()}}),
            stats::rateRatio(group.count, m_reference.count),
            m_comparison.basisOf({group, m_reference})),
        pair);
    ratio.interval = ratioInterval(pair, m_level);
    return ratio;
}

Metric RateGaps::toleranceBand(const char* id, const Group& group) const
{
    return withRates(
        metric(id, "0.8-to-1.25",
            subject({{"group", group.text()}, {"reference", m_comparison.referenceText()}}),
            stats::withinToleranceBand(group.count, m_reference.count),
            m_comparison.basisOf({group, m_reference})),
        {group, m_reference});
}

Metric RateGaps::spread() const
{
    Metric difference = metric(m_ids.spread, "between-groups", m_about,
        stats::largestDifference(m_counts), m_comparison.counts.basis);
    if (const auto extremes = extremesOf(groups())) {
        difference.interval = differenceInterval(
            {groups()[extremes->highest], groups()[extremes->lowest]}, m_level);
    }
    return difference;
}

Metric RateGaps::spreadToOverall() const
{
    return metric(m_ids.spread, "to-overall", m_about, stats::largestDifferenceToOverall(m_counts),
        m_comparison.counts.basis);
}

Metric RateGaps::spreadRatio() const
{
    Metric ratio = metric(m_ids.spreadRatio, "between-groups", m_about,
        stats::smallestRatio(m_counts), m_comparison.counts.basis);
    if (const auto extremes = extremesOf(groups())) {
        const GroupPair pair{groups()[extremes->lowest], groups()[extremes->highest]};
        ratio = withRates(std::move(ratio), pair);
        ratio.interval = ratioInterval(pair, m_level);
    }
    return ratio;
}

Metric RateGaps::spreadRatioToOverall() const
{
    return metric(m_ids.spreadRatio, "to-overall", m_about, stats::smallestRatioToOverall(m_counts),
        m_comparison.counts.basis);
}

std::vector<Metric> RateGaps::ratiosToHighest(const char* id) const
{
    std::vector<Metric> all;
    const auto highest = stats::highestRate(m_counts);
    for (std::size_t i = 0; highest && i < groups().size(); ++i) {
        const GroupPair pair{groups()[i], groups()[*highest]};
        const bool isHighest = i == *highest;
        Metric ratio
            = withRates(metric(id, "against-highest", subject({{"group", pair.group.text()}}),
                            stats::rateRatio(pair.group.count, pair.other.count),
                            isHighest ? m_comparison.basisOf({pair.group})
                                      : m_comparison.basisOf({pair.group, pair.other})),
                pair);
        if (!isHighest)
            ratio.interval = ratioInterval(pair, m_level);
        all.push_back(std::move(ratio));
    }
    return all;
}

} // namespace cupel::audits
