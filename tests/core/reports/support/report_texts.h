#pragma once

#include <map>
#include <string>

#include "core/reports/report.h"

namespace cupel::test {

/// Everything that can be written from a report, by what it is: all formats, the summary on a
/// terminal, the pages and exports of its Data Cards; under each privacy mode.
std::map<std::string, std::string> textsOf(reports::Report report);

} // namespace cupel::test
