#include "core/reports/terminal_text.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <utility>

#include "core/base/code_point.h"

namespace cupel::reports {
namespace {

using base::codePointAt;
using base::hexDigits;

using Range = std::pair<char32_t, char32_t>;

constexpr std::array<Range, 10> kWide{{{0x1100, 0x115F}, {0x2E80, 0x303E}, {0x3041, 0xA4CF},
    {0xAC00, 0xD7A3}, {0xF900, 0xFAFF}, {0xFE30, 0xFE6F}, {0xFF00, 0xFF60}, {0xFFE0, 0xFFE6},
    {0x1F300, 0x1FAFF}, {0x20000, 0x3FFFD}}};
constexpr std::array<Range, 4> kCombining{
    {{0x300, 0x36F}, {0x1AB0, 0x1AFF}, {0x20D0, 0x20FF}, {0xFE20, 0xFE2F}}};

template <std::size_t n> bool isIn(const std::array<Range, n>& ranges, char32_t c)
{
    return std::any_of(ranges.begin(), ranges.end(),
        [c](const Range& range) { return c >= range.first && c <= range.second; });
}

std::string escaped(char32_t value)
{
    switch (value) {
    case '\n':
        return "\\n";
    case '\r':
        return "\\r";
    case '\t':
        return "\\t";
    default:
        return value < 0x80 ? "\\x" + hexDigits(value, 2) : "\\u{" + hexDigits(value, 4) + "}";
    }
}

bool beginsCommand(std::string_view text, std::size_t at)
{
    const std::string_view two = text.substr(at, 2);
    return (two == "::" || two == "##") && (at == 0 || text[at - 1] == ' ');
}

bool endsLine(std::string_view text, std::size_t at)
{
    return text[at] == '\n' || text[at] == '\t' || text.substr(at, 2) == "\r\n";
}

/// `asWritten(at)`: the character there stays; `asByte(at)`: it is escaped though it is harmless.
template <typename AsWritten, typename AsByte>
std::string visible(std::string_view text, const AsWritten& asWritten, const AsByte& asByte)
{
    std::string shown;
    shown.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const base::CodePoint point = codePointAt(text, at);
        if (!point.isValid || asByte(at))
            shown += "\\x" + hexDigits(point.value, 2);
        else if (base::isHidden(point.value) && !asWritten(at))
            shown += escaped(point.value);
        else
            shown += text.substr(at, point.bytes);
        at += point.bytes;
    }
    return shown;
}

} // namespace

std::string visibleText(std::string_view text)
{
    return visible(
        text, [](std::size_t) { return false; },
        [text](std::size_t at) { return beginsCommand(text, at); });
}

std::string visibleControls(std::string_view text, KeepLines lines)
{
    return visible(
        text, [&](std::size_t at) { return lines == KeepLines::Yes && endsLine(text, at); },
        [](std::size_t) { return false; });
}

std::size_t displayWidth(std::string_view text)
{
    std::size_t width = 0;
    for (std::size_t at = 0; at < text.size();) {
        if (text.substr(at, 2) == "\x1b[") {
            at = std::min(text.find('m', at), text.size() - 1) + 1;
            continue;
        }
        const base::CodePoint point = codePointAt(text, at);
        if (!isIn(kCombining, point.value))
            width += isIn(kWide, point.value) ? 2u : 1u;
        at += point.bytes;
    }
    return width;
}

std::string wrapped(std::string_view text, std::size_t width, std::size_t indent)
{
    std::string lines;
    std::size_t used = indent;
    bool isLineEmpty = true;
    while (!text.empty()) {
        const std::size_t blank = std::min(text.find(' '), text.size());
        const std::string_view word = text.substr(0, blank);
        text.remove_prefix(std::min(blank + 1, text.size()));
        const std::size_t columns = displayWidth(word);
        if (!isLineEmpty && used + 1 + columns > width) {
            lines += '\n';
            lines.append(indent, ' ');
            used = indent;
            isLineEmpty = true;
        }
        if (!isLineEmpty) {
            lines += ' ';
            ++used;
        }
        lines += word;
        used += columns;
        isLineEmpty = false;
    }
    return lines;
}

} // namespace cupel::reports
