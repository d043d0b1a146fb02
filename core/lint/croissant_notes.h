#pragma once

#include "core/lint/property_reader.h"

namespace cupel::lint {

/// What mlcroissant notices nothing of although it drops or misreads something: unknown properties,
/// words that the context lacks, two spellings of RAI, ids and keys. Notes, but for what is wrong
/// in ids and keys: that has the level given.
void addNotes(
    const PropertyReader& reader, const documents::Node& root, const Subject& dataset, Level ofIds);

} // namespace cupel::lint
