#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "core/base/day.h"
#include "core/base/result.h"
#include "core/base/text.h"
#include "core/catalog/catalog.h"
#include "core/pipeline/review.h"
#include "core/reports/report.h"
#include "core/rubric/rubric.h"

/// What people say of a dataset beside what was found in it.
namespace cupel::pipeline {

/// What a review changes in what was found.
struct ReviewEffect {
    std::int64_t waived = 0; ///< findings that it accepts, and nobody did before
    std::int64_t ended = 0; ///< findings that it accepted until a day that is past
    std::int64_t answered = 0; ///< fields of the Data Card

    bool isNone() const { return waived == 0 && ended == 0 && answered == 0; }
};
/// "By review 2 findings are waived and 3 fields of the Data Card answered." A sentence for each
/// part; none for none.
std::vector<base::Sentence> reviewSentences(const ReviewEffect& effect);

/// Mark the findings that a review waives on a day, as those that a policy waives, and answer
/// fields of the card, where the dataset has one. The report is as the run left it. Marks and
/// comments change nothing. The caller judges anew (reports::judge()).
ReviewEffect applyReview(const Review& review, base::Day today, reports::DatasetReport& dataset);

/// The same for one dataset of a report, with the verdict, and with sentences in Report::review
/// about what changed. Where findings are waived the report has no exit code any more, since no
/// run ended with this verdict.
void reviewReport(
    const Review& review, base::Day today, reports::Report& report, std::size_t dataset = 0);

/// storedReport() with the review of the dataset. Fails as storedReport() and reviewOf() do.
base::Result<reports::Report> reviewedReport(
    const catalog::Catalog& catalog, const std::string& name, base::Day today);

/// A sheet with the answers of people in the place of suggestions. An answer that neither says yes
/// nor no nor makes a choice leaves its question open, with the person's reasoning. Answers to
/// questions that the sheet does not have are left out.
rubric::Sheet rubricSheet(const rubric::Sheet& suggested, const Review& review);

/// A policy file in YAML with the waivers of a review, in the order of the findings.
struct WaiverPolicy {
    std::string text;
    std::int64_t waivers = 0;
    /// Ids of findings whose waivers cannot be in a policy: findings that the dataset does not have
    /// any more or whose subject no policy can name, and what is beyond the limit of a policy.
    std::vector<std::string> leftOut;
};
WaiverPolicy waiverPolicy(const Review& review, const reports::DatasetReport& dataset);

} // namespace cupel::pipeline
