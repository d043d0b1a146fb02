#include "core/stats/confusion.h"

#include <algorithm>
#include <cmath>

namespace cupel::stats {

namespace {

using base::Figure;

/// Why the two cannot be put together: the reason of the one that is undefined. A defined figure
/// where they can.
Figure bothDefined(const Figure& truePositive, const Figure& falsePositive)
{
    if (!truePositive.isDefined())
        return Figure::undefined("of the true-positive rates: " + truePositive.reason());
    if (!falsePositive.isDefined())
        return Figure::undefined("of the false-positive rates: " + falsePositive.reason());
    return 0.0;
}

Figure mean(double a, double b)
{
    return (a + b) / 2.0;
}

} // namespace

RateCells cellsOf(ConfusionRate rate)
{
    // In the order TP, FP, FN, TN.
    constexpr std::array all{true, true, true, true};
    constexpr std::array positiveLabels{true, false, true, false};
    constexpr std::array negativeLabels{false, true, false, true};
    constexpr std::array positivePredictions{true, true, false, false};
    constexpr std::array negativePredictions{false, false, true, true};
    constexpr std::array truePositives{true, false, false, false};
    constexpr std::array falsePositives{false, true, false, false};
    constexpr std::array falseNegatives{false, false, true, false};
    constexpr std::array trueNegatives{false, false, false, true};
    constexpr std::array agreeing{true, false, false, true};
    switch (rate) {
    case ConfusionRate::PredictedPositive:
        return {positivePredictions, all};
    case ConfusionRate::Prevalence:
        return {positiveLabels, all};
    case ConfusionRate::Accuracy:
        return {agreeing, all};
    case ConfusionRate::TruePositive:
        return {truePositives, positiveLabels};
    case ConfusionRate::FalseNegative:
        return {falseNegatives, positiveLabels};
    case ConfusionRate::FalsePositive:
        return {falsePositives, negativeLabels};
    case ConfusionRate::TrueNegative:
        return {trueNegatives, negativeLabels};
    case ConfusionRate::PositivePredictiveValue:
        return {truePositives, positivePredictions};
    case ConfusionRate::FalseDiscovery:
        return {falsePositives, positivePredictions};
    case ConfusionRate::NegativePredictiveValue:
        return {trueNegatives, negativePredictions};
    case ConfusionRate::FalseOmission:
        return {falseNegatives, negativePredictions};
    }
    return {};
}

Figure equalizedOddsDifference(
    const Figure& truePositive, const Figure& falsePositive, Combination combination)
{
    if (Figure both = bothDefined(truePositive, falsePositive); !both.isDefined())
        return both;
    return combination == Combination::Mean ? mean(truePositive.value(), falsePositive.value())
                                            : std::max(truePositive.value(), falsePositive.value());
}

Figure equalizedOddsRatio(
    const Figure& truePositive, const Figure& falsePositive, Combination combination)
{
    if (Figure both = bothDefined(truePositive, falsePositive); !both.isDefined())
        return both;
    return combination == Combination::Mean ? mean(truePositive.value(), falsePositive.value())
                                            : std::min(truePositive.value(), falsePositive.value());
}

Figure averageOddsDifference(const Figure& truePositive, const Figure& falsePositive)
{
    if (Figure both = bothDefined(truePositive, falsePositive); !both.isDefined())
        return both;
    return mean(truePositive.value(), falsePositive.value());
}

Figure averageOddsError(const Figure& truePositive, const Figure& falsePositive)
{
    if (Figure both = bothDefined(truePositive, falsePositive); !both.isDefined())
        return both;
    return mean(std::fabs(truePositive.value()), std::fabs(falsePositive.value()));
}

} // namespace cupel::stats
