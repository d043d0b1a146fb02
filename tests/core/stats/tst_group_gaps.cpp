#include "core/stats/group_gaps.h"

#include "core/stats/divergences.h"
#include "tests/support/json_file.h"
#include "tests/support/shared_dir.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <map>
#include <string>
#include <vector>

namespace cupel::stats {
namespace {

using nlohmann::json;
using test::agrees;

GroupCount group(double favourable, double n)
{
    return {n, favourable, static_cast<std::int64_t>(n)};
}

using Groups = std::map<std::string, GroupCount>;

/// The groups of a vector case given as columns; rows without group or label are left out.
Groups countGroups(const json& oneCase)
{
    const json& params = oneCase.at("params");
    const json& columns = oneCase.at("input").at("columns");
    const json& names = columns.at(params.at("group").get<std::string>());
    const json& labels = columns.at(params.at("label").get<std::string>());
    Groups groups;
    for (std::size_t row = 0; row < names.size(); ++row) {
        if (names[row].is_null() || labels[row].is_null())
            continue;
        GroupCount& counts = groups[names[row].get<std::string>()];
        counts.n += 1.0;
        counts.favourable += labels[row] == params.at("favourable") ? 1.0 : 0.0;
        ++counts.rows;
    }
    return groups;
}

std::vector<GroupCount> list(const Groups& groups)
{
    std::vector<GroupCount> values;
    for (const auto& [name, counts] : groups)
        values.push_back(counts);
    return values;
}

GroupCount restBeside(const Groups& named, const std::string& reference)
{
    Groups rest = named;
    rest.erase(reference);
    return pooled(list(rest));
}

/// Where the vectors hold what fairlearn makes of a single group, ours is undefined.
json unlessOneGroup(const Groups& named, const json& expected)
{
    return named.size() < 2 ? json() : expected;
}

void checkBetweenGroups(const Groups& named, const json& expected, test::Tolerance tolerance)
{
    const std::vector<GroupCount> groups = list(named);
    const json& fairlearn = expected.at("fairlearn");
    const auto at = [&](const char* key) { return unlessOneGroup(named, fairlearn.at(key)); };
    EXPECT_TRUE(agrees(largestDifference(groups), at("demographic_parity_difference"), tolerance));
    EXPECT_TRUE(agrees(largestDifferenceToOverall(groups),
        at("demographic_parity_difference_to_overall"), tolerance));
    EXPECT_TRUE(agrees(smallestRatio(groups), at("demographic_parity_ratio"), tolerance));
    EXPECT_TRUE(agrees(
        smallestRatioToOverall(groups), at("demographic_parity_ratio_to_overall"), tolerance));
    if (expected.contains("empirical_epsilon_unsmoothed")) {
        EXPECT_TRUE(agrees(differentialFairness(groups, Estimate::Unsmoothed, RowWeights::None),
            expected.at("empirical_epsilon_unsmoothed"), tolerance));
    }
    if (expected.contains("smoothed_edf_concentration_1")) {
        EXPECT_TRUE(agrees(differentialFairness(groups, Estimate::Smoothed, RowWeights::None),
            expected.at("smoothed_edf_concentration_1"), tolerance));
    }
}

void checkGroups(const Groups& named, const json& oneCase, test::Tolerance tolerance)
{
    const json& expected = oneCase.at("expected");
    for (const json& row : expected.at("groups"))
        EXPECT_TRUE(agrees(baseRate(named.at(row.at("group"))), row.at("base_rate"), tolerance));
    EXPECT_TRUE(agrees(baseRate(pooled(list(named))), expected.at("overall_base_rate"), tolerance));

    // The file compares the quotients of doubles; at exactly four fifths the counts decide.
    const bool isBoundary = oneCase.at("id") == "four_fifths_exact_boundary";
    const auto verdict = [&](const json& row, const char* key) {
        const json& pass = row.at(key);
        if (pass.is_null())
            return json();
        return json(pass.get<bool>() || isBoundary ? 1.0 : 0.0);
    };
    for (const json& row : expected.at("per_group_vs_reference")) {
        const GroupCount& other = named.at(row.at("group"));
        const GroupCount& reference = named.at(row.at("reference"));
        EXPECT_TRUE(agrees(
            rateDifference(other, reference), row.at("statistical_parity_difference"), tolerance));
        EXPECT_TRUE(
            agrees(rateRatio(other, reference), row.at("disparate_impact_ieee"), tolerance));
        EXPECT_TRUE(agrees(withinToleranceBand(other, reference),
            verdict(row, "four_fifths_pass_0.8_to_1.25"), tolerance));
    }
    const std::vector<GroupCount> groups = list(named);
    const GroupCount& highest = groups.at(highestRate(groups).value());
    for (const json& row : expected.at("four_fifths_vs_highest_rate")) {
        const GroupCount& other = named.at(row.at("group"));
        EXPECT_TRUE(agrees(rateRatio(other, highest), row.at("ratio"), tolerance));
        EXPECT_TRUE(agrees(reachesFourFifths(other, highest), verdict(row, "pass"), tolerance));
    }
}

void checkReferenceAgainstRest(const Groups& named, const json& oneCase, test::Tolerance tolerance)
{
    const json& expected = oneCase.at("expected");
    const auto name = oneCase.at("params").at("privileged").get<std::string>();
    const GroupCount& reference = named.at(name);
    const GroupCount rest = restBeside(named, name);
    const json& aif360 = expected.at("aif360_privileged_vs_rest");
    EXPECT_TRUE(agrees(
        rateDifference(rest, reference), aif360.at("statistical_parity_difference"), tolerance));
    // AIF360 makes 0 of every division by zero.
    if (reference.favourable > 0.0) {
        EXPECT_TRUE(
            agrees(rateRatio(rest, reference), aif360.at("disparate_impact_ratio"), tolerance));
    }
    if (!expected.contains("union_support"))
        return;
    EXPECT_TRUE(
        agrees(facetImbalance(reference, rest), expected.at("clarify").at("CI"), tolerance));
    // The file compares the favourable label with all others, also where there are three values.
    const std::vector<double> p = {reference.favourable, reference.n - reference.favourable};
    const std::vector<double> q = {rest.favourable, rest.n - rest.favourable};
    const json& divergences = expected.at("union_support");
    EXPECT_TRUE(agrees(totalVariation(p, q), divergences.at("TVD"), tolerance));
    EXPECT_TRUE(agrees(kullbackLeibler(p, q), divergences.at("KL_a_given_d_nats"), tolerance));
    EXPECT_TRUE(agrees(jensenShannon(p, q), divergences.at("JS_nats"), tolerance));
    EXPECT_TRUE(agrees(euclideanDistance(p, q), divergences.at("LP2"), tolerance));
    EXPECT_TRUE(agrees(largestShareDifference(p, q), divergences.at("KS"), tolerance));
}

void checkIntersections(const json& expected, test::Tolerance tolerance)
{
    std::vector<GroupCount> cells;
    for (const json& cell : expected.at("cells_present"))
        cells.push_back(group(cell.at("n_favourable").get<double>(), cell.at("n").get<double>()));
    EXPECT_TRUE(
        agrees(largestDifference(cells), expected.at("demographic_parity_difference"), tolerance));
    EXPECT_TRUE(agrees(smallestRatio(cells), expected.at("demographic_parity_ratio"), tolerance));
    EXPECT_TRUE(agrees(differentialFairness(cells, Estimate::Smoothed, RowWeights::None),
        expected.at("smoothed_edf_concentration_1"), tolerance));
    const GroupCount all = pooled(cells);
    double largest = 0.0;
    for (const GroupCount& cell : cells)
        largest = std::max(largest, sizeWeightedGap(cell, all).value());
    EXPECT_TRUE(
        agrees(largest, expected.at("max_size_weighted_gap_to_overall").at("value"), tolerance));
}

TEST(GroupGaps, sharedVectors)
{
    CUPEL_REQUIRE_SHARED("vectors/01_label_only_fairness.json");
    const json file = test::readJson(test::sharedDir() / "vectors/01_label_only_fairness.json");
    int counted = 0;
    int intersections = 0;
    for (const json& oneCase : file.at("cases")) {
        SCOPED_TRACE(oneCase.at("id").get<std::string>());
        const json& expected = oneCase.at("expected");
        const test::Tolerance tolerance = test::toleranceOf(file, oneCase);
        if (oneCase.at("input").contains("columns")) {
            const Groups groups = countGroups(oneCase);
            checkBetweenGroups(groups, expected, tolerance);
            checkGroups(groups, oneCase, tolerance);
            checkReferenceAgainstRest(groups, oneCase, tolerance);
            ++counted;
        }
        if (expected.contains("intersectional")) {
            checkIntersections(expected.at("intersectional"), tolerance);
            ++intersections;
        }
    }
    EXPECT_EQ(counted, 10);
    EXPECT_EQ(intersections, 2);
}

TEST(GroupGaps, handComputed)
{
    const std::vector<GroupCount> groups = {group(3, 10), group(12, 20), group(5, 10)};
    EXPECT_EQ(baseRate(groups[0]).value(), 0.3);
    EXPECT_EQ(pooled(groups).n, 40.0);
    EXPECT_EQ(pooled(groups).favourable, 20.0);
    EXPECT_EQ(pooled(groups).rows, 40);
    EXPECT_DOUBLE_EQ(rateDifference(groups[0], groups[1]).value(), -0.3);
    EXPECT_DOUBLE_EQ(rateRatio(groups[0], groups[1]).value(), 0.5);
    EXPECT_DOUBLE_EQ(largestDifference(groups).value(), 0.3);
    EXPECT_DOUBLE_EQ(largestDifferenceToOverall(groups).value(), 0.2); // 0.3 from 0.5
    EXPECT_DOUBLE_EQ(smallestRatio(groups).value(), 0.5);
    EXPECT_DOUBLE_EQ(smallestRatioToOverall(groups).value(), 0.6);
    EXPECT_EQ(highestRate(groups), 1u);
    EXPECT_EQ(facetImbalance(groups[1], groups[0]).value(), 1.0 / 3.0);
    EXPECT_DOUBLE_EQ(sizeWeightedGap(groups[0], pooled(groups)).value(), 0.25 * 0.2);
    // Unfavourable 0.7 against 0.4 is nearer than favourable 0.6 against 0.3.
    EXPECT_DOUBLE_EQ(differentialFairness(groups, Estimate::Unsmoothed, RowWeights::None).value(),
        std::log(2.0));
    // (12.5 / 21) / (3.5 / 11)
    EXPECT_DOUBLE_EQ(differentialFairness(groups, Estimate::Smoothed, RowWeights::None).value(),
        std::log(12.5 / 21.0 * 11.0 / 3.5));
}

TEST(GroupGaps, ratiosAboveTheOverallRateAreFolded)
{
    // Rates 0.1 and 0.9 of sizes 90 and 10; overall 0.18: ratios 0.1/0.18 and 0.18/0.9 = 0.2.
    const std::vector<GroupCount> groups = {group(9, 90), group(9, 10)};
    EXPECT_DOUBLE_EQ(smallestRatioToOverall(groups).value(), 0.2);
}

TEST(GroupGaps, bothOutcomesCountForDifferentialFairness)
{
    // 0.9 against 0.99 of the favourable, but 0.1 against 0.01 of the other outcome.
    const std::vector<GroupCount> groups = {group(90, 100), group(99, 100)};
    EXPECT_DOUBLE_EQ(differentialFairness(groups, Estimate::Unsmoothed, RowWeights::None).value(),
        std::log(10.0));
}

TEST(GroupGaps, fourFifthsIsComparedOnCounts)
{
    ASSERT_LT(rateRatio(group(3, 5), group(6, 8)).value(), 0.8);
    EXPECT_EQ(reachesFourFifths(group(3, 5), group(6, 8)).value(), 1.0);
    EXPECT_EQ(withinToleranceBand(group(3, 5), group(6, 8)).value(), 1.0);
    // One row in eight million short of it.
    EXPECT_EQ(reachesFourFifths(group(2999999, 5000000), group(6, 8)).value(), 0.0);
    EXPECT_EQ(reachesFourFifths(group(3000000, 5000000), group(6, 8)).value(), 1.0);
    // Weighted sums: 0.1 / 0.125 of doubles is above 4/5 by the error of 0.1 alone.
    EXPECT_EQ(reachesFourFifths(group(0.1, 1.0), group(0.125, 1.0)).value(), 1.0);
    EXPECT_EQ(
        reachesFourFifths(group(std::nextafter(0.1, 0.0), 1.0), group(0.125, 1.0)).value(), 0.0);
}

TEST(GroupGaps, theToleranceBandIsClosedAtBothEnds)
{
    EXPECT_EQ(withinToleranceBand(group(6, 8), group(3, 5)).value(), 1.0); // 5/4
    EXPECT_EQ(withinToleranceBand(group(6000001, 8000000), group(3, 5)).value(), 0.0);
    EXPECT_EQ(withinToleranceBand(group(2, 5), group(3, 5)).value(), 0.0);
    EXPECT_EQ(withinToleranceBand(group(1, 5), group(0, 5)).reason(),
        "the rate of the reference group is 0");
    EXPECT_EQ(withinToleranceBand(group(0, 5), group(0, 5)).reason(), "both rates are 0");
}

TEST(GroupGaps, zeroDenominators)
{
    const GroupCount empty;
    EXPECT_EQ(baseRate(empty).reason(), "the group has no rows");
    EXPECT_EQ(rateDifference(empty, group(1, 2)).reason(), "the group has no rows");
    EXPECT_EQ(rateRatio(group(1, 2), empty).reason(), "the reference group has no rows");
    EXPECT_EQ(rateRatio(group(0, 2), group(0, 5)).reason(), "both rates are 0");
    EXPECT_EQ(rateRatio(group(1, 2), group(0, 5)).value(), INFINITY);
    EXPECT_EQ(rateRatio(group(0, 2), group(1, 5)).value(), 0.0);
    EXPECT_EQ(reachesFourFifths(empty, group(1, 2)).reason(), "the group has no rows");
    EXPECT_EQ(facetImbalance(empty, group(1, 2)).reason(), "the reference group has no rows");
    EXPECT_EQ(facetImbalance(group(1, 2), empty).reason(), "no rows outside the reference group");
    EXPECT_EQ(sizeWeightedGap(empty, group(1, 2)).reason(), "the group has no rows");
    EXPECT_EQ(smallestRatio(std::vector{group(0, 2), group(0, 3)}).reason(), "both rates are 0");
    EXPECT_EQ(
        smallestRatioToOverall(std::vector{group(0, 2), group(0, 3)}).reason(), "all rates are 0");
    EXPECT_EQ(largestDifference(std::vector{group(0, 2), group(0, 3)}).value(), 0.0);
}

TEST(GroupGaps, oneGroupWithRowsLeavesNothingToCompare)
{
    const std::vector<GroupCount> groups = {group(0, 0), group(3, 6), group(0, 0)};
    for (const base::Figure& figure :
        {largestDifference(groups), largestDifferenceToOverall(groups), smallestRatio(groups),
            smallestRatioToOverall(groups),
            differentialFairness(groups, Estimate::Smoothed, RowWeights::None)})
        EXPECT_EQ(figure.reason(), "fewer than two groups have rows");
    EXPECT_EQ(highestRate(groups), 1u);
    EXPECT_FALSE(highestRate(std::vector{group(0, 0)}).has_value());
    EXPECT_FALSE(highestRate({}).has_value());
}

TEST(GroupGaps, groupsWithoutRowsArePassedOver)
{
    const std::vector<GroupCount> groups = {group(0, 0), group(1, 4), group(3, 4)};
    EXPECT_EQ(largestDifference(groups).value(), 0.5);
    EXPECT_EQ(smallestRatio(groups).value(), 1.0 / 3.0);
}

TEST(GroupGaps, outcomesThatSomeGroupsLack)
{
    const auto epsilon = [](std::vector<GroupCount> groups) {
        return differentialFairness(groups, Estimate::Unsmoothed, RowWeights::None).value();
    };
    EXPECT_EQ(epsilon({group(0, 5), group(1, 5)}), INFINITY);
    EXPECT_EQ(epsilon({group(5, 5), group(4, 5)}), INFINITY);
    EXPECT_EQ(epsilon({group(5, 5), group(3, 3)}), 0.0); // nobody has the other outcome
}

TEST(GroupGaps, smoothingNeedsRows)
{
    const std::vector<GroupCount> groups = {group(1.5, 4.5), group(2.25, 3.5)};
    EXPECT_EQ(differentialFairness(groups, Estimate::Smoothed, RowWeights::Given).reason(),
        "smoothing is not defined for weighted rows");
    EXPECT_TRUE(differentialFairness(groups, Estimate::Unsmoothed, RowWeights::Given).isDefined());
}

TEST(GroupGaps, duplicatingRowsChangesNoRatio)
{
    std::vector<GroupCount> groups = {group(3, 7), group(5, 9), group(1, 1)};
    std::vector<GroupCount> doubled;
    for (const GroupCount& each : groups)
        doubled.push_back(group(2 * each.favourable, 2 * each.n));
    EXPECT_EQ(smallestRatio(doubled).value(), smallestRatio(groups).value());
    EXPECT_EQ(smallestRatioToOverall(doubled).value(), smallestRatioToOverall(groups).value());
    EXPECT_EQ(largestDifference(doubled).value(), largestDifference(groups).value());
}

TEST(GroupGaps, theHighestRateOfEqualOnesIsTheFirst)
{
    EXPECT_EQ(highestRate(std::vector{group(1, 4), group(2, 6), group(1, 3)}), 1u);
}

} // namespace
} // namespace cupel::stats
