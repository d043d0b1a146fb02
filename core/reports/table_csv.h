#pragma once

#include <string>

#include "core/audits/result.h"
#include "core/reports/privacy.h"

namespace cupel::reports {

/// The table of an audit as CSV with a header: exact numbers, texts of the data as the view shows
/// them. A text that a spreadsheet would take for a formula gets a leading "'"; control characters
/// become visible escapes. Lines end as RFC 4180 wants it.
std::string tableCsv(const audits::ResultTable& table, const PrivacyView& view);

} // namespace cupel::reports
