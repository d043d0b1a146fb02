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
#include "core/table/radix_sort.h"
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

template <typename T> NumberSummary summaryOfTotals(const ArrayTotals<T>& totals)
{
    NumberSummary summary;
    summary.n = totals.moments.count();
    summary.min = static_cast<double>(totals.min);
    summary.max = static_cast<double>(totals.max);
    summary.mean = totals.moments.mean();
    summary.std = totals.moments.sampleStandardDeviation();
    return summary;
}

/// How many of the sorted keys each bin holds.
template <typename T, typename Key>
std::array<std::int64_t, 40> binCounts(
    std::span<const Key> sorted, std::uint64_t firstKey, const Histogram& bins)
{
    std::array<std::int64_t, 40> counts{};
    auto from = sorted.begin();
    for (std::size_t bin = 0; bin < counts.size(); ++bin) {
        auto to = sorted.end();
        if (bin < bins.lastBin())
            to = std::partition_point(from, sorted.end(), [&](Key key) {
                return static_cast<double>(fromKey<T>(firstKey + key)) < bins.edges()[bin + 1];
            });
        counts[bin] = to - from;
        from = to;
    }
    return counts;
}

/// The distinct keys with their counts, ascending; nothing beyond kExactDistinct.
template <typename Key>
std::vector<KeyCount> runsOf(
    std::span<const Key> sorted, std::uint64_t firstKey, Distinct& distinct)
{
    std::size_t changes = 0;
    for (std::size_t i = 1; i < sorted.size(); ++i)
        changes += sorted[i] != sorted[i - 1] ? 1u : 0u;
    distinct = {static_cast<std::int64_t>(changes) + 1, true};
    std::vector<KeyCount> runs;
    if (distinct.value > kExactDistinct)
        return runs;
    runs.reserve(changes + 1);
    for (std::size_t begin = 0, i = 1; i <= sorted.size(); ++i) {
        if (i == sorted.size() || sorted[i] != sorted[begin]) {
            runs.push_back({firstKey + sorted[begin], static_cast<std::int64_t>(i - begin)});
            begin = i;
        }
    }
    return runs;
}

/// By sorting: everything is exact.
template <typename Key, typename T>
NumberArrayProfile profileBySorting(std::span<const T> values, const ArrayTotals<T>& totals)
{
    const std::uint64_t firstKey = toKey(totals.min);
    RadixKeys<Key> keys(values.size());
    for (const T value : values) {
        if (!isMissing(value))
            keys.push(static_cast<Key>(toKey(value) - firstKey));
    }
    const std::span<const Key> sorted = keys.sorted(static_cast<Key>(toKey(totals.max) - firstKey));
    NumberArrayProfile profile;
    const std::vector<KeyCount> runs = runsOf(sorted, firstKey, profile.distinct);
    if (!runs.empty())
        profile.top = topOf<T>(runs);
    NumberSummary summary = summaryOfTotals(totals);
    const Histogram bins(summary.min, summary.max);
    summary.edges = bins.edges();
    summary.counts = binCounts<T>(sorted, firstKey, bins);
    for (std::size_t i = 0; i < kQuantileProbabilities.size(); ++i) {
        const auto rank
            = static_cast<std::size_t>(quantileRank(kQuantileProbabilities[i], summary.n));
        summary.quantiles[i] = static_cast<double>(fromKey<T>(firstKey + sorted[rank - 1]));
    }
    profile.numbers = summary;
    return profile;
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

/// By passes over the array, for those that would take too much memory to sort.
template <typename T>
NumberArrayProfile profileByPasses(std::span<const T> values, const ArrayTotals<T>& totals)
{
    NumberArrayProfile profile;
    if (areClose(totals)) {
        const std::vector<KeyCount> counted = countClose(values, totals);
        profile.distinct = {std::ssize(counted), true};
        if (profile.distinct.value <= kExactDistinct)
            profile.top = topOf<T>(counted);
        profile.numbers = summaryOfCounts<T>(counted, totals.moments);
        return profile;
    }
    if (const std::optional<std::vector<KeyCount>> counted = countKeys(values)) {
        profile.distinct = {std::ssize(*counted), true};
        profile.top = topOf<T>(*counted);
    } else {
        profile.distinct = estimateDistinct(values);
    }
    NumberSummary summary = summaryOfTotals(totals);
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
    profile.numbers = summary;
    return profile;
}

template <typename T>
NumberArrayProfile profileOf(
    const NumberColumn& column, std::uint64_t rows, std::uint64_t sortedRows)
{
    const std::span<const T> values(column.values.as<T>(), rows);
    const ArrayTotals<T> totals = totalsOf(values);
    if (totals.moments.count() == 0)
        return {};
    if (rows > sortedRows)
        return profileByPasses(values, totals);
    return toKey(totals.max) - toKey(totals.min) <= std::numeric_limits<std::uint32_t>::max()
        ? profileBySorting<std::uint32_t>(values, totals)
        : profileBySorting<std::uint64_t>(values, totals);
}

} // namespace

NumberArrayProfile profileNumbers(
    const NumberColumn& column, std::uint64_t rows, std::uint64_t sortedRows)
{
    switch (column.kind) {
    case NumberColumn::Kind::Int32:
        return profileOf<std::int32_t>(column, rows, sortedRows);
    case NumberColumn::Kind::Int64:
        return profileOf<std::int64_t>(column, rows, sortedRows);
    case NumberColumn::Kind::Double:
        break;
    }
    return profileOf<double>(column, rows, sortedRows);
}

} // namespace cupel::table
