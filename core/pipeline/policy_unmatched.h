#pragma once

#include <string>
#include <vector>

#include "core/base/text.h"
#include "core/findings/policy.h"
#include "core/reports/report.h"

namespace cupel::pipeline {

/// Parts of the policy that are about nothing in the run, so that a misspelled pattern is not taken
/// for one that holds: selectors that match no input, settings for datasets, columns, groups or
/// splits that are not there, waivers for other datasets. A sentence each, in the order of the
/// file.
std::vector<base::Sentence> unmatchedParts(const findings::Policy& policy,
    const std::vector<std::string>& inputs, const reports::Report& report);

} // namespace cupel::pipeline
