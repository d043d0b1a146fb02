#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "core/audits/result.h"
#include "core/charts/chart_spec.h"
#include "core/reports/privacy.h"

namespace cupel::reports {

/// A row of a chart as it is drawn. Infinite values are kept; what is undefined is absent.
struct ChartRow {
    std::string label; ///< shown through the view, not escaped
    bool isOther = false; ///< of our own words: "(missing)", the rest that was joined
    std::optional<double> value;
    std::optional<double> low;
    std::optional<double> high;
    std::string valueText; ///< with what stands beside it: "60.5 % of 3,130"
    std::optional<std::size_t> tableRow; ///< of the table; none: the row joins several
};

/// What a chart draws of its table.
struct ChartRows {
    std::vector<ChartRow> rows;
    std::string valueName; ///< what the axis shows
    std::size_t leftOut = 0; ///< rows that only the table shows
    bool areJoined = false; ///< one bar stands for them and says so
};

/// Choose and order the rows of a chart. Bars: by value down, beyond 15 the rest joined into one
/// bar, rows of our own words last. Dots with intervals: by value up, beyond 30 those in the middle
/// left out. In the order of the table, and where shares cannot be joined, the first of them. Bins
/// as they are.
ChartRows chartRows(
    const charts::ChartSpec& spec, const audits::ResultTable& table, const PrivacyView& view);

/// The chart in a sentence: "Bar chart of rows, 7 bars: largest Private 22,696, smallest …".
std::string chartSummary(const charts::ChartSpec& spec, const ChartRows& rows);

/// An axis over finite numbers, with about five round marks.
struct Axis {
    double low = 0.0;
    double high = 1.0;
    std::vector<double> ticks;
    bool isLog = false; ///< equal steps are equal factors; both ends are above 0

    /// 0 to 1 along the axis; values beyond its ends, infinite ones too, lie on the ends.
    double at(double value) const;
};
/// An axis that holds both numbers, from a round one to a round one.
Axis roundAxis(double low, double high);
/// An axis that ends where the numbers do, with the round marks between.
Axis tightAxis(double low, double high);
/// An axis for shares up to `high`: from 0, to 1 unless all are small.
Axis shareAxis(double high);

/// The axis of the values of bars or dots: the finite ends of everything that is drawn.
Axis valueAxis(const charts::ChartSpec& spec, const ChartRows& chart);
/// The same in powers of ten, from the one below the smallest value. None but for bars that are
/// counts, all of them above 0.
std::optional<Axis> logAxis(const charts::ChartSpec& spec, const ChartRows& chart);
/// The axes of a histogram: along its bins, and of their heights.
struct BinAxes {
    Axis marks;
    Axis heights;
};
BinAxes binAxes(const ChartRows& chart);
/// What stands at a mark of the axis of the values.
std::string tickLabel(const charts::ChartSpec& spec, double tick);
/// What the axis of the values is called: the name of the values, and what only the table shows.
std::string axisName(const charts::ChartSpec& spec, const ChartRows& chart);
/// A row in words: "Private: 22,696 (69.7 %)", of a bin "0 to 1: 5".
std::string rowText(const charts::ChartSpec& spec, const ChartRow& row);

} // namespace cupel::reports
