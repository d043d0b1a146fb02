#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/documents/document.h"
#include "core/license/detection.h"
#include "core/license/expression.h"
#include "core/license/resolution.h"

namespace cupel::license {

/// One place in a document that says which licence applies.
struct Claim {
    enum class Kind {
        Field, ///< a field of a card's front matter or of Croissant
        Statement, ///< a sentence
        Tag, ///< an SPDX-License-Identifier line
        Metadata, ///< Croissant's sdLicense: of the description, not of the data
        Text, ///< a licence file
    };
    Kind kind = Kind::Field;
    documents::DocumentKind document = documents::DocumentKind::Card;
    std::string source; ///< file
    std::uint64_t line = 0;
    std::string raw; ///< the words of the document; of a licence text empty
    Resolution meaning;
    std::string covers; ///< what the statement says it is for; empty: the dataset
    std::optional<TextClass> textClass; ///< of a licence file
    std::vector<std::string> sameText; ///< ids with the words of this text
    std::string name; ///< license_name of a card
    std::string link; ///< license_link of a card

    /// Whether it speaks of the data: not of their description, not of code or another part.
    bool isOfData() const { return kind != Kind::Metadata && covers.empty(); }
};
/// "field", "statement", "tag", "metadata", "text".
std::string_view claimKindName(Claim::Kind kind);

/// What the documents of a dataset say about its licence.
struct LicenseStatements {
    std::vector<Claim> claims; ///< in the order of the documents, by line within each
    std::vector<std::pair<std::string, Detection>> texts; ///< of each licence file

    /// All that is stated for the data at once: where statements disagree, every part counts. None
    /// where nothing is stated.
    std::optional<Expression> effective() const;
};

/// Recognise the licence in a file.
using TextDetector = std::function<Detection(std::string_view text)>;
/// What can be told from names in a file without comparing its words: class reference or none.
Detection detectReferences(std::string_view text);

LicenseStatements readStatements(
    const documents::DocumentSet& documents, const TextDetector& detector = detectReferences);

/// Whether two claims can both be true: one names a licence that meets the other, or one of them
/// does not name one.
bool agree(const Claim& a, const Claim& b);

} // namespace cupel::license
