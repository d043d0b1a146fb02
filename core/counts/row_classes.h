#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <vector>

#include "core/base/job.h"
#include "core/base/result.h"

namespace cupel::counts {

/// Classes of two or more rows that are the same. Rows in no class are like no other.
struct RowClasses {
    std::vector<std::uint32_t> rows; ///< class after class, ascending inside each
    std::vector<std::size_t> ends; ///< one per class, into `rows`

    std::size_t size() const { return ends.size(); }
    std::span<const std::uint32_t> at(std::size_t index) const
    {
        const std::size_t begin = index == 0 ? 0 : ends[index - 1];
        return {rows.data() + begin, ends[index] - begin};
    }
    /// Add a class, unless it has fewer than two rows.
    void add(std::span<const std::uint32_t> members);
};

/// Split rows that may be the same (ascending, two or more) into classes that are.
using SplitCandidates = std::function<base::Result<void>(
    std::span<const std::uint32_t> candidates, RowClasses& classes)>;

/// Find the classes of equal rows. Rows that are the same have equal hashes; what else has equal
/// hashes `split` tells apart, from several threads at once. Needs fewer than 2^32 rows. About
/// 10 ns per row and thread, and 8 bytes per row while it runs, where few rows repeat.
base::Result<RowClasses> findClasses(std::span<const std::uint64_t> hashes, unsigned threads,
    const SplitCandidates& split, const base::JobContext& job);

} // namespace cupel::counts
