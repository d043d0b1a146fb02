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

enum class ProblemKind {
    Unreadable, ///< nothing of it could be read
    Truncated, ///< longer than the limit; the rest was not read
    Encoding, ///< not UTF-8; read as Windows-1252
    FrontMatter, ///< of a card: without end, no YAML, or not a map
    Json, ///< of Croissant: no JSON
    NotCroissant, ///< JSON, but without a dataset described in Croissant's words
};

/// Something in a document that cannot be read as it should be; the rest of it was read.
struct Problem {
    std::string message; ///< what is wrong; may quote a word of the document
    std::string hint;
    Position at;
    ProblemKind kind = ProblemKind::Unreadable;
};

/// A document beside the data, read with limits on size and depth. Nothing in it was followed,
/// fetched or run.
struct Document {
    DocumentKind kind = DocumentKind::Card;
    std::string file; ///< path below the folder of the data, with '/'
    std::uint64_t bytes = 0; ///< of the whole file
    /// UTF-8 without byte order mark, else as it stands; a longer one than the limit is cut, with
    /// a problem.
    std::string text;
    /// Of a card its front matter, of Croissant the whole: a map, or null where absent.
    Node fields;
    std::uint64_t bodyLine = 0; ///< of a card: line where the Markdown begins
    std::vector<Section> sections; ///< of a card
    std::vector<Problem> problems;
};

/// The documents of one dataset, in the order card, Croissant, licence files; within each those
/// with the more telling names first, then by path.
struct DocumentSet {
    std::vector<Document> documents;
};

} // namespace cupel::documents
