#include "core/audits/wording.h"
#include "tests/core/audits/audit_run.h"

#include <gtest/gtest.h>

#include <limits>

namespace cupel::audits {
namespace {

TEST(Percent, NeverClaimsNothingOrAll)
{
    EXPECT_EQ(percent(0.0), "0 %");
    EXPECT_EQ(percent(1.0), "100 %");
    EXPECT_EQ(percent(1e-9), "under 0.01 %");
    EXPECT_EQ(percent(0.99999999), "over 99.99 %");
    EXPECT_EQ(percent(0.000123), "0.01 %");
}

TEST(Percent, RoundsToAsManyDigitsAsMatter)
{
    EXPECT_EQ(percent(0.5), "50 %");
    EXPECT_EQ(percent(0.2408), "24.1 %");
    EXPECT_EQ(percent(0.00456), "0.46 %");
    EXPECT_EQ(percent(0.9951), "99.51 %");
    EXPECT_EQ(percent(0.1), "10 %");
}

TEST(ShortNumber, HasFourDigits)
{
    EXPECT_EQ(shortNumber(0.196275987), "0.1963");
    EXPECT_EQ(shortNumber(12345.6), "12,346");
    EXPECT_EQ(shortNumber(-1234567.0), "-1,234,567");
    EXPECT_EQ(shortNumber(1e15), "1e+15");
    EXPECT_EQ(shortNumber(3.0), "3");
    EXPECT_EQ(shortNumber(-0.5), "-0.5");
    EXPECT_EQ(shortNumber(std::numeric_limits<double>::infinity()), "infinite");
}

TEST(CountOf, KnowsOne)
{
    EXPECT_EQ(countOf(1, "row", "rows"), "1 row");
    EXPECT_EQ(countOf(0, "row", "rows"), "0 rows");
}

TEST(IntervalWords, AreEmptyWithoutAnInterval)
{
    EXPECT_EQ(intervalWords(std::nullopt), "");
    EXPECT_EQ(
        intervalWords(base::Interval{0.95, 0.125, 0.25, "wilson"}), "95 % interval 0.125 to 0.25");
}

TEST(SentenceOf, JoinsOurWordsAndKeepsDataApart)
{
    const base::Sentence whole
        = sentence("", base::DataText::name("sex"), " is ", "a column", base::DataText::name("x"));
    ASSERT_EQ(whole.size(), 3U);
    EXPECT_EQ(std::get<base::DataText>(whole[0]).raw(), "sex");
    EXPECT_EQ(std::get<std::string>(whole[1]), " is a column");
}

TEST(Named, ShowsBlanksAndCommas)
{
    EXPECT_EQ(test::plain(named(base::DataText::roleValue(" Male", 9))), "\" Male\"");
    EXPECT_EQ(test::plain(named(base::DataText::roleValue("a,b", 9))), "\"a,b\"");
    EXPECT_EQ(test::plain(named(base::DataText::roleValue("two words", 9))), "two words");
    EXPECT_EQ(test::plain(named(base::DataText::roleValue("", 9))), "\"\"");
}

TEST(Listing, NamesTheFirstAndCountsTheRest)
{
    const std::vector<base::Sentence> items{{"a"}, {"b"}, {"c"}};
    EXPECT_EQ(test::plain(listing(items, 2)), "a, b and 1 more");
    EXPECT_EQ(test::plain(listing(items, 3)), "a, b, c");
    EXPECT_TRUE(listing({}).empty());
}

} // namespace
} // namespace cupel::audits
