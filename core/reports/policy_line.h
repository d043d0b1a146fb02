#pragma once

#include <optional>
#include <string>

#include "core/base/day.h"
#include "core/findings/finding.h"

namespace cupel::reports {

/// What a person says who accepts a finding. The reason and the owner are not blank.
struct WaiverWords {
    std::string reason;
    std::string owner;
    base::Day until; ///< the last day
};

/// The waiver of exactly this finding, as an item of the list `waivers` of a policy file in YAML:
/// findings::readPolicy() takes it, and it covers no finding of another rule or subject. None where
/// the subject cannot be said in a policy file: a member of it is empty, longer than a pattern may
/// be, or no UTF-8.
std::optional<std::string> policyLine(
    const findings::Finding& finding, const std::string& dataset, const WaiverWords& words);

} // namespace cupel::reports
