#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace cupel::table {

/// 64-bit hash of a cell's text, well mixed in all bits; the same on every machine. 0 for the empty
/// text, so that a missing cell adds nothing to its row's hash.
std::uint64_t cellHash(std::string_view text);

/// The first 16 bytes of a text of at most 16 bytes, little-endian, the rest zero. Together with
/// its length it is the text.
struct ShortText {
    std::uint64_t low = 0;
    std::uint64_t high = 0;
};

inline std::uint64_t loadLittleEndian(const char* bytes)
{
    std::uint64_t word = 0;
    std::memcpy(&word, bytes, sizeof word);
    if constexpr (std::endian::native == std::endian::big)
        word = __builtin_bswap64(word);
    return word;
}

/// The bytes that a text of each size fills, as masks.
inline constexpr auto kShortTextMasks = [] {
    std::array<ShortText, 17> masks{};
    for (unsigned size = 1; size < masks.size(); ++size) {
        masks[size] = masks[size - 1];
        (size <= 8 ? masks[size].low : masks[size].high) |= std::uint64_t{0xff}
            << ((size - 1) % 8 * 8);
    }
    return masks;
}();

/// Load a text of at most 16 bytes; 16 bytes are readable. A table, since a branch on the size
/// could not be predicted.
inline ShortText loadShortText(const char* bytes, std::size_t size)
{
    const ShortText& mask = kShortTextMasks[size];
    return {loadLittleEndian(bytes) & mask.low, loadLittleEndian(bytes + 8) & mask.high};
}

/// cellHash() of a text of at most 16 bytes: the two halves of a 128-bit product (the idea of
/// Wang Yi's wyhash), with the length mixed in, since trailing zero bytes look like none.
inline std::uint64_t cellHash(ShortText text, std::size_t size)
{
    __extension__ typedef unsigned __int128 Uint128;
    // The fractional parts of the square roots of 2, 3, 5 and 7: arbitrary, and odd where they
    // multiply.
    constexpr std::uint64_t kLow = 0x6a09e667f3bcc908;
    constexpr std::uint64_t kHigh = 0xbb67ae8584caa73b;
    constexpr std::uint64_t kSize = 0x3c6ef372fe94f82b;
    constexpr std::uint64_t kFinish = 0xa54ff53a5f1d36f1;
    const Uint128 product = Uint128{text.low ^ kLow} * (text.high ^ kHigh ^ (size * kSize));
    auto hash = static_cast<std::uint64_t>(product) ^ static_cast<std::uint64_t>(product >> 64);
    // One product leaves numbers of few digits visibly uneven in some bits.
    hash = (hash ^ hash >> 32) * kFinish;
    hash ^= hash >> 32;
    return size != 0 ? hash : 0;
}

/// Odd multiplier of column c in a row hash.
constexpr std::uint64_t columnSalt(std::size_t column)
{
    // The finaliser of SplitMix64 (Steele, Lea and Flood 2014).
    std::uint64_t x = (static_cast<std::uint64_t>(column) + 1) * 0x9e3779b97f4a7c15;
    x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9;
    x = (x ^ (x >> 27)) * 0x94d049bb133111eb;
    return (x ^ (x >> 31)) | 1;
}

} // namespace cupel::table
