#include "core/table/profile.h"

#include <algorithm>
#include <cfloat>
#include <cmath>
#include <limits>
#include <map>
#include <random>

#include <gtest/gtest.h>

#include "core/base/number.h"

namespace cupel::table {
namespace {

TEST(QuantileRank, IsTheCeilingAndAtLeastOne)
{
    EXPECT_EQ(quantileRank(0.05, 1), 1);
    EXPECT_EQ(quantileRank(0.05, 20), 1);
    EXPECT_EQ(quantileRank(0.05, 21), 2);
    EXPECT_EQ(quantileRank(0.5, 4), 2);
    EXPECT_EQ(quantileRank(0.5, 5), 3);
    EXPECT_EQ(quantileRank(0.95, 100), 95);
    EXPECT_EQ(quantileRank(0.95, 101), 96);
}

TEST(Summarize, HandComputed)
{
    // 1, 2, 2, 2, 41
    const NumberSummary summary = summarize(std::vector<NumberCount>{{1, 1}, {2, 3}, {41, 1}});
    EXPECT_EQ(summary.n, 5);
    EXPECT_EQ(summary.mean.value(), 48.0 / 5.0);
    EXPECT_DOUBLE_EQ(summary.std.value(), std::sqrt((8.6 * 8.6 + 3 * 7.6 * 7.6 + 31.4 * 31.4) / 4));
    EXPECT_EQ(summary.quantiles, (std::array<double, 5>{1, 2, 2, 2, 41}));
    // Bins are 1 wide: [1, 2), [2, 3) … [40, 41].
    EXPECT_EQ(summary.edges[1], 2.0);
    EXPECT_EQ(summary.counts[0], 1);
    EXPECT_EQ(summary.counts[1], 3);
    EXPECT_EQ(summary.counts[39], 1);
}

TEST(Summarize, OneValue)
{
    const NumberSummary summary = summarize(std::vector<NumberCount>{{-3.5, 1}});
    EXPECT_EQ(summary.mean.value(), -3.5);
    EXPECT_FALSE(summary.std.isDefined());
    EXPECT_EQ(summary.counts[0], 1);
    EXPECT_TRUE(std::all_of(
        summary.edges.begin(), summary.edges.end(), [](double edge) { return edge == -3.5; }));
}

TEST(TopValues, CountDownThenValueUp)
{
    std::vector<ValueCount> values;
    for (int i = 0; i < 30; ++i)
        values.push_back({std::string(1, static_cast<char>('z' - i % 26)), i < 26 ? 1 : 2});
    const std::vector<ValueCount> top = topValues(values);
    ASSERT_EQ(top.size(), 20u);
    EXPECT_EQ(top[0].value, "w");
    EXPECT_EQ(top[0].count, 2);
    EXPECT_EQ(top[3].value, "z");
    EXPECT_EQ(top[4].value, "a");
    EXPECT_EQ(top[4].count, 1);
}

/// Which bin a value is in is decided by the edges that are shown.
TEST(Histogram, BinsAgreeWithEdges)
{
    std::mt19937 random(3);
    const std::pair<double, double> ranges[] = {{0.0, 1.0}, {-1.0, 2.0}, {0.1, 0.7},
        {1e15, 1e15 + 5}, {-DBL_MAX, DBL_MAX}, {0.0, DBL_TRUE_MIN}, {0.0, 3 * DBL_TRUE_MIN},
        {1.0, std::nextafter(1.0, 2.0)}, {-7.0, -7.0}};
    for (const auto& [min, max] : ranges) {
        Histogram histogram(min, max);
        const std::array<double, 41> edges = histogram.edges();
        EXPECT_EQ(edges[0], min);
        EXPECT_EQ(edges[40], max);
        EXPECT_TRUE(std::is_sorted(edges.begin(), edges.end()));
        std::vector<double> values(edges.begin(), edges.end());
        for (const double edge : edges) {
            values.push_back(std::clamp(std::nextafter(edge, -DBL_MAX), min, max));
            values.push_back(std::clamp(std::nextafter(edge, DBL_MAX), min, max));
            const double share = static_cast<double>(random()) / 4294967296.0;
            values.push_back(std::clamp(min * (1 - share) + max * share, min, max));
        }
        for (const double value : values) {
            const std::array<std::int64_t, 40> before = histogram.counts();
            histogram.add(value);
            std::size_t bin = 0;
            while (histogram.counts()[bin] == before[bin])
                ++bin;
            const bool isInside = value >= edges[bin] && value < edges[bin + 1];
            const bool isLast = value == max && bin == (min == max ? 0u : 39u);
            EXPECT_TRUE(isInside || isLast) << value << " in bin " << bin;
        }
    }
}

NumberColumn columnOf(const std::vector<double>& values, NumberColumn::Kind kind)
{
    const std::size_t width = kind == NumberColumn::Kind::Int32 ? 4 : 8;
    NumberColumn column{kind, Buffer(values.size() * width), {}};
    for (std::size_t i = 0; i < values.size(); ++i) {
        const bool isMissing = std::isnan(values[i]);
        if (kind == NumberColumn::Kind::Int32)
            column.values.as<std::int32_t>()[i]
                = isMissing ? NumberColumn::kMissing32 : static_cast<std::int32_t>(values[i]);
        else if (kind == NumberColumn::Kind::Int64)
            column.values.as<std::int64_t>()[i]
                = isMissing ? NumberColumn::kMissing64 : static_cast<std::int64_t>(values[i]);
        else
            column.values.as<double>()[i] = values[i];
    }
    return column;
}

struct ArrayCase {
    const char* name;
    NumberColumn::Kind kind;
    double (*value)(std::uint32_t random);
};

class NumberArrays : public testing::TestWithParam<ArrayCase> { };

/// Both ways to profile an array, sorting it and passing over it, agree with sorted values.
TEST_P(NumberArrays, AgreeWithAMap)
{
    std::mt19937 random(11);
    struct Run {
        std::size_t rows;
        std::uint64_t sortedRows;
    };
    for (const auto& [rows, sortedRows] : {Run{0, 0}, Run{1, 0}, Run{1, 1}, Run{2, 2}, Run{1000, 0},
             Run{1000, 1000}, Run{5000, 5000}, Run{400'000, 0}, Run{400'000, kSortedRows}}) {
        std::vector<double> values;
        for (std::size_t i = 0; i < rows; ++i)
            values.push_back(i % 97 == 5 ? std::nan("")
                                         : GetParam().value(static_cast<std::uint32_t>(random())));
        const NumberArrayProfile profile
            = profileNumbers(columnOf(values, GetParam().kind), values.size(), sortedRows);
        std::map<double, std::int64_t> counts;
        for (const double value : values) {
            if (!std::isnan(value))
                ++counts[value];
        }
        ASSERT_EQ(profile.numbers.has_value(), !counts.empty());
        if (profile.distinct.exact)
            EXPECT_EQ(profile.distinct.value, std::ssize(counts));
        else
            EXPECT_NEAR(static_cast<double>(profile.distinct.value),
                static_cast<double>(counts.size()), 0.02 * static_cast<double>(counts.size()));
        if (counts.empty())
            continue;
        std::vector<NumberCount> ascending;
        std::vector<ValueCount> written;
        for (const auto& [value, count] : counts) {
            ascending.push_back({value, count});
            written.push_back({base::formatNumber(value), count});
        }
        const NumberSummary expected = summarize(ascending);
        EXPECT_EQ(profile.numbers->n, expected.n);
        EXPECT_EQ(profile.numbers->min, expected.min);
        EXPECT_EQ(profile.numbers->max, expected.max);
        EXPECT_EQ(profile.numbers->mean.value(), expected.mean.value());
        EXPECT_EQ(profile.numbers->std.isDefined(), expected.std.isDefined());
        if (expected.std.isDefined()) {
            EXPECT_EQ(profile.numbers->std.value(), expected.std.value());
        }
        EXPECT_EQ(profile.numbers->quantiles, expected.quantiles);
        EXPECT_EQ(profile.numbers->edges, expected.edges);
        EXPECT_EQ(profile.numbers->counts, expected.counts);
        std::vector<ValueCount> top = topValues(written);
        if (std::ssize(counts) > kExactDistinct)
            top.clear();
        ASSERT_EQ(profile.top.size(), top.size());
        for (std::size_t i = 0; i < top.size(); ++i) {
            EXPECT_EQ(profile.top[i].value, top[i].value);
            EXPECT_EQ(profile.top[i].count, top[i].count);
        }
    }
}

INSTANTIATE_TEST_SUITE_P(Shapes, NumberArrays,
    testing::Values(ArrayCase{"Close", NumberColumn::Kind::Int32,
                        [](std::uint32_t r) { return static_cast<double>(r % 5000) - 2500; }},
        ArrayCase{"Wide", NumberColumn::Kind::Int32,
            [](std::uint32_t r) { return static_cast<double>(r % 4'000'000'000u) - 2e9; }},
        ArrayCase{"Skewed", NumberColumn::Kind::Int64,
            [](std::uint32_t r) { return r % 4 == 0 ? static_cast<double>(r) * 4096.0 : r % 7; }},
        ArrayCase{
            "Close64", NumberColumn::Kind::Int64, [](std::uint32_t r) { return 9e15 + r % 3000; }},
        ArrayCase{"Uniform", NumberColumn::Kind::Double,
            [](std::uint32_t r) { return static_cast<double>(r) / 65536.0 - 30000.0; }},
        ArrayCase{"Magnitudes", NumberColumn::Kind::Double,
            [](std::uint32_t r) {
                return std::ldexp(r % 2 == 0 ? -1.0 : 1.0, static_cast<int>(r % 601) - 300) * r;
            }},
        ArrayCase{"OneHeap", NumberColumn::Kind::Double,
            [](std::uint32_t r) { return r % 2 == 0 ? 0.25 : static_cast<double>(r); }}),
    [](const auto& one) { return one.param.name; });

} // namespace
} // namespace cupel::table
