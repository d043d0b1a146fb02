#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/readers/column_encoder.h"

namespace cupel::readers {

/// Texts of up to this many bytes are held and hashed in two words.
inline constexpr std::size_t kShort = 16;

/// Rows that are encoded in one go: few enough that what a column's kernels hand to each other
/// stays in the first-level cache.
inline constexpr std::size_t kChunkRows = 512;

/// The texts of some rows of one column, unquoted, each with its hash. 16 bytes are readable from
/// the begin of each.
struct ColumnCells {
    std::size_t rows = 0;
    std::array<const char*, kChunkRows> begins;
    std::array<std::uint32_t, kChunkRows> sizes;
    std::array<std::uint64_t, kChunkRows> hashes; ///< table::cellHash()

    std::string_view text(std::size_t row) const { return {begins[row], sizes[row]}; }
};

/// Finds the cells of a column in a block. What it gathers holds until it gathers again.
class CellGatherer {
public:
    /// Gather `rows` rows from `firstRow` on, at most kChunkRows, and add to each row's hash.
    void gather(const CellBlock& block, std::size_t column, std::size_t firstRow, std::size_t rows,
        std::uint64_t* rowHashes);
    const ColumnCells& cells() const { return m_cells; }

private:
    void unquote(const char* begin, std::size_t size, char quote, std::size_t row);

    ColumnCells m_cells;
    std::string m_unescaped; ///< texts of cells with doubled quotes, one after the other
    std::vector<std::pair<std::size_t, std::size_t>> m_moved; ///< their rows and offsets
};

} // namespace cupel::readers
