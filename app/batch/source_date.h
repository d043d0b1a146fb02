#pragma once

#include <chrono>
#include <optional>
#include <string>

#include "core/base/result.h"

namespace cupel::batch {

/// The time that SOURCE_DATE_EPOCH gives (seconds since 1970, as reproducible-builds.org defines
/// it); none where it is not set or empty. Fails with Usage where it is no number of seconds up to
/// the year 9999.
base::Result<std::optional<std::chrono::sys_seconds>> sourceTime();

/// That time in UTC as ISO 8601, "2025-01-01T00:00:00Z"; empty where there is none. The clock is
/// never asked.
base::Result<std::string> sourceDate();

} // namespace cupel::batch
