#pragma once

#include <cstddef>
#include <string>

#include "core/reports/report.h"

namespace cupel::reports {

struct TerminalStyle {
    std::size_t width = 80; ///< columns; at least 40 are used
    bool hasColour = false;
    bool isVerbose = false; ///< every finding, with what to do
};

/// The report in a few lines for a person: the verdict, the findings that matter with the worst
/// first, what did not run and why, roles that the data suggests. No text from the data can act on
/// the terminal (see visibleText()).
std::string terminalSummary(const Report& report, const TerminalStyle& style);

} // namespace cupel::reports
