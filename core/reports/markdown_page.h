#pragma once

#include <string>

#include "core/reports/page.h"
#include "core/reports/privacy.h"

namespace cupel::reports {

/// A page as GitHub-flavoured Markdown. Texts from data and documents stand in code spans, where
/// they are no markup, link, mention or reference to an issue; control characters are visible
/// escapes. No HTML but <code> around texts with a '|', which a code span cannot hold in a table.
/// Charts are written as their sentence and their table, folded parts are written out.
std::string markdownPage(const Page& page, const PrivacyView& view);

} // namespace cupel::reports
