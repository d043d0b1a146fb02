#pragma once

#include <vector>

#include "core/audits/group_gaps.h"
#include "core/audits/prediction_counts.h"

namespace cupel::audits {

/// What the comparison of predictions between the groups of one column, or of two crossed ones, is
/// about.
struct PredictionComparison {
    const Facts& facts;
    PredictionCounts counts;
    Reference reference; ///< by all rows, also for rates that count among fewer

    base::DataText label() const;
    base::DataText positive() const;
    base::DataText prediction() const; ///< the column
    base::DataText column() const;
    /// "label", "positive", "prediction", "column".
    findings::Subject subject() const;
    /// One rate of this comparison.
    Comparison of(stats::ConfusionRate rate) const;
};

/// Compare the predictions of the groups of some columns from the answer to predictionsByGroups().
PredictionComparison comparePredictions(const Facts& facts, const PredictionSource& source,
    const std::vector<std::string>& columns, const counts::Cells& cells);

/// The id of a rate's metric: "true-positive-rate".
const char* rateId(stats::ConfusionRate rate);
/// Rates and counts of the confusion matrix per group, and B1 to B5.
std::vector<Metric> predictionMetricsOf(const PredictionComparison& comparison);

/// "confusion:COLUMN": a row per group with its counts and rates, and one for the rows without.
ResultTable confusionTable(const PredictionComparison& comparison);
/// "RATE:COLUMN": a row per group with one rate, its interval and its gaps to the reference.
ResultTable rateTable(const PredictionComparison& comparison, stats::ConfusionRate rate);

/// What the rules about predictions find in a comparison.
std::vector<findings::Finding> predictionFindings(const PredictionComparison& comparison);
/// Rule fairness.prediction-values: predictions that are no value of the label.
std::optional<findings::Finding> strangePredictions(const PredictionComparison& comparison);

} // namespace cupel::audits
