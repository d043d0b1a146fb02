#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/catalog/records.h"
#include "core/readers/csv_reader.h"
#include "core/reports/report.h"

/// What a report says as the rows of a catalog, with the data's own texts: nothing is hidden.
namespace cupel::pipeline {

/// What decides how a file becomes a table, as JSON: equal for options that read it alike. Which
/// columns are coded is not in it, since that changes no value.
std::string readingText(const readers::CsvOptions& options);

catalog::FileFacts fileFactsOf(const readers::ImportReport& input,
    const readers::CsvOptions& options, std::int64_t modifiedNs);

catalog::Contents contentsOf(const reports::DatasetReport& dataset);

/// `versions`: one per dataset of the report, in its order.
catalog::Run runOf(
    const reports::Report& report, std::vector<std::int64_t> versions, catalog::Time now);

} // namespace cupel::pipeline
