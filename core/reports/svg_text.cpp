#include "core/reports/svg_text.h"

#include "core/reports/terminal_text.h"
#include "core/reports/text_forms.h"

namespace cupel::reports {
namespace {

/// Advance widths of DejaVu Sans, the widest of these fonts, rounded up by class.
double widthOf(char c)
{
    constexpr std::string_view kNarrow = "fijlrtI.,:;'|!()[] ";
    constexpr std::string_view kWide = "mwMW@%";
    if (kNarrow.find(c) != std::string_view::npos)
        return 5.0;
    if (kWide.find(c) != std::string_view::npos)
        return 12.0;
    return c >= 'A' && c <= 'Z' ? 9.2 : 7.8;
}

std::size_t endOfCharacter(std::string_view text, std::size_t at)
{
    ++at;
    while (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0u) == 0x80u)
        ++at;
    return at;
}

} // namespace

double textWidth(std::string_view text)
{
    constexpr double kColumn = 8.5;
    double width = 0.0;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = endOfCharacter(text, at);
        width += end - at == 1 && static_cast<unsigned char>(text[at]) < 0x80
            ? widthOf(text[at])
            : kColumn * static_cast<double>(displayWidth(text.substr(at, end - at)));
        at = end;
    }
    return width;
}

std::string fitted(std::string_view text, double width)
{
    constexpr double kNarrowest = 5.0;
    std::string shown = shortened(text, static_cast<std::size_t>(width / kNarrowest));
    for (std::size_t columns = displayWidth(shown); columns > 1 && textWidth(shown) > width;)
        shown = shortened(text, --columns);
    return shown;
}

} // namespace cupel::reports
