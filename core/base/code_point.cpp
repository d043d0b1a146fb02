#include "core/base/code_point.h"

#include <algorithm>
#include <array>
#include <utility>

#include "core/base/utf8.h"

namespace cupel::base {
namespace {

using Range = std::pair<char32_t, char32_t>;

constexpr std::array<Range, 13> kHidden{{{0x00, 0x1F}, {0x7F, 0x9F}, {0xAD, 0xAD}, {0x61C, 0x61C},
    {0x180E, 0x180E}, {0x200B, 0x200F}, {0x2028, 0x202E}, {0x2060, 0x206F}, {0xFE00, 0xFE0F},
    {0xFEFF, 0xFEFF}, {0xFFF9, 0xFFFB}, {0xFFFE, 0xFFFF}, {0xE0000, 0xE0FFF}}};

} // namespace

CodePoint codePointAt(std::string_view text, std::size_t at)
{
    const auto first = static_cast<unsigned char>(text[at]);
    if (first < 0x80)
        return {first, 1, true};
    const std::size_t bytes = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
    const std::string_view rest = text.substr(at, bytes);
    if (rest.size() < bytes
        || firstInvalidUtf8(rest.data(), rest.size(), rest.size()) != kValidUtf8)
        return {first, 1, false};
    char32_t value = first & (0xFFu >> (bytes + 1));
    for (const char c : rest.substr(1))
        value = value << 6 | (static_cast<unsigned char>(c) & 0x3Fu);
    return {value, bytes, true};
}

bool isHidden(char32_t c)
{
    return std::any_of(kHidden.begin(), kHidden.end(),
        [c](const Range& range) { return c >= range.first && c <= range.second; });
}

std::string hexDigits(char32_t value, std::size_t digits)
{
    std::string text;
    while (value > 0 || text.size() < digits) {
        text.insert(text.begin(), "0123456789abcdef"[value & 0xF]);
        value >>= 4;
    }
    return text;
}

} // namespace cupel::base
