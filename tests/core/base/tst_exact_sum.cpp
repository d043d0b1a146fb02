#include "core/base/exact_sum.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cfloat>
#include <cmath>
#include <limits>
#include <random>
#include <vector>

namespace cupel::base {
namespace {

constexpr double kInfinity = std::numeric_limits<double>::infinity();
constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();
constexpr double kTiny = std::numeric_limits<double>::denorm_min();

__extension__ typedef __int128 Int128;

double sumOf(const std::vector<double>& values)
{
    ExactSum sum;
    for (double value : values)
        sum.add(value);
    return sum.value();
}

struct SumCase {
    const char* name;
    std::vector<double> values;
    double expected;
};

class ExactSumOf : public testing::TestWithParam<SumCase> { };

TEST_P(ExactSumOf, isRoundedOnceInAnyOrder)
{
    std::vector<double> values = GetParam().values;
    EXPECT_EQ(sumOf(values), GetParam().expected);
    std::reverse(values.begin(), values.end());
    EXPECT_EQ(sumOf(values), GetParam().expected);
}

const double kTwo53 = 9007199254740992.0;

INSTANTIATE_TEST_SUITE_P(, ExactSumOf,
    testing::Values(SumCase{"nothing", {}, 0.0}, SumCase{"cancellation", {1e100, 1.0, -1e100}, 1.0},
        SumCase{"farApart", {1e300, 1e-300, -1e300, -1e-300, 0.25}, 0.25},
        SumCase{"tieGoesToEvenBelow", {kTwo53, 1.0}, kTwo53},
        SumCase{"tieGoesToEvenAbove", {kTwo53, 3.0}, kTwo53 + 4.0},
        SumCase{"aboveTheTie", {kTwo53, 1.0, 1e-300}, kTwo53 + 2.0},
        SumCase{"belowTheTie", {kTwo53, 1.0, -1e-300}, kTwo53},
        SumCase{"negativeAboveTheTie", {-kTwo53, -1.0, -kTiny}, -kTwo53 - 2.0},
        SumCase{"tenTenths", std::vector<double>(10, 0.1), 1.0},
        SumCase{"subnormals", {kTiny, kTiny, kTiny}, 3 * kTiny},
        SumCase{"subnormalWithOne", {1.0, kTiny, -1.0}, kTiny},
        SumCase{"subnormalMeetsNormal", {DBL_MIN, -kTiny}, DBL_MIN - kTiny},
        SumCase{"overflow", {DBL_MAX, DBL_MAX}, kInfinity},
        SumCase{"negativeOverflow", {-DBL_MAX, -DBL_MAX}, -kInfinity},
        SumCase{"overflowOnTheWay", {DBL_MAX, DBL_MAX, -DBL_MAX}, DBL_MAX},
        SumCase{"halfAnUlpOverMax", {DBL_MAX, std::ldexp(1.0, 970)}, kInfinity},
        SumCase{"lessThanHalfAnUlpOverMax", {DBL_MAX, std::ldexp(1.0, 969)}, DBL_MAX},
        SumCase{"infinity", {1.0, kInfinity, -DBL_MAX}, kInfinity},
        SumCase{"negativeInfinity", {1.0, -kInfinity, -kInfinity}, -kInfinity}),
    [](const auto& suite) { return suite.param.name; });

TEST(ExactSum, nanAndOppositeInfinitiesGiveNan)
{
    EXPECT_TRUE(std::isnan(sumOf({1.0, kNaN, 2.0})));
    EXPECT_TRUE(std::isnan(sumOf({kInfinity, 1.0, -kInfinity})));
    EXPECT_TRUE(std::isnan(sumOf({kInfinity, kNaN})));
    // Not even next to values whose digits lie where those of an infinity would.
    EXPECT_TRUE(std::isnan(sumOf({DBL_MAX, DBL_MAX, kNaN})));
}

TEST(ExactSum, zeroIsPositive)
{
    EXPECT_FALSE(std::signbit(sumOf({-0.0, -0.0})));
    EXPECT_FALSE(std::signbit(sumOf({-2.5, 2.5})));
}

/// Random values m * 2^e whose sum fits 128 bits, so that integer arithmetic gives the answer.
TEST(ExactSum, agreesWithIntegerArithmetic)
{
    std::mt19937_64 random(20240501);
    for (int round = 0; round < 200; ++round) {
        Int128 expected = 0;
        ExactSum sum;
        for (int i = 0; i < 500; ++i) {
            const auto mantissa
                = static_cast<std::int64_t>(random() >> 11) * ((random() & 1) != 0 ? 1 : -1);
            const int exponent = static_cast<int>(random() % 50);
            expected += static_cast<Int128>(mantissa) * (Int128{1} << exponent);
            sum.add(std::ldexp(static_cast<double>(mantissa), exponent - 70));
        }
        EXPECT_EQ(std::ldexp(sum.value(), 70), static_cast<double>(expected));
        EXPECT_EQ(sum.sign(), expected < 0 ? -1 : (expected > 0 ? 1 : 0));
    }
}

TEST(ExactSum, doesNotDependOnOrderOrSplit)
{
    std::mt19937_64 random(7);
    std::vector<double> values;
    for (int i = 0; i < 3000; ++i)
        values.push_back(std::ldexp(
            static_cast<double>(random()) - 9.2e18, static_cast<int>(random() % 1600) - 860));
    const double expected = sumOf(values);
    for (int round = 0; round < 20; ++round) {
        std::shuffle(values.begin(), values.end(), random);
        std::vector<ExactSum> parts(1 + random() % 7);
        for (double value : values)
            parts[random() % parts.size()].add(value);
        ExactSum whole;
        for (const ExactSum& part : parts)
            whole.merge(part);
        EXPECT_EQ(whole.value(), expected);
    }
}

TEST(ExactSum, manyAdditionsDoNotOverflowADigit)
{
    ExactSum sum;
    for (int i = 0; i < 100000; ++i)
        sum.add(-(kTwo53 - 1.0));
    ExactSum expected;
    expected.addTimes(1.0 - kTwo53, 100000);
    expected.addTimes(kTwo53 - 1.0, 99999);
    EXPECT_EQ(expected.value(), 1.0 - kTwo53);
    sum.addTimes(kTwo53 - 1.0, 99999);
    EXPECT_EQ(sum.value(), 1.0 - kTwo53);
}

TEST(ExactSum, mergesWithItselfAndWithNothing)
{
    ExactSum sum;
    sum.merge(ExactSum());
    sum.add(0.3);
    sum.merge(sum);
    EXPECT_EQ(sum.value(), 0.6);
    ExactSum infinite;
    infinite.add(kInfinity);
    sum.merge(infinite);
    EXPECT_EQ(sum.value(), kInfinity);
    EXPECT_FALSE(sum.isFinite());
}

TEST(ExactSum, productsAreExact)
{
    ExactSum sum;
    sum.addProduct(0.1, 0.1);
    sum.add(-(0.1 * 0.1));
    EXPECT_EQ(sum.value(), std::fma(0.1, 0.1, -(0.1 * 0.1)));
    EXPECT_NE(sum.value(), 0.0);
}

TEST(ExactSum, productsNeitherOverflowNorUnderflow)
{
    ExactSum huge;
    huge.addProduct(DBL_MAX, DBL_MAX);
    huge.add(3.0);
    huge.addProduct(DBL_MAX, -DBL_MAX);
    EXPECT_EQ(huge.value(), 3.0);

    // A product far below the smallest double decides a tie.
    ExactSum tie;
    tie.add(kTwo53);
    tie.add(1.0);
    tie.addProduct(kTiny, kTiny);
    EXPECT_EQ(tie.value(), kTwo53 + 2.0);
}

TEST(ExactSum, roundsToSubnormals)
{
    const auto times = [](double factor) {
        ExactSum sum;
        sum.addProduct(kTiny, factor);
        return sum.value();
    };
    EXPECT_EQ(times(0.25), 0.0);
    EXPECT_EQ(times(0.5), 0.0); // a tie, and 0 is even
    EXPECT_EQ(times(std::nextafter(0.5, 1.0)), kTiny);
    EXPECT_EQ(times(-0.75), -kTiny);
    EXPECT_EQ(times(1.5), 2 * kTiny);
    EXPECT_EQ(times(2.5), 2 * kTiny);
}

TEST(ExactSum, productsWithInfinityFollowIeee)
{
    ExactSum sum;
    sum.addProduct(kInfinity, -2.0);
    EXPECT_EQ(sum.value(), -kInfinity);
    sum.addProduct(0.0, kInfinity);
    EXPECT_TRUE(std::isnan(sum.value()));
}

TEST(ExactSum, timesCountsRepetitions)
{
    ExactSum sum;
    sum.addTimes(0.1, 3);
    EXPECT_EQ(sum.value(), 0.1 * 3);
    sum.addTimes(0.1, -3);
    EXPECT_EQ(sum.value(), 0.0);

    sum.addTimes(DBL_MAX, std::numeric_limits<std::int64_t>::min());
    sum.addTimes(DBL_MAX, std::numeric_limits<std::int64_t>::max());
    EXPECT_EQ(sum.value(), -DBL_MAX);

    ExactSum nothing;
    nothing.addTimes(kNaN, 0);
    EXPECT_EQ(nothing.value(), 0.0);
    nothing.addTimes(kInfinity, -2);
    EXPECT_EQ(nothing.value(), -kInfinity);
}

TEST(ExactSum, squaresCountRepetitions)
{
    std::mt19937_64 random(3);
    for (int round = 0; round < 100; ++round) {
        const double x = std::ldexp(
            static_cast<double>(random()) - 9.2e18, static_cast<int>(random() % 1000) - 500);
        ExactSum sum;
        sum.addSquareTimes(x, 37);
        for (int i = 0; i < 37; ++i)
            sum.addProduct(-x, x);
        EXPECT_EQ(sum.sign(), 0) << x;
    }
    ExactSum sum;
    sum.addSquareTimes(kTwo53 - 1.0, std::numeric_limits<std::int64_t>::max());
    sum.addSquareTimes(kTwo53 - 1.0, -std::numeric_limits<std::int64_t>::max());
    EXPECT_EQ(sum.sign(), 0);
}

TEST(ExactSum, scaledKeepsAnyRange)
{
    ExactSum huge;
    huge.addProduct(std::ldexp(3.0, 1000), std::ldexp(1.0, 1000));
    EXPECT_EQ(huge.value(), kInfinity);
    EXPECT_EQ(huge.scaled().fraction, 0.75);
    EXPECT_EQ(huge.scaled().exponent, 2002);

    ExactSum tiny;
    tiny.addProduct(-kTiny, kTiny);
    EXPECT_EQ(tiny.value(), 0.0);
    EXPECT_EQ(tiny.scaled().fraction, -0.5);
    EXPECT_EQ(tiny.scaled().exponent, -2147);
    EXPECT_EQ(tiny.sign(), -1);

    EXPECT_EQ(ExactSum().scaled().fraction, 0.0);
}

TEST(ExactSum, productOfSumsIsExact)
{
    ExactSum above; // 2^60 + 1
    above.add(std::ldexp(1.0, 60));
    above.add(1.0);
    ExactSum below; // -(2^60 - 1)
    below.add(-std::ldexp(1.0, 60));
    below.add(1.0);
    ExactSum product = above * below; // 1 - 2^120
    product.addProduct(std::ldexp(1.0, 60), std::ldexp(1.0, 60));
    EXPECT_EQ(product.value(), 1.0);

    ExactSum infinite;
    infinite.add(kInfinity);
    EXPECT_EQ((infinite * below).value(), -kInfinity);
    EXPECT_TRUE(std::isnan((infinite * ExactSum()).value()));
}

Moments momentsOf(const std::vector<double>& values)
{
    Moments moments;
    for (double value : values)
        moments.add(value);
    return moments;
}

TEST(Moments, handComputed)
{
    const Moments moments = momentsOf({1.0, 2.0, 3.0, 4.0});
    EXPECT_EQ(moments.count(), 4);
    EXPECT_EQ(moments.mean().value(), 2.5);
    EXPECT_DOUBLE_EQ(moments.sampleVariance().value(), 5.0 / 3.0);
    EXPECT_DOUBLE_EQ(moments.sampleStandardDeviation().value(), std::sqrt(5.0 / 3.0));
}

TEST(Moments, undefinedForTooFewValues)
{
    EXPECT_EQ(Moments().mean().reason(), "no values");
    EXPECT_EQ(Moments().sampleVariance().reason(), "fewer than two values");
    const Moments one = momentsOf({3.0});
    EXPECT_EQ(one.mean().value(), 3.0);
    EXPECT_EQ(one.sampleVariance().reason(), "fewer than two values");
    EXPECT_EQ(one.sampleStandardDeviation().reason(), "fewer than two values");
}

TEST(Moments, constantValuesHaveNoSpread)
{
    EXPECT_EQ(momentsOf({0.1, 0.1, 0.1}).sampleVariance().value(), 0.0);
}

/// 4, 7, 13, 16 have variance 30, wherever zero lies.
TEST(Moments, largeOffsetsDoNotCancel)
{
    for (double offset : {0.0, 1e9, -1e12, 1e15}) {
        const Moments moments
            = momentsOf({offset + 4.0, offset + 7.0, offset + 13.0, offset + 16.0});
        EXPECT_EQ(moments.sampleVariance().value(), 30.0) << offset;
        EXPECT_EQ(moments.mean().value(), offset + 10.0) << offset;
    }
}

TEST(Moments, anyMagnitude)
{
    // -1, 0 and 1 times a factor: the standard deviation is the factor.
    for (double factor : {1e-200, 1e-308, 1.0, 1e200, DBL_MAX}) {
        const Moments moments = momentsOf({-factor, 0.0, factor});
        EXPECT_DOUBLE_EQ(moments.sampleStandardDeviation().value(), factor);
    }
    EXPECT_EQ(momentsOf({DBL_MAX, DBL_MAX, DBL_MAX}).mean().value(), DBL_MAX);
    EXPECT_EQ(momentsOf({-1e200, 1e200}).sampleVariance().value(), kInfinity);
}

TEST(Moments, repeatedValuesAndMergedParts)
{
    Moments repeated;
    repeated.add(0.1, 3);
    repeated.add(-7.25, 2);
    Moments merged = momentsOf({0.1, -7.25});
    merged.merge(momentsOf({0.1, 0.1, -7.25}));
    EXPECT_EQ(merged.count(), 5);
    EXPECT_EQ(repeated.count(), 5);
    EXPECT_EQ(merged.mean().value(), repeated.mean().value());
    EXPECT_EQ(merged.sampleVariance().value(), repeated.sampleVariance().value());
    // (0.3 - 14.5) / 5, and 3 * 2.94^2 + 2 * 4.41^2 over 4.
    EXPECT_NEAR(merged.mean().value(), -2.84, 1e-15);
    EXPECT_NEAR(merged.sampleVariance().value(), 16.2067500, 1e-12);
}

} // namespace
} // namespace cupel::base
