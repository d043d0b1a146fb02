#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "core/base/result.h"
#include "core/documents/node.h"

namespace cupel::documents {

/// Limits of a guarded reader and what its errors say. Beyond a limit a text is refused, whatever
/// its origin: documents beside the data are as little trusted as the data.
struct ReaderOptions {
    std::string file; ///< named in errors
    base::ErrorCode errorCode = base::ErrorCode::NotData; ///< Usage for files the user wrote for us
    std::size_t maxBytes = 0;
    std::size_t maxDepth = 0; ///< of lists and maps within each other
};

/// The error of a reader at a place of its text.
base::Error readerError(
    const ReaderOptions& options, Position at, std::string message, std::string hint);

/// What JSON and YAML refuse alike, before they are parsed: too many bytes, bytes that are not
/// UTF-8, control characters (a NUL ends the text for many a parser, which then says nothing of
/// what follows).
std::optional<base::Error> refuseText(std::string_view text, const ReaderOptions& options);

/// A word of the document as errors quote it: in double quotes, a long one cut.
std::string shownWord(std::string_view word);

/// The text without a UTF-8 byte order mark, which takes no column.
std::string_view withoutByteOrderMark(std::string_view text);

} // namespace cupel::documents
