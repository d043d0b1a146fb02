#pragma once

#include <string>

#include "core/reports/report.h"

namespace cupel::reports {

/// Results beyond these are left out, the mildest first, and a notification says how many.
inline constexpr std::size_t kSarifResults = 5'000;

/// The findings as a SARIF 2.1.0 log (OASIS, 27 March 2020): one run, one result for each rule and
/// subject, all rules with their help. Places are those of placesOf(); names of columns and splits
/// are logical locations. The fields that appendix F ("Producing deterministic SARIF log files")
/// names are left out, so there is no clock, host, user, absolute path or command line in it.
std::string sarifReport(const Report& report);

} // namespace cupel::reports
