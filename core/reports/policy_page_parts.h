#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "core/reports/page.h"
#include "core/reports/report.h"

/// What a report says about its policy, its baseline and its review, the same in every format for
/// people.
namespace cupel::reports {

/// Rules that are off, in part or whole, with the place that says so: "data.constant-column
/// (policy.yaml:9)".
std::vector<std::string> rulesOff(const Report& report);

/// "Accepted until 2027-03-31 by steward@example.org: documented in the card".
base::Sentence waiverText(const findings::Waived& waived);

/// What changed since the baseline: the counts, and at most `most` of the findings that are fixed
/// or were not checked again. Nothing without a baseline.
void addBaseline(const Report& report, std::size_t most, Page& page);

/// What a review changed. Nothing without one.
void addReview(const Report& report, Page& page);

/// What people should know about the policy before they read the findings: parts that are about
/// nothing, and waivers that have ended, cover nothing, are broad or hold for long.
std::vector<base::Sentence> policyRemarks(const Report& report);

/// Rules that are off, and these remarks. Nothing where there are none.
void addPolicyNotes(const Report& report, std::size_t most, Page& page);
/// The part about the policy: its file, these notes, and each setting that differs from the
/// default. Nothing where the policy says nothing.
void addPolicy(const Report& report, Page& page);

} // namespace cupel::reports
