#pragma once

#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/card/read_card.h"
#include "core/card/unread.h"
#include "core/license/claims.h"

namespace cupel::pipeline {

/// A card that was read from one document, whatever its format.
struct CardFile {
    card::StoredCard stored; ///< what it is about, as far as the document says
    license::LicenseStatements licenses;
    std::vector<card::UnreadPart> unread; ///< what the document says beside
    std::vector<std::string> problems; ///< sentences: parts of it that cannot be read
};

/// What of a document could not be read, a sentence each.
std::vector<std::string> problemsOf(const documents::Document& document);

/// Read a Croissant file, a stored card (schema "cupel.card"), or Markdown: a dataset card or a
/// datasheet. Fails as readers::openFile(), with NotData for what is none of
/// them, and as card::readStoredCard().
base::Result<CardFile> readCardFile(const std::string& path);

} // namespace cupel::pipeline
