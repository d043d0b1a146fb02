#pragma once

#include <string>

#include "core/reports/page.h"
#include "core/reports/privacy.h"

namespace cupel::reports {

/// A page as one HTML file that needs nothing else: no script, no font, no address. Its content
/// policy forbids to load anything. Light and dark follow the reader's setting, printing keeps rows
/// whole and repeats heads of tables; the marks are landmarks, one h1, captions, scopes and a link
/// that skips to the content. The same page gives the same bytes everywhere.
std::string htmlPage(const Page& page, const PrivacyView& view);

} // namespace cupel::reports
