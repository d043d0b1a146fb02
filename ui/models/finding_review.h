#pragma once

#include <QString>
#include <optional>
#include <set>
#include <string>

#include "core/findings/finding.h"
#include "core/pipeline/review.h"
#include "ui/jobs/open_dataset.h"
#include "ui/theme/review_sign.h"

/// What people say of one finding.
namespace cupel::ui {

/// Parts of a review, valid for as long as it; null: nothing is said.
struct FindingReview {
    const pipeline::Said<pipeline::FindingMark>* mark = nullptr;
    const pipeline::Said<reports::WaiverWords>* waiver = nullptr;
    const pipeline::Said<pipeline::Comment>* comment = nullptr;

    bool isMarked(pipeline::FindingMark::State state) const
    {
        return mark && mark->value.state == state;
    }
    bool isEmpty() const { return !mark && !waiver && !comment; }
};
FindingReview saidOf(const pipeline::Review& review, const std::string& id);

/// Whether somebody decided about the finding. A comment decides nothing, nor does a waiver that
/// has ended.
bool isReviewed(const findings::Finding& finding, const FindingReview& said);

/// "accepted, commented", "waived until 2027-03-31", "waiver ended 2026-01-31"; empty for nothing.
QString reviewWords(const findings::Finding& finding, const FindingReview& said);
/// The one that weighs most; none for nothing.
std::optional<ReviewSign> signOf(const findings::Finding& finding, const FindingReview& said);

/// Whether two datasets are the same run, so that no more than their reviews can differ.
bool isSameRun(const OpenDatasetPtr& one, const OpenDatasetPtr& other);

/// Whether two datasets are the same run, and the same of its findings are waived in both: then no
/// more than what people say beside them can differ.
bool haveSameFindings(const OpenDatasetPtr& one, const OpenDatasetPtr& other);

/// Ids of the findings of which two reviews do not say the same.
std::set<std::string> findingsSaidOtherwise(
    const pipeline::Review& one, const pipeline::Review& other);

} // namespace cupel::ui
