#pragma once

#include <nlohmann/json_fwd.hpp>

#include "core/base/result.h"
#include "core/readers/csv_reader.h"

namespace cupel::reports {

/// How an input was read, as the report stores it: with the dialect that was found, so that
/// nothing needs to be detected again.
nlohmann::ordered_json toJson(const readers::CsvOptions& options, const readers::Dialect& dialect);
/// The options back. Fails with Usage and the member's name.
base::Result<readers::CsvOptions> readOptionsFromJson(const nlohmann::ordered_json& json);

} // namespace cupel::reports
