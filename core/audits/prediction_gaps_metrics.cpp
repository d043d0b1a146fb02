#include "core/audits/prediction_gaps.h"
#include "core/audits/rate_gaps.h"

namespace cupel::audits {

namespace {

using findings::Subject;
using stats::ConfusionRate;

constexpr GapIds kPredicted{"prediction-statistical-parity-difference",
    "prediction-demographic-parity-difference", "prediction-disparate-impact-ratio",
    "prediction-demographic-parity-ratio"};
constexpr GapIds kOpportunity{"equal-opportunity-difference", "equal-opportunity-difference",
    "equal-opportunity-ratio", "equal-opportunity-ratio"};
constexpr GapIds kFalsePositive{"false-positive-rate-difference", "false-positive-rate-difference",
    "false-positive-rate-ratio", "false-positive-rate-ratio"};
constexpr GapIds kPredictive{"predictive-parity-difference", "predictive-parity-difference",
    "predictive-parity-ratio", "predictive-parity-ratio"};
constexpr GapIds kNegativePredictive{"negative-predictive-parity-difference",
    "negative-predictive-parity-difference", "negative-predictive-parity-ratio",
    "negative-predictive-parity-ratio"};

/// One rate with the comparison that its gaps refer to.
struct RateOf {
    RateOf(const PredictionComparison& comparison, ConfusionRate rate, const GapIds& ids)
        : compared(comparison.of(rate))
        , gaps(compared, ids, comparison.subject(), rowsOfRate(rate))
    {
    }
    RateOf(const RateOf&) = delete;
    RateOf& operator=(const RateOf&) = delete;
    ~RateOf() = default;

    Comparison compared;
    RateGaps gaps;
};

/// Makes the metrics of one comparison.
class Maker {
public:
    explicit Maker(const PredictionComparison& comparison)
        : m_comparison(comparison)
        , m_predicted(comparison, ConfusionRate::PredictedPositive, kPredicted)
        , m_truePositive(comparison, ConfusionRate::TruePositive, kOpportunity)
        , m_falsePositive(comparison, ConfusionRate::FalsePositive, kFalsePositive)
        , m_precision(comparison, ConfusionRate::PositivePredictiveValue, kPredictive)
        , m_negativeValue(comparison, ConfusionRate::NegativePredictiveValue, kNegativePredictive)
    {
    }

    std::vector<Metric> all()
    {
        addCounts();
        for (const ConfusionRate rate : stats::kConfusionRates)
            addRate(rate);
        addShares();
        addGaps(m_predicted);
        for (const Group& group : others(m_predicted))
            m_metrics.push_back(m_predicted.gaps.toleranceBand("prediction-tolerance-band", group));
        for (Metric& metric : m_predicted.gaps.ratiosToHighest("prediction-four-fifths-ratio"))
            m_metrics.push_back(std::move(metric));
        addGaps(m_truePositive);
        addGaps(m_falsePositive);
        addEqualizedOdds();
        addAverageOdds();
        addGaps(m_precision);
        addGaps(m_negativeValue);
        return std::move(m_metrics);
    }

private:
    Subject subjectOf(const std::vector<std::pair<std::string, base::DataText>>& more) const
    {
        Subject subject = m_comparison.subject();
        subject.insert(subject.end(), more.begin(), more.end());
        return subject;
    }

    void addCounts()
    {
        constexpr std::array variants{
            "true-positive", "false-positive", "false-negative", "true-negative"};
        for (std::size_t g = 0; g < m_comparison.counts.groups.size(); ++g) {
            const Group& group = m_predicted.compared.counts.groups[g];
            for (std::size_t i = 0; i < variants.size(); ++i) {
                const RowSum& cell = m_comparison.counts.groups[g].cells[i];
                m_metrics.push_back(
                    makeMetric("confusion-count", variants[i], subjectOf({{"group", group.text()}}),
                        static_cast<double>(cell.rows), m_predicted.compared.basisOf({group})));
            }
        }
    }

    void addRate(ConfusionRate which)
    {
        const RateOf rate(m_comparison, which, kPredicted);
        for (const Group& group : rate.compared.counts.groups)
            m_metrics.push_back(rate.gaps.groupRate(rateId(which), group));
        m_metrics.push_back(rate.gaps.overallRate(rateId(which)));
    }

    /// PPR: what part of all positive predictions a group has.
    void addShares()
    {
        const Group all = pooled(m_predicted.compared.counts.groups);
        for (const Group& group : m_predicted.compared.counts.groups) {
            const double predicted = all.count.favourable;
            Metric share
                = makeMetric("predicted-positive-share", "", subjectOf({{"group", group.text()}}),
                    predicted > 0.0 ? base::Figure(group.count.favourable / predicted)
                                    : base::Figure::undefined("no row has a positive prediction"),
                    m_predicted.compared.counts.basis);
            share.numerator = group.count.favourable;
            share.denominator = predicted;
            m_metrics.push_back(std::move(share));
        }
    }

    std::vector<Group> others(const RateOf& rate) const
    {
        std::vector<Group> groups = rate.compared.counts.groups;
        std::erase_if(groups,
            [this](const Group& group) { return group.name == m_comparison.reference.name; });
        return groups;
    }

    void addGaps(const RateOf& rate)
    {
        m_metrics.push_back(rate.gaps.restDifference());
        m_metrics.push_back(rate.gaps.restRatio());
        for (const Group& group : others(rate)) {
            m_metrics.push_back(rate.gaps.groupDifference(group));
            m_metrics.push_back(rate.gaps.groupRatio(group));
        }
        m_metrics.push_back(rate.gaps.spread());
        m_metrics.push_back(rate.gaps.spreadToOverall());
        m_metrics.push_back(rate.gaps.spreadRatio());
        m_metrics.push_back(rate.gaps.spreadRatioToOverall());
    }

    /// The rows of both rates: all, but the reasons name groups that only one of them counts.
    Basis basisOfBoth(const Basis& rows) const
    {
        Basis basis = rows;
        for (const RateOf* rate : {&m_truePositive, &m_falsePositive}) {
            for (const auto& [reason, left] : rate->compared.counts.basis.excluded)
                basis.excluded[reason] = left;
        }
        return basis;
    }

    void addEqualizedOdds()
    {
        using stats::Combination;
        const Basis basis = basisOfBoth(m_predicted.compared.counts.basis);
        const auto add = [&](const char* id, const char* variant, base::Figure value) {
            m_metrics.push_back(
                makeMetric(id, variant, m_comparison.subject(), std::move(value), basis));
        };
        const base::Figure difference = m_truePositive.gaps.spread().value;
        const base::Figure falseDifference = m_falsePositive.gaps.spread().value;
        const base::Figure ratio = m_truePositive.gaps.spreadRatio().value;
        const base::Figure falseRatio = m_falsePositive.gaps.spreadRatio().value;
        const char* id = "equalized-odds-difference";
        add(id, "between-groups",
            stats::equalizedOddsDifference(difference, falseDifference, Combination::Worst));
        add(id, "between-groups-mean",
            stats::equalizedOddsDifference(difference, falseDifference, Combination::Mean));
        add(id, "to-overall",
            stats::equalizedOddsDifference(m_truePositive.gaps.spreadToOverall().value,
                m_falsePositive.gaps.spreadToOverall().value, Combination::Worst));
        id = "equalized-odds-ratio";
        add(id, "between-groups", stats::equalizedOddsRatio(ratio, falseRatio, Combination::Worst));
        add(id, "between-groups-mean",
            stats::equalizedOddsRatio(ratio, falseRatio, Combination::Mean));
        add(id, "to-overall",
            stats::equalizedOddsRatio(m_truePositive.gaps.spreadRatioToOverall().value,
                m_falsePositive.gaps.spreadRatioToOverall().value, Combination::Worst));
    }

    void addAverageOdds()
    {
        const Group reference = m_predicted.compared.referenceGroup();
        addAverageOdds("rest-minus-reference",
            subjectOf({{"reference", m_predicted.compared.referenceText()}}),
            m_truePositive.gaps.restDifference().value, m_falsePositive.gaps.restDifference().value,
            m_predicted.compared.counts.basis);
        const std::vector<Group> all = others(m_predicted);
        const std::vector<Group> positives = others(m_truePositive);
        const std::vector<Group> negatives = others(m_falsePositive);
        for (std::size_t i = 0; i < all.size(); ++i) {
            addAverageOdds("group-minus-reference",
                subjectOf({{"group", all[i].text()},
                    {"reference", m_predicted.compared.referenceText()}}),
                m_truePositive.gaps.groupDifference(positives[i]).value,
                m_falsePositive.gaps.groupDifference(negatives[i]).value,
                m_predicted.compared.basisOf({all[i], reference}));
        }
    }

    void addAverageOdds(const char* variant, const Subject& subject,
        const base::Figure& truePositive, const base::Figure& falsePositive, const Basis& rows)
    {
        const Basis basis = basisOfBoth(rows);
        m_metrics.push_back(makeMetric("average-odds-difference", variant, subject,
            stats::averageOddsDifference(truePositive, falsePositive), basis));
        m_metrics.push_back(makeMetric("average-odds-error", variant, subject,
            stats::averageOddsError(truePositive, falsePositive), basis));
    }

    const PredictionComparison& m_comparison;
    RateOf m_predicted;
    RateOf m_truePositive;
    RateOf m_falsePositive;
    RateOf m_precision;
    RateOf m_negativeValue;
    std::vector<Metric> m_metrics;
};

} // namespace

std::vector<Metric> predictionMetricsOf(const PredictionComparison& comparison)
{
    return Maker(comparison).all();
}

} // namespace cupel::audits
