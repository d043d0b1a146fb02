#pragma once

#include <optional>
#include <string_view>

#include "core/documents/document.h"

namespace cupel::documents {

/// What a file of this name beside the data is likely to be, and how telling the name is.
struct NameMatch {
    DocumentKind kind = DocumentKind::Card;
    int rank = 0; ///< among those of its kind, the best first
    bool isSure = true; ///< else only its content can tell: any *.json may be Croissant
};

/// Letter case does not count. Cards: README, README.md, dataset_card.md, datasheet.md and the like
/// as Markdown or text. Croissant: croissant.json, metadata.json, any .json or .jsonld. Licences:
/// LICENSE, LICENCE, COPYING, COPYRIGHT, NOTICE, TERMS, LICENSE-DATA, DATA_LICENSE, with or without
/// an ending (after the order of the program licensee).
std::optional<NameMatch> matchName(std::string_view fileName);

} // namespace cupel::documents
