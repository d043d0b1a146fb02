#include "core/reports/svg_chart.h"

#include "core/reports/chart_rows.h"
#include "tests/core/reports/support/hostile_texts.h"
#include "tests/core/reports/support/markup.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

namespace cupel::reports {
namespace {

using audits::ResultTable;
using base::DataText;
using charts::ChartSpec;

constexpr double kInfinity = std::numeric_limits<double>::infinity();
const PrivacyView kFull(Privacy::Full);
const ChartSpec kBar{"c", ChartSpec::Kind::Bar, "t"};
const ChartSpec kDots{"c", ChartSpec::Kind::DotInterval, "t", "rate"};

ResultTable bars(const std::vector<std::pair<std::string, ResultTable::Cell>>& values)
{
    ResultTable table{"t", {std::string("Rows")}, {"class", "rows"}, {}};
    for (const auto& [label, value] : values)
        table.rows.push_back({DataText::name(label), value});
    return table;
}

ResultTable dots(const std::vector<std::vector<ResultTable::Cell>>& rows)
{
    return {"t", {std::string("Rates")}, {"group", "n", "rate", "low", "high"}, rows};
}

std::string drawn(const ChartSpec& spec, const ResultTable& table)
{
    std::string svg = svgChart(spec, table, kFull, "id");
    EXPECT_EQ(test::readMarkup(svg).fault, "");
    for (const char* word : {"=\"nan", "=\"inf", "=\"-inf"})
        EXPECT_EQ(svg.find(word), std::string::npos) << word << " in " << svg;
    return svg;
}

TEST(ChartRows, barsAreOrderedAndTheRestIsJoined)
{
    ResultTable table = bars({});
    for (int i = 0; i < 1'000; ++i)
        table.rows.push_back({DataText::name("c" + std::to_string(i)), std::int64_t{i}});
    table.rows.push_back({std::string("(missing)"), std::int64_t{7}});
    const ChartRows chart = chartRows(kBar, table, kFull);
    ASSERT_EQ(chart.rows.size(), 16u);
    EXPECT_EQ(chart.rows[0].label, "c999");
    EXPECT_EQ(chart.rows[14].label, "986 others together");
    EXPECT_EQ(chart.rows[14].value, 985.0 * 986.0 / 2.0);
    EXPECT_EQ(chart.rows[15].label, "(missing)");
    const std::string svg = drawn(kBar, table);
    EXPECT_NE(svg.find("986 others together"), std::string::npos);
}

TEST(ChartRows, dotsAreOrderedAndTheMiddleIsLeftOut)
{
    ResultTable table = dots({});
    for (int i = 0; i < 100; ++i)
        table.rows.push_back({DataText::name("g" + std::to_string(i)), std::int64_t{10},
            (i * 37 % 100) / 100.0, 0.0, 1.0});
    const ChartRows chart = chartRows(kDots, table, kFull);
    ASSERT_EQ(chart.rows.size(), 30u);
    EXPECT_EQ(chart.leftOut, 70u);
    EXPECT_EQ(chart.rows[0].value, 0.0);
    EXPECT_EQ(chart.rows[14].value, 0.14);
    EXPECT_EQ(chart.rows[15].value, 0.85);
    EXPECT_EQ(chart.rows[29].value, 0.99);
    EXPECT_NE(drawn(kDots, table).find("70 rows between"), std::string::npos);
}

TEST(SvgChart, lengthsFollowTheNumbers)
{
    const std::string svg = drawn(kBar, bars({{"a", std::int64_t{100}}, {"b", std::int64_t{50}}}));
    std::vector<double> widths;
    for (std::size_t at = svg.find("<rect"); at != std::string::npos;
         at = svg.find("<rect", at + 1))
        widths.push_back(std::stod(svg.substr(svg.find("width=\"", at) + 7)));
    ASSERT_EQ(widths.size(), 2u);
    EXPECT_NEAR(widths[0], 2 * widths[1], 0.2);
}

TEST(SvgChart, awkwardNumbersAreDrawnOrNamed)
{
    EXPECT_NE(drawn(kBar, bars({})).find("without any figure"), std::string::npos);
    EXPECT_NE(drawn(kBar, bars({{"one", std::int64_t{1}}})).find(">one<"), std::string::npos);
    drawn(kBar, bars({{"a", std::int64_t{0}}, {"b", std::int64_t{0}}}));
    const std::string infinite = drawn(kBar, bars({{"a", kInfinity}, {"b", 1.0}}));
    EXPECT_NE(infinite.find(">infinite<"), std::string::npos);
    EXPECT_NE(infinite.find("<path class=\"mark\""), std::string::npos);
    EXPECT_NE(drawn(kBar, bars({{"a", ResultTable::Cell{}}, {"b", 1.0}})).find(">undefined<"),
        std::string::npos);
    for (const double size : {1e-320, 1e-9, 1e15, 1e300, std::numeric_limits<double>::max()}) {
        drawn(kBar, bars({{"a", size}, {"b", -size}}));
        drawn(kDots, dots({{DataText::name("g"), std::int64_t{3}, size, -size, size}}));
    }
    drawn(kDots, dots({{DataText::name("g"), std::int64_t{0}, {}, {}, {}}}));
    drawn(kDots, dots({{DataText::name("g"), std::int64_t{3}, 0.5, 0.5, 0.5}}));
    drawn(kDots, dots({{DataText::name("g"), std::int64_t{3}, kInfinity, 0.5, kInfinity}}));
}

TEST(SvgChart, histogramsHaveBins)
{
    const ChartSpec spec{"c", ChartSpec::Kind::Histogram, "t", "rows"};
    const ResultTable table{"t", {std::string("Rows by x")}, {"low", "high", "rows"},
        {{0.0, 1.0, std::int64_t{5}}, {1.0, 2.0, std::int64_t{0}}, {2.0, 3.0, std::int64_t{1}}}};
    const std::string svg = drawn(spec, table);
    EXPECT_NE(svg.find("<title>0 to 1: 5</title>"), std::string::npos);
    EXPECT_EQ(svg.find("<title>1 to 2"), std::string::npos) << "an empty bin is not drawn";
    EXPECT_NE(svg.find("Histogram of 3 bins from 0 to 3"), std::string::npos);
    drawn(spec, {"t", {}, {"low", "high", "rows"}, {{4.0, 4.0, std::int64_t{5}}}});
    drawn(spec, {"t", {}, {"low", "high", "rows"}, {}});
}

TEST(SvgChart, labelsAreTextsAndLongOnesAreShortened)
{
    for (const std::string& text : test::hostileTexts())
        drawn(kBar, bars({{text, std::int64_t{1}}}));
    const std::string label(200, 'x');
    const std::string svg = drawn(kBar, bars({{label, std::int64_t{1}}}));
    EXPECT_NE(svg.find("<title>" + label), std::string::npos);
    EXPECT_NE(svg.find(">" + std::string(29, 'x') + "…<"), std::string::npos);
    EXPECT_NE(
        drawn(kBar, bars({{"<=50K", std::int64_t{1}}})).find(">&lt;=50K<"), std::string::npos);
}

TEST(Axes, haveRoundMarksThatHoldTheNumbers)
{
    const Axis axis = roundAxis(0.0, 0.97);
    EXPECT_EQ(axis.ticks.front(), 0.0);
    EXPECT_EQ(axis.ticks.back(), 1.0);
    EXPECT_DOUBLE_EQ(axis.at(0.5), 0.5);
    EXPECT_EQ(axis.at(kInfinity), 1.0);
    EXPECT_EQ(axis.at(-kInfinity), 0.0);
    for (const auto& [low, high] : std::vector<std::pair<double, double>>{
             {0, 0}, {5, 5}, {-3, -3}, {-1, 7}, {1e16, 1e16 + 2}, {-1e308, 1e308}, {0, 5e-324}}) {
        const Axis each = roundAxis(low, high);
        EXPECT_LE(each.low, low);
        EXPECT_GE(each.high, high);
        EXPECT_LT(each.low, each.high);
        EXPECT_LE(each.ticks.size(), 12u);
    }
}

} // namespace
} // namespace cupel::reports
