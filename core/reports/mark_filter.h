#pragma once

#include <cstddef>
#include <optional>

#include "core/audits/result.h"
#include "core/counts/question.h"
#include "core/reports/report.h"

namespace cupel::reports {

/// The rows behind a row of an audit's table, such as a group or a class: those that its figures
/// are of, which are its "n" or "rows". They pass the filter of the run and, where the run counts
/// with weights, have one. None for tables that are not about rows of the data, and where no
/// filter tells the rows: those without a group in either of two columns that both have gaps.
std::optional<counts::Filter> markFilter(
    const DatasetReport& dataset, const audits::ResultTable& table, std::size_t row);

} // namespace cupel::reports
