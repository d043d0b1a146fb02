#pragma once

#include <cstdint>

#include "core/base/result.h"
#include "core/catalog/database.h"

namespace cupel::catalog {

/// Whether a file has exactly the tables and indexes of a version, as a fresh one has them. Fails
/// with Catalog, naming the first difference.
base::Result<void> checkSchema(const Database& database, std::uint32_t version);

} // namespace cupel::catalog
