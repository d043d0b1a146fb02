#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "core/base/number.h"

namespace cupel::reports {

/// Text for a terminal or a log in which nothing acts: control characters, line ends, characters
/// that are not shown or turn the direction of writing (bidi controls, zero-width characters) and
/// invalid bytes become visible escapes: \n, \x1b, \u{202e}. Words that begin with "::" or "##",
/// which log viewers of build services take for commands, begin with an escape.
std::string visibleText(std::string_view text);

enum class KeepLines { No, Yes };
/// The same for pages and files, where no word is a command: "::" stays as it is. With KeepLines
/// line feeds, carriage returns before them, and tabs stay too.
std::string visibleControls(std::string_view text, KeepLines lines = KeepLines::No);

/// Columns that a text takes on a terminal: East Asian wide characters two, combining marks
/// and the sequences that set a colour none.
std::size_t displayWidth(std::string_view text);

/// Break a text at blanks into lines of at most `width` columns; longer words stay whole. Lines
/// after the first begin with `indent` blanks, which count. No line end at the end.
std::string wrapped(std::string_view text, std::size_t width, std::size_t indent);

using base::groupedDigits;

} // namespace cupel::reports
