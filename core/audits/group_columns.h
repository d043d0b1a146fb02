#pragma once

#include <string>
#include <vector>

#include "core/audits/audit.h"

namespace cupel::audits {

/// The group columns with few enough values to be compared.
std::vector<std::string> groupColumns(const Facts& facts);
/// The same columns alone, then those that are crossed.
std::vector<std::vector<std::string>> comparisonColumns(const Facts& facts);
/// Rule fairness.too-many-groups: a column that is left out.
findings::Finding tooManyGroups(const Facts& facts, const std::string& column);
/// Table "label-values": the values of the label, for whoever has to name one.
ResultTable labelValues(const Facts& facts);

} // namespace cupel::audits
