#include "core/documents/text_decoding.h"

#include <array>

namespace cupel::documents {

namespace {

constexpr unsigned kReplacement = 0xFFFD;
/// 0x80 to 0x9F, where Windows-1252 and Latin-1 differ (WHATWG Encoding, index windows-1252; the
/// unassigned ones are no characters here).
constexpr std::array<unsigned, 32> kMiddle{0x20AC, kReplacement, 0x201A, 0x0192, 0x201E, 0x2026,
    0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, kReplacement, 0x017D, kReplacement,
    kReplacement, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161,
    0x203A, 0x0153, kReplacement, 0x017E, 0x0178};

void append(std::string& text, unsigned point)
{
    const auto byte = [&text](unsigned value) { text += static_cast<char>(value); };
    if (point < 0x80) {
        byte(point);
    } else if (point < 0x800) {
        byte(0xC0U | point >> 6U);
        byte(0x80U | (point & 0x3FU));
    } else {
        byte(0xE0U | point >> 12U);
        byte(0x80U | (point >> 6U & 0x3FU));
        byte(0x80U | (point & 0x3FU));
    }
}

} // namespace

std::string fromWindows1252(std::string_view bytes)
{
    std::string text;
    text.reserve(bytes.size());
    for (const char c : bytes) {
        const auto byte = static_cast<unsigned char>(c);
        append(text, byte >= 0x80 && byte < 0xA0 ? kMiddle[byte - 0x80U] : byte);
    }
    return text;
}

std::string_view cutUtf8(std::string_view text, std::size_t maxBytes)
{
    if (text.size() <= maxBytes)
        return text;
    while (maxBytes > 0 && (static_cast<unsigned char>(text[maxBytes]) & 0xC0U) == 0x80U)
        --maxBytes;
    return text.substr(0, maxBytes);
}

} // namespace cupel::documents
