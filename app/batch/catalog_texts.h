#pragma once

#include <string>
#include <vector>

#include "core/catalog/records.h"

namespace cupel::batch {

/// "2027-03-31T12:00:00Z".
std::string timeText(catalog::Time time);

/// Columns as wide as their widest cell.
std::string aligned(const std::vector<std::vector<std::string>>& rows);

} // namespace cupel::batch
