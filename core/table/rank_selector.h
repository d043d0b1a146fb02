#pragma once

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include "core/table/number_key.h"

namespace cupel::table {

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

} // namespace cupel::table
