#include "core/table/profile.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <functional>
#include <limits>
#include <type_traits>

#include "core/base/number.h"
#include "core/table/distinct_sketch.h"

namespace cupel::table {
namespace {

constexpr std::uint64_t kTopBit = std::uint64_t{1} << 63;

template <typename T> bool isMissing(T value)
{
    if constexpr (std::is_floating_point_v<T>)
        return std::isnan(value);
    else
        return value == std::numeric_limits<T>::min();
}

/// An unsigned number in the order of the values.
template <typename T> std::uint64_t toKey(T value)
{
    if constexpr (std::is_floating_point_v<T>) {
        const auto bits = std::bit_cast<std::uint64_t>(value);
        return (bits & kTopBit) != 0 ? ~bits : bits | kTopBit;
    } else {
        return static_cast<std::uint64_t>(std::int64_t{value}) ^ kTopBit;
    }
}

template <typename T> T fromKey(std::uint64_t key)
{
    if constexpr (std::is_floating_point_v<T>)
        return std::bit_cast<T>((key & kTopBit) != 0 ? key ^ kTopBit : ~key);
    else
        return static_cast<T>(static_cast<std::int64_t>(key ^ kTopBit));
}

/// The same for a number in an Int32, Int64 or Double column.
template <typename T> std::uint64_t hashOf(T value)
{
    constexpr double kExactIntegers = 9007199254740992.0; // 2^53
    const auto asDouble = static_cast<double>(value);
    if (std::is_integral_v<T> && std::fabs(asDouble) >= kExactIntegers)
        return static_cast<std::uint64_t>(value);
    return std::bit_cast<std::uint64_t>(asDouble);
}

struct KeyCount {
    std::uint64_t key = 0;
    std::int64_t count = 0;
};

/// Counts per key, up to kExactDistinct keys.
class KeyCounts {
public:
    /// False when there are more keys than that.
    bool add(std::uint64_t key)
    {
        KeyCount& slot = find(key);
        if (slot.count++ != 0)
            return true;
        slot.key = key;
        if (++m_size > kExactDistinct)
            return false;
        if (static_cast<std::size_t>(m_size) * 2 > m_slots.size())
            grow();
        return true;
    }
    std::vector<KeyCount> ascending() &&
    {
        std::erase_if(m_slots, [](const KeyCount& slot) { return slot.count == 0; });
        std::sort(m_slots.begin(), m_slots.end(),
            [](const KeyCount& a, const KeyCount& b) { return a.key < b.key; });
        return std::move(m_slots);
    }

private:
    KeyCount& find(std::uint64_t key)
    {
        const std::size_t mask = m_slots.size() - 1;
        std::size_t at = (key * 0x9e3779b97f4a7c15) >> m_shift;
        while (m_slots[at].count != 0 && m_slots[at].key != key)
            at = (at + 1) & mask;
        return m_slots[at];
    }
    void grow()
    {
        const std::vector<KeyCount> old = std::move(m_slots);
        m_slots = std::vector<KeyCount>(old.size() * 4);
        m_shift -= 2;
        for (const KeyCount& slot : old) {
            if (slot.count != 0)
                find(slot.key) = slot;
        }
    }

    std::int64_t m_size = 0;
    unsigned m_shift = 64 - 12;
    std::vector<KeyCount> m_slots = std::vector<KeyCount>(std::size_t{1} << 12);
};

template <typename T> std::optional<std::vector<KeyCount>> countKeys(std::span<const T> values)
{
    KeyCounts counts;
    for (const T value : values) {
        if (!isMissing(value) && !counts.add(toKey(value)))
            return std::nullopt;
    }
    return std::move(counts).ascending();
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

template <typename T>
NumberArrayProfile profileOfCounts(
    const std::vector<KeyCount>& counted, const base::Moments& moments)
{
    NumberArrayProfile profile;
    profile.distinct = {static_cast<std::int64_t>(counted.size()), true};
    if (counted.empty())
        return profile;
    if (profile.distinct.value <= kExactDistinct)
        profile.top = topOf<T>(counted);
    std::vector<NumberCount> ascending;
    ascending.reserve(counted.size());
    for (const KeyCount& entry : counted)
        ascending.push_back({static_cast<double>(fromKey<T>(entry.key)), entry.count});
    profile.numbers = summarize(ascending, moments);
    return profile;
}

/// Finds the values at given ranks without sorting: each pass counts a range of keys in 65,536
/// equal parts, until the parts that hold a rank are small enough to be gathered and sorted.
template <typename T> class RankSelector {
public:
    explicit RankSelector(std::span<const T> values)
        : m_values(values)
    {
    }

    struct Wanted {
        std::int64_t rank = 0; ///< from 1, among the keys of the range
        double* answer = nullptr;
    };
    /// wanted: ranks ascending.
    void select(std::uint64_t firstKey, std::uint64_t lastKey, const std::vector<Wanted>& wanted)
    {
        const int excess = static_cast<int>(std::bit_width(lastKey - firstKey)) - kPartBits;
        const auto shift = static_cast<unsigned>(std::max(excess, 0));
        std::vector<std::int64_t> counts(std::size_t{1} << kPartBits);
        forEachKey(
            firstKey, lastKey, [&](std::uint64_t key) { ++counts[(key - firstKey) >> shift]; });
        std::vector<Gathered> gathered;
        std::vector<std::uint8_t> gatheredAt(counts.size()); ///< from 1
        std::int64_t before = 0;
        std::size_t next = 0;
        for (std::size_t part = 0; next < wanted.size(); before += counts[part++]) {
            std::vector<Wanted> inside;
            for (; next < wanted.size() && wanted[next].rank <= before + counts[part]; ++next)
                inside.push_back({wanted[next].rank - before, wanted[next].answer});
            if (inside.empty())
                continue;
            const std::uint64_t first = firstKey + (std::uint64_t{part} << shift);
            if (counts[part] > kGathered && shift > 0) {
                select(first, first + ((std::uint64_t{1} << shift) - 1), inside);
            } else {
                gathered.push_back({{}, std::move(inside)});
                gatheredAt[part] = static_cast<std::uint8_t>(gathered.size());
            }
        }
        if (gathered.empty())
            return;
        forEachKey(firstKey, lastKey, [&](std::uint64_t key) {
            if (const std::size_t at = gatheredAt[(key - firstKey) >> shift]; at != 0)
                gathered[at - 1].keys.push_back(key);
        });
        for (Gathered& one : gathered)
            one.answer();
    }

private:
    static constexpr int kPartBits = 16;
    static constexpr std::int64_t kGathered = 1 << 17;

    struct Gathered {
        std::vector<std::uint64_t> keys;
        std::vector<Wanted> wanted;

        void answer()
        {
            auto from = keys.begin();
            for (const Wanted& one : wanted) {
                const auto at = keys.begin() + (one.rank - 1);
                std::nth_element(from, at, keys.end());
                *one.answer = static_cast<double>(fromKey<T>(*at));
                from = at;
            }
        }
    };

    template <typename Visit>
    void forEachKey(std::uint64_t firstKey, std::uint64_t lastKey, Visit visit) const
    {
        for (const T value : m_values) {
            const std::uint64_t key = toKey(value);
            if (!isMissing(value) && key - firstKey <= lastKey - firstKey)
                visit(key);
        }
    }

    std::span<const T> m_values;
};

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

/// Profile an array that has more than kExactDistinct distinct values.
template <typename T>
NumberArrayProfile profileOfArray(std::span<const T> values, const ArrayTotals<T>& totals)
{
    NumberArrayProfile profile;
    NumberSummary summary;
    summary.n = totals.moments.count();
    summary.min = static_cast<double>(totals.min);
    summary.max = static_cast<double>(totals.max);
    summary.mean = totals.moments.mean();
    summary.std = totals.moments.sampleStandardDeviation();

    Histogram histogram(summary.min, summary.max);
    DistinctSketch sketch;
    for (const T value : values) {
        if (isMissing(value))
            continue;
        histogram.add(static_cast<double>(value));
        sketch.add(hashOf(value));
    }
    summary.edges = histogram.edges();
    summary.counts = histogram.counts();
    profile.distinct = sketch.count();

    std::vector<typename RankSelector<T>::Wanted> wanted;
    for (std::size_t i = 0; i < kQuantileProbabilities.size(); ++i)
        wanted.push_back(
            {quantileRank(kQuantileProbabilities[i], summary.n), &summary.quantiles[i]});
    RankSelector<T>(values).select(toKey(totals.min), toKey(totals.max), wanted);
    profile.numbers = summary;
    return profile;
}

/// Whether the values are whole numbers so close together that each is expected several times.
template <typename T> bool areClose(const ArrayTotals<T>& totals)
{
    constexpr std::uint64_t kMostCounters = 1u << 21;
    return std::is_integral_v<T> && totals.moments.count() > 0
        && toKey(totals.max) - toKey(totals.min)
            < std::min(kMostCounters, static_cast<std::uint64_t>(totals.moments.count()) / 4);
}

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
            distinct += counts[toKey(value) - firstKey]++ == 0 ? 1 : 0;
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
    const std::span<const T> values(column.values.as<T>(), rows);
    const ArrayTotals<T> totals = totalsOf(values);
    if (areClose(totals))
        return profileOfCounts<T>(countClose(values, totals), totals.moments);
    if (const std::optional<std::vector<KeyCount>> counted = countKeys(values))
        return profileOfCounts<T>(*counted, totals.moments);
    return profileOfArray(values, totals);
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
