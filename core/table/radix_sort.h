#pragma once

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <utility>

namespace cupel::table {

/// Room for keys, sorted where they stand: by digits of 11 bits from the lowest on, so that each
/// key is moved once per digit and never compared.
template <typename Key> class RadixKeys {
public:
    explicit RadixKeys(std::size_t most)
        : m_keys(std::make_unique_for_overwrite<Key[]>(most))
        , m_spare(std::make_unique_for_overwrite<Key[]>(most))
    {
    }

    void push(Key key) { m_keys[m_size++] = key; }
    std::size_t size() const { return m_size; }

    /// Sort the keys, none of which is above `largest`. They hold until the next push.
    std::span<const Key> sorted(Key largest)
    {
        constexpr std::size_t kCheapToCompare = 1024;
        if (m_size < kCheapToCompare) {
            std::sort(m_keys.get(), m_keys.get() + m_size);
            return {m_keys.get(), m_size};
        }
        const auto digits = (static_cast<unsigned>(std::bit_width(largest)) + kBits - 1) / kBits;
        const auto counts = countDigits(digits);
        for (unsigned digit = 0; digit < digits; ++digit)
            moveBy(digit, counts[digit]);
        return {m_keys.get(), m_size};
    }

private:
    static constexpr unsigned kBits = 11;
    static constexpr unsigned kDigits = (sizeof(Key) * 8 + kBits - 1) / kBits;
    using Counts = std::array<std::uint32_t, 1u << kBits>;

    static std::size_t digitOf(Key key, unsigned digit)
    {
        return static_cast<std::size_t>(key >> (digit * kBits)) & ((1u << kBits) - 1);
    }

    std::array<Counts, kDigits> countDigits(unsigned digits) const
    {
        std::array<Counts, kDigits> counts{};
        for (std::size_t i = 0; i < m_size; ++i) {
            for (unsigned digit = 0; digit < digits; ++digit)
                ++counts[digit][digitOf(m_keys[i], digit)];
        }
        return counts;
    }

    void moveBy(unsigned digit, const Counts& counts)
    {
        if (counts[digitOf(m_keys[0], digit)] == m_size)
            return;
        std::array<std::uint32_t, 1u << kBits> next;
        std::uint32_t before = 0;
        for (std::size_t value = 0; value < next.size(); ++value) {
            next[value] = before;
            before += counts[value];
        }
        for (std::size_t i = 0; i < m_size; ++i)
            m_spare[next[digitOf(m_keys[i], digit)]++] = m_keys[i];
        std::swap(m_keys, m_spare);
    }

    std::unique_ptr<Key[]> m_keys;
    std::unique_ptr<Key[]> m_spare;
    std::size_t m_size = 0;
};

} // namespace cupel::table
