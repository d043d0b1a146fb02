#include "core/base/number.h"

#include <gtest/gtest.h>

#include <bit>
#include <cfloat>
#include <cmath>
#include <cstdlib>
#include <limits>
#include <random>
#include <string>

namespace cupel::base {
namespace {

using Kind = Number::Kind;

struct NumberCase {
    std::string text;
    Kind kind;
    double value;
};

class ParseNumber : public testing::TestWithParam<NumberCase> { };

TEST_P(ParseNumber, readsKindAndValue)
{
    const auto number = parseNumber(GetParam().text);
    ASSERT_TRUE(number.has_value()) << GetParam().text;
    EXPECT_EQ(number->kind, GetParam().kind) << GetParam().text;
    // By bits, so that -0.0 is not 0.0.
    EXPECT_EQ(
        std::bit_cast<std::uint64_t>(number->d), std::bit_cast<std::uint64_t>(GetParam().value))
        << GetParam().text << " read as " << number->d;
    const bool isInteger = number->kind == Kind::Integer;
    EXPECT_EQ(formatInteger(number->i), isInteger ? GetParam().text : "0");
}

const std::string kZeros(380, '0');
const std::string kNines(390, '9');

INSTANTIATE_TEST_SUITE_P(, ParseNumber,
    testing::Values(NumberCase{"0", Kind::Integer, 0.0}, NumberCase{"7", Kind::Integer, 7.0},
        NumberCase{"-12", Kind::Integer, -12.0},
        NumberCase{"9223372036854775807", Kind::Integer, 9223372036854775808.0},
        NumberCase{"-9223372036854775808", Kind::Integer, -9223372036854775808.0},
        NumberCase{"-0", Kind::Decimal, -0.0}, NumberCase{"-0.0", Kind::Decimal, -0.0},
        NumberCase{"-0e5", Kind::Decimal, -0.0}, NumberCase{"0.0", Kind::Decimal, 0.0},
        NumberCase{"0.5", Kind::Decimal, 0.5}, NumberCase{"-0.5", Kind::Decimal, -0.5},
        NumberCase{".5", Kind::Decimal, 0.5}, NumberCase{"-.5", Kind::Decimal, -0.5},
        NumberCase{"5.", Kind::Decimal, 5.0}, NumberCase{"0.000001", Kind::Decimal, 1e-6},
        NumberCase{"1e5", Kind::Decimal, 1e5}, NumberCase{"1E+05", Kind::Decimal, 1e5},
        NumberCase{"5.e-1", Kind::Decimal, 0.5}, NumberCase{"1e-05", Kind::Decimal, 1e-5},
        NumberCase{"123.456000", Kind::Decimal, 123.456},
        NumberCase{"9007199254740993.0", Kind::Decimal, 9007199254740992.0},
        NumberCase{"9007199254740993.00000000000000000001", Kind::Decimal, 9007199254740994.0},
        NumberCase{"12345678901234567890.5", Kind::Decimal, 12345678901234567890.5},
        NumberCase{"0.1000000000000000055511151231257827", Kind::Decimal, 0.1},
        NumberCase{"1e22", Kind::Decimal, 1e22}, NumberCase{"1e23", Kind::Decimal, 1e23},
        NumberCase{"1.7976931348623157e308", Kind::Decimal, DBL_MAX},
        NumberCase{"1.7976931348623158e308", Kind::Decimal, DBL_MAX},
        NumberCase{"5e-324", Kind::Decimal, 5e-324}, NumberCase{"2.3e-324", Kind::Decimal, 0.0},
        NumberCase{"1e-400", Kind::Decimal, 0.0}, NumberCase{"-1e-400", Kind::Decimal, -0.0},
        NumberCase{"1e-99999999999", Kind::Decimal, 0.0},
        NumberCase{"0e99999999999", Kind::Decimal, 0.0},
        NumberCase{"0." + kZeros + "1", Kind::Decimal, 0.0},
        NumberCase{"-0.0" + kZeros, Kind::Decimal, -0.0},
        NumberCase{"0." + kZeros + "1e381", Kind::Decimal, 1.0}));

class NotANumber : public testing::TestWithParam<std::string> { };

TEST_P(NotANumber, isText)
{
    EXPECT_FALSE(parseNumber(GetParam()).has_value()) << GetParam();
}

INSTANTIATE_TEST_SUITE_P(, NotANumber,
    testing::Values("", "-", "+", ".", "-.", "e", "e5", ".e5", "1e", "1e+", "1e-", "+1", "+0.5",
        "007", "00", "-01", "00.5", "01e5", " 1", "1 ", "1\n", "1 2", "1,5", "1.2.3", "1e5.0",
        "1e5e5", "--1", "1-", "0x10", "1f", "1_000", "inf", "-inf", "Infinity", "nan", "NaN",
        "-nan", "9223372036854775808", "-9223372036854775809", "10000000000000000000",
        "18446744073709551617", "100000000000000000000000", "1e400", "-1e400",
        "1.7976931348623159e308", kNines + ".5", "1e99999999999", "\xEF\xBC\x91",
        std::string("1\0", 2)));

TEST(ParseNumberLength, upTo400Characters)
{
    const std::string text = "0." + std::string(398, '5');
    EXPECT_TRUE(parseNumber(text).has_value());
    EXPECT_FALSE(parseNumber(text + "5").has_value());
}

/// Decimals of every length and size, against the C library (which is correctly rounded too).
TEST(ParseNumberValue, isCorrectlyRounded)
{
    std::mt19937_64 random(11);
    for (int round = 0; round < 100000; ++round) {
        std::string text = random() % 2 != 0 ? "-" : "";
        text += static_cast<char>('1' + random() % 9);
        const std::size_t digits = random() % 24;
        const std::size_t point = random() % 26;
        for (std::size_t i = 0; i < digits; ++i) {
            if (i == point)
                text += '.';
            text += static_cast<char>('0' + random() % 10);
        }
        if (random() % 2 != 0)
            text.append("e").append(formatInteger(static_cast<int>(random() % 640) - 330));
        const auto number = parseNumber(text);
        const double expected = std::strtod(text.c_str(), nullptr);
        if (text.find_first_of(".e") == std::string::npos && !number)
            continue; // an integer beyond 64 bits
        if (std::isinf(expected)) {
            EXPECT_FALSE(number.has_value()) << text;
        } else {
            ASSERT_TRUE(number.has_value()) << text;
            ASSERT_EQ(number->d, expected) << text;
        }
    }
}

struct FormatCase {
    double value;
    const char* text;
};

class FormatNumber : public testing::TestWithParam<FormatCase> { };

TEST_P(FormatNumber, writesTheShortestText)
{
    EXPECT_EQ(formatNumber(GetParam().value), GetParam().text);
}

INSTANTIATE_TEST_SUITE_P(, FormatNumber,
    testing::Values(FormatCase{0.0, "0"}, FormatCase{-0.0, "-0"}, FormatCase{1.0, "1"},
        FormatCase{-17.0, "-17"}, FormatCase{0.1, "0.1"},
        FormatCase{0.1 + 0.2, "0.30000000000000004"}, FormatCase{1e6, "1000000"},
        FormatCase{1e15, "1000000000000000"}, FormatCase{-9007199254740991.0, "-9007199254740991"},
        FormatCase{1e21, "1e+21"}, FormatCase{190241253886999592960.0, "1.902412538869996e+20"},
        FormatCase{1152921504606846976.0, "1152921504606846976"}, FormatCase{1e-7, "1e-07"},
        FormatCase{123456.789, "123456.789"}, FormatCase{5e-324, "5e-324"},
        FormatCase{DBL_MAX, "1.7976931348623157e+308"},
        FormatCase{std::numeric_limits<double>::infinity(), "Infinity"},
        FormatCase{-std::numeric_limits<double>::infinity(), "-Infinity"},
        FormatCase{std::numeric_limits<double>::quiet_NaN(), "NaN"}));

TEST(FormatNumberText, readsBackAsTheSameDouble)
{
    std::mt19937_64 random(5);
    for (int round = 0; round < 20000; ++round) {
        const auto value = std::bit_cast<double>(random());
        if (!std::isfinite(value))
            continue;
        const auto number = parseNumber(formatNumber(value));
        ASSERT_TRUE(number.has_value()) << formatNumber(value);
        ASSERT_EQ(number->d, value);
    }
}

TEST(FormatInteger, limits)
{
    EXPECT_EQ(formatInteger(std::numeric_limits<std::int64_t>::min()), "-9223372036854775808");
    EXPECT_EQ(formatInteger(std::numeric_limits<std::int64_t>::max()), "9223372036854775807");
}

} // namespace
} // namespace cupel::base
