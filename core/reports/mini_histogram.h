#pragma once

#include <vector>

#include "core/reports/page.h"
#include "core/table/column.h"

/// The picture of a column, and what it shows in words.
namespace cupel::reports {

/// The bins of a number column.
MiniHistogram miniHistogramOf(const table::NumberSummary& numbers);

/// Rows of the most frequent values side by side. At least one value, count down.
MiniHistogram miniHistogramOf(const std::vector<table::ValueCount>& top);

} // namespace cupel::reports
