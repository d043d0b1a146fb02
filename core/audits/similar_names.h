#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace cupel::audits {

/// A name without blanks at the ends, with inner runs of blanks as one, and in lower case: ASCII,
/// Latin-1, Latin Extended-A, Greek and Cyrillic letters, those with marks decomposed. Blanks are
/// space, tab, line ends, U+00A0, U+2000 to U+200B and U+3000. Other code points are kept. The text
/// is for comparing, not for showing.
std::string foldedName(std::string_view name);

/// Indexes of names that fold to the same name, in groups of two or more, in order of the first.
std::vector<std::vector<std::size_t>> similarNames(const std::vector<std::string>& names);

} // namespace cupel::audits
