#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "core/table/buffer.h"
#include "core/table/column.h"

namespace cupel::table {

struct KeyCount {
    std::uint64_t key = 0;
    std::int64_t count = 0;
};

/// Counts per key, up to kExactDistinct keys.
class KeyCounts {
public:
    KeyCounts()
        : m_slots(kFirstSlots * sizeof(KeyCount))
        , m_mask(kFirstSlots - 1)
    {
    }
    /// Load what add() will look at.
    void prefetch(std::uint64_t key) const { __builtin_prefetch(&slots()[firstProbe(key)]); }
    /// False when there are more keys than that.
    bool add(std::uint64_t key)
    {
        KeyCount& slot = find(key);
        if (slot.count++ != 0)
            return true;
        slot.key = key;
        if (++m_size > kExactDistinct)
            return false;
        if (static_cast<std::size_t>(m_size) * 2 > m_mask)
            grow();
        return true;
    }
    /// In no order.
    std::vector<KeyCount> all() const
    {
        std::vector<KeyCount> counted;
        counted.reserve(static_cast<std::size_t>(m_size));
        for (const KeyCount& slot : slots()) {
            if (slot.count != 0)
                counted.push_back(slot);
        }
        return counted;
    }

private:
    static constexpr std::size_t kFirstSlots = 4096;

    std::span<const KeyCount> slots() const { return {m_slots.as<KeyCount>(), m_mask + 1}; }
    std::size_t firstProbe(std::uint64_t key) const
    {
        return (key * 0x9e3779b97f4a7c15) >> std::countl_zero(m_mask);
    }
    KeyCount& find(std::uint64_t key)
    {
        KeyCount* const slots = m_slots.as<KeyCount>();
        std::size_t at = firstProbe(key);
        while (slots[at].count != 0 && slots[at].key != key)
            at = (at + 1) & m_mask;
        return slots[at];
    }
    void grow()
    {
        const std::vector<KeyCount> old = all();
        m_mask = m_mask * 2 + 1;
        m_slots = Buffer((m_mask + 1) * sizeof(KeyCount));
        for (const KeyCount& slot : old)
            find(slot.key) = slot;
    }

    Buffer m_slots;
    std::size_t m_mask;
    std::int64_t m_size = 0;
};

} // namespace cupel::table
