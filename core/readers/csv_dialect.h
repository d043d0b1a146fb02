#pragma once

#include <string_view>

#include "core/base/result.h"
#include "core/readers/csv_reader.h"

namespace cupel::readers {

/// Whether the first row ends inside the sample, whichever delimiter is tried.
bool holdsFirstRow(std::string_view sample, const CsvOptions& options);

/// Whether rows can be told apart and their cells: a delimiter of 1 to 32 bytes without quote and
/// line end, a quote that is no line end. Fails with Usage.
base::Result<void> checkDialect(const Dialect& dialect);

/// Detect what the options leave open from the begin of the file (without byte order mark): the
/// delimiter among comma, semicolon, tab and bar that gives the most rows the same number of
/// cells, more than one; widened by a blank where every separator is followed by one. `whole`
/// tells that the sample is the whole file. Fails with Usage for options that contradict
/// themselves.
base::Result<Dialect> detectDialect(std::string_view sample, bool whole, const CsvOptions& options);

} // namespace cupel::readers
