#pragma once

#include <string>
#include <string_view>

namespace cupel::reports {

/// What stands above a column of an audit's table: of one that is named after a metric
/// ("shannon-evenness", "gini-simpson-normalised") the title of the metric, else its own name.
std::string columnTitle(std::string_view column);

} // namespace cupel::reports
