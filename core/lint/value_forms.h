#pragma once

#include <string_view>

namespace cupel::lint {

/// Whether dateutil.parser.isoparse reads a text: ISO 8601 dates by year, month and day, week or
/// day of the year, and date-times with an offset of time zone.
bool isIsoDate(std::string_view text);
/// MAJOR, MAJOR.MINOR or MAJOR.MINOR.PATCH with pre-release and build, no leading zeros.
bool isVersion(std::string_view text);
/// Integers with commas between, as Python reads integers.
bool isArrayShape(std::string_view text);
/// This many hexadecimal digits.
bool isHex(std::string_view text, std::size_t digits);
/// An address with a scheme and something behind it, without white space.
bool isAddress(std::string_view text);

} // namespace cupel::lint
