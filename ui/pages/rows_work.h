#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "core/base/job.h"
#include "core/base/result.h"
#include "core/reports/rows_text.h"
#include "core/table/table.h"
#include "ui/models/row_numbers.h"

/// What is done with many rows, in a worker.
namespace cupel::ui {

using TablePtr = std::shared_ptr<const table::Table>;

/// Rows that the person selected, of at most kMostCopiedRows rows and kMostCopiedBytes.
struct RowsSelection {
    std::vector<std::uint64_t> rows; ///< of the table, ascending
    std::vector<std::size_t> columns; ///< ascending
};
inline constexpr std::size_t kMostCopiedRows = 100'000;
inline constexpr std::size_t kMostCopiedBytes = std::size_t{64} << 20U;

struct CopiedRows {
    std::string text;
    std::size_t rows = 0; ///< fewer than were selected where they are too many
};

/// Rows as text. Fails as their source does, and with Cancelled.
base::Result<CopiedRows> copyRows(const table::Table& table, const RowsSelection& selection,
    reports::RowsFormat format, const base::JobContext& job);

/// Write rows as CSV with the columns of the table, texts that a spreadsheet would take for
/// formulas with a leading "'". A file that is there is replaced when all is written, never by a
/// part; `inputs`, which the rows are read from, are never replaced. Returns how many rows were
/// written. Fails with OutputFailed, Usage, Cancelled, and as the source of the rows does.
base::Result<std::uint64_t> exportRows(const table::Table& table, const RowNumbers& rows,
    const std::string& path, const std::vector<std::string>& inputs, const base::JobContext& job);

} // namespace cupel::ui
