#include "core/stats/confusion.h"

#include <gtest/gtest.h>

#include <string>

namespace cupel::stats {
namespace {

using base::Figure;

/// A rate of the confusion matrix TP 30, FP 10, FN 20, TN 40.
double rate(ConfusionRate which)
{
    const std::array<double, kConfusionCells> counts{30.0, 10.0, 20.0, 40.0};
    const RateCells cells = cellsOf(which);
    double numerator = 0.0;
    double denominator = 0.0;
    for (std::size_t i = 0; i < kConfusionCells; ++i) {
        numerator += cells.numerator[i] ? counts[i] : 0.0;
        denominator += cells.denominator[i] ? counts[i] : 0.0;
    }
    return numerator / denominator;
}

TEST(Confusion, RatesByHand)
{
    EXPECT_EQ(rate(ConfusionRate::PredictedPositive), 0.4);
    EXPECT_EQ(rate(ConfusionRate::Prevalence), 0.5);
    EXPECT_EQ(rate(ConfusionRate::Accuracy), 0.7);
    EXPECT_EQ(rate(ConfusionRate::TruePositive), 0.6);
    EXPECT_EQ(rate(ConfusionRate::FalseNegative), 0.4);
    EXPECT_EQ(rate(ConfusionRate::FalsePositive), 0.2);
    EXPECT_EQ(rate(ConfusionRate::TrueNegative), 0.8);
    EXPECT_EQ(rate(ConfusionRate::PositivePredictiveValue), 0.75);
    EXPECT_EQ(rate(ConfusionRate::FalseDiscovery), 0.25);
    EXPECT_DOUBLE_EQ(rate(ConfusionRate::NegativePredictiveValue), 2.0 / 3.0);
    EXPECT_DOUBLE_EQ(rate(ConfusionRate::FalseOmission), 1.0 / 3.0);
}

TEST(Confusion, OddsTakeTheWorseOrTheMean)
{
    EXPECT_EQ(equalizedOddsDifference(0.25, 0.5, Combination::Worst).value(), 0.5);
    EXPECT_EQ(equalizedOddsDifference(0.25, 0.5, Combination::Mean).value(), 0.375);
    EXPECT_EQ(equalizedOddsRatio(0.25, 0.5, Combination::Worst).value(), 0.25);
    EXPECT_EQ(equalizedOddsRatio(0.25, 0.5, Combination::Mean).value(), 0.375);
}

TEST(Confusion, SignedOddsCancelAndErrorsDoNot)
{
    EXPECT_EQ(averageOddsDifference(-0.25, 0.25).value(), 0.0);
    EXPECT_EQ(averageOddsError(-0.25, 0.25).value(), 0.25);
}

TEST(Confusion, OddsAreUndefinedWhereARateIs)
{
    const Figure none = Figure::undefined("no rows");
    for (const Figure& figure : {equalizedOddsDifference(none, 0.5, Combination::Worst),
             equalizedOddsRatio(none, 0.5, Combination::Mean), averageOddsDifference(none, 0.5),
             averageOddsError(none, 0.5)}) {
        EXPECT_FALSE(figure.isDefined());
        EXPECT_EQ(figure.reason(), "of the true-positive rates: no rows");
    }
    EXPECT_EQ(equalizedOddsDifference(0.5, none, Combination::Mean).reason(),
        "of the false-positive rates: no rows");
}

} // namespace
} // namespace cupel::stats
