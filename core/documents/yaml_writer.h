#pragma once

#include <string>
#include <string_view>

#include "core/documents/node.h"

namespace cupel::documents {

/// A map as YAML in block style, its members in their order, a line feed behind each. Every text
/// reads back as the same text, with YAML 1.1 as well as with 1.2: what could be taken for
/// something else ("no", "1e5", "2020-01-01"), and what holds controls, bidi controls or invisible
/// characters, is quoted and escaped. Invalid bytes become U+FFFD. A map without members is empty
/// text. Numbers and booleans stand as their text is.
std::string yamlText(const Node& map);

/// One text as a YAML scalar, plain where that is safe.
std::string yamlScalar(std::string_view text);

} // namespace cupel::documents
