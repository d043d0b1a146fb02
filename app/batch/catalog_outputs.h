#pragma once

#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/catalog/catalog.h"

namespace cupel::batch {

/// What is written from a catalog replaces neither the data of its datasets nor the documents
/// beside them. Fails with Usage.
base::Result<void> checkDatasetFiles(
    const catalog::Catalog& catalog, const std::vector<std::string>& outputs);

} // namespace cupel::batch
