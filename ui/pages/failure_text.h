#pragma once

#include <QString>

#include "core/base/result.h"

namespace cupel::ui {

/// Why something failed, and on the next line what to try, for the empty state of a page.
QString failureText(const base::Error& error);

} // namespace cupel::ui
