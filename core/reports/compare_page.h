#pragma once

#include <string>
#include <string_view>

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

/// The same beside a report that was written as JSON, `old`, with `now` seen under its privacy
/// mode. A report of one dataset is taken for one of this dataset, whatever that is called there.
/// Fails as compareReports() does.
base::Result<Page> comparePage(std::string_view old, const std::string& oldName, const Report& now,
    const std::string& nowName);

} // namespace cupel::reports
