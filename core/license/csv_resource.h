#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace cupel::license {

/// The rows of a table of resources/license, without its header line. Cells in double quotes may
/// hold commas and doubled quotes; no cell holds a line end.
std::vector<std::vector<std::string>> rowsOf(std::string_view csv);

/// Cut at every separator; an empty text has no parts.
std::vector<std::string> partsOf(std::string_view text, std::string_view separator);

} // namespace cupel::license
