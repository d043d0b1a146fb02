#include "core/card/prose.h"

#include <gtest/gtest.h>

namespace cupel::card {
namespace {

/// The numbers of a text: value, and a mark for percent (%) and about (~).
std::string numbersOf(const std::string& text)
{
    std::string all;
    for (const Token& token : tokens(text)) {
        if (!token.isNumber)
            continue;
        char buffer[64];
        std::snprintf(buffer, sizeof buffer, "%s%.10g%s", token.isApproximate ? "~" : "",
            token.value, token.isPercent ? "%" : "");
        all += (all.empty() ? "" : " ") + std::string(buffer);
    }
    return all;
}

struct Case {
    const char* text;
    const char* numbers;
};

class Numbers : public testing::TestWithParam<Case> { };

TEST_P(Numbers, AreReadAsAPersonReadsThem)
{
    EXPECT_EQ(numbersOf(GetParam().text), GetParam().numbers);
}

INSTANTIATE_TEST_SUITE_P(Texts, Numbers,
    testing::Values(Case{"32,561 rows", "32561"}, Case{"32 561 rows", "32561"},
        Case{"32\u202f561 rows", "32561"}, Case{"32'561 rows", "32561"},
        Case{"32561 rows", "32561"}, Case{"1,234,567 rows", "1234567"},
        Case{"24.1 % of 10", "24.1% 10"}, Case{"24.08% and 3 percent", "24.08% 3%"},
        Case{"about 32,000 rows", "~32000"}, Case{"more than 5 million", "~5000000"},
        Case{"32k rows, 1.5M tokens", "~32000 ~1500000"}, Case{"~500 people", "~500"},
        // No quantities: dates, versions, times, names, money, ranges.
        Case{"2023-01-02 to 2024-12-29", ""}, Case{"version 1.2.0 of v2", ""},
        Case{"at 10:30, 5pt, gpt-4, col_3, #12", ""}, Case{"$5,000 and 3/4", ""},
        // Not groups of three.
        Case{"1,2,3", "1 2 3"}, Case{"12,34", "12 34"}, Case{"in 2019, 500 rows", "2019 500"}));

TEST(Tokens, KnowTheLineOfANumber)
{
    const auto all = passages("The table\nhas\n5,200 rows.", 90, "summary");
    ASSERT_EQ(all.size(), 1u);
    const auto words = tokens(all[0].text);
    const auto number = std::find_if(
        words.begin(), words.end(), [](const Token& token) { return token.isNumber; });
    ASSERT_NE(number, words.end());
    EXPECT_EQ(all[0].lineOf(number->begin), 92u);
}

TEST(Passages, AreSentencesBulletsAndRowsOfTables)
{
    const auto all = passages("One. Two!\n\n- **rows:** 5\n- cols\n\n| split | rows |\n|---|---|\n"
                              "| train | 3,532 |\n\n```\n99 rows\n```\n<!-- 98 rows -->\nThree",
        1, "s");
    std::vector<std::string> texts;
    for (const Passage& passage : all)
        texts.emplace_back(trimmed(passage.text));
    EXPECT_EQ(texts,
        (std::vector<std::string>{
            "One.", "Two!", "- rows: 5", "- cols", "| train | 3,532 |", "Three"}));
    EXPECT_EQ(all[4].cells, (std::vector<std::string>{"train", "3,532"}));
    EXPECT_EQ(all[4].head, (std::vector<std::string>{"split", "rows"}));
    EXPECT_EQ(all[4].line, 8u);
    EXPECT_EQ(all[5].line, 14u);
}

} // namespace
} // namespace cupel::card
