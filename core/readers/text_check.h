#pragma once

#include <string>
#include <string_view>

#include "core/base/result.h"
#include "core/readers/byte_source.h"

namespace cupel::readers {

/// Length of a UTF-8 byte order mark at the begin of a file (0 or 3), or NotData for what is
/// certainly no UTF-8 text: other encodings, known binary formats, control bytes throughout.
base::Result<std::size_t> checkHead(std::string_view head, const std::string& fileName);

/// The error for a byte that is not UTF-8, with its line and column.
base::Error notUtf8(const ByteSource& source, std::uint64_t offset, char newline);

} // namespace cupel::readers
