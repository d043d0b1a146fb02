#include "core/pipeline/reviewed_verdict.h"

#include "core/pipeline/review.h"
#include "core/pipeline/waivers.h"

namespace cupel::pipeline {
namespace {

/// Count a finding as a waived one.
void takeOut(const catalog::FindingInfo& finding, catalog::VerdictCounts& counts)
{
    ++counts.waived;
    if (finding.kind == "review")
        --counts.reviews;
    else if (finding.kind == "open")
        --counts.open;
    else if (finding.level == "error")
        --counts.errors;
    else if (finding.level == "warning")
        --counts.warnings;
    else
        --counts.notes;
}

} // namespace

base::Result<catalog::VerdictCounts> reviewedVerdict(
    const catalog::Catalog& catalog, const catalog::DatasetSummary& summary, base::Day today)
{
    catalog::VerdictCounts counts = summary.lastRun->info.verdict;
    const auto review = reviewOf(catalog, summary.dataset.id);
    if (!review)
        return review.error();
    if (review->waivers.empty())
        return counts;
    const auto findings = catalog.findings(summary.lastRun->id);
    if (!findings)
        return findings.error();
    for (const catalog::FindingInfo& finding : *findings) {
        const auto waiver = review->waivers.find(finding.id);
        if (waiver != review->waivers.end() && !finding.waiver
            && holdsOn(today, waiver->second.value.until))
            takeOut(finding, counts);
    }
    return counts;
}

} // namespace cupel::pipeline
