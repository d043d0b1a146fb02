#pragma once

#include <string_view>

#include "core/base/result.h"
#include "core/documents/node.h"
#include "core/documents/reader_options.h"

namespace cupel::documents {

struct JsonOptions : ReaderOptions {
    JsonOptions()
    {
        maxBytes = std::size_t{16} << 20U;
        maxDepth = 512;
    }
};

/// Read one JSON value (RFC 8259) with the place of every value and key. Refused, with line and
/// column: what is no JSON (comments, trailing commas, NaN, lone surrogates, anything after the
/// value), a key that occurs twice in one object, nesting and size beyond the limits, bytes that
/// are not UTF-8, and numbers beyond the range of a double. A byte order mark is skipped. Linear in
/// the size of the text and without recursion.
base::Result<Node> readJson(std::string_view text, const JsonOptions& options = {});

} // namespace cupel::documents
