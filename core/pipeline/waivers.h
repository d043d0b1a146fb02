#pragma once

#include <string>

#include "core/base/day.h"
#include "core/findings/policy.h"
#include "core/reports/report.h"

namespace cupel::pipeline {

/// Mark the findings that a waiver of the policy covers on a day, and note waivers that have ended,
/// cover nothing, are broad or hold for long: as findings of an audit "policy", which every dataset
/// gets where the policy has waivers. Call it before the verdict.
void applyWaivers(const findings::Policy& policy, base::Day today, reports::Report& report);

/// Whether what is accepted through a last day is so on a day.
bool holdsOn(base::Day today, base::Day until);
/// Mark a finding as one that a person accepts through a day; it stays as it is where somebody does
/// already. Whether it was marked.
bool waive(findings::Finding& finding, const std::string& reason, const std::string& owner,
    base::Day until);

} // namespace cupel::pipeline
