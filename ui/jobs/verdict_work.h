#pragma once

#include <vector>

#include "core/base/job.h"
#include "core/base/result.h"
#include "core/reports/page.h"
#include "ui/jobs/open_dataset.h"

namespace cupel::ui {

/// What validators say of the documents of a dataset, as they lie beside its data now; empty: there
/// are none. Work for a job. Fails with Cancelled.
base::Result<std::vector<reports::Block>> verdictsOn(
    const OpenDataset& open, const base::JobContext& job);

} // namespace cupel::ui
