#pragma once

#include "core/readers/column_codes.h"
#include "core/readers/column_text.h"
#include "core/table/column.h"

namespace cupel::readers {

/// Build a number column as an array, its profile and evidence included, and free the lanes' cells.
/// kinds and missing are those of all lanes.
table::Column numberColumn(
    ColumnLanes& lanes, table::ColumnType type, const KindFacts& kinds, std::int64_t missing);

} // namespace cupel::readers
