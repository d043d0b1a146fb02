#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>
#include <string_view>

#include "core/base/result.h"

namespace cupel::reports {

/// Why a text cannot be used as a report.
base::Error notAReport(const std::string& fileName, const std::string& why);

/// The text of a JSON report of this major version. Fails with Usage: no report, another major
/// version, nested too deeply. Throws nlohmann::json::exception where a member is missing.
base::Result<nlohmann::json> parseReport(std::string_view text, const std::string& fileName);

} // namespace cupel::reports
