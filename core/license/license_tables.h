#pragma once

#include <string_view>

namespace cupel::license {

/// The files of resources/license, as they stand; their README explains the columns.
std::string_view spdxLicensesCsv();
std::string_view spdxExceptionsCsv();
std::string_view termsCsv();
std::string_view namesCsv();

} // namespace cupel::license
