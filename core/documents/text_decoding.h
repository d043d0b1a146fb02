#pragma once

#include <string>
#include <string_view>

namespace cupel::documents {

/// Windows-1252 as UTF-8. Its five unassigned bytes become U+FFFD.
std::string fromWindows1252(std::string_view bytes);

/// The longest beginning of a UTF-8 text that has at most this many bytes and cuts no character.
std::string_view cutUtf8(std::string_view text, std::size_t maxBytes);

} // namespace cupel::documents
