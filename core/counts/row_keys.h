#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <vector>

#include "core/base/job.h"
#include "core/base/result.h"
#include "core/counts/coded_column.h"
#include "core/counts/row_classes.h"
#include "core/counts/value_view.h"
#include "core/table/table.h"

namespace cupel::counts {

/// Which columns make the key of a row, as RepeatsDim defines it: column indexes, ascending and
/// unique; none means the texts of the whole row.
using KeyColumns = std::vector<std::size_t>;

/// Find the classes of rows with the same key.
///
/// Rows are compared in memory as far as that goes; the texts of candidates that memory cannot tell
/// apart are read from the source. That is so for columns held as a sketch, and, where whole rows
/// are compared, for columns whose spelling varies. With sketches among the key columns the hashes
/// come from the table's row hashes where the spelling of the other columns allows, otherwise all
/// rows are read once.
base::Result<RowClasses> findClasses(const table::Table& table, const KeyColumns& keys,
    unsigned threads, const base::JobContext& job);

} // namespace cupel::counts
