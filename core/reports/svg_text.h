#pragma once

#include <string>
#include <string_view>

namespace cupel::reports {

/// Pixels that a text of 12 px takes at most in the sans-serif fonts that the style sheet names:
/// whoever draws has no fonts to measure.
double textWidth(std::string_view text);

/// A text with "…" at its end where it would be wider than `width` pixels.
std::string fitted(std::string_view text, double width);

} // namespace cupel::reports
