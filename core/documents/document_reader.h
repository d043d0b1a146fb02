#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "core/documents/document.h"

namespace cupel::documents {

/// Bytes of a document that are read, by kind: 2 MiB of a card, 16 MiB of Croissant, 1 MiB of a
/// licence text.
std::size_t maxBytes(DocumentKind kind);

/// Read a document from its first maxBytes(kind) bytes, or all where it has fewer; `size` is that
/// of the whole file. Never fails: what cannot be read as it should be is among the problems.
///
/// Text that is not UTF-8 is read as Windows-1252, with a problem for cards. A card is split into
/// front matter and sections; a front matter without end is part of the body.
/// Croissant is not read where a part of it is missing. A file with NUL bytes is no text.
Document readDocument(
    DocumentKind kind, std::string file, std::string_view bytes, std::uint64_t size);

} // namespace cupel::documents
