#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/documents/node.h"

namespace cupel::documents {

enum class DocumentKind {
    Card, ///< README card: Markdown, mostly with YAML front matter
    Croissant, ///< Croissant 0.8, 1.0 or 1.1 metadata, JSON-LD
    License, ///< LICENSE, NOTICE, COPYING and their kin: plain text
};
/// "hf-card", "croissant", "license-text".
std::string_view kindName(DocumentKind kind);

/// A part of a Markdown document under one heading, up to the next heading of any level.
struct Section {
    int level = 0; ///< 1 to 6; 0: what stands before the first heading
    std::string title; ///< plain text of the heading, without marks
    Position at; ///< of the heading
    std::string body; ///< Markdown between this heading and the next, as it stands
    std::uint64_t bodyLine = 0; ///< line of the first character of body
};

/// Something in a document that cannot be read as it should be; the rest of it was read.
struct Problem {
    std::string message; ///< in our own words, with the place of trouble
    std::string hint;
    Position at;
};

/// A document beside the data, read with limits on size and depth. Nothing in it was followed,
/// fetched or run.
struct Document {
    DocumentKind kind = DocumentKind::Card;
    std::string file; ///< path below the folder of the data, with '/'
    std::uint64_t bytes = 0;
    std::string text; ///< UTF-8, as it stands; a longer one than the limit is cut, with a problem
    Node
        fields; ///< of a card its front matter, of Croissant the whole; a map, or null where absent
    std::uint64_t bodyLine = 0; ///< of a card: line where the Markdown begins
    std::vector<Section> sections; ///< of a card
    std::vector<Problem> problems;
};

/// The documents of one dataset, in the order card, Croissant, licence files, by path within each.
struct DocumentSet {
    std::vector<Document> documents;
};

} // namespace cupel::documents
