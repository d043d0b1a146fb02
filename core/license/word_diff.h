#pragma once

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace cupel::license {

/// Words of a sequence being compared; a view.
struct WordView {
    const std::uint32_t* begin = nullptr;
    std::size_t size = 0;
    std::uint32_t operator[](std::size_t at) const { return begin[at]; }
};

/// `length` equal words at `a` in the first and at `b` in the second sequence.
struct EqualRun {
    std::size_t a = 0;
    std::size_t b = 0;
    std::size_t length = 0;
};

/// Equal runs in order, none overlapping, that a word-by-word comparison finds. Short differences
/// are found with the fewest edits (Myers 1986); sequences far apart are first split at runs that
/// occur once in both. Work grows with length times a constant: where a stretch has too many
/// differences, it counts as replaced as a whole.
std::vector<EqualRun> equalRuns(WordView a, WordView b);

/// Positions of every run of `length` words, by a hash of the words.
class RunIndex {
public:
    RunIndex(WordView words, std::size_t length);
    /// Positions where the run of a hash stands, in order.
    std::pair<const std::uint32_t*, const std::uint32_t*> find(std::uint64_t hash) const;
    static std::uint64_t hashAt(WordView words, std::size_t at, std::size_t length);

private:
    std::vector<std::uint64_t> m_hashes; ///< sorted
    std::vector<std::uint32_t> m_positions; ///< parallel
};

} // namespace cupel::license
