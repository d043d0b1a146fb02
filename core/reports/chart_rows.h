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

    /// 0 to 1 along the axis; values beyond its ends, infinite ones too, lie on the ends.
    double at(double value) const;
};
/// An axis that holds both numbers, from a round one to a round one.
Axis roundAxis(double low, double high);
/// An axis that ends where the numbers do, with the round marks between.
Axis tightAxis(double low, double high);
/// An axis for shares up to `high`: from 0, to 1 unless all are small.
Axis shareAxis(double high);

} // namespace cupel::reports
