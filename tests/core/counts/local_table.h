#pragma once

#include <memory>
#include <string>
#include <vector>

#include "core/counts/literal_counts.h"
#include "core/readers/csv_reader.h"
#include "core/table/table.h"

namespace cupel::test {

struct LocalOptions {
    unsigned hashBits = 64;
    std::vector<std::string> codedColumns;
    std::vector<std::string> nullTokens;
    /// Rows come from the literal table instead of the CSV text: for tables of which many rows are
    /// read again.
    bool keepsRows = false;
};

/// The literal table as CSV, every cell in quotes.
std::string csvText(const counts::LiteralTable& literal);
/// The options that read it.
readers::CsvOptions csvOptions(
    const counts::LiteralTable& literal, const LocalOptions& options = {});

/// The literal table as the reader of files makes it: written as CSV and read back. Throws where
/// that fails, which fails the test.
std::shared_ptr<const table::Table> localTable(
    const counts::LiteralTable& literal, const LocalOptions& options = {});

} // namespace cupel::test
