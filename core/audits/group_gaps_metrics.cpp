#include "core/audits/group_gaps.h"

#include "core/stats/divergences.h"
#include "core/stats/intervals.h"

#include <algorithm>
#include <set>

namespace cupel::audits {

namespace {

using findings::Subject;

struct Pair {
    const Group& group;
    const Group& other;
};

std::optional<base::Interval> differenceInterval(const Pair& pair, double level)
{
    const stats::GroupCount a = pair.group.effectiveCount();
    const stats::GroupCount b = pair.other.effectiveCount();
    return stats::newcombe(a.favourable, a.n, b.favourable, b.n, level);
}

std::optional<base::Interval> ratioInterval(const Pair& pair, double level)
{
    const stats::GroupCount a = pair.group.effectiveCount();
    const stats::GroupCount b = pair.other.effectiveCount();
    return stats::katz(a.favourable, a.n, b.favourable, b.n, level);
}

Metric withRates(Metric metric, const Pair& pair)
{
    const base::Figure numerator = stats::baseRate(pair.group.count);
    const base::Figure denominator = stats::baseRate(pair.other.count);
    if (numerator.isDefined())
        metric.numerator = numerator.value();
    if (denominator.isDefined())
        metric.denominator = denominator.value();
    return metric;
}

/// Makes the metrics of one comparison.
class Maker {
public:
    explicit Maker(const Comparison& comparison)
        : m_comparison(comparison)
        , m_level(comparison.facts.parameters.level)
        , m_counts(comparison.counts.counts())
        , m_all(pooled(comparison.counts.groups))
        , m_reference(comparison.referenceGroup())
        , m_rest(comparison.rest())
    {
    }

    std::vector<Metric> all()
    {
        for (const Group& group : groups())
            addRates(group);
        addAgainstRest();
        for (const Group& group : groups())
            addAgainstReference(group);
        addBetweenGroups();
        addFourFifths();
        addDivergences();
        addDifferentialFairness();
        if (m_comparison.counts.columns.size() > 1)
            addSubgroups();
        return std::move(m_metrics);
    }

private:
    const std::vector<Group>& groups() const { return m_comparison.counts.groups; }

    Subject rateSubject(std::vector<std::pair<std::string, base::DataText>> more) const
    {
        Subject subject{{"label", m_comparison.label}, {"favourable", m_comparison.favourable},
            {"column", m_comparison.column()}};
        subject.insert(subject.end(), more.begin(), more.end());
        return subject;
    }

    Metric& add(const char* id, const char* variant, Subject subject, base::Figure value,
        const Basis& basis)
    {
        m_metrics.push_back(makeMetric(id, variant, std::move(subject), std::move(value), basis));
        return m_metrics.back();
    }

    void addRates(const Group& group)
    {
        const Basis& all = m_comparison.counts.basis;
        const Subject subject{{"column", m_comparison.column()}, {"group", group.text()}};
        add("group-count", "", subject, static_cast<double>(group.rows), all);
        Metric& share = add("group-share", "", subject,
            stats::baseRate({m_all.count.n, group.count.n, m_all.rows}), all);
        share.numerator = group.count.n;
        share.denominator = m_all.count.n;
        Metric& rate = add("base-rate", "", rateSubject({{"group", group.text()}}),
            stats::baseRate(group.count), m_comparison.basisOf({group}));
        rate.numerator = group.count.favourable;
        rate.denominator = group.count.n;
        const stats::GroupCount effective = group.effectiveCount();
        rate.interval = stats::wilson(effective.favourable, effective.n, m_level);
    }

    void addAgainstRest()
    {
        const Basis& all = m_comparison.counts.basis;
        const Subject subject = rateSubject({{"reference", m_comparison.referenceText()}});
        const Pair pair{m_rest, m_reference};
        add("statistical-parity-difference", "rest-minus-reference", subject,
            stats::rateDifference(m_rest.count, m_reference.count), all)
            .interval
            = differenceInterval(pair, m_level);
        Metric ratio
            = withRates(makeMetric("disparate-impact-ratio", "rest-over-reference", subject,
                            stats::rateRatio(m_rest.count, m_reference.count), all),
                pair);
        ratio.interval = ratioInterval(pair, m_level);
        m_metrics.push_back(std::move(ratio));
        Metric& sizes = add("facet-imbalance", "",
            {{"column", m_comparison.column()}, {"reference", m_comparison.referenceText()}},
            stats::facetImbalance(m_reference.count, m_rest.count), all);
        sizes.numerator = m_reference.count.n - m_rest.count.n;
        sizes.denominator = m_all.count.n;
    }

    void addAgainstReference(const Group& group)
    {
        if (group.name == m_comparison.reference.name)
            return;
        const Basis basis = m_comparison.basisOf({group, m_reference});
        const Subject subject
            = rateSubject({{"group", group.text()}, {"reference", m_comparison.referenceText()}});
        const Pair pair{group, m_reference};
        add("statistical-parity-difference", "group-minus-reference", subject,
            stats::rateDifference(group.count, m_reference.count), basis)
            .interval
            = differenceInterval(pair, m_level);
        Metric ratio
            = withRates(makeMetric("disparate-impact-ratio", "group-over-reference", subject,
                            stats::rateRatio(group.count, m_reference.count), basis),
                pair);
        ratio.interval = ratioInterval(pair, m_level);
        m_metrics.push_back(std::move(ratio));
        m_metrics.push_back(
            withRates(makeMetric("tolerance-band", "0.8-to-1.25", subject,
                          stats::withinToleranceBand(group.count, m_reference.count), basis),
                pair));
    }

    void addBetweenGroups()
    {
        const Basis& all = m_comparison.counts.basis;
        const Subject subject = rateSubject({});
        Metric difference = makeMetric("demographic-parity-difference", "between-groups", subject,
            stats::largestDifference(m_counts), all);
        Metric ratio = makeMetric("demographic-parity-ratio", "between-groups", subject,
            stats::smallestRatio(m_counts), all);
        if (const auto extremes = extremesOf(groups())) {
            const Group& lowest = groups()[extremes->lowest];
            const Group& highest = groups()[extremes->highest];
            difference.interval = differenceInterval({highest, lowest}, m_level);
            ratio = withRates(std::move(ratio), {lowest, highest});
            ratio.interval = ratioInterval({lowest, highest}, m_level);
        }
        m_metrics.push_back(std::move(difference));
        add("demographic-parity-difference", "to-overall", subject,
            stats::largestDifferenceToOverall(m_counts), all);
        m_metrics.push_back(std::move(ratio));
        add("demographic-parity-ratio", "to-overall", subject,
            stats::smallestRatioToOverall(m_counts), all);
    }

    void addFourFifths()
    {
        const auto highest = stats::highestRate(m_counts);
        for (std::size_t i = 0; highest && i < groups().size(); ++i) {
            const Pair pair{groups()[i], groups()[*highest]};
            const bool isHighest = i == *highest;
            Metric metric
                = withRates(makeMetric("four-fifths-ratio", "against-highest",
                                rateSubject({{"group", pair.group.text()}}),
                                stats::rateRatio(pair.group.count, pair.other.count),
                                isHighest ? m_comparison.basisOf({pair.group})
                                          : m_comparison.basisOf({pair.group, pair.other})),
                    pair);
            if (!isHighest)
                metric.interval = ratioInterval(pair, m_level);
            m_metrics.push_back(std::move(metric));
        }
    }

    void addDivergences()
    {
        const auto favourableAndRest = [](const Group& group) {
            return std::vector<double>{
                group.count.favourable, group.count.n - group.count.favourable};
        };
        addDivergences(favourableAndRest(m_reference), favourableAndRest(m_rest), "");
        if (m_comparison.counts.labels.size() <= 2)
            return;
        std::vector<double> p(m_comparison.counts.labels.size(), 0.0);
        std::vector<double> q = p;
        for (std::size_t i = 0; i < groups().size(); ++i) {
            std::vector<double>& side = m_comparison.reference.index == i ? p : q;
            for (std::size_t k = 0; k < side.size(); ++k)
                side[k] += groups()[i].byLabel[k];
        }
        addDivergences(p, q, "-all-values");
    }

    void addDivergences(
        const std::vector<double>& p, const std::vector<double>& q, const std::string& ending)
    {
        const Subject subject{{"label", m_comparison.label}, {"column", m_comparison.column()},
            {"reference", m_comparison.referenceText()}};
        const auto addOne = [&](const char* variant, base::Figure value) {
            m_metrics.push_back(makeMetric("label-divergence", variant + ending, subject,
                std::move(value), m_comparison.counts.basis));
        };
        addOne("tvd", stats::totalVariation(p, q));
        addOne("kl", stats::kullbackLeibler(p, q));
        addOne("js", stats::jensenShannon(p, q));
        addOne("l2", stats::euclideanDistance(p, q));
        addOne("ks", stats::largestShareDifference(p, q));
    }

    void addDifferentialFairness()
    {
        const Basis& all = m_comparison.counts.basis;
        const auto weights = all.weights ? stats::RowWeights::Given : stats::RowWeights::None;
        add("differential-fairness", "smoothed", rateSubject({}),
            stats::differentialFairness(m_counts, stats::Estimate::Smoothed, weights), all);
        add("differential-fairness", "unsmoothed", rateSubject({}),
            stats::differentialFairness(m_counts, stats::Estimate::Unsmoothed, weights), all);
    }

    void addSubgroups()
    {
        const Basis& all = m_comparison.counts.basis;
        const std::pair<std::string, base::DataText> columns{"columns", m_comparison.column()};
        double possible = 1.0;
        for (std::size_t part = 0; part < m_comparison.counts.columns.size(); ++part) {
            std::set<std::string> values;
            for (const Group& group : groups())
                values.insert(group.parts[part]);
            possible *= static_cast<double>(values.size());
        }
        add("subgroup-cells", "present", {columns}, static_cast<double>(groups().size()), all);
        add("subgroup-cells", "possible", {columns}, possible, all);

        base::Figure largest = base::Figure::undefined("no subgroup has rows");
        for (const stats::GroupCount& count : m_counts) {
            const base::Figure gap = stats::sizeWeightedGap(count, m_all.count);
            if (gap.isDefined() && (!largest.isDefined() || gap.value() > largest.value()))
                largest = gap;
        }
        add("subgroup-gap", "size-weighted",
            {{"label", m_comparison.label}, {"favourable", m_comparison.favourable}, columns},
            largest, all);
    }

    const Comparison& m_comparison;
    double m_level;
    std::vector<stats::GroupCount> m_counts;
    Group m_all;
    Group m_reference;
    Group m_rest;
    std::vector<Metric> m_metrics;
};

} // namespace

std::vector<Metric> comparisonMetrics(const Comparison& comparison)
{
    return Maker(comparison).all();
}

std::vector<Metric> overallRates(const std::vector<Comparison>& comparisons)
{
    std::vector<Metric> metrics;
    bool allTheSame = true;
    for (const Comparison& comparison : comparisons) {
        const Group all = pooled(comparison.counts.groups);
        Metric metric = makeMetric("base-rate", "overall",
            {{"label", comparison.label}, {"favourable", comparison.favourable},
                {"column", comparison.column()}},
            stats::baseRate(all.count), comparison.counts.basis);
        metric.numerator = all.count.favourable;
        metric.denominator = all.count.n;
        const stats::GroupCount effective = all.effectiveCount();
        metric.interval
            = stats::wilson(effective.favourable, effective.n, comparison.facts.parameters.level);
        allTheSame = allTheSame
            && (metrics.empty()
                || (metrics.front().n == metric.n && metrics.front().numerator == metric.numerator
                    && metrics.front().excluded == metric.excluded));
        metrics.push_back(std::move(metric));
    }
    if (allTheSame && !metrics.empty()) {
        metrics.resize(1);
        metrics.front().subject.pop_back();
    }
    return metrics;
}

} // namespace cupel::audits
