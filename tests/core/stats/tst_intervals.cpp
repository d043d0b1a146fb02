#include "core/stats/intervals.h"

#include "tests/support/json_file.h"
#include "tests/support/shared_dir.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <cmath>
#include <string>

namespace cupel::stats {
namespace {

using nlohmann::json;
using test::agrees;

/// Reference values computed with 40 digits from the doubles given.
TEST(NormalQuantile, referenceValues)
{
    const auto expectNear = [](double p, double x) {
        EXPECT_NEAR(normalQuantile(p), x, 1e-14 * (1.0 + std::fabs(x))) << p;
    };
    expectNear(0.975, 1.95996398454005386);
    expectNear(0.025, -1.95996398454005421);
    expectNear(0.995, 2.57582930354890045);
    expectNear(0.75, 0.674489750196081743);
    expectNear(0.9, 1.28155156554460059);
    expectNear(0.5001, 0.000250662830088007492);
    expectNear(1e-10, -6.3613409024040562);
    expectNear(1e-300, -37.0470962993611992);
    expectNear(0.5, 0.0);
}

TEST(NormalQuantile, invertsTheDistribution)
{
    for (double p = 0.001; p < 0.5; p += 0.001) {
        const double x = normalQuantile(p);
        EXPECT_NEAR(0.5 * std::erfc(-x / std::sqrt(2.0)), p, 1e-15) << p;
        EXPECT_NEAR(normalQuantile(1.0 - p), -x, 1e-13) << p;
    }
}

void expectInterval(const std::optional<base::Interval>& actual, const json& expected,
    test::Tolerance tolerance, const std::string& method)
{
    if (expected.is_null() || expected.contains("error")) {
        EXPECT_FALSE(actual.has_value());
        return;
    }
    ASSERT_TRUE(actual.has_value());
    EXPECT_EQ(actual->method, method);
    EXPECT_TRUE(agrees(actual->low, expected.at("low"), tolerance));
    EXPECT_TRUE(agrees(actual->high, expected.at("high"), tolerance));
}

TEST(Intervals, sharedVectors)
{
    CUPEL_REQUIRE_SHARED("vectors/08_intervals.json");
    const json file = test::readJson(test::sharedDir() / "vectors/08_intervals.json");
    int proportions = 0;
    int differences = 0;
    for (const json& oneCase : file.at("cases")) {
        SCOPED_TRACE(oneCase.at("id").get<std::string>());
        const json& input = oneCase.at("input");
        const json& expected = oneCase.at("expected");
        const test::Tolerance tolerance = test::toleranceOf(file, oneCase);
        if (input.contains("successes")) {
            const double level = 1.0 - input.at("alpha").get<double>();
            const auto interval = wilson(
                input.at("successes").get<double>(), input.at("trials").get<double>(), level);
            expectInterval(interval, expected.at("wilson"), tolerance, "wilson");
            ++proportions;
        } else if (input.contains("k1")) {
            const double level = 1.0 - input.at("alpha").get<double>();
            const auto k1 = input.at("k1").get<double>();
            const auto n1 = input.at("n1").get<double>();
            const auto k2 = input.at("k2").get<double>();
            const auto n2 = input.at("n2").get<double>();
            expectInterval(newcombe(k1, n1, k2, n2, level),
                expected.at("newcombe_wilson_difference"), tolerance, "newcombe");
            // The file leaves the ratio out where a count is 0.
            expectInterval(katz(k1, n1, k2, n2, level), expected.value("katz_log_ratio", json()),
                tolerance, "katz");
            ++differences;
        }
    }
    EXPECT_EQ(proportions, 20);
    EXPECT_EQ(differences, 5);
}

TEST(Wilson, endsAreExactAtNoneAndAll)
{
    const auto none = wilson(0.0, 7.0, 0.95);
    EXPECT_EQ(none->low, 0.0);
    EXPECT_GT(none->high, 0.3);
    const auto all = wilson(7.0, 7.0, 0.95);
    EXPECT_EQ(all->high, 1.0);
    EXPECT_DOUBLE_EQ(all->low, 1.0 - none->high);
    EXPECT_EQ(all->level, 0.95);
}

/// With z^2 = n the formula for k = n/2 has centre 1/2 and half-width 1/sqrt 8.
TEST(Wilson, handComputed)
{
    const double z = 1.95996398454005386;
    const auto interval = wilson(z * z / 2.0, z * z, 0.95);
    EXPECT_NEAR(interval->low, 0.5 - std::sqrt(0.125), 1e-14);
    EXPECT_NEAR(interval->high, 0.5 + std::sqrt(0.125), 1e-14);
}

TEST(Wilson, noneWithoutRows)
{
    EXPECT_FALSE(wilson(0.0, 0.0, 0.95).has_value());
}

TEST(Newcombe, isAntisymmetricAndNeedsBothSides)
{
    const auto forward = newcombe(3.0, 10.0, 6.0, 9.0, 0.9);
    const auto backward = newcombe(6.0, 9.0, 3.0, 10.0, 0.9);
    EXPECT_DOUBLE_EQ(forward->low, -backward->high);
    EXPECT_DOUBLE_EQ(forward->high, -backward->low);
    EXPECT_FALSE(newcombe(0.0, 0.0, 1.0, 2.0, 0.95).has_value());
    EXPECT_FALSE(newcombe(1.0, 2.0, 0.0, 0.0, 0.95).has_value());
}

TEST(Katz, everybodyHasNoVariance)
{
    const auto interval = katz(5.0, 5.0, 3.0, 3.0, 0.95);
    EXPECT_EQ(interval->low, 1.0);
    EXPECT_EQ(interval->high, 1.0);
}

TEST(Katz, noneForZeroCounts)
{
    EXPECT_FALSE(katz(0.0, 5.0, 3.0, 4.0, 0.95).has_value());
    EXPECT_FALSE(katz(2.0, 5.0, 0.0, 4.0, 0.95).has_value());
    EXPECT_FALSE(katz(2.0, 5.0, 0.0, 0.0, 0.95).has_value());
}

TEST(KishSize, handComputed)
{
    // Weights 1, 1, 2: (4)^2 / 6. Equal weights w: n, whatever w is.
    EXPECT_DOUBLE_EQ(kishSize(4.0, 6.0).value(), 16.0 / 6.0);
    EXPECT_DOUBLE_EQ(kishSize(5 * 0.3, 5 * 0.09).value(), 5.0);
    EXPECT_EQ(kishSize(0.0, 0.0).reason(), "no weight");
}

} // namespace
} // namespace cupel::stats
