#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace cupel::base {

/// A day of the Gregorian calendar, in UTC.
using Day = std::chrono::sys_days;

/// Read "2027-03-31": four, two and two digits of a day that exists.
std::optional<Day> parseDay(std::string_view text);
/// "2027-03-31"; for years from 0 to 9999.
std::string formatDay(Day day);

} // namespace cupel::base
