#pragma once

#include <string>

namespace cupel::charts {

/// A chart as plain data: what to draw of which table. Renderers compute nothing.
struct ChartSpec {
    std::string id;
    enum class Kind { Bar, DotInterval, Histogram };
    Kind kind = Kind::Bar;
    std::string table; ///< id of the ResultTable it shows

    /// Names of columns of the table. The columns of texts before the first number column name the
    /// rows of the chart. A Histogram has one bin per row: [low, high), and its count as value.
    std::string value = {}; ///< what is drawn; empty: the first number column
    std::string low = "low"; ///< end of the interval, or edge of the bin
    std::string high = "high";
};

} // namespace cupel::charts
