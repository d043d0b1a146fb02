#pragma once

#include <cstdint>

#include "core/base/result.h"
#include "core/catalog/database.h"
#include "core/catalog/records.h"

namespace cupel::catalog {

/// Write what is known of a version in the place of what was known. Within a transaction.
base::Result<void> writeContents(
    const Database& database, std::int64_t version, const Contents& contents);
/// Read it back. Within a transaction, or it may be of two moments.
base::Result<Contents> readContents(const Database& database, std::int64_t version);

} // namespace cupel::catalog
