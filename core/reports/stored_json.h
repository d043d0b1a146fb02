#pragma once

#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>
#include <string_view>

#include "core/base/result.h"

namespace cupel::reports {

/// Why a text cannot be used as a report.
base::Error notAReport(const std::string& fileName, const std::string& why);

/// JSON text with limits: fails with Usage where it is no JSON, nested too deeply, has a number
/// beyond the range of a double, or a key twice in one object. The message completes "it cannot be
/// used: ".
base::Result<nlohmann::json> parseStored(std::string_view text);

/// A figure as reports write it: a number, "Infinity" or "-Infinity"; none where it is something
/// else, such as null.
std::optional<double> storedFigure(const nlohmann::json& value);

/// The text of a JSON report of this major version. Fails with Usage: no report, another major
/// version, nested too deeply. Throws nlohmann::json::exception where a member is missing.
base::Result<nlohmann::json> parseReport(std::string_view text, const std::string& fileName);

} // namespace cupel::reports
