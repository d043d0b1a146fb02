#pragma once

#include <array>
#include <cstddef>

#include "core/base/figure.h"

namespace cupel::stats {

/// How a row's label and its prediction meet: both are the positive value or another one.
enum class ConfusionCell { TruePositive, FalsePositive, FalseNegative, TrueNegative };
inline constexpr std::size_t kConfusionCells = 4;

/// The rates of a confusion matrix, each the rows (weight) of some cells over those of more cells
/// (names as in aequitas and fairlearn).
enum class ConfusionRate {
    PredictedPositive, ///< PPREV = (TP + FP) / n
    Prevalence, ///< PREV = (TP + FN) / n
    Accuracy, ///< (TP + TN) / n
    TruePositive, ///< TPR = TP / (TP + FN)
    FalseNegative, ///< FNR = FN / (TP + FN)
    FalsePositive, ///< FPR = FP / (FP + TN)
    TrueNegative, ///< TNR = TN / (FP + TN)
    PositivePredictiveValue, ///< PPV = TP / (TP + FP)
    FalseDiscovery, ///< FDR = FP / (TP + FP)
    NegativePredictiveValue, ///< NPV = TN / (FN + TN)
    FalseOmission, ///< FOR = FN / (FN + TN)
};
inline constexpr std::array<ConfusionRate, 11> kConfusionRates{ConfusionRate::PredictedPositive,
    ConfusionRate::Prevalence, ConfusionRate::Accuracy, ConfusionRate::TruePositive,
    ConfusionRate::FalseNegative, ConfusionRate::FalsePositive, ConfusionRate::TrueNegative,
    ConfusionRate::PositivePredictiveValue, ConfusionRate::FalseDiscovery,
    ConfusionRate::NegativePredictiveValue, ConfusionRate::FalseOmission};

/// Which cells a rate counts, and among which, by the order of ConfusionCell.
struct RateCells {
    std::array<bool, kConfusionCells> numerator{};
    std::array<bool, kConfusionCells> denominator{};
};
RateCells cellsOf(ConfusionRate rate);

/// How the gaps of two rates become one: the larger gap, or their mean. Of ratios, which are best
/// at 1, "Worst" is the smaller.
enum class Combination { Worst, Mean };

/// B3: equalized odds of two gaps that are not negative, those of the true- and of the
/// false-positive rates (fairlearn, `equalized_odds_difference`). Undefined where either is.
base::Figure equalizedOddsDifference(
    const base::Figure& truePositive, const base::Figure& falsePositive, Combination combination);
/// B3: the same of two ratios of lowest to highest rate (fairlearn, `equalized_odds_ratio`).
base::Figure equalizedOddsRatio(
    const base::Figure& truePositive, const base::Figure& falsePositive, Combination combination);

/// B4: the mean of two signed differences to the reference, which can cancel, -1 to 1 (AIF360,
/// `average_odds_difference`). Undefined where either is.
base::Figure averageOddsDifference(
    const base::Figure& truePositive, const base::Figure& falsePositive);
/// B4: the mean of their absolute values, 0 to 1 (AIF360, `average_odds_error`).
base::Figure averageOddsError(const base::Figure& truePositive, const base::Figure& falsePositive);

} // namespace cupel::stats
