#include "ui/models/finding_review.h"

#include <QCoreApplication>
#include <QStringList>
#include <algorithm>

#include "core/base/day.h"
#include "ui/theme/shown.h"

namespace cupel::ui {
namespace {

using pipeline::CommentOn;
using pipeline::FindingMark;
using pipeline::SaidByTarget;

struct ReviewWords {
    Q_DECLARE_TR_FUNCTIONS(cupel::ui::ReviewWords)
};

template <typename T>
const pipeline::Said<T>* saidAbout(const SaidByTarget<T>& all, const std::string& target)
{
    const auto found = all.find(target);
    return found == all.end() ? nullptr : &found->second;
}

template <typename T> bool isSameValue(const T& one, const T& other)
{
    return one == other;
}

bool isSameValue(const reports::WaiverWords& one, const reports::WaiverWords& other)
{
    return one.reason == other.reason && one.owner == other.owner && one.until == other.until;
}

/// Call a function with each target in `one` that is not the same in `other`.
template <typename T, typename Visit>
void visitOtherwise(const SaidByTarget<T>& one, const SaidByTarget<T>& other, const Visit& visit)
{
    for (const auto& [target, said] : one) {
        const pipeline::Said<T>* const twin = saidAbout(other, target);
        if (!twin || twin->at != said.at || twin->who != said.who
            || !isSameValue(twin->value, said.value))
            visit(target);
    }
}

QString waiverWords(const findings::Finding& finding, const FindingReview& said)
{
    if (finding.waived)
        return ReviewWords::tr("waived until %1").arg(shown(finding.waived->until));
    if (said.waiver)
        return ReviewWords::tr("waiver ended %1")
            .arg(shown(base::formatDay(said.waiver->value.until)));
    return {};
}

QString markWords(FindingMark::State state)
{
    switch (state) {
    case FindingMark::State::Accepted:
        return ReviewWords::tr("accepted");
    case FindingMark::State::FixRequested:
        return ReviewWords::tr("fix requested");
    case FindingMark::State::Seen:
        break;
    }
    return ReviewWords::tr("seen");
}

} // namespace

FindingReview saidOf(const pipeline::Review& review, const std::string& id)
{
    if (review.marks.empty() && review.waivers.empty() && review.comments.empty())
        return {};
    return {saidAbout(review.marks, id), saidAbout(review.waivers, id),
        saidAbout(review.comments, pipeline::commentTarget(CommentOn::Finding, id))};
}

bool isReviewed(const findings::Finding& finding, const FindingReview& said)
{
    return finding.waived || said.isMarked(FindingMark::State::Accepted)
        || said.isMarked(FindingMark::State::FixRequested);
}

QString reviewWords(const findings::Finding& finding, const FindingReview& said)
{
    QStringList words;
    if (said.mark)
        words += markWords(said.mark->value.state);
    words += waiverWords(finding, said);
    if (said.comment)
        words += ReviewWords::tr("commented");
    words.removeAll(QString());
    return words.join(QStringLiteral(", "));
}

std::optional<ReviewSign> signOf(const findings::Finding& finding, const FindingReview& said)
{
    if (said.isMarked(FindingMark::State::FixRequested))
        return ReviewSign::FixRequested;
    if (finding.waived)
        return ReviewSign::Waived;
    if (said.isMarked(FindingMark::State::Accepted))
        return ReviewSign::Accepted;
    if (said.comment)
        return ReviewSign::Commented;
    return std::nullopt;
}

bool isSameRun(const OpenDatasetPtr& one, const OpenDatasetPtr& other)
{
    return one && other && one->found && one->found == other->found
        && one->dataset().name == other->dataset().name;
}

bool haveSameFindings(const OpenDatasetPtr& one, const OpenDatasetPtr& other)
{
    if (!isSameRun(one, other))
        return false;
    const auto& audits = one->dataset().audits;
    const auto& others = other->dataset().audits;
    const auto isAlike = [](const findings::Finding& a, const findings::Finding& b) {
        return a.waived.has_value() == b.waived.has_value();
    };
    return std::equal(audits.begin(), audits.end(), others.begin(), others.end(),
        [&isAlike](const reports::AuditReport& a, const reports::AuditReport& b) {
            return std::equal(a.result.findings.begin(), a.result.findings.end(),
                b.result.findings.begin(), b.result.findings.end(), isAlike);
        });
}

std::set<std::string> findingsSaidOtherwise(
    const pipeline::Review& one, const pipeline::Review& other)
{
    std::set<std::string> ids;
    const auto add = [&ids](const std::string& id) { ids.insert(id); };
    const auto addCommented = [&ids](const std::string& target) {
        const auto on = pipeline::commentedOn(target);
        if (on && on->first == CommentOn::Finding)
            ids.insert(on->second);
    };
    visitOtherwise(one.marks, other.marks, add);
    visitOtherwise(other.marks, one.marks, add);
    visitOtherwise(one.waivers, other.waivers, add);
    visitOtherwise(other.waivers, one.waivers, add);
    visitOtherwise(one.comments, other.comments, addCommented);
    visitOtherwise(other.comments, one.comments, addCommented);
    return ids;
}

} // namespace cupel::ui
