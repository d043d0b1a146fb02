#pragma once

#include <functional>
#include <optional>
#include <string>

#include "core/audits/roles.h"

namespace cupel::audits {

/// How a column is called now; none: it is gone.
using ColumnNaming = std::function<std::optional<std::string>(const std::string& column)>;

/// What roles say, of columns that have other names now. Nothing is left of what they say about a
/// column that is gone.
Roles withColumns(const Roles& roles, const ColumnNaming& naming);

} // namespace cupel::audits
