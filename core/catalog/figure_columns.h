#pragma once

#include <optional>
#include <string>

#include "core/base/figure.h"
#include "core/catalog/statement.h"

namespace cupel::catalog {

/// A figure as two columns: the value, and the reason why there is none. One of them is NULL.
struct FigureColumns {
    std::optional<double> value;
    std::optional<std::string> undefined;

    FigureColumns() = default; ///< both are NULL: there is no figure at all
    explicit FigureColumns(const base::Figure& figure)
    {
        if (figure.isDefined())
            value = figure.value();
        else
            undefined = figure.reason();
    }
};

/// An interval as four columns, all NULL without one.
struct IntervalColumns {
    std::optional<double> level;
    std::optional<double> low;
    std::optional<double> high;
    std::optional<std::string> method;

    explicit IntervalColumns(const std::optional<base::Interval>& interval)
    {
        if (!interval)
            return;
        level = interval->level;
        low = interval->low;
        high = interval->high;
        method = interval->method;
    }
};

/// The figure that begins at a column of a row.
inline base::Figure figureAt(const Statement& row, int column)
{
    return row.isNull(column) ? base::Figure::undefined(row.text(column + 1))
                              : base::Figure(row.number(column));
}
/// The interval that begins at a column of a row.
inline std::optional<base::Interval> intervalAt(const Statement& row, int column)
{
    if (row.isNull(column))
        return std::nullopt;
    return base::Interval{
        row.number(column), row.number(column + 1), row.number(column + 2), row.text(column + 3)};
}

} // namespace cupel::catalog
