#pragma once

#include "core/reports/report.h"

namespace cupel::test {

/// A report written by hand: 12 rows; a text column `income` (label: yes 7, no 4, maybe 1), a
/// number column `age` without a role, a text column `name` without a role whose cells are all
/// "SECRET…"; one audit that completed with one metric of each kind, a table, and findings of
/// several levels; one that did not run.
reports::Report smallReport();

} // namespace cupel::test
