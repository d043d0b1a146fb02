#pragma once

#include "core/card/measured.h"
#include "core/documents/document.h"

#include <string>
#include <utility>
#include <vector>

namespace cupel::test {

/// A card of sections, each a title and its text. Headings are of level 2 and stand one line above
/// their text; the first one is on line 1.
documents::Document literalCard(const std::vector<std::pair<std::string, std::string>>& sections);
/// A card of one section.
documents::Document literalCard(const std::string& text);

documents::Node textNode(const std::string& text, std::uint64_t line = 1);
documents::Node listNode(std::vector<documents::Node> items);
documents::Node mapNode(std::vector<std::pair<std::string, documents::Node>> members);

/// 32,561 rows and 15 columns; label income with two classes, groups sex, no split.
card::Measured censusMeasures();
/// The same with splits train (20000), validation (2561) and test (10000).
card::Measured splitMeasures();

} // namespace cupel::test
