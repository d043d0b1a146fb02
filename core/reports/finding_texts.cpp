#include "core/reports/finding_texts.h"

#include <algorithm>

#include "core/audits/wording.h"
#include "core/reports/terminal_text.h"
#include "core/reports/text_forms.h"

namespace cupel::reports {
namespace {

using base::DataText;
using findings::Finding;
using findings::Kind;
using findings::Level;

} // namespace

std::string countedWords(std::int64_t number, const char* singular, const char* plural)
{
    return groupedDigits(number) + " " + (number == 1 ? singular : plural);
}

Tone toneOf(const Finding& finding)
{
    if (finding.waived)
        return Tone::Plain;
    if (finding.kind == Kind::Review || finding.kind == Kind::Open)
        return Tone::Question;
    if (finding.kind == Kind::Pass)
        return Tone::Good;
    if (finding.kind != Kind::Fail)
        return Tone::Plain;
    if (finding.level == Level::Error)
        return Tone::Error;
    return finding.level == Level::Warning ? Tone::Warning : Tone::Note;
}

std::string wordOf(const Finding& finding)
{
    if (finding.waived)
        return "waived";
    switch (finding.kind) {
    case Kind::Fail:
        return std::string(findings::levelName(finding.level));
    case Kind::Review:
        return "for a person to decide";
    case Kind::Open:
        return "not enough evidence";
    case Kind::Pass:
        return "passed";
    case Kind::NotApplicable:
        return "does not apply";
    case Kind::Informational:
        break;
    }
    return "for information";
}

std::string areaOf(const std::string& rule)
{
    if (const std::size_t dot = rule.find('.'); dot != std::string::npos)
        return rule.substr(0, dot);
    return rule.starts_with("LIC-") ? "license" : "card";
}

base::Sentence subjectText(const findings::Subject& subject)
{
    base::Sentence text;
    for (const auto& [key, value] : subject) {
        text.emplace_back((text.empty() ? "" : ", ") + key + " ");
        text.emplace_back(value);
    }
    return text;
}

std::string placeText(const findings::DocumentEvidence& place)
{
    if (place.line == 0)
        return place.file;
    return place.file + ", line " + groupedDigits(static_cast<std::int64_t>(place.line));
}

base::Sentence measureAndLimit(const Finding& finding)
{
    if (const auto& texts = finding.comparison) {
        return audits::sentence(texts->name + " ", texts->found, "; expected ", texts->expected,
            " (" + texts->origin + ")");
    }
    std::string text;
    if (finding.measure) {
        const base::Figure& value = finding.measure->value;
        text = finding.measure->name + " "
            + (value.isDefined() ? figureText(value.value()) : "undefined: " + value.reason());
        if (finding.measure->interval)
            text += ", " + audits::intervalWords(finding.measure->interval);
    }
    if (finding.limit) {
        text += (text.empty() ? "limit " : "; limit ") + finding.limit->op + " "
            + figureText(finding.limit->value) + " (" + finding.limit->origin + ")";
    }
    return text.empty() ? base::Sentence{} : base::Sentence{text};
}

base::Span filterText(
    const findings::RowEvidence& evidence, const DatasetReport& dataset, const PrivacyView& view)
{
    if (evidence.filter.terms.empty())
        return std::string("all rows");
    if (!view.showsFilter(evidence, dataset))
        return std::string("a filter that the privacy mode hides");
    return DataText::name(counts::describe(evidence.filter));
}

std::vector<NotRun> notRunOf(const DatasetReport& dataset)
{
    std::vector<NotRun> all;
    for (const AuditReport& audit : dataset.audits) {
        const audits::AuditResult& result = audit.result;
        if (result.outcome == audits::Outcome::Completed)
            continue;
        const auto same = std::find_if(all.begin(), all.end(), [&result](const NotRun& one) {
            return one.outcome == result.outcome && one.reason == result.reason;
        });
        if (same == all.end())
            all.push_back({{&audit}, result.outcome, result.reason});
        else
            same->audits.push_back(&audit);
    }
    return all;
}

std::string outcomeWords(audits::Outcome outcome)
{
    switch (outcome) {
    case audits::Outcome::Completed:
        return "completed";
    case audits::Outcome::NotApplicable:
        return "does not apply";
    case audits::Outcome::InsufficientData:
        return "not enough data";
    case audits::Outcome::Failed:
        return "failed";
    case audits::Outcome::Cancelled:
        break;
    }
    return "cancelled";
}

std::string verdictLine(const Report& report)
{
    const Verdict& verdict = report.verdict;
    std::string line;
    const auto add = [&line](std::int64_t number, const std::string& text) {
        if (number > 0)
            line += (line.empty() ? "" : ", ") + text;
    };
    add(verdict.errors, countedWords(verdict.errors, "error", "errors"));
    add(verdict.warnings, countedWords(verdict.warnings, "warning", "warnings"));
    add(verdict.notes, countedWords(verdict.notes, "note", "notes"));
    if (line.empty())
        line = report.datasets.empty() ? "nothing audited" : "no findings";
    add(verdict.reviews, groupedDigits(verdict.reviews) + " for a person to decide");
    add(verdict.open, groupedDigits(verdict.open) + " with not enough evidence");
    add(verdict.waived, groupedDigits(verdict.waived) + " waived");
    add(verdict.notRun, countedWords(verdict.notRun, "audit not run", "audits not run"));
    return line;
}

} // namespace cupel::reports
