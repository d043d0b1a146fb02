#pragma once

#include <string>

#include "core/base/job.h"
#include "core/base/result.h"
#include "core/reports/page.h"
#include "ui/jobs/open_dataset.h"

namespace cupel::ui {

/// What the open dataset is beside another one of the catalog, or an earlier version of itself
/// ("adult@1"), both as their runs left them. Work for a job. Fails with Catalog, and with Usage
/// where there is no such dataset or no run.
base::Result<reports::Page> comparisonWith(const OpenDatasetPtr& open, const std::string& other,
    const std::string& catalog, const base::JobContext& job);

/// What the open dataset is beside the JSON report in a file. Work for a job. Fails as
/// readers::readText() and reports::comparePage() do.
base::Result<reports::Page> comparisonWithFile(
    const OpenDatasetPtr& open, const std::string& path, const base::JobContext& job);

} // namespace cupel::ui
