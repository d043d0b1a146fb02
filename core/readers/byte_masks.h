#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace cupel::readers {

/// A 1 in every byte of a word.
inline constexpr std::uint64_t kEveryByte = 0x0101010101010101;

/// 64 bytes held for comparison. Bit i of a mask stands for byte i.
class Block64 {
public:
    explicit Block64(const char* bytes)
#if defined(__SSE2__)
    {
        for (int i = 0; i < 4; ++i)
            m_lanes[i] = _mm_loadu_si128(reinterpret_cast<const __m128i*>(bytes) + i);
    }
    std::uint64_t equals(char byte) const
    {
        const __m128i wanted = _mm_set1_epi8(byte);
        std::uint64_t mask = 0;
        for (int i = 0; i < 4; ++i) {
            const auto bits
                = static_cast<std::uint32_t>(_mm_movemask_epi8(_mm_cmpeq_epi8(m_lanes[i], wanted)));
            mask |= std::uint64_t{bits} << (16 * i);
        }
        return mask;
    }

private:
    __m128i m_lanes[4];
#else
        : m_bytes(bytes)
    {
    }
    std::uint64_t equals(char byte) const
    {
        std::uint64_t mask = 0;
        for (unsigned i = 0; i < 64; ++i)
            mask |= std::uint64_t{m_bytes[i] == byte} << i;
        return mask;
    }

private:
    const char* m_bytes;
#endif
};

/// Which of 16 bytes equal `byte`.
inline std::uint64_t equalBytes16(const char* bytes, char byte)
{
#if defined(__SSE2__)
    const __m128i lane = _mm_loadu_si128(reinterpret_cast<const __m128i*>(bytes));
    return static_cast<std::uint32_t>(_mm_movemask_epi8(_mm_cmpeq_epi8(lane, _mm_set1_epi8(byte))));
#else
    std::uint64_t mask = 0;
    for (unsigned i = 0; i < 16; ++i)
        mask |= std::uint64_t{bytes[i] == byte} << i;
    return mask;
#endif
}

/// Whether `byte` occurs an odd number of times. Reads whole blocks: the bytes after `size` up to
/// the next multiple of 64 must be readable.
inline bool oddCount(const char* bytes, std::size_t size, char byte)
{
    std::uint64_t parity = 0;
    std::size_t at = 0;
#if defined(__SSE2__)
    // Each byte of the register holds the parity of its own column.
    __m128i columns = _mm_setzero_si128();
    const __m128i wanted = _mm_set1_epi8(byte);
    for (; at + 64 <= size; at += 64) {
        for (std::size_t i = 0; i < 64; i += 16) {
            const auto* lane = reinterpret_cast<const __m128i*>(bytes + at + i);
            columns = _mm_xor_si128(columns, _mm_cmpeq_epi8(_mm_loadu_si128(lane), wanted));
        }
    }
    parity = static_cast<std::uint32_t>(_mm_movemask_epi8(columns));
#endif
    for (; at < size; at += 64) {
        const std::uint64_t mask = Block64(bytes + at).equals(byte);
        parity ^= size - at < 64 ? mask & ((std::uint64_t{1} << (size - at)) - 1) : mask;
    }
    return (std::popcount(parity) & 1) != 0;
}

/// Bit i of the result is the parity of bits 0..i.
inline std::uint64_t prefixXor(std::uint64_t bits)
{
    for (unsigned shift = 1; shift < 64; shift *= 2)
        bits ^= bits << shift;
    return bits;
}

/// Number of bits that are set. Processors without an instruction for it are still common enough
/// to build for, and a call would cost more than these few operations.
inline std::size_t countBits(std::uint64_t bits)
{
    bits -= (bits >> 1) & 0x5555555555555555;
    bits = (bits & 0x3333333333333333) + ((bits >> 2) & 0x3333333333333333);
    bits = (bits + (bits >> 4)) & 0x0f0f0f0f0f0f0f0f;
    return static_cast<std::size_t>((bits * 0x0101010101010101) >> 56);
}

/// Write at + i for each bit i that is set, ascending, and return how many there are. Up to 8
/// elements more may be written over.
inline std::size_t writePositions(std::uint64_t bits, std::uint32_t at, std::uint32_t* to)
{
    const std::size_t count = countBits(bits);
    // Eight at a time whatever the count, since the end of a shorter loop cannot be predicted.
    std::size_t done = 0;
    do {
        for (std::size_t i = 0; i < 8; ++i) {
            // With a bit that is always set no branch is needed for the case that none is.
            constexpr std::uint64_t kTopBit = std::uint64_t{1} << 63;
            to[done + i] = at + static_cast<std::uint32_t>(std::countr_zero(bits | kTopBit));
            bits &= bits - 1;
        }
        done += 8;
    } while (done < count);
    return count;
}

/// The bits below bit n, n from 0 to 64.
inline std::uint64_t bitsBelow(std::size_t n)
{
    return n >= 64 ? ~std::uint64_t{0} : (std::uint64_t{1} << n) - 1;
}

} // namespace cupel::readers
