#include "core/reports/report.h"

#include <algorithm>
#include <tuple>
#include <utility>

namespace cupel::reports {
namespace {

using findings::Finding;
using findings::Kind;
using findings::Level;

constexpr std::size_t kSentences = 8;

/// New or worse than in the baseline, and to be looked at.
bool isNews(const Finding& finding)
{
    const bool isListed = finding.kind == Kind::Fail || finding.kind == Kind::Review;
    return isListed && !finding.waived
        && (finding.baseline == findings::BaselineState::New
            || finding.baseline == findings::BaselineState::Worse);
}

/// Failed findings by level, then what a person must decide, then what lacks evidence, then what a
/// person has accepted.
std::pair<bool, int> rank(const Finding& finding)
{
    const bool isKnown = !isNews(finding);
    if (finding.waived)
        return {isKnown, 6};
    switch (finding.kind) {
    case Kind::Fail:
        return {isKnown, 3 - static_cast<int>(finding.level)};
    case Kind::Review:
        return {isKnown, 4};
    case Kind::Open:
        return {isKnown, 5};
    default:
        return {isKnown, 7};
    }
}

void count(const Finding& finding, Verdict& verdict)
{
    if (finding.waived) {
        ++verdict.waived;
        return;
    }
    if (finding.kind == Kind::Review)
        ++verdict.reviews;
    if (finding.kind == Kind::Open)
        ++verdict.open;
    if (finding.kind != Kind::Fail)
        return;
    verdict.level = std::max(verdict.level, finding.level);
    verdict.errors += finding.level == Level::Error;
    verdict.warnings += finding.level == Level::Warning;
    verdict.notes += finding.level == Level::Note;
}

} // namespace

std::vector<const Finding*> rankedFindings(const DatasetReport& dataset)
{
    std::vector<const Finding*> ranked;
    for (const AuditReport& audit : dataset.audits) {
        for (const Finding& finding : audit.result.findings)
            ranked.push_back(&finding);
    }
    std::stable_sort(ranked.begin(), ranked.end(),
        [](const Finding* a, const Finding* b) { return rank(*a) < rank(*b); });
    return ranked;
}

std::vector<PlacedFinding> rankedFindings(const std::vector<DatasetReport>& datasets)
{
    std::vector<PlacedFinding> ranked;
    for (const DatasetReport& dataset : datasets) {
        for (const Finding* finding : rankedFindings(dataset))
            ranked.push_back({&dataset, finding});
    }
    std::stable_sort(
        ranked.begin(), ranked.end(), [](const PlacedFinding& a, const PlacedFinding& b) {
            return rank(*a.finding) < rank(*b.finding);
        });
    return ranked;
}

std::vector<PlacedFinding> findingsThatMatter(const std::vector<DatasetReport>& datasets)
{
    std::vector<PlacedFinding> found;
    for (const DatasetReport& dataset : datasets) {
        for (const Finding* finding : rankedFindings(dataset)) {
            if (finding->kind == Kind::Fail && finding->level >= Level::Warning && !finding->waived)
                found.push_back({&dataset, finding});
        }
    }
    std::stable_sort(
        found.begin(), found.end(), [](const PlacedFinding& a, const PlacedFinding& b) {
            const auto order = [](const Finding& finding) {
                const auto [isKnown, its] = rank(finding);
                return std::tuple(isKnown, !finding.comparison.has_value(), its);
            };
            return order(*a.finding) < order(*b.finding);
        });
    return found;
}

bool gates(const Finding& finding, const Report& report)
{
    if (finding.kind != Kind::Fail || finding.waived)
        return false;
    return !report.baseline || !report.baseline->onlyNew || isNews(finding);
}

bool waitsForPerson(const Finding& finding, const Report& report)
{
    if (finding.kind != Kind::Review || finding.waived)
        return false;
    return !report.baseline || !report.baseline->onlyNew || isNews(finding);
}

Verdict judge(const std::vector<DatasetReport>& datasets)
{
    Verdict verdict;
    for (const DatasetReport& dataset : datasets) {
        for (const AuditReport& audit : dataset.audits) {
            verdict.notRun += audit.result.outcome != audits::Outcome::Completed;
            for (const Finding& finding : audit.result.findings)
                count(finding, verdict);
        }
    }
    for (const PlacedFinding& placed : findingsThatMatter(datasets)) {
        if (verdict.sentences.size() == kSentences)
            break;
        verdict.sentences.push_back(placed.finding->message);
    }
    return verdict;
}

std::string_view outcomeName(audits::Outcome outcome)
{
    switch (outcome) {
    case audits::Outcome::Completed:
        return "completed";
    case audits::Outcome::NotApplicable:
        return "not-applicable";
    case audits::Outcome::InsufficientData:
        return "insufficient-data";
    case audits::Outcome::Failed:
        return "failed";
    case audits::Outcome::Cancelled:
        return "cancelled";
    }
    return "failed";
}

} // namespace cupel::reports
