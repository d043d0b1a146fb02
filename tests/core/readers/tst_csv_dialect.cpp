#include <gtest/gtest.h>

#include <string>

#include "core/readers/csv_dialect.h"

using namespace cupel::readers;

namespace {

struct Case {
    const char* name;
    std::string sample;
    std::string delimiter;
};

class CsvDialect : public testing::TestWithParam<Case> { };

TEST_P(CsvDialect, DetectsTheDelimiter)
{
    const auto dialect = detectDialect(GetParam().sample, true, {});
    ASSERT_TRUE(dialect);
    EXPECT_EQ(dialect->delimiter, GetParam().delimiter);
}

INSTANTIATE_TEST_SUITE_P(Samples, CsvDialect,
    testing::Values(Case{"comma", "a,b,c\n1,2,3\n", ","},
        Case{
            "semicolon_with_commas_in_text", "text;x\n\"a;b\";1\nhello, you, there;0\nno;1\n", ";"},
        Case{"tab", "a\tb\n1\t2\n", "\t"}, Case{"bar", "a|b\n1|2\n", "|"},
        Case{"comma_blank", "39, State-gov, x\n50, Private, y\n", ", "},
        Case{"comma_blank_with_quotes", "39, \"a, b\", x\n50, \"c\", y\n", ", "},
        Case{"blank_only_sometimes", "39, State-gov,x\n50, Private, y\n", ","},
        Case{"one_column", "name\nAnna\nBernd\n", ","},
        Case{"decimal_commas_inside_semicolons", "x;y\n1,5;2,5\n3,5;4,5\n", ";"},
        Case{"a_few_ragged_rows", "a,b,c\n1,2,3\n4,5\n6,7,8\n9,10,11\n", ","}),
    [](const auto& entry) { return std::string(entry.param.name); });

TEST(CsvDialectOptions, GivenDelimiterIsTaken)
{
    CsvOptions options;
    options.delimiter = "::";
    EXPECT_EQ(detectDialect("a,b\n", true, options)->delimiter, "::");
}

TEST(CsvDialectOptions, ContradictionsAreRefused)
{
    CsvOptions options;
    options.delimiter = "\"";
    EXPECT_FALSE(detectDialect("a,b\n", true, options));
    options.delimiter = "";
    EXPECT_FALSE(detectDialect("a,b\n", true, options));
    options.delimiter = ",\n";
    EXPECT_FALSE(detectDialect("a,b\n", true, options));
}

TEST(CsvDialectOptions, CarriageReturnAloneEndsLines)
{
    EXPECT_EQ(detectDialect("a,b\r1,2\r", true, {})->lineEnd, "\r");
    EXPECT_EQ(detectDialect("a,b\r\n1,2\r\n", true, {})->lineEnd, "\n");
}

} // namespace
