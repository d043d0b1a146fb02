#pragma once

#include "core/reports/page.h"
#include "core/reports/report.h"

namespace cupel::reports {

/// The report as a page: the verdict, the sentences that matter with contradictions first, what did
/// not run and why; for each dataset its input, its findings, its columns, and what every audit
/// measured; how to read it. Long lists are cut, with counts of what was left out, so that the page
/// of a wide or faulty table still opens; the JSON report has everything.
Page auditPage(const Report& report);

/// The first screen of the report: the verdict, findings by area, the ten worst with value and
/// limit, what did not run, and what to ask next. A few kilobytes for any report.
Page summaryPage(const Report& report);

} // namespace cupel::reports
