#pragma once

#include "core/reports/report.h"

namespace cupel::reports {

/// Whether the parts of a report that was read fit together as writers take for granted: charts
/// have their tables, tables are rectangular, filters are in order, cards have the fields of the
/// model. Throws an ArchiveFault that says what does not.
void checkParts(const Report& report);

} // namespace cupel::reports
