#include "core/reports/terminal_text.h"

#include <gtest/gtest.h>

namespace cupel::reports {
namespace {

using namespace std::string_literals;

struct Shown {
    const char* name;
    std::string text;
    std::string shown;
};

class VisibleText : public testing::TestWithParam<Shown> { };

TEST_P(VisibleText, nothingActs)
{
    EXPECT_EQ(visibleText(GetParam().text), GetParam().shown);
}

INSTANTIATE_TEST_SUITE_P(all, VisibleText,
    testing::Values(Shown{"plain", "Größe 東京", "Größe 東京"},
        Shown{"escape", "\x1b[31mred", "\\x1b[31mred"},
        Shown{"clipboard", "\x1b]52;c;aGk=\x07", "\\x1b]52;c;aGk=\\x07"},
        Shown{"lineEnds", "a\r\nb\tc", "a\\r\\nb\\tc"}, Shown{"nul", "a\0b"s, "a\\x00b"},
        Shown{"c1",
            "a\xc2\x9b"
            "b",
            "a\\u{009b}b"},
        Shown{"bidi",
            "a\xe2\x80\xae"
            "b",
            "a\\u{202e}b"},
        Shown{"zeroWidth",
            "a\xe2\x80\x8b"
            "b",
            "a\\u{200b}b"},
        Shown{"invalid", "a\xff\xc3", "a\\xff\\xc3"}, Shown{"overlong", "\xc0\xaf", "\\xc0\\xaf"},
        Shown{"command", "::error::x", "\\x3a:error::x"},
        Shown{"commandAfterBlank", "is ::error", "is \\x3a:error"},
        Shown{"colonsInside", "std::string", "std::string"},
        Shown{"azure", "##vso[task]", "\\x23#vso[task]"}),
    [](const auto& one) { return one.param.name; });

TEST(DisplayWidth, wideAndCombining)
{
    EXPECT_EQ(displayWidth("abc"), 3u);
    EXPECT_EQ(displayWidth("東京"), 4u);
    EXPECT_EQ(displayWidth("\x1b[1;31mred\x1b[0m"), 3u);
    EXPECT_EQ(displayWidth("e\xcc\x81"), 1u); // e and a combining acute accent
}

TEST(Wrapped, breaksAtBlanksWithinTheWidth)
{
    EXPECT_EQ(wrapped("one two three", 9, 2), "one two\n  three");
    EXPECT_EQ(wrapped("one two three", 80, 2), "one two three");
    EXPECT_EQ(wrapped("a averyverylongword b", 6, 0), "a\naveryverylongword\nb");
    EXPECT_EQ(wrapped("東京 東京", 8, 0), "東京\n東京");
    EXPECT_EQ(wrapped("", 8, 0), "");
}

TEST(GroupedDigits, commasEveryThreeDigits)
{
    EXPECT_EQ(groupedDigits(0), "0");
    EXPECT_EQ(groupedDigits(999), "999");
    EXPECT_EQ(groupedDigits(1'000), "1,000");
    EXPECT_EQ(groupedDigits(-1'234'567), "-1,234,567");
    EXPECT_EQ(groupedDigits(-100), "-100");
}

} // namespace
} // namespace cupel::reports
