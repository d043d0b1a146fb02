#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/license/folded_text.h"

namespace cupel::license {

/// Take the tags off an HTML document (three or more block tags): head, scripts, styles and
/// comments go, the end of a block ends a line, entities become characters. Other texts stay as
/// they are.
std::vector<FoldedLine> withoutHtml(std::vector<FoldedLine> lines);

/// Take off YAML front matter, Markdown links (their text stays), and the comment mark that four
/// lines of five begin with. Lines that go leave an empty line.
void removeMarkup(std::vector<FoldedLine>& lines);

/// Lines 1 to the result, both marks included, are YAML front matter; 0: there is none.
std::size_t frontMatterLines(const std::vector<FoldedLine>& lines);

/// A run of the same sign, three or more times, is a line drawn between parts: it becomes a blank.
void removeSeparators(std::string& line);

} // namespace cupel::license
