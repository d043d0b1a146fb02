#pragma once

#include "core/lint/property_reader.h"

namespace cupel::lint {

/// What mlcroissant notices nothing of although it drops or misreads something: unknown properties,
/// words that the context lacks, two spellings of RAI, keys of record sets. Notes only.
void addNotes(const PropertyReader& reader, const documents::Node& root, const Subject& dataset);

} // namespace cupel::lint
