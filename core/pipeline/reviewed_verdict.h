#pragma once

#include "core/base/day.h"
#include "core/base/result.h"
#include "core/catalog/catalog.h"

namespace cupel::pipeline {

/// What the last run over a dataset came to with the waivers of its review, as reviewReport() makes
/// it of the report. `summary` has a last run. Fails with Catalog.
base::Result<catalog::VerdictCounts> reviewedVerdict(
    const catalog::Catalog& catalog, const catalog::DatasetSummary& summary, base::Day today);

} // namespace cupel::pipeline
