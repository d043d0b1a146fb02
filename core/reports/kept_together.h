#pragma once

#include <string>

namespace cupel::reports {

/// A text for lines that are broken at blanks: a number and its percent sign stay on one line.
std::string keptTogether(std::string text);

} // namespace cupel::reports
