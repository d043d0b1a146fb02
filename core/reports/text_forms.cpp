#include "core/reports/text_forms.h"

#include <array>
#include <charconv>
#include <cmath>

#include "core/audits/wording.h"
#include "core/reports/terminal_text.h"

namespace cupel::reports {
namespace {

std::string withEntities(std::string_view text)
{
    std::string html;
    html.reserve(text.size());
    for (const char c : text) {
        switch (c) {
        case '&':
            html += "&amp;";
            break;
        case '<':
            html += "&lt;";
            break;
        case '>':
            html += "&gt;";
            break;
        case '"':
            html += "&quot;";
            break;
        case '\'':
            html += "&#39;";
            break;
        default:
            html += c;
        }
    }
    return html;
}

/// Four significant digits.
std::string withExponent(double value)
{
    std::array<char, 32> buffer{};
    const auto end = std::to_chars(
        buffer.data(), buffer.data() + buffer.size(), value, std::chars_format::general, 4);
    return {buffer.data(), end.ptr};
}

} // namespace

std::string htmlText(std::string_view text)
{
    return withEntities(visibleControls(text));
}

std::string htmlLines(std::string_view text)
{
    return withEntities(visibleControls(text, KeepLines::Yes));
}

std::string markdownText(std::string_view text)
{
    std::string result;
    const std::string shown = visibleControls(text);
    for (std::size_t i = 0; i < shown.size(); ++i) {
        const char c = shown[i];
        const bool endsScheme = c == ':' && shown.compare(i + 1, 2, "//") == 0;
        const bool endsHost = c == '.' && i >= 3 && shown.compare(i - 3, 3, "www") == 0;
        if (c == '@' || c == '#') {
            result += std::string("`") + c + "`";
            continue;
        }
        if (std::string_view("\\`*_[]<>|~&").find(c) != std::string_view::npos || endsScheme
            || endsHost)
            result += '\\';
        result += c;
    }
    return result;
}

std::string shortened(std::string_view text, std::size_t columns)
{
    // A column takes a few bytes; marks that take none must not make the text longer and longer.
    constexpr std::size_t kBytesPerColumn = 8;
    const std::string shown = visibleControls(text.substr(0, (columns + 1) * kBytesPerColumn));
    const bool isWhole = text.size() <= (columns + 1) * kBytesPerColumn;
    if (isWhole && displayWidth(shown) <= columns)
        return shown;
    std::size_t kept = 0;
    for (std::size_t used = 0; kept < shown.size();) {
        std::size_t end = kept + 1;
        while (end < shown.size() && (static_cast<unsigned char>(shown[end]) & 0xC0u) == 0x80u)
            ++end;
        used += displayWidth(std::string_view(shown).substr(kept, end - kept));
        if (used >= columns)
            break;
        kept = end;
    }
    return shown.substr(0, kept) + "…";
}

std::string figureText(double value)
{
    return audits::shortNumber(value);
}

std::string tickText(double value)
{
    constexpr double kExponent = 1e7;
    return std::fabs(value) < kExponent ? figureText(value) : withExponent(value);
}

} // namespace cupel::reports
