#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <vector>

namespace cupel::counts {

/// Spread the bits of a key over the whole word (the finaliser of MurmurHash3, Appleby 2011).
inline std::uint64_t mixBits(std::uint64_t key)
{
    key ^= key >> 33;
    key *= 0xff51afd7ed558ccd;
    key ^= key >> 33;
    key *= 0xc4ceb9fe1a85ec53;
    return key ^ (key >> 33);
}

/// Numbers distinct 64-bit keys in the order in which they come: 0, 1, 2, …
class KeyNumbers {
public:
    KeyNumbers()
        : m_slots(kSmallest, kFree)
    {
    }

    std::uint32_t numberOf(std::uint64_t key)
    {
        const std::size_t mask = m_slots.size() - 1;
        std::size_t at = mixBits(key) & mask;
        for (; m_slots[at] != kFree; at = (at + 1) & mask) {
            if (m_keys[m_slots[at]] == key)
                return m_slots[at];
        }
        const auto number = static_cast<std::uint32_t>(m_keys.size());
        m_slots[at] = number;
        m_keys.push_back(key);
        if (m_keys.size() * 2 > m_slots.size())
            grow();
        return number;
    }
    const std::vector<std::uint64_t>& keys() const { return m_keys; }

private:
    static constexpr std::uint32_t kFree = std::numeric_limits<std::uint32_t>::max();
    static constexpr std::size_t kSmallest = 64;

    void grow()
    {
        m_slots.assign(m_slots.size() * 4, kFree);
        const std::size_t mask = m_slots.size() - 1;
        for (std::size_t number = 0; number < m_keys.size(); ++number) {
            std::size_t at = mixBits(m_keys[number]) & mask;
            while (m_slots[at] != kFree)
                at = (at + 1) & mask;
            m_slots[at] = static_cast<std::uint32_t>(number);
        }
    }

    std::vector<std::uint32_t> m_slots;
    std::vector<std::uint64_t> m_keys;
};

} // namespace cupel::counts
