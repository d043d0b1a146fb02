#pragma once

#include <cstddef>

namespace cupel::base {

inline constexpr std::size_t kValidUtf8 = static_cast<std::size_t>(-1);

/// Index of the first byte that is not UTF-8 (Unicode 15, table 3-7: no overlong forms, no
/// surrogates, nothing above U+10FFFF), or kValidUtf8. Sequences that begin before `limit` are
/// checked; they may use bytes up to `size`, where the text ends.
std::size_t firstInvalidUtf8(const char* bytes, std::size_t limit, std::size_t size);

} // namespace cupel::base
