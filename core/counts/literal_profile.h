#pragma once

#include "core/counts/count_source.h"
#include "core/counts/literal_counts.h"

namespace cupel::counts {

/// The cell of ValueDim for a text in a column of a type.
CellKey literalCell(const LiteralTable::Cell& cell, table::ColumnType type);

/// The number of a cell in a column of a type; none where it is missing, no number, or the type is
/// no number type.
std::optional<double> literalNumber(const LiteralTable::Cell& cell, table::ColumnType type);

/// Types and profiles of a literal table, as the readers would find them.
Description describe(const LiteralTable& table);

} // namespace cupel::counts
