#include "core/reports/svg_chart.h"

#include "core/reports/chart_rows.h"
#include "core/reports/svg_text.h"
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
    EXPECT_NE(drawn(kDots, table).find("70 more rows between"), std::string::npos);
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
    EXPECT_NE(svg.find("Histogram from 0 to 3; the fullest bin, 0 to 1, holds 5 rows."),
        std::string::npos);
    drawn(spec, {"t", {}, {"low", "high", "rows"}, {{4.0, 4.0, std::int64_t{5}}}});
    drawn(spec, {"t", {}, {"low", "high", "rows"}, {}});
    // As only a damaged report has them.
    constexpr double kNone = std::numeric_limits<double>::quiet_NaN();
    for (const double low : {0.0, kNone, kInfinity, -kInfinity}) {
        for (const double high : {1.0, kNone, kInfinity, -kInfinity}) {
            for (const double rows : {3.0, kNone, kInfinity, -kInfinity})
                drawn(spec, {"t", {}, {"low", "high", "rows"}, {{low, high, rows}}});
        }
    }
}

TEST(SvgChart, labelsAreTextsAndLongOnesAreShortened)
{
    for (const std::string& text : test::hostileTexts())
        drawn(kBar, bars({{text, std::int64_t{1}}}));
    const std::string label(200, 'x');
    const std::string svg = drawn(kBar, bars({{label, std::int64_t{1}}}));
    EXPECT_NE(svg.find("<title>" + label), std::string::npos);
    EXPECT_EQ(svg.find("\">" + label), std::string::npos) << "only its title is whole";
    EXPECT_NE(svg.find("xxxx…<"), std::string::npos);
    EXPECT_NE(
        drawn(kBar, bars({{"<=50K", std::int64_t{1}}})).find(">&lt;=50K<"), std::string::npos);
}

TEST(SvgChart, aLongNameOfAnAxisIsShortened)
{
    const std::string name(200, 'x');
    for (const auto kind : {ChartSpec::Kind::Histogram, ChartSpec::Kind::Bar}) {
        ChartSpec spec{"c", kind, "t", "rows"};
        spec.axis = {DataText::name(name)};
        const std::string svg = drawn(spec,
            {"t", {std::string("Rows by x")}, {"low", "high", "rows"},
                {{0.0, 1.0, std::int64_t{5}}}});
        EXPECT_EQ(svg.find("\">" + name), std::string::npos);
        EXPECT_NE(svg.find("xxxx…<"), std::string::npos);
    }
}

/// Shares of groups, and of the rows without one.
ResultTable rates(const std::vector<std::pair<std::string, double>>& values)
{
    ResultTable table = dots({});
    for (const auto& [label, rate] : values)
        table.rows.push_back({DataText::name(label), std::int64_t{1'000}, rate, rate / 2, rate});
    return table;
}

TEST(SvgChart, sharesAreInPercentOfTheirRowsAndStartAtZero)
{
    const ChartSpec spec = charts::rateChart("t", "95 %", ChartSpec::Order::ByValue);
    const std::string svg = drawn(spec, rates({{"a", 0.605}, {"b", 0.412}}));
    EXPECT_NE(svg.find(">60.5 % of 1,000<"), std::string::npos) << svg;
    for (const char* mark : {">0 %<", ">100 %<"})
        EXPECT_NE(svg.find(mark), std::string::npos) << mark;
    EXPECT_NE(svg.find("share of rows, with its 95 % interval"), std::string::npos);
    EXPECT_LT(svg.find(">b<"), svg.find(">a<")) << "the lowest first";
    const std::string small = drawn(spec, rates({{"a", 0.021}, {"b", 0.035}}));
    EXPECT_NE(small.find(">0 %<"), std::string::npos);
    EXPECT_EQ(small.find(">100 %<"), std::string::npos) << "small shares are told apart";
}

TEST(SvgChart, numbersMayHaveTheirShareBeside)
{
    ChartSpec spec = kBar;
    spec.beside = "share";
    const ResultTable table{"t", {}, {"class", "rows", "share"},
        {{DataText::name("yes"), std::int64_t{2'672}, 0.5344},
            {std::string("(missing)"), std::int64_t{7}, {}}}};
    const std::string svg = drawn(spec, table);
    EXPECT_NE(svg.find(">2,672 (53.4 %)<"), std::string::npos);
    EXPECT_NE(svg.find(">7<"), std::string::npos);
}

TEST(ChartRows, keepTheOrderOfTheTableWhereAsked)
{
    ChartSpec spec = charts::rateChart("t", "95 %", ChartSpec::Order::OfTable);
    const ChartRows few = chartRows(spec, rates({{"x", 0.5}, {"y", 0.1}, {"z", 0.3}}), kFull);
    ASSERT_EQ(few.rows.size(), 3u);
    EXPECT_EQ(few.rows[1].label, "y");
    ResultTable many = rates({});
    for (int i = 0; i < 40; ++i)
        many.rows.push_back({DataText::name("g"), std::int64_t{1}, 0.5, 0.1, 0.9});
    const ChartRows cut = chartRows(spec, many, kFull);
    EXPECT_EQ(cut.rows.size(), 30u);
    EXPECT_EQ(cut.leftOut, 10u);
    EXPECT_NE(drawn(spec, many).find("; 10 more rows in the table only"), std::string::npos);
}

TEST(ChartRows, ofSharesAreNotJoined)
{
    ChartSpec spec = kBar;
    spec.value = "share";
    spec.unit = ChartSpec::Unit::Share;
    ResultTable table{"t", {}, {"class", "share"}, {}};
    for (int i = 0; i < 20; ++i)
        table.rows.push_back({DataText::name("c" + std::to_string(i)), i / 20.0});
    const ChartRows chart = chartRows(spec, table, kFull);
    ASSERT_EQ(chart.rows.size(), 15u);
    EXPECT_EQ(chart.rows.front().label, "c19");
    EXPECT_EQ(chart.leftOut, 5u);
}

TEST(ChartRows, standApartOnlyAmongRowsOfTheData)
{
    const ResultTable own{"t", {}, {"part", "n"}, {{std::string("use"), std::int64_t{3}}}};
    EXPECT_FALSE(chartRows(kBar, own, kFull).rows.front().isOther);
}

TEST(SvgChart, marksAHistogramWhereItsNumbersAre)
{
    ChartSpec spec{"c", ChartSpec::Kind::Histogram, "t", "rows"};
    spec.axis = {DataText::name("age")};
    const ResultTable table{"t", {}, {"low", "high", "rows"},
        {{1.0, 5'000.0, std::int64_t{5}}, {5'000.0, 11'001.0, std::int64_t{2}}}};
    const std::string svg = drawn(spec, table);
    EXPECT_NE(svg.find(">age<"), std::string::npos);
    EXPECT_NE(svg.find(">10,000<"), std::string::npos);
    EXPECT_EQ(svg.find(">15,000<"), std::string::npos) << "nothing stands there";
}

TEST(SvgText, isNeverWiderThanItsPlace)
{
    for (const std::string& text :
        {std::string(300, 'W'), std::string(300, 'i'), std::string(300, ' '),
            std::string("\u05e9\u05dc\u05d5\u05dd \u05e2\u05d5\u05dc\u05dd"),
            std::string("\U0001f469\U0001f469")}) {
        EXPECT_LE(textWidth(fitted(text, 100.0)), 100.0) << text;
        EXPECT_FALSE(fitted(text, 100.0).empty());
    }
    EXPECT_EQ(fitted("short", 100.0), "short");
    for (const std::string& text : test::hostileTexts())
        EXPECT_LE(textWidth(fitted(text, 230.0)), 230.0) << text;
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
