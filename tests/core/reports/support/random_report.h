#pragma once

#include <cstdint>

#include "core/reports/report.h"

namespace cupel::test {

/// A report in which everything may stand: every member of every struct with texts that are empty,
/// try to act, hold a NUL or are no UTF-8; numbers at the ends of their types, infinite and
/// negative zero; undefined figures; filters of every kind of dim; values and lists that are there
/// or not. Only what writers take for granted holds: tables are rectangular, charts have tables,
/// filters are in order, cards have the fields of the model. The same seed gives the same report.
reports::Report randomReport(std::uint32_t seed);

} // namespace cupel::test
