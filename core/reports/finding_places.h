#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/findings/finding.h"
#include "core/reports/report.h"

namespace cupel::reports {

/// Where in a file a finding shows; 0: not known.
struct Place {
    std::string file; ///< without directories, or as the document names itself
    std::uint64_t line = 0;
    std::uint64_t column = 0; ///< in code points
    std::uint64_t endColumn = 0; ///< one past the last
};
/// As many as viewers of results read.
inline constexpr std::size_t kPlacesOfFinding = 100;

/// The places that show a finding, at least one and at most kPlacesOfFinding: those in documents;
/// the lines of rows that were rejected or tolerated; the name of its column in the header;
/// otherwise the file.
std::vector<Place> placesOf(const findings::Finding& finding, const DatasetReport& dataset);

} // namespace cupel::reports
