#include "core/audits/prediction_gaps.h"

namespace cupel::audits {

using stats::ConfusionRate;

base::DataText PredictionComparison::label() const
{
    return base::DataText::name(facts.roles.label->column);
}

base::DataText PredictionComparison::positive() const
{
    // Without rows it is the user's own word.
    const std::int64_t rows = counts.positiveRows();
    return rows == 0 ? base::DataText::name(counts.positive)
                     : base::DataText::roleValue(counts.positive, rows);
}

base::DataText PredictionComparison::prediction() const
{
    return base::DataText::name(counts.source.column);
}

base::DataText PredictionComparison::column() const
{
    return base::DataText::name(joinedName(counts.columns));
}

findings::Subject PredictionComparison::subject() const
{
    return {{"label", label()}, {"positive", positive()}, {"prediction", prediction()},
        {"column", column()}};
}

Comparison PredictionComparison::of(ConfusionRate rate) const
{
    return {facts, label(), positive(), rateCounts(counts, rate), reference};
}

PredictionComparison comparePredictions(const Facts& facts, const PredictionSource& source,
    const std::vector<std::string>& columns, const counts::Cells& cells)
{
    PredictionComparison comparison{facts, countPredictions(facts, source, columns, cells), {}};
    comparison.reference
        = referenceOf(facts, rateCounts(comparison.counts, ConfusionRate::PredictedPositive));
    return comparison;
}

const char* rateId(ConfusionRate rate)
{
    switch (rate) {
    case ConfusionRate::PredictedPositive:
        return "predicted-positive-rate";
    case ConfusionRate::Prevalence:
        return "prevalence";
    case ConfusionRate::Accuracy:
        return "accuracy";
    case ConfusionRate::TruePositive:
        return "true-positive-rate";
    case ConfusionRate::FalseNegative:
        return "false-negative-rate";
    case ConfusionRate::FalsePositive:
        return "false-positive-rate";
    case ConfusionRate::TrueNegative:
        return "true-negative-rate";
    case ConfusionRate::PositivePredictiveValue:
        return "positive-predictive-value";
    case ConfusionRate::FalseDiscovery:
        return "false-discovery-rate";
    case ConfusionRate::NegativePredictiveValue:
        return "negative-predictive-value";
    case ConfusionRate::FalseOmission:
        break;
    }
    return "false-omission-rate";
}

} // namespace cupel::audits
