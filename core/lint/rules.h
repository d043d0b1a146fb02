#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/lint/issue.h"

namespace cupel::lint {

/// A rule of a validator of documents.
struct Rule {
    std::string id; ///< "CR-10"
    std::string title; ///< what is wrong where it is reported, in one line
    Level level = Level::Error; ///< in the profile that reproduces the validator
    std::string explanation; ///< when it holds, and what to do; plain text
    std::string source; ///< whose rule it is
};

/// All rules, sorted by id. The list is explicit: a rule that is not in it cannot be reported.
const std::vector<Rule>& rules();
/// The rule of an id, or null.
const Rule* findRule(std::string_view id);

} // namespace cupel::lint
