#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <vector>

#include "core/readers/column_forms.h"
#include "core/table/column.h"

namespace cupel::readers {

/// One column as its lanes left it.
struct ColumnLanes {
    const ColumnPlan& plan;
    std::vector<LaneCells*> cells; ///< one per lane
    std::span<const LaneRows> rows; ///< one per lane
    std::uint64_t rowCount = 0; ///< of the table
};

/// The distinct texts of all lanes. Missing cells, null tokens among them, have code 0.
struct MergedTexts {
    TextDictionary dictionary;
    std::vector<std::vector<std::uint32_t>> mergedCodes; ///< by lane and the lane's code
    std::int64_t missing = 0;
    std::set<std::string> missingTexts; ///< texts of missing cells
};

/// Merge the lanes' dictionaries, after turning words into codes; nothing when the column has more
/// distinct texts than its type may have codes for.
std::optional<MergedTexts> mergeTexts(ColumnLanes& lanes, table::ColumnType type);

/// Build a column with codes, its profile and evidence included, and free the lanes' cells.
table::Column codedColumn(ColumnLanes& lanes, table::ColumnType type, const MergedTexts& texts);

} // namespace cupel::readers
