#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

#include "core/readers/column_cells.h"
#include "core/table/buffer.h"
#include "core/table/cell_hash.h"

namespace cupel::readers {

/// Distinct texts in the order they came, with codes and counts: code 0 is the empty text, the
/// others 1 to size(). Texts up to 16 bytes stand in the hash table itself, so that a cell that was
/// seen before costs one look at one cache line.
class TextDictionary {
public:
    struct Entry {
        std::string_view text; ///< holds while the dictionary does not change
        std::int64_t count = 0;
    };

    TextDictionary();

    std::uint32_t size() const { return m_size; }
    /// Bytes of all texts together.
    std::uint64_t textBytes() const { return m_textBytes; }

    /// Count every cell and write its code.
    void encode(const ColumnCells& cells, std::uint32_t* codes);
    /// Count a text and return its code; hash is its table::cellHash().
    std::uint32_t add(std::string_view text, std::uint64_t hash, std::int64_t count);
    /// All entries by code, the empty text first.
    std::vector<Entry> entries() const;

private:
    /// A free slot has size 0, as has slot 0, which belongs to the empty text.
    struct Slot {
        std::uint64_t low = 0; ///< of a text over 16 bytes: its hash
        std::uint64_t high = 0; ///< of a text over 16 bytes: its address
        std::uint32_t code = 0;
        std::uint32_t size = 0;
        std::int64_t count = 0;
    };

    Slot* slots() { return m_slots.as<Slot>(); }
    std::size_t firstProbe(std::uint64_t hash) const
    {
        const std::size_t at = hash & m_mask;
        return at == 0 ? 1 : at;
    }
    std::size_t nextProbe(std::size_t at) const { return at == m_mask ? 1 : at + 1; }
    std::uint32_t encodeCell(const ColumnCells& cells, std::size_t row);
    std::uint32_t addShort(
        table::ShortText text, std::uint32_t size, std::uint64_t hash, std::int64_t count);
    std::uint32_t addLong(std::string_view text, std::uint64_t hash, std::int64_t count);
    std::uint32_t fill(Slot& slot, const Slot& content);
    void grow();
    const char* keep(std::string_view text);

    table::Buffer m_slots;
    std::size_t m_mask = 0;
    std::uint32_t m_size = 0;
    std::size_t m_sizeToGrowAt = 0;
    std::uint64_t m_textBytes = 0;
    std::vector<std::unique_ptr<char[]>> m_pages; ///< the texts over 16 bytes
    std::size_t m_pageRoom = 0;
    std::size_t m_pageBytes = 0;
    char* m_pageAt = nullptr;
};

} // namespace cupel::readers
