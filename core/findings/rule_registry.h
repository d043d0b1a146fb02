#pragma once

#include <string_view>
#include <vector>

#include "core/findings/finding.h"

namespace cupel::findings {

/// All rules, sorted by id. The list is explicit: a rule that is not in it cannot be reported.
const std::vector<Rule>& rules();
/// The rule of an id, or null.
const Rule* findRule(std::string_view id);

} // namespace cupel::findings
