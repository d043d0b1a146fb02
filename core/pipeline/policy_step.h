#pragma once

#include "core/findings/policy.h"
#include "core/reports/report.h"

namespace cupel::pipeline {

/// Give the findings of a dataset the levels of the policy and drop those of rules that are off.
void applyPolicy(const findings::Policy& policy, reports::DatasetReport& dataset);

} // namespace cupel::pipeline
