#pragma once

#include <cstdint>
#include <vector>

#include "core/base/result.h"
#include "core/catalog/database.h"
#include "core/catalog/records.h"

namespace cupel::catalog {

/// Write the rows of a run, whose versions are written. Within a transaction.
base::Result<void> writeMetrics(
    const Database& database, std::int64_t run, const std::vector<MetricInfo>& metrics);
base::Result<void> writeFindings(
    const Database& database, std::int64_t run, const std::vector<FindingInfo>& findings);

/// Columns of a query whose rows findingOf() reads.
inline constexpr const char* kFindingColumns
    = "version, id, audit, rule, kind, level, subject_json, message, remedy, measure_name,"
      " measure_value, measure_undefined, interval_level, interval_low, interval_high,"
      " interval_method, limit_op, limit_value, limit_origin, compared, compared_found,"
      " compared_expected, compared_origin, evidence_json, waiver_owner, waiver_reason, "
      "waiver_until,"
      " baseline";
FindingInfo findingOf(const Statement& row);

} // namespace cupel::catalog
