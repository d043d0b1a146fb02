#pragma once

#include <string>

#include "core/base/result.h"
#include "core/findings/policy_reader.h"
#include "core/reports/privacy.h"

namespace cupel::pipeline {

/// A policy file, YAML or JSON, with all that is wrong with it. Fails with Usage where the file
/// cannot be read.
base::Result<findings::PolicyReading> readPolicyFile(const std::string& path);

/// The policy of a file in which nothing is wrong. Fails with Usage: the first thing that is, and
/// how many more there are.
base::Result<findings::Policy> policyOf(const std::string& path);

/// What a policy wants a report to show of the data; what it does not say is the default.
reports::PrivacyRule privacyOf(const findings::Policy& policy);

} // namespace cupel::pipeline
