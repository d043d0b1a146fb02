#pragma once

#include <string>
#include <string_view>

#include "core/reports/report.h"

namespace cupel::reports {

inline constexpr std::string_view kReportSchema = "cupel.report";
inline constexpr std::string_view kReportSchemaVersion = "1.0.0";

/// The version of this program.
std::string_view programVersion();

/// The report as JSON text, as resources/schema/report.schema.json describes it, under the report's
/// privacy mode. The same report gives the same bytes everywhere.
///
/// Masked: the top values of columns without a role are left out; those of role columns are there
/// where enough rows hold them, and `topHidden` counts the others. Aggregate: no top
/// values, and of number columns only mean and std.
std::string jsonReport(const Report& report);

} // namespace cupel::reports
