#pragma once

#include <string>
#include <string_view>

#include "core/base/result.h"
#include "core/counts/count_source.h"

namespace cupel::counts {

/// Read a filter as a person writes it: comparisons joined by `and` (keywords in any case).
///
///     column = value         column in (value, …)        column is missing
///     column != value        column not in (value, …)    column is not missing
///     column < number        (also <=, >, >=)            column between number and number
///
/// A column name is bare (letters, digits, _ - . and everything beyond ASCII) or stands in double
/// quotes or backticks, doubled inside. A value stands in single quotes, doubled inside, or is a
/// bare word or number. In a number column values are compared as numbers.
///
/// As in SQL a missing cell passes no comparison, not even !=; nor does a cell that is no number
/// in a number column. An empty text is the filter without terms. Fails with Usage: the column of
/// the text (in code points from 1), what stands there, what was expected, and the nearest name.
base::Result<Filter> parseWhere(std::string_view text, const Description& description);

/// A column name as parseWhere reads it: bare where possible, else in double quotes.
std::string quotedName(std::string_view name);

} // namespace cupel::counts
