#include "core/audits/group_gaps.h"

#include "core/audits/rate_gaps.h"
#include "core/stats/divergences.h"
#include "core/stats/intervals.h"

#include <algorithm>
#include <set>

namespace cupel::audits {

namespace {

using findings::Subject;

/// Makes the metrics of one comparison.
class Maker {
public:
    explicit Maker(const Comparison& comparison)
        : m_comparison(comparison)
        , m_gaps(comparison,
              {"statistical-parity-difference", "demographic-parity-difference",
                  "disparate-impact-ratio", "demographic-parity-ratio"},
              rateSubject({}))
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
        m_metrics.push_back(m_gaps.groupRate("base-rate", group));
    }

    void addAgainstRest()
    {
        m_metrics.push_back(m_gaps.restDifference());
        m_metrics.push_back(m_gaps.restRatio());
        Metric& sizes = add("facet-imbalance", "",
            {{"column", m_comparison.column()}, {"reference", m_comparison.referenceText()}},
            stats::facetImbalance(m_reference.count, m_rest.count), m_comparison.counts.basis);
        sizes.numerator = m_reference.count.n - m_rest.count.n;
        sizes.denominator = m_all.count.n;
    }

    void addAgainstReference(const Group& group)
    {
        if (group.name == m_comparison.reference.name)
            return;
        m_metrics.push_back(m_gaps.groupDifference(group));
        m_metrics.push_back(m_gaps.groupRatio(group));
        m_metrics.push_back(m_gaps.toleranceBand("tolerance-band", group));
    }

    void addBetweenGroups()
    {
        m_metrics.push_back(m_gaps.spread());
        m_metrics.push_back(m_gaps.spreadToOverall());
        m_metrics.push_back(m_gaps.spreadRatio());
        m_metrics.push_back(m_gaps.spreadRatioToOverall());
    }

    void addFourFifths()
    {
        for (Metric& metric : m_gaps.ratiosToHighest("four-fifths-ratio"))
            m_metrics.push_back(std::move(metric));
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
    RateGaps m_gaps;
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
