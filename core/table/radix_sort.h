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

/// Room for keys, sorted where they stand: by digits of 11 bits, so that each key is moved once per
/// digit. Only as many of the highest digits are used as tell almost all keys apart; the few that
/// they do not are compared.
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
        const auto width = static_cast<unsigned>(std::bit_width(largest));
        const auto telling = static_cast<unsigned>(std::bit_width(m_size)) + kBits / 2;
        const unsigned digits = (std::min(width, telling) + kBits - 1) / kBits;
        m_lowest = width - std::min(width, digits * kBits);
        const auto counts = countDigits(digits);
        for (unsigned digit = 0; digit < digits; ++digit)
            moveBy(digit, counts[digit]);
        if (m_lowest > 0)
            sortEqualPrefixes();
        return {m_keys.get(), m_size};
    }

private:
    static constexpr unsigned kBits = 11;
    static constexpr unsigned kDigits = (sizeof(Key) * 8 + kBits - 1) / kBits;
    using Counts = std::array<std::uint32_t, 1u << kBits>;

    std::size_t digitOf(Key key, unsigned digit) const
    {
        return static_cast<std::size_t>(key >> (m_lowest + digit * kBits)) & ((1u << kBits) - 1);
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

    /// Keys that differ in the bits below m_lowest only stand together, in any order.
    void sortEqualPrefixes()
    {
        Key* const end = m_keys.get() + m_size;
        for (Key* begin = m_keys.get(); begin != end;) {
            const Key prefix = *begin >> m_lowest;
            Key* next = begin + 1;
            bool isSorted = true;
            for (; next != end && *next >> m_lowest == prefix; ++next)
                isSorted = isSorted && next[-1] <= *next;
            if (!isSorted)
                std::sort(begin, next);
            begin = next;
        }
    }

    std::unique_ptr<Key[]> m_keys;
    std::unique_ptr<Key[]> m_spare;
    std::size_t m_size = 0;
    unsigned m_lowest = 0; ///< the lowest bit of the digits
};

} // namespace cupel::table
