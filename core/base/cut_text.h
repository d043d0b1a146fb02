#pragma once

#include <string>
#include <string_view>

namespace cupel::base {

/// The text; where it has more than `most` bytes, its beginning up to the last whole code point
/// and "…".
std::string cutText(std::string_view text, std::size_t most);

} // namespace cupel::base
