#include "core/reports/style_sheet.h"

#include <gtest/gtest.h>

#include <cmath>
#include <map>
#include <string>
#include <vector>

namespace cupel::reports {
namespace {

using Colours = std::map<std::string, unsigned>;

/// The colours of a block of custom properties: "--ink: #1b1f24;".
Colours coloursIn(std::string_view css)
{
    Colours colours;
    for (std::size_t at = css.find("--"); at != std::string_view::npos;
         at = css.find("--", at + 2)) {
        const std::size_t colon = css.find(": #", at);
        const std::size_t end = css.find(';', at);
        if (colon == std::string_view::npos || colon > end)
            continue;
        std::string hex(css.substr(colon + 3, end - colon - 3));
        if (hex.size() == 3)
            hex = {hex[0], hex[0], hex[1], hex[1], hex[2], hex[2]};
        colours[std::string(css.substr(at + 2, colon - at - 2))]
            = static_cast<unsigned>(std::stoul(hex, nullptr, 16));
    }
    return colours;
}

/// Relative luminance (WCAG 2.1).
double luminance(unsigned colour)
{
    const auto part = [colour](unsigned shift) {
        const double value = ((colour >> shift) & 0xFFu) / 255.0;
        return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * part(16) + 0.7152 * part(8) + 0.0722 * part(0);
}

double contrast(unsigned a, unsigned b)
{
    const double one = luminance(a) + 0.05;
    const double other = luminance(b) + 0.05;
    return one > other ? one / other : other / one;
}

/// The themes: light, dark, printed. Printing starts from the light one.
std::vector<Colours> themes()
{
    const std::string_view css = styleSheet();
    const std::size_t dark = css.find("@media (prefers-color-scheme: dark)");
    const std::size_t darkEnd = css.find("\n}\n", dark);
    const std::size_t print = css.find("@media print");
    const std::size_t printEnd = css.find("body", print);
    return {coloursIn(css.substr(0, dark)), coloursIn(css.substr(dark, darkEnd - dark)),
        coloursIn(css.substr(print, printEnd - print))};
}

TEST(StyleSheet, textsAreReadableInEveryTheme)
{
    for (const Colours& theme : themes()) {
        for (const char* text : {"ink", "soft", "accent"}) {
            EXPECT_GE(contrast(theme.at(text), theme.at("paper")), 4.5) << text;
            EXPECT_GE(contrast(theme.at(text), theme.at("card")), 4.5) << text;
        }
        for (const std::string tone : {"error", "warning", "note", "good", "question"}) {
            const unsigned card = theme.at(tone + "-card");
            EXPECT_GE(contrast(theme.at(tone), theme.at("paper")), 4.5) << tone;
            EXPECT_GE(contrast(theme.at(tone), card), 4.5) << tone;
            EXPECT_GE(contrast(theme.at("ink"), card), 4.5) << tone;
            EXPECT_GE(contrast(theme.at("soft"), card), 4.5) << tone;
        }
    }
}

TEST(StyleSheet, marksAreSeenInEveryTheme)
{
    for (const Colours& theme : themes()) {
        EXPECT_GE(contrast(theme.at("mark"), theme.at("paper")), 3.0);
        EXPECT_GE(contrast(theme.at("ink"), theme.at("mark-own")), 3.0) << "the outline tells it";
        EXPECT_GE(contrast(theme.at("accent"), theme.at("paper")), 3.0) << "the mark of the focus";
    }
}

TEST(StyleSheet, loadsNothing)
{
    for (const char* word : {"url(", "@import", "http", "</"})
        EXPECT_EQ(styleSheet().find(word), std::string_view::npos) << word;
}

} // namespace
} // namespace cupel::reports
