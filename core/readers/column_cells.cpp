#include "core/readers/column_cells.h"

#include <algorithm>
#include <bit>
#include <cstring>

#include "core/readers/byte_masks.h"
#include "core/table/cell_hash.h"

namespace cupel::readers {
namespace {

constexpr std::size_t kReadable = 64;

/// std::memchr() in at most kShort bytes, of which all are readable, without the cost of a call.
const char* findShort(const char* bytes, std::size_t size, char wanted)
{
    const std::uint64_t found = equalBytes16(bytes, wanted) & bitsBelow(size);
    return found == 0 ? nullptr : bytes + std::countr_zero(found);
}

} // namespace

void CellGatherer::gather(const CellBlock& block, std::size_t column, std::size_t firstRow,
    std::size_t rows, std::uint64_t* rowHashes)
{
    m_cells.rows = rows;
    m_unescaped.clear();
    m_moved.clear();
    const std::uint64_t salt = table::columnSalt(column);
    const std::size_t stride = block.columns + 1;
    const std::uint32_t* mark = block.marks + firstRow * stride + column;
    const std::size_t gap = column == 0 ? 0 : block.delimiterBytes;
    const int quote = block.quote == '\0' ? -1 : static_cast<unsigned char>(block.quote);
    for (std::size_t row = 0; row < rows; ++row, mark += stride) {
        const char* const begin = block.bytes + mark[0] + gap;
        const std::size_t size = mark[1] - mark[0] - gap;
        if (static_cast<unsigned char>(*begin) == quote) {
            unquote(begin + 1, size - 2, block.quote, row);
        } else {
            m_cells.begins[row] = begin;
            m_cells.sizes[row] = static_cast<std::uint32_t>(size);
            m_cells.hashes[row] = size <= kShort
                ? table::cellHash(table::loadShortText(begin, size), size)
                : table::cellHash({begin, size});
        }
        rowHashes[row] += m_cells.hashes[row] * salt;
    }
    for (const auto& [row, offset] : m_moved)
        m_cells.begins[row] = m_unescaped.data() + offset;
}

/// Take in a quoted cell, given without its outer quotes.
void CellGatherer::unquote(const char* begin, std::size_t size, char quote, std::size_t row)
{
    const char* const end = begin + size;
    const void* found
        = size <= kShort ? findShort(begin, size, quote) : std::memchr(begin, quote, size);
    std::string_view text(begin, size);
    if (found) {
        const std::size_t offset = m_unescaped.size();
        while (found) {
            const char* const first = static_cast<const char*>(found);
            m_unescaped.append(begin, first + 1);
            begin = std::min(first + 2, end);
            found = std::memchr(begin, quote, static_cast<std::size_t>(end - begin));
        }
        m_unescaped.append(begin, end);
        text = std::string_view(m_unescaped).substr(offset);
        m_cells.hashes[row] = table::cellHash(text);
        m_cells.sizes[row] = static_cast<std::uint32_t>(text.size());
        m_unescaped.append(kReadable, '\0');
        m_moved.emplace_back(row, offset);
        return;
    }
    m_cells.begins[row] = text.data();
    m_cells.sizes[row] = static_cast<std::uint32_t>(size);
    m_cells.hashes[row] = size <= kShort
        ? table::cellHash(table::loadShortText(text.data(), size), size)
        : table::cellHash(text);
}

} // namespace cupel::readers
