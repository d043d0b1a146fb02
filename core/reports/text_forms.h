#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace cupel::reports {

/// A text for HTML or SVG, in an element or in an attribute within double quotes. Control
/// characters, bidi controls, invisible characters and invalid bytes become visible escapes as in
/// visibleText(); the markup's own characters become entities.
std::string htmlText(std::string_view text);
/// The same, with line ends and tabs kept.
std::string htmlLines(std::string_view text);

/// Our own words for Markdown: what could be markup is escaped. They may quote a name of the data,
/// so what viewers turn into links (addresses, mentions, numbers of issues) is broken up as well.
std::string markdownText(std::string_view words);

/// The beginning of a text that takes at most `columns` of a terminal, with "…" where it was cut.
/// Control characters are shown, and counted, as visible escapes.
std::string shortened(std::string_view text, std::size_t columns);

/// A number for people: four significant digits below 1,000, whole with groups of three digits
/// above, with an exponent from 10^15 on; "infinite", "minus infinite".
std::string figureText(double value);
/// The same for the mark of an axis, where there is little room: with an exponent from 10^7 on.
std::string tickText(double value);

} // namespace cupel::reports
