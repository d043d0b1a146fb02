#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/reports/report.h"

namespace cupel::reports {

/// A format that a report can be written in as text. `write` shows what the privacy mode of the
/// report allows; the same report gives the same bytes everywhere.
struct Format {
    std::string_view name; ///< as -o names it
    std::string (*write)(const Report& report) = nullptr;
};

/// The format that is drawn from auditPage() by another program: cupel-print, or the window.
inline constexpr std::string_view kPrintedFormat = "pdf";

/// All that are text. The list is explicit.
const std::vector<Format>& formats();
/// The text format of a name, or null.
const Format* findFormat(std::string_view name);
/// The names of all of them, and of the printed one.
std::vector<std::string> formatNames();

} // namespace cupel::reports
