#pragma once

#include <cstdint>

#include "core/base/job.h"
#include "core/base/result.h"
#include "core/catalog/database.h"

namespace cupel::catalog {

/// Make the newest version of its format from a file of an earlier one, in one transaction. A
/// backup is written beside it first: "<file>.v1.bak", or "<file>.v1-2.bak" where there is one.
base::Result<void> migrate(const Database& database, const base::JobContext& job);

} // namespace cupel::catalog
