#pragma once

#include <chrono>

#include "core/base/day.h"
#include "core/base/result.h"

namespace cupel::batch {

/// The moment of the run in UTC: that of SOURCE_DATE_EPOCH (seconds since 1970) where it is set, so
/// that a run can be repeated, else that of the clock. Nothing else asks the clock for a date.
/// Fails with Usage where the variable is no number of seconds.
base::Result<std::chrono::sys_seconds> now();
/// Its day.
base::Result<base::Day> today();

} // namespace cupel::batch
