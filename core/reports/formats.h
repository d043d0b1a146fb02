#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/reports/report.h"

namespace cupel::reports {

/// A format that a report can be written in. `write` shows what the privacy mode of the report
/// allows; the same report gives the same bytes everywhere.
struct Format {
    std::string_view name; ///< as -o names it
    std::string (*write)(const Report& report) = nullptr;
};

/// All of them. The list is explicit.
const std::vector<Format>& formats();
/// The format of a name, or null.
const Format* findFormat(std::string_view name);
std::vector<std::string> formatNames();

} // namespace cupel::reports
