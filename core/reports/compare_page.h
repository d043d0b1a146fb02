#pragma once

#include <string>

#include "core/base/result.h"
#include "core/reports/page.h"
#include "core/reports/report.h"

namespace cupel::reports {

/// What one report says of its dataset beside what another says of it, or of another dataset:
/// what became of the findings, each that is still there leading to its id; which columns changed,
/// and what they hold; which figures differ. Both are reports of one dataset; `oldName` and
/// `nowName` name them: "adult@1". Fails as compareReports() does.
base::Result<Page> comparePage(
    const Report& old, const std::string& oldName, const Report& now, const std::string& nowName);

} // namespace cupel::reports
