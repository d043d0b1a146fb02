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

/// The hashes of up to kBlockRows rows, either where they are stored or written to scratch, which
/// holds kBlockRows of them. Called from several threads at once, several times for each row.
using HashesOf = std::function<const std::uint64_t*(
    std::uint64_t firstRow, std::size_t rows, std::uint64_t* scratch)>;

/// Rows that are held in memory at a time to be compared; a quarter of all if that is more.
inline constexpr std::uint64_t kGroupRows = 6u << 20;

/// Find the classes of equal rows. Rows that are the same have equal hashes; what else has equal
/// hashes `split` tells apart, from several threads at once. Needs fewer than 2^32 rows. About
/// 10 ns per row and thread, and while it runs 8 bytes for each of the rows that are held
/// at a time, where few rows repeat.
base::Result<RowClasses> findClasses(std::uint64_t rows, const HashesOf& hashes, unsigned threads,
    const SplitCandidates& split, const base::JobContext& job,
    std::uint64_t groupRows = kGroupRows);

} // namespace cupel::counts
