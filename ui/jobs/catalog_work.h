#pragma once

#include <string>
#include <vector>

#include "core/base/job.h"
#include "core/base/result.h"
#include "core/catalog/catalog.h"

/// Care of a catalog as a whole. Work for jobs; each opens its own connection.
namespace cupel::ui {

/// What is wrong with it and the files beside it; empty: nothing. See catalog::Catalog::check().
base::Result<std::vector<catalog::CheckProblem>> checkedCatalog(
    const std::string& path, const base::JobContext& job);
/// See catalog::Catalog::backupTo().
base::Result<void> backUpCatalog(
    const std::string& path, const std::string& to, const base::JobContext& job);

} // namespace cupel::ui
