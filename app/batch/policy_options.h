#pragma once

#include <string>
#include <vector>

#include "app/batch/arguments.h"
#include "core/base/result.h"
#include "core/findings/policy.h"

namespace cupel::batch {

/// What the options say about the policy.
struct PolicyArguments {
    std::string file; ///< path; empty: none
    findings::Policy flags;
};

/// --policy, --set, --min-count, --privacy and --fail-on, which are stored in the arguments. Each
/// sets one value of the policy and fails with Usage where that has no such value.
std::vector<Option> policyOptions(PolicyArguments& arguments);

/// The policy of the run: the defaults, over them the file, over it what the options say. Fails
/// with Usage: the first thing that is wrong with the file, and how many more there are.
base::Result<findings::Policy> policyFrom(const PolicyArguments& arguments);

} // namespace cupel::batch
