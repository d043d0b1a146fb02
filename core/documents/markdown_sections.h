#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "core/documents/document.h"

namespace cupel::documents {

/// The sections of a Markdown text whose first line has the given number in its file: one per ATX
/// or Setext heading, and one of level 0 where anything but white space precedes them. Headings
/// inside fenced or indented code, HTML and comments are none.
///
/// A scanner of lines of our own rather than a Markdown library: a card is read for its headings
/// and the text below them, with places; the library at hand takes seconds for tables of thousands
/// of columns and makes trees of nodes that nobody looks at. This is linear, also on one
/// enormous line. What it does not follow: headings inside lists and quotations stand for
/// themselves only in lists, at three blanks of indentation or less.
std::vector<Section> sectionsOf(std::string_view markdown, std::uint64_t firstLine);

} // namespace cupel::documents
