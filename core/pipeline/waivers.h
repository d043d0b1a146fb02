#pragma once

#include "core/base/day.h"
#include "core/findings/policy.h"
#include "core/reports/report.h"

namespace cupel::pipeline {

/// Mark the findings that a waiver of the policy covers on a day, and note waivers that have ended,
/// cover nothing, are broad or hold for long: as findings of an audit "policy", which every dataset
/// gets where the policy has waivers. Call it before the verdict.
void applyWaivers(const findings::Policy& policy, base::Day today, reports::Report& report);

} // namespace cupel::pipeline
