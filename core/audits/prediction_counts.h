#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/audits/group_counts.h"
#include "core/stats/confusion.h"

namespace cupel::audits {

/// Where the prediction of a row comes from: a column, or a score against a threshold.
struct PredictionSource {
    std::string column; ///< of the prediction, or of the score
    counts::Dim dim;
    std::string positive; ///< the cell of the dim that predicts the positive value
    std::optional<double> threshold; ///< of a score
};
/// That of the run, or why there is none. Needs a label with a positive value.
struct PredictionChoice {
    std::optional<PredictionSource> source;
    std::string whyNot;
};
PredictionChoice predictionOf(const Facts& facts);
/// The value of section B of the metrics that is the event: "positive", else the favourable one;
/// none where neither is given. As the counts write it.
std::optional<std::string> positiveLabel(const Facts& facts);

/// Rows of one kind.
struct RowSum {
    std::int64_t rows = 0;
    double weight = 0.0; ///< rows where the run has no weights
    double squaredWeights = 0.0;
};
/// A group by how its labels and predictions meet.
struct ConfusionGroup {
    std::vector<std::string> parts;
    std::array<RowSum, stats::kConfusionCells> cells; ///< in the order of stats::ConfusionCell

    RowSum all() const;
};

/// Rows by group, label and prediction.
struct PredictionCounts {
    std::vector<std::string> columns; ///< one group column, or two
    PredictionSource source;
    std::string positive; ///< the label's value
    std::vector<ConfusionGroup> groups; ///< those with rows; code-point order, bins in their own
    ConfusionGroup missing; ///< rows with a label and a prediction and without a group
    /// Rows left out. A row without a label counts as "missing-label" only, one with a label and
    /// without a prediction as "missing-prediction" only.
    std::map<std::string, std::int64_t> excluded;
    bool weighted = false;
    std::map<std::string, std::int64_t> labels; ///< values and rows, those without a group too
    std::map<std::string, std::int64_t> predictions; ///< the same of the prediction's cells

    std::int64_t rows() const; ///< in groups
    std::int64_t positiveRows() const; ///< those without a group among them
};

/// Rows by label, prediction and the group columns, in this order.
counts::CellsQuestion predictionsByGroups(
    const Facts& facts, const PredictionSource& source, const std::vector<std::string>& columns);
PredictionCounts countPredictions(const Facts& facts, const PredictionSource& source,
    const std::vector<std::string>& columns, const counts::Cells& cells);

/// One rate as group counts: a group's rows are those that the rate counts among, and the
/// "favourable" ones of them those it counts. Groups in which it counts among none have no rows;
/// `excluded` says how many rows of other kinds such groups have.
GroupCounts rateCounts(const PredictionCounts& counts, stats::ConfusionRate rate);
/// What a rate counts among, as reasons say it: "rows with a positive label".
std::string rowsOfRate(stats::ConfusionRate rate);

} // namespace cupel::audits
