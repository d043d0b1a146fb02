#pragma once

#include <string_view>

namespace cupel::lint {

/// Whether jsonpath_rw reads an expression: $.a[*].b, a..b, [0], [1:], a,b, (a|b), `parent`.
bool isJsonPath(std::string_view text);

} // namespace cupel::lint
