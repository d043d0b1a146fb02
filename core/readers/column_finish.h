#pragma once

#include "core/readers/column_codes.h"

namespace cupel::readers {

/// Decide the type and the form of a column, build it and free the lanes' cells.
table::Column finishColumn(ColumnLanes lanes);

} // namespace cupel::readers
