#pragma once

#include <string>

#include "core/base/text.h"

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
    /// Stands beside the value: of a share the rows it is of, of a number its share. Empty:
    /// nothing.
    std::string beside = {};

    enum class Unit { Number, Share };
    Unit unit = Unit::Number; ///< a share, from 0 to 1, is shown in percent on an axis from 0
    enum class Order { ByValue, OfTable };
    Order order = Order::ByValue;
    base::Sentence axis = {}; ///< what the axis of the values shows; empty: the name of the column
};

/// A table of rates: columns "n", "rate", and "low" and "high" of their intervals; `level` in
/// words: "95 %".
inline ChartSpec rateChart(
    const std::string& table, const std::string& level, ChartSpec::Order order)
{
    ChartSpec spec{table, ChartSpec::Kind::DotInterval, table, "rate"};
    spec.beside = "n";
    spec.unit = ChartSpec::Unit::Share;
    spec.order = order;
    spec.axis = {"share of rows, with its " + level + " interval"};
    return spec;
}

} // namespace cupel::charts
