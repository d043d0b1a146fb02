#pragma once

#include <string>
#include <string_view>

namespace cupel::documents {

/// The words of a piece of inline Markdown (a heading, a paragraph): without marks of emphasis and
/// code, links and images as their text, HTML tags and comments left out, escapes and the common
/// entities as their character, line ends as blanks. "[More Information Needed]" keeps its
/// brackets: it is no link. Follows CommonMark 0.30, section 6, except that emphasis of different
/// kinds may overlap. Linear in the size of the text; the result is never longer than the text.
std::string plainText(std::string_view markdown);

} // namespace cupel::documents
