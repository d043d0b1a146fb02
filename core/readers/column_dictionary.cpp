#include "core/readers/column_dictionary.h"

#include <algorithm>
#include <bit>
#include <cstring>
#include <utility>

namespace cupel::readers {
namespace {

static_assert(std::endian::native == std::endian::little, "texts are read back from their words");

constexpr std::size_t kFirstSlots = 64;
constexpr std::size_t kFirstPage = 1024;
constexpr std::size_t kLargestPage = 256 * 1024;

/// Beyond this a table may not stay in the second-level cache.
constexpr std::size_t kCachedSlots = std::size_t{1} << 12;
constexpr std::size_t kPrefetchRows = 12;

/// A small table is kept sparse, since every collision of frequent values costs a mispredicted
/// branch per cell; a large one dense, since its memory counts.
std::size_t fullAt(std::size_t slots)
{
    if (slots < 1024)
        return slots / 8;
    if (slots == 1024)
        return slots / 4;
    return slots < (std::size_t{1} << 20) ? slots / 2 : slots / 4 * 3;
}

} // namespace

TextDictionary::TextDictionary()
    : m_slots(kFirstSlots * sizeof(Slot))
    , m_mask(kFirstSlots - 1)
    , m_sizeToGrowAt(fullAt(kFirstSlots))
    , m_pageBytes(kFirstPage)
{
}

void TextDictionary::encode(const ColumnCells& cells, std::uint32_t* codes)
{
    std::size_t row = 0;
    if (m_mask >= kCachedSlots) {
        for (; row + kPrefetchRows < cells.rows; ++row) {
            __builtin_prefetch(&slots()[cells.hashes[row + kPrefetchRows] & m_mask]);
            codes[row] = encodeCell(cells, row);
        }
    }
    for (; row < cells.rows; ++row)
        codes[row] = encodeCell(cells, row);
}

inline std::uint32_t TextDictionary::encodeCell(const ColumnCells& cells, std::size_t row)
{
    const std::uint32_t size = cells.sizes[row];
    const std::uint64_t hash = cells.hashes[row];
    if (size > kShort)
        return addLong(cells.text(row), hash, 1);
    const table::ShortText text = table::loadShortText(cells.begins[row], size);
    Slot& slot = slots()[hash & m_mask];
    if (((slot.low ^ text.low) | (slot.high ^ text.high) | (slot.size ^ size)) == 0) {
        ++slot.count;
        return slot.code;
    }
    return addShort(text, size, hash, 1);
}

std::uint32_t TextDictionary::add(std::string_view text, std::uint64_t hash, std::int64_t count)
{
    if (text.size() > kShort)
        return addLong(text, hash, count);
    char bytes[kShort] = {};
    if (text.empty()) {
        slots()[0].count += count;
        return 0;
    }
    std::memcpy(bytes, text.data(), text.size());
    return addShort(table::loadShortText(bytes, text.size()),
        static_cast<std::uint32_t>(text.size()), hash, count);
}

std::uint32_t TextDictionary::addShort(
    table::ShortText text, std::uint32_t size, std::uint64_t hash, std::int64_t count)
{
    std::size_t at = firstProbe(hash);
    for (;; at = nextProbe(at)) {
        Slot& slot = slots()[at];
        if (slot.size == size && slot.low == text.low && slot.high == text.high) {
            slot.count += count;
            return slot.code;
        }
        if (slot.size == 0)
            return fill(slot, {text.low, text.high, 0, size, count});
    }
}

std::uint32_t TextDictionary::addLong(std::string_view text, std::uint64_t hash, std::int64_t count)
{
    std::size_t at = firstProbe(hash);
    for (;; at = nextProbe(at)) {
        Slot& slot = slots()[at];
        if (slot.size == text.size() && slot.low == hash
            && std::memcmp(reinterpret_cast<const char*>(slot.high), text.data(), text.size())
                == 0) {
            slot.count += count;
            return slot.code;
        }
        if (slot.size == 0) {
            const auto address = reinterpret_cast<std::uint64_t>(keep(text));
            return fill(slot, {hash, address, 0, static_cast<std::uint32_t>(text.size()), count});
        }
    }
}

std::uint32_t TextDictionary::fill(Slot& slot, const Slot& content)
{
    slot = content;
    slot.code = ++m_size;
    m_textBytes += content.size;
    if (m_size >= m_sizeToGrowAt)
        grow();
    return m_size;
}

void TextDictionary::grow()
{
    const std::size_t oldSlots = m_mask + 1;
    const std::size_t newSlots = oldSlots * (oldSlots < (std::size_t{1} << 14) ? 4 : 2);
    const table::Buffer old = std::exchange(m_slots, table::Buffer(newSlots * sizeof(Slot)));
    m_mask = newSlots - 1;
    m_sizeToGrowAt = fullAt(newSlots);
    slots()[0] = old.as<Slot>()[0];
    for (std::size_t i = 1; i < oldSlots; ++i) {
        const Slot& slot = old.as<Slot>()[i];
        if (slot.size == 0)
            continue;
        const std::uint64_t hash
            = slot.size > kShort ? slot.low : table::cellHash({slot.low, slot.high}, slot.size);
        std::size_t at = firstProbe(hash);
        while (slots()[at].size != 0)
            at = nextProbe(at);
        slots()[at] = slot;
    }
}

const char* TextDictionary::keep(std::string_view text)
{
    if (text.size() > m_pageRoom) {
        m_pageRoom = std::max(m_pageBytes, text.size());
        m_pageBytes = std::min(m_pageBytes * 2, kLargestPage);
        m_pages.push_back(std::make_unique_for_overwrite<char[]>(m_pageRoom));
        m_pageAt = m_pages.back().get();
    }
    char* const kept = m_pageAt;
    std::memcpy(kept, text.data(), text.size());
    m_pageAt += text.size();
    m_pageRoom -= text.size();
    return kept;
}

std::vector<TextDictionary::Entry> TextDictionary::entries() const
{
    std::vector<Entry> entries(std::size_t{m_size} + 1);
    const Slot* const slots = m_slots.as<Slot>();
    entries[0].count = slots[0].count;
    for (std::size_t i = 1; i <= m_mask; ++i) {
        const Slot& slot = slots[i];
        if (slot.size == 0)
            continue;
        const char* const text = slot.size > kShort ? reinterpret_cast<const char*>(slot.high)
                                                    : reinterpret_cast<const char*>(&slot.low);
        entries[slot.code] = {{text, slot.size}, slot.count};
    }
    return entries;
}

} // namespace cupel::readers
