#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/readers/csv_reader.h"

namespace cupel::readers {

/// Column names of a table: unique and not empty. Nameless columns become "column_3", the second
/// "age" becomes "age_2"; `renamed` gets a sentence for each.
struct ColumnNames {
    std::vector<std::string> names;
    std::vector<std::string> renamed;
};
ColumnNames columnNames(const std::vector<std::string>& header);

/// Where the cells of a header line stand, which follows RFC 4180; its line end may be there.
std::vector<HeaderCell> headerCells(std::string_view line, const Dialect& dialect);

/// Names of a file without a header: column_1, column_2, …
std::vector<std::string> numberedNames(std::size_t columns);

/// Every column that the options name exists. Fails with Usage.
base::Result<void> checkNamed(
    const CsvOptions& options, const std::vector<std::string>& names, const std::string& fileName);

} // namespace cupel::readers
