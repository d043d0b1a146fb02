#pragma once

#include <cstdint>
#include <string>

#include "core/base/result.h"
#include "core/catalog/catalog.h"

namespace cupel::catalog {

/// What tells a dataset from every other one, in whatever catalog: its number, when it came, and
/// what its first version held. It stays the same when the dataset is renamed, moved, removed,
/// restored or gets versions, and in copies of its catalog. Empty where the catalog has no dataset
/// of this number.
base::Result<std::string> identityOf(const Catalog& catalog, std::int64_t dataset);

} // namespace cupel::catalog
