#pragma once

#include <cstdint>
#include <vector>

#include "core/base/result.h"
#include "core/catalog/database.h"
#include "core/catalog/records.h"

namespace cupel::catalog {

/// Write the columns of a version that has none, with their most frequent values.
base::Result<void> writeColumns(
    const Database& database, std::int64_t version, const std::vector<ColumnInfo>& columns);
/// Read them back.
base::Result<std::vector<ColumnInfo>> readColumns(const Database& database, std::int64_t version);

} // namespace cupel::catalog
