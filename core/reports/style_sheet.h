#pragma once

#include <string_view>

namespace cupel::reports {

/// resources/report/style.css: how pages and charts look, light, dark and printed.
std::string_view styleSheet();

} // namespace cupel::reports
