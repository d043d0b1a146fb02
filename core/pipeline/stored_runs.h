#pragma once

#include <string>

#include "core/base/job.h"
#include "core/base/result.h"
#include "core/catalog/catalog.h"
#include "core/pipeline/catalog_store.h"
#include "core/pipeline/finding_rows.h"
#include "core/reports/report.h"

namespace cupel::pipeline {

/// What the last run over a dataset ("adult"), or over one of its versions ("adult@2"), says about
/// it. Other datasets of the run are left out. Fails with Usage where there is no such dataset or
/// no run, and with Catalog.
base::Result<reports::Report> storedReport(
    const catalog::Catalog& catalog, const std::string& name);

/// What findingRows() needs for a finding of the catalog, by its id: the newest run that has it,
/// and the table of its version. Fails as storedReport() and CatalogStore::table() do.
base::Result<RowsRequest> storedRows(
    CatalogStore& store, const std::string& finding, unsigned threads, const base::JobContext& job);

} // namespace cupel::pipeline
