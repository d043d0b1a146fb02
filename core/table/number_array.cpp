#include "core/table/profile.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <functional>
#include <limits>
#include <type_traits>

#include "core/base/number.h"
#include "core/table/buffer.h"
#include "core/table/distinct_sketch.h"
#include "core/table/key_counts.h"
#include "core/table/number_key.h"
#include "core/table/rank_selector.h"

namespace cupel::table {
namespace {

/// The same for a number in an Int32, Int64 or Double column.
template <typename T> std::uint64_t hashOf(T value)
{
    constexpr double kExactIntegers = 9007199254740992.0; // 2^53
    const auto asDouble = static_cast<double>(value);
    if (std::is_integral_v<T> && std::fabs(asDouble) >= kExactIntegers)
        return static_cast<std::uint64_t>(value);
    return std::bit_cast<std::uint64_t>(asDouble);
}

template <typename T> std::optional<std::vector<KeyCount>> countKeys(std::span<const T> values)
{
    constexpr std::size_t kAhead = 16;
    KeyCounts counts;
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (i + kAhead < values.size())
            counts.prefetch(toKey(values[i + kAhead]));
        if (!isMissing(values[i]) && !counts.add(toKey(values[i])))
            return std::nullopt;
    }
    return counts.all();
}

template <typename T> std::string format(T value)
{
    if constexpr (std::is_floating_point_v<T>)
        return base::formatNumber(value);
    else
        return base::formatInteger(value);
}

/// The values that can be among the top, written out: writing all of them would cost more than
/// counting them.
template <typename T> std::vector<ValueCount> topOf(const std::vector<KeyCount>& counted)
{
    std::vector<std::int64_t> counts;
    counts.reserve(counted.size());
    for (const KeyCount& entry : counted)
        counts.push_back(entry.count);
    const std::size_t last = std::min(kTopValues, counts.size()) - 1;
    const auto at = counts.begin() + static_cast<std::ptrdiff_t>(last);
    std::nth_element(counts.begin(), at, counts.end(), std::greater<>());
    const std::int64_t least = *at;
    std::vector<ValueCount> candidates;
    for (const KeyCount& entry : counted) {
        if (entry.count >= least)
            candidates.push_back({format(fromKey<T>(entry.key)), entry.count});
    }
    return topValues(std::move(candidates));
}

/// Summarise from counts, ascending by key.
template <typename T>
NumberSummary summaryOfCounts(const std::vector<KeyCount>& counted, const base::Moments& moments)
{
    std::vector<NumberCount> ascending;
    ascending.reserve(counted.size());
    for (const KeyCount& entry : counted)
        ascending.push_back({static_cast<double>(fromKey<T>(entry.key)), entry.count});
    return summarize(ascending, moments);
}

/// Count, sums, smallest and largest of an array.
template <typename T> struct ArrayTotals {
    T min = std::numeric_limits<T>::max();
    T max = std::numeric_limits<T>::lowest();
    base::Moments moments;
};

void addInteger(base::ExactSum& sum, base::Uint128 value)
{
    // In pieces of 32 bits, which a double holds exactly.
    for (int shift = 0; shift < 128; shift += 32) {
        const auto piece = static_cast<std::uint32_t>(value >> shift);
        sum.addTimes(std::ldexp(1.0, shift), piece);
    }
}

ArrayTotals<std::int32_t> totalsOf(std::span<const std::int32_t> values)
{
    ArrayTotals<std::int32_t> totals;
    std::int64_t n = 0;
    std::int64_t sum = 0;
    base::Uint128 squares = 0;
    for (const std::int32_t value : values) {
        if (isMissing(value))
            continue;
        ++n;
        sum += value;
        squares += static_cast<std::uint64_t>(std::int64_t{value} * value);
        totals.min = std::min(totals.min, value);
        totals.max = std::max(totals.max, value);
    }
    base::ExactSum exactSum;
    exactSum.addTimes(1.0, sum);
    base::ExactSum exactSquares;
    addInteger(exactSquares, squares);
    totals.moments = base::Moments(n, std::move(exactSum), std::move(exactSquares));
    return totals;
}

template <typename T> ArrayTotals<T> totalsOf(std::span<const T> values)
{
    ArrayTotals<T> totals;
    for (const T value : values) {
        if (isMissing(value))
            continue;
        totals.moments.add(static_cast<double>(value));
        totals.min = std::min(totals.min, value);
        totals.max = std::max(totals.max, value);
    }
    return totals;
}

/// Summarise without counts: for arrays of so many distinct values that sorting them would cost
/// more than passes over the array.
template <typename T>
NumberSummary summaryOfArray(std::span<const T> values, const ArrayTotals<T>& totals)
{
    NumberSummary summary;
    summary.n = totals.moments.count();
    summary.min = static_cast<double>(totals.min);
    summary.max = static_cast<double>(totals.max);
    summary.mean = totals.moments.mean();
    summary.std = totals.moments.sampleStandardDeviation();
    Histogram histogram(summary.min, summary.max);
    for (const T value : values) {
        if (!isMissing(value))
            histogram.add(static_cast<double>(value));
    }
    summary.edges = histogram.edges();
    summary.counts = histogram.counts();
    std::vector<typename RankSelector<T>::Wanted> wanted;
    for (std::size_t i = 0; i < kQuantileProbabilities.size(); ++i)
        wanted.push_back(
            {quantileRank(kQuantileProbabilities[i], summary.n), &summary.quantiles[i]});
    RankSelector<T>(values).select(toKey(totals.min), toKey(totals.max), wanted);
    return summary;
}

template <typename T> Distinct estimateDistinct(std::span<const T> values)
{
    DistinctSketch sketch;
    sketch.estimate();
    for (const T value : values) {
        if (!isMissing(value))
            sketch.add(hashOf(value));
    }
    return sketch.count();
}

/// Whether the values are whole numbers so close together that each is expected several times.
template <typename T> bool areClose(const ArrayTotals<T>& totals)
{
    constexpr std::uint64_t kMostCounters = 1u << 21;
    return std::is_integral_v<T> && totals.moments.count() > 0
        && toKey(totals.max) - toKey(totals.min)
        < std::min(kMostCounters, static_cast<std::uint64_t>(totals.moments.count()) / 4);
}

/// Ascending by key.
template <typename T>
std::vector<KeyCount> countClose(std::span<const T> values, const ArrayTotals<T>& totals)
{
    const std::uint64_t firstKey = toKey(totals.min);
    const std::size_t size = toKey(totals.max) - firstKey + 1;
    Buffer counters(size * sizeof(std::int64_t));
    std::int64_t* const counts = counters.as<std::int64_t>();
    std::size_t distinct = 0;
    for (const T value : values) {
        if (!isMissing(value))
            distinct += counts[toKey(value) - firstKey]++ == 0 ? 1u : 0u;
    }
    std::vector<KeyCount> ascending;
    ascending.reserve(distinct);
    for (std::size_t i = 0; i < size; ++i) {
        if (counts[i] != 0)
            ascending.push_back({firstKey + i, counts[i]});
    }
    return ascending;
}

template <typename T> NumberArrayProfile profileOf(const NumberColumn& column, std::uint64_t rows)
{
    constexpr std::size_t kCheapToSort = 4096;
    const std::span<const T> values(column.values.as<T>(), rows);
    const ArrayTotals<T> totals = totalsOf(values);
    NumberArrayProfile profile;
    if (totals.moments.count() == 0)
        return profile;
    std::optional<std::vector<KeyCount>> counted;
    const bool isClose = areClose(totals);
    if (isClose)
        counted = countClose(values, totals);
    else
        counted = countKeys(values);
    profile.distinct = counted ? Distinct{std::ssize(*counted), true} : estimateDistinct(values);
    if (profile.distinct.value <= kExactDistinct)
        profile.top = topOf<T>(*counted);
    if (counted && (isClose || counted->size() <= kCheapToSort)) {
        if (!isClose)
            std::sort(counted->begin(), counted->end(),
                [](const KeyCount& a, const KeyCount& b) { return a.key < b.key; });
        profile.numbers = summaryOfCounts<T>(*counted, totals.moments);
    } else {
        profile.numbers = summaryOfArray(values, totals);
    }
    return profile;
}

} // namespace

NumberArrayProfile profileNumbers(const NumberColumn& column, std::uint64_t rows)
{
    switch (column.kind) {
    case NumberColumn::Kind::Int32:
        return profileOf<std::int32_t>(column, rows);
    case NumberColumn::Kind::Int64:
        return profileOf<std::int64_t>(column, rows);
    case NumberColumn::Kind::Double:
        break;
    }
    return profileOf<double>(column, rows);
}

} // namespace cupel::table
