#pragma once

#include <string>

namespace cupel::charts {

/// A chart as plain data: what to draw of which table. Renderers compute nothing.
struct ChartSpec {
    std::string id;
    enum class Kind { Bar, DotInterval, Histogram };
    Kind kind = Kind::Bar;
    std::string table; ///< id of the ResultTable it shows
};

} // namespace cupel::charts
