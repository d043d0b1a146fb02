#include "core/readers/column_words.h"

#include <array>
#include <charconv>
#include <random>
#include <string>

#include <gtest/gtest.h>

#include "core/base/number.h"
#include "core/readers/column_text.h"

namespace cupel::readers {
namespace {

TEST(Word, HoldsPlainDecimals)
{
    for (const char* const text :
        {"0", "7", "-7", "10", "1234567", "12345678", "123456789", "-1234567890123456",
            "12345678901234567", "288230376151711743", "0.0", "0.5", "-0.5", "12.340", "0.00000001",
            "1234567.8", "12345678.9", "123456.78901", "0.000123456789012345", "1.2345678901234567",
            "-0.1234567890123456", "0.0000012345678901234567"}) {
        const std::optional<Word> word = Word::of(text);
        ASSERT_TRUE(word.has_value()) << text;
        EXPECT_TRUE(word->isDecimal());
        EXPECT_EQ(word->text(), text);
        EXPECT_EQ(word->number(), base::parseNumber(text)->d) << text;
    }
}

TEST(Word, LeavesOtherTextsAlone)
{
    for (const char* const text : {"", "-", "-0", "-0.00", "00", "01", "-01.5", "00.5", ".5", "5.",
             "-.5", ".", "1..2", "1.2.3", "1.23456789.123", "1e5", "+1", " 1", "1 ", "1,5",
             "12a45678", "abc", "1/2", "1:2", "288230376151711744", "9223372036854775807",
             "1234567890123456789012345", "0.00000000000000000000001", "--1", "1-"})
        EXPECT_FALSE(Word::of(text).has_value()) << text;
}

TEST(Word, KindsAreApart)
{
    EXPECT_TRUE(Word::missing().isMissing());
    EXPECT_FALSE(Word::missing().isDecimal());
    EXPECT_FALSE(Word::missing().isOther());
    const Word other = Word::other(4'000'000'000u);
    EXPECT_TRUE(other.isOther());
    EXPECT_FALSE(other.isDecimal());
    EXPECT_EQ(other.code(), 4'000'000'000u);
    const Word decimal = Word::decimal(-1, 22);
    EXPECT_TRUE(decimal.isDecimal());
    EXPECT_EQ(decimal.mantissa(), -1);
    EXPECT_EQ(decimal.decimals(), 22u);
}

/// Every shortest double must come back bit by bit, and every text letter by letter.
TEST(Word, NumbersRoundAsParsingDoes)
{
    std::mt19937_64 random(5);
    int words = 0;
    for (int i = 0; i < 200'000; ++i) {
        const auto mantissa
            = static_cast<std::int64_t>(random() % Word::kMantissaLimit) >> random() % 50;
        const Word word = Word::decimal(i % 2 == 0 ? mantissa : -mantissa - 1,
            static_cast<unsigned>(random() % (Word::kMaxDecimals + 1)));
        const std::string text = word.text();
        ASSERT_EQ(word.number(), base::parseNumber(text)->d) << text;
        if (const std::optional<Word> read = Word::of(text)) {
            ASSERT_EQ(read->bits(), word.bits()) << text;
            ++words;
        }
    }
    EXPECT_GT(words, 180'000);
}

TEST(CodePoints, CountsAllButContinuations)
{
    EXPECT_EQ(codePoints(""), 0);
    const std::string letter = "\xC3\xA9"; // 2 bytes
    const std::string sign = "\xE2\x82\xAC"; // 3 bytes
    const std::string face = "\xF0\x9F\x98\x80"; // 4 bytes
    for (std::size_t before = 0; before < 70; ++before) {
        for (std::size_t after = 0; after < 20; ++after) {
            const std::string text
                = std::string(before, 'a') + letter + sign + face + std::string(after, 'z');
            ASSERT_EQ(codePoints(text), static_cast<std::int64_t>(before + 3 + after));
        }
    }
    std::string many;
    for (int i = 0; i < 1000; ++i)
        many += sign;
    EXPECT_EQ(codePoints(many), 1000);
}

} // namespace
} // namespace cupel::readers
