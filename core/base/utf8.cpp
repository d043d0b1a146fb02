#include "core/base/utf8.h"

#include <bit>
#include <cstdint>
#include <cstring>

namespace cupel::base {
namespace {

bool inRange(unsigned char byte, unsigned low, unsigned high)
{
    return byte >= low && byte <= high;
}

/// Length of the well-formed sequence that begins with a byte above 0x7F, 0 if there is none.
std::size_t sequenceLength(const unsigned char* text, std::size_t room)
{
    const unsigned char lead = text[0];
    std::size_t length = 0;
    unsigned low = 0x80;
    unsigned high = 0xBF;
    if (inRange(lead, 0xC2, 0xDF)) {
        length = 2;
    } else if (inRange(lead, 0xE0, 0xEF)) {
        length = 3;
        if (lead == 0xE0)
            low = 0xA0;
        if (lead == 0xED)
            high = 0x9F;
    } else if (inRange(lead, 0xF0, 0xF4)) {
        length = 4;
        if (lead == 0xF0)
            low = 0x90;
        if (lead == 0xF4)
            high = 0x8F;
    }
    if (length == 0 || length > room || !inRange(text[1], low, high))
        return 0;
    for (std::size_t i = 2; i < length; ++i) {
        if (!inRange(text[i], 0x80, 0xBF))
            return 0;
    }
    return length;
}

constexpr std::uint64_t kHighBits = 0x8080808080808080u;

/// How many of eight bytes come before the first that is not ASCII.
std::size_t asciiBytes(const unsigned char* text)
{
    std::uint64_t word = 0;
    std::memcpy(&word, text, sizeof word);
    const std::uint64_t high = word & kHighBits;
    const int zeros = std::endian::native == std::endian::little ? std::countr_zero(high)
                                                                 : std::countl_zero(high);
    return static_cast<std::size_t>(zeros) / 8;
}

} // namespace

std::size_t firstInvalidUtf8(const char* bytes, std::size_t limit, std::size_t size)
{
    const auto* text = reinterpret_cast<const unsigned char*>(bytes);
    std::size_t at = 0;
    while (at < limit) {
        // Eight words at a time while all is ASCII.
        while (at + 64 <= limit) {
            std::uint64_t words[8];
            std::memcpy(words, text + at, 64);
            const std::uint64_t any = words[0] | words[1] | words[2] | words[3] | words[4]
                | words[5] | words[6] | words[7];
            if ((any & kHighBits) != 0)
                break;
            at += 64;
        }
        const std::size_t stop = at + 64 < limit ? at + 64 : limit;
        while (at < stop) {
            if (text[at] >= 0x80) {
                const std::size_t length = sequenceLength(text + at, size - at);
                if (length == 0)
                    return at;
                at += length;
            } else {
                at += at + 8 <= stop ? asciiBytes(text + at) : 1;
            }
        }
    }
    return kValidUtf8;
}

} // namespace cupel::base
