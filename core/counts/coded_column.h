#pragma once

#include <functional>
#include <memory>
#include <optional>

#include "core/base/job.h"
#include "core/base/result.h"
#include "core/counts/cell_source.h"
#include "core/counts/question.h"
#include "core/table/table.h"

namespace cupel::counts {

/// A column as one code per row, and what the codes mean. Code 0 is Missing. Different codes may
/// have the same key (all that is not of the type does).
struct CodedColumn {
    std::shared_ptr<const StoredCodes> codes;
    /// The cell of ValueDim for a code.
    std::function<CellKey(std::uint32_t code)> key;
    /// The number of a code; none for those that are no numbers.
    std::function<std::optional<double>(std::uint32_t code)> number;
    /// Whether different codes have different keys.
    bool keysDiffer = true;
};

/// The codes that a column has. Only for a CodeColumn. The column outlives the result.
CodedColumn storedCodes(const table::Column& column);

/// Codes for the distinct numbers of an array: 1 is NotOfType, numbers from 2 in the order in which
/// they first appear. Only for a NumberColumn. About 10 ns per row and 12 bytes per distinct number
/// besides the codes. The column outlives the result.
CodedColumn codeNumbers(const table::Column& column, std::uint64_t rows);

/// Codes for a text column that is held as a sketch, from the texts in the source: every row is
/// read once and every distinct text is kept. Only for a TextSketch.
base::Result<CodedColumn> codeTexts(
    const table::Table& table, std::size_t column, const base::JobContext& job);

/// Only whether there is a text: 0 for a missing cell, else 1.
std::shared_ptr<const StoredCodes> codePresence(
    const table::TextSketch& sketch, std::uint64_t rows);

} // namespace cupel::counts
