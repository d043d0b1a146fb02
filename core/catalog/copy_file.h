#pragma once

#include <string>

#include "core/base/job.h"
#include "core/base/result.h"
#include "core/catalog/database.h"

namespace cupel::catalog {

/// Write a copy of one moment of a file to a new one, which gets there whole or not at all. Fails
/// with Catalog where there is a file of that name, and with Cancelled.
base::Result<void> copyFile(
    const Database& from, const std::string& path, const base::JobContext& job);

} // namespace cupel::catalog
