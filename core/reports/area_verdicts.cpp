#include "core/reports/area_verdicts.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "core/reports/finding_texts.h"
#include "core/reports/terminal_text.h"

namespace cupel::reports {
namespace {

using findings::Finding;
using findings::Kind;
using findings::Level;

constexpr std::array<std::pair<std::string_view, std::string_view>, 9> kAreas{
    {{"license", "Licence"}, {"card", "Data Card"}, {"document", "Documents"},
        {"imbalance", "Imbalance"}, {"fairness", "Fairness"}, {"drift", "Drift between splits"},
        {"leakage", "Leakage between splits"}, {"data", "Data quality"}, {"policy", "Policy"}}};

constexpr std::array<std::pair<std::string_view, std::string_view>, 12> kAuditAreas{
    {{"license-terms", "license"}, {"data-card", "card"}, {"documents", "document"},
        {"class-imbalance", "imbalance"}, {"group-gaps", "fairness"},
        {"group-gaps-predictions", "fairness"}, {"split-drift", "drift"},
        {"split-leakage", "leakage"}, {"conflicting-labels", "data"}, {"duplicates", "data"},
        {"column-profile", "data"}, {kPolicyAudit, "policy"}}};

std::string_view areaOfAudit(const AuditReport& audit)
{
    const auto found = std::find_if(kAuditAreas.begin(), kAuditAreas.end(),
        [&audit](const auto& pair) { return pair.first == audit.id; });
    return found == kAuditAreas.end() ? std::string_view() : found->second;
}

void countFinding(const Finding& finding, AreaVerdict& area)
{
    if (finding.waived) {
        ++area.waived;
        return;
    }
    const bool hasFailed = finding.kind == Kind::Fail;
    area.errors += hasFailed && finding.level == Level::Error;
    area.warnings += hasFailed && finding.level == Level::Warning;
    area.notes += hasFailed && finding.level == Level::Note;
    area.reviews += finding.kind == Kind::Review;
    area.open += finding.kind == Kind::Open;
}

AreaVerdict& areaNamed(std::string_view name, std::vector<AreaVerdict>& areas)
{
    const auto found = std::find_if(
        areas.begin(), areas.end(), [name](const AreaVerdict& area) { return area.area == name; });
    if (found != areas.end())
        return *found;
    AreaVerdict& added = areas.emplace_back();
    added.area = name;
    added.title = name;
    return added;
}

bool isEmpty(const AreaVerdict& area)
{
    return area.audits == 0
        && area.errors + area.warnings + area.notes + area.reviews + area.open + area.waived == 0;
}

} // namespace

Tone AreaVerdict::tone() const
{
    if (errors > 0)
        return Tone::Error;
    if (warnings > 0)
        return Tone::Warning;
    if (reviews > 0 || open > 0)
        return Tone::Question;
    if (notes > 0)
        return Tone::Note;
    return notRun > 0 || audits == 0 ? Tone::Plain : Tone::Good;
}

std::string AreaVerdict::words() const
{
    std::string words;
    const auto add = [&words](std::int64_t number, const std::string& text) {
        if (number > 0)
            words += (words.empty() ? "" : ", ") + text;
    };
    add(errors, countedWords(errors, "error", "errors"));
    add(warnings, countedWords(warnings, "warning", "warnings"));
    add(notes, countedWords(notes, "note", "notes"));
    add(reviews, groupedDigits(reviews) + " for a person to decide");
    add(open, groupedDigits(open) + " with not enough evidence");
    if (words.empty())
        words = isUnknown() ? "not run" : "no findings";
    add(waived, groupedDigits(waived) + " waived");
    if (notRun > 0 && !isUnknown())
        add(notRun,
            groupedDigits(notRun) + " of " + countedWords(audits, "audit", "audits") + " not run");
    return words;
}

bool AreaVerdict::isUnknown() const
{
    return notRun == audits && errors + warnings + notes + reviews + open + waived == 0;
}

std::string areaTitle(std::string_view area)
{
    const auto found = std::find_if(
        kAreas.begin(), kAreas.end(), [area](const auto& one) { return one.first == area; });
    return std::string(found == kAreas.end() ? area : found->second);
}

std::vector<AreaVerdict> areaVerdicts(const DatasetReport& dataset)
{
    std::vector<AreaVerdict> areas;
    for (const auto& [name, title] : kAreas) {
        AreaVerdict& area = areas.emplace_back();
        area.area = name;
        area.title = title;
    }
    for (const AuditReport& audit : dataset.audits) {
        if (const std::string_view name = areaOfAudit(audit); !name.empty()) {
            AreaVerdict& area = areaNamed(name, areas);
            ++area.audits;
            area.notRun += audit.result.outcome != audits::Outcome::Completed;
        }
        for (const Finding& finding : audit.result.findings)
            countFinding(finding, areaNamed(areaOf(finding.rule), areas));
    }
    std::erase_if(areas, isEmpty);
    return areas;
}

} // namespace cupel::reports
