#pragma once

#include <string>
#include <string_view>

#include "core/catalog/records.h"

namespace cupel::catalog {

/// "2027-03-31T12:34:56Z": such texts sort like the times. For years from 0 to 9999.
std::string timeText(Time time);
/// The time of such a text; that of another text is 1970.
Time timeOf(std::string_view text);

} // namespace cupel::catalog
