#pragma once

#include <vector>

#include "core/reports/page.h"
#include "core/table/column.h"

/// The picture of a column, and what it shows in words.
namespace cupel::reports {

/// The bins of a number column; where all numbers are the same, one bar over the whole width.
MiniHistogram miniHistogramOf(const table::NumberSummary& numbers);

/// Rows of the most frequent values side by side, of a single value one bar over the whole width.
/// At least one value, count down.
MiniHistogram miniHistogramOf(const std::vector<table::ValueCount>& top);

} // namespace cupel::reports
