#pragma once

#include <string>
#include <string_view>

#include "core/base/result.h"
#include "core/card/card.h"
#include "core/documents/node.h"

namespace cupel::card {

/// A card with what it is about.
struct StoredCard {
    std::string dataset; ///< name
    std::string file; ///< of the data; empty: not known
    std::string hash; ///< change hash of that file; empty: not known
    Card card;
};

/// Whether a JSON document is a card of ours (schema "cupel.card").
bool isStoredCard(const documents::Node& root);

/// Read a card that the program wrote as JSON and people may have changed. Answers come back as
/// documents' words, as they were shown. Fails with NotData, with line and column, for another
/// schema or version, a field that the model does not have, and members of the wrong kind.
base::Result<StoredCard> readStoredCard(const documents::Node& root, const std::string& file);

} // namespace cupel::card
