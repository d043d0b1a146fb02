#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/documents/document.h"

namespace cupel::card {

/// A part of a document that answers no field of the card.
struct UnreadPart {
    std::string name; ///< "front matter viewer", "section Table of Contents", "property foo"
    std::uint64_t line = 0;
};

/// What a document says beside what fillFromDocuments() takes from it, by place: members of the
/// front matter, sections with text, properties of a Croissant dataset. A table of contents is
/// none.
std::vector<UnreadPart> unreadParts(const documents::Document& document);

} // namespace cupel::card
