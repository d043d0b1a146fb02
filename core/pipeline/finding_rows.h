#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "core/base/job.h"
#include "core/base/result.h"
#include "core/readers/csv_reader.h"
#include "core/reports/stored_report.h"
#include "core/table/row_source.h"

namespace cupel::pipeline {

struct RowsRequest {
    reports::StoredFinding finding;
    std::string input; ///< path
    std::size_t evidence = 0; ///< one piece of evidence, counted from 1; 0: all, in order
    unsigned threads = 0; ///< 0: one per core
    /// The table that the report was made from, where it is at hand; null: the input is read.
    std::shared_ptr<const readers::CsvFile> file = nullptr;
};

/// Receives the names of the columns first, then every row with the number of its piece of
/// evidence.
struct RowsSink {
    std::function<base::Result<void>(const std::vector<std::string>& columns)> columns;
    std::function<base::Result<void>(const table::Row& row, std::size_t evidence)> row;
};

/// Read the input again, as the report says it was read, and hand out the rows behind a finding.
/// Fails with Usage where the finding has no rows or its filter was hidden, with InputUnreadable
/// where the input is not the one of the report or cannot be read, with Internal where other rows
/// pass than the report counts, with Cancelled, and as the sink does.
base::Result<void> findingRows(
    const RowsRequest& request, const RowsSink& sink, const base::JobContext& job);

} // namespace cupel::pipeline
