#include "core/stats/divergences.h"

#include <gtest/gtest.h>

#include <array>
#include <cmath>
#include <string>
#include <vector>

namespace cupel::stats {
namespace {

using Measure = base::Figure (*)(std::span<const double>, std::span<const double>);
using Counts = std::vector<double>;

constexpr std::array<Measure, 6> kMeasures = {totalVariation, kullbackLeibler, jensenShannon,
    euclideanDistance, hellingerDistance, largestShareDifference};

/// Shares 1/2, 1/2 against 1/4, 3/4.
TEST(Divergences, handComputed)
{
    const Counts p = {5, 5};
    const Counts q = {2, 6};
    EXPECT_DOUBLE_EQ(totalVariation(p, q).value(), 0.25);
    EXPECT_DOUBLE_EQ(largestShareDifference(p, q).value(), 0.25);
    EXPECT_DOUBLE_EQ(euclideanDistance(p, q).value(), std::sqrt(0.125));
    // 1/2 ln 2 + 1/2 ln (2/3)
    EXPECT_DOUBLE_EQ(kullbackLeibler(p, q).value(), 0.5 * std::log(4.0 / 3.0));
    EXPECT_DOUBLE_EQ(kullbackLeibler(q, p).value(), 0.25 * std::log(0.5) + 0.75 * std::log(1.5));
    // The middle is 3/8, 5/8.
    EXPECT_DOUBLE_EQ(jensenShannon(p, q).value(),
        0.5
            * (0.5 * std::log(4.0 / 3.0) + 0.5 * std::log(4.0 / 5.0) + 0.25 * std::log(2.0 / 3.0)
                + 0.75 * std::log(6.0 / 5.0)));
    // 1 - sum sqrt(p q)
    EXPECT_NEAR(hellingerDistance(p, q).value(),
        std::sqrt(1.0 - std::sqrt(0.125) - std::sqrt(0.375)), 1e-15);
}

TEST(Divergences, PopulationStabilityByHand)
{
    // (1/2 - 1/4) ln 2 + (1/2 - 3/4) ln (2/3)
    const double expected = 0.25 * std::log(2.0) - 0.25 * std::log(2.0 / 3.0);
    EXPECT_DOUBLE_EQ(populationStability(Counts{5, 5}, Counts{2, 6}).value(), expected);
    EXPECT_DOUBLE_EQ(populationStability(Counts{2, 6}, Counts{5, 5}).value(), expected);
    EXPECT_EQ(populationStability(Counts{2, 0, 6}, Counts{1, 0, 3}).value(), 0.0);
    EXPECT_TRUE(std::isinf(populationStability(Counts{2, 0}, Counts{1, 1}).value()));
    EXPECT_FALSE(populationStability(Counts{0, 0}, Counts{1, 1}).isDefined());
}

TEST(Divergences, manySmallDifferencesAddUp)
{
    const Counts p = {4, 4, 1, 1};
    const Counts q = {2, 2, 8, 8};
    EXPECT_DOUBLE_EQ(totalVariation(p, q).value(), 0.6);
    EXPECT_DOUBLE_EQ(largestShareDifference(p, q).value(), 0.3);
    EXPECT_DOUBLE_EQ(euclideanDistance(p, q).value(), 0.6);
}

TEST(Divergences, theUnionOfSupportsCounts)
{
    // Labels {0, 0} against {1, 0}: half of the mass moves.
    const Counts p = {2, 0};
    const Counts q = {1, 1};
    EXPECT_EQ(totalVariation(p, q).value(), 0.5);
    EXPECT_DOUBLE_EQ(kullbackLeibler(p, q).value(), std::log(2.0));
    EXPECT_EQ(kullbackLeibler(q, p).value(), INFINITY);
}

TEST(Divergences, disjointSupportsReachTheUpperLimits)
{
    const Counts p = {3, 0};
    const Counts q = {0, 8};
    EXPECT_EQ(totalVariation(p, q).value(), 1.0);
    EXPECT_EQ(kullbackLeibler(p, q).value(), INFINITY);
    EXPECT_DOUBLE_EQ(jensenShannon(p, q).value(), std::log(2.0));
    EXPECT_DOUBLE_EQ(euclideanDistance(p, q).value(), std::sqrt(2.0));
    EXPECT_EQ(hellingerDistance(p, q).value(), 1.0);
    EXPECT_EQ(largestShareDifference(p, q).value(), 1.0);
}

TEST(Divergences, equalSharesAreExactlyZero)
{
    const Counts p = {1, 2, 4, 0, 3};
    const Counts q = {7, 14, 28, 0, 21};
    for (Measure measure : kMeasures)
        EXPECT_EQ(measure(p, q).value(), 0.0);
}

TEST(Divergences, anEmptySideIsUndefined)
{
    for (Measure measure : kMeasures) {
        EXPECT_EQ(measure(Counts{0, 0}, Counts{1, 2}).reason(), "one side has no rows");
        EXPECT_EQ(measure(Counts{1, 2}, Counts{0, 0}).reason(), "one side has no rows");
        EXPECT_EQ(measure(Counts{}, Counts{}).reason(), "one side has no rows");
    }
}

TEST(Divergences, orderOfValuesChangesNothing)
{
    const Counts p = {0.1, 7.3, 2.2, 9.9, 0.7};
    const Counts q = {3.1, 0.4, 8.2, 1.6, 5.5};
    const Counts pReversed(p.rbegin(), p.rend());
    const Counts qReversed(q.rbegin(), q.rend());
    for (Measure measure : kMeasures)
        EXPECT_EQ(measure(p, q).value(), measure(pReversed, qReversed).value());
}

} // namespace
} // namespace cupel::stats
