#include "core/reports/card_fields.h"

#include <algorithm>

#include "core/card/crosswalk.h"
#include "core/card/model.h"
#include "core/card/prose.h"
#include "core/card/sections.h"
#include "core/reports/finding_texts.h"

namespace cupel::reports {
namespace {

using card::State;
using findings::Finding;

constexpr std::string_view kCoreAbsent = "card.core-field-absent";

/// "README.md, line 12"; "the data".
std::string sourceWords(const card::Answer& answer)
{
    if (answer.vocabulary == card::Vocabulary::Person)
        return "a person";
    return answer.file.empty() ? "the data" : placeText({answer.file, answer.line});
}

/// Whether a finding is about the section of a card in which a field is answered.
bool isAboutSection(const Finding& finding, const std::string& key)
{
    const auto section = std::find_if(finding.subject.begin(), finding.subject.end(),
        [](const auto& member) { return member.first == "section"; });
    if (section == finding.subject.end())
        return false;
    const std::string title = card::lowered(section->second.raw());
    const auto routes = card::headingRoutes();
    return std::any_of(routes.begin(), routes.end(),
        [&](const card::Route& route) { return route.key == key && route.name == title; });
}

bool isAt(const Finding& finding, const card::FieldValue& value)
{
    return std::any_of(finding.documents.begin(), finding.documents.end(),
        [&value](const findings::DocumentEvidence& place) {
            return place.line > 0
                && std::any_of(value.answers.begin(), value.answers.end(),
                    [&place](const card::Answer& answer) {
                        return answer.file == place.file && answer.line == place.line;
                    });
        });
}

} // namespace

std::vector<SharedAnswer> sharedAnswers(const card::FieldValue& value)
{
    std::vector<SharedAnswer> all;
    for (const card::Answer& answer : value.answers) {
        const auto same = std::find_if(all.begin(), all.end(),
            [&answer](const SharedAnswer& one) { return one.text == answer.text; });
        if (same == all.end())
            all.push_back({answer.text, sourceWords(answer), answer.isMarkdown()});
        else
            same->sources += "; " + sourceWords(answer);
    }
    return all;
}

std::string stateWords(const card::FieldValue& value)
{
    switch (value.state) {
    case State::Present:
        return "answered";
    case State::Derived:
        return "from the data";
    case State::Thin:
        return "short answer";
    case State::Placeholder:
        return "placeholder";
    case State::NotApplicable:
        return "does not apply";
    case State::Absent:
        break;
    }
    return value.isNeeded ? "missing" : "not asked";
}

Tone stateTone(const card::Field& field, const card::FieldValue& value)
{
    switch (value.state) {
    case State::Present:
    case State::Derived:
        return Tone::Good;
    case State::Thin:
        return Tone::Note;
    case State::Placeholder:
        return Tone::Warning;
    case State::NotApplicable:
        return Tone::Plain;
    case State::Absent:
        break;
    }
    if (!card::isMissing(value) || field.level == card::Level::Optional)
        return Tone::Plain;
    return field.level == card::Level::Core ? Tone::Warning : Tone::Note;
}

std::vector<const Finding*> findingsOfField(const DatasetReport& dataset, std::size_t field)
{
    std::vector<const Finding*> found;
    if (!dataset.card)
        return found;
    const card::FieldValue& value = dataset.card->fields[field];
    const bool isAbsentCore
        = value.state == State::Absent && card::model().fields[field].level == card::Level::Core;
    for (const AuditReport& audit : dataset.audits) {
        for (const Finding& finding : audit.result.findings) {
            if (isAt(finding, value) || isAboutSection(finding, value.key)
                || (isAbsentCore && finding.rule == kCoreAbsent))
                found.push_back(&finding);
        }
    }
    return found;
}

} // namespace cupel::reports
