#include "core/pipeline/apply_review.h"

#include <algorithm>
#include <set>
#include <utility>

#include "core/audits/wording.h"
#include "core/card/fill.h"
#include "core/findings/policy_reader.h"
#include "core/pipeline/stored_runs.h"
#include "core/pipeline/waivers.h"
#include "core/reports/policy_line.h"
#include "core/rubric/question_targets.h"

namespace cupel::pipeline {
namespace {

using base::Result;
using findings::Finding;

/// Call a function with each finding and its id.
template <typename Dataset, typename Visit> void visitFindings(Dataset& dataset, const Visit& visit)
{
    for (auto& audit : dataset.audits) {
        for (auto& finding : audit.result.findings)
            visit(finding, finding.id(dataset.name));
    }
}

void applyWaiversOf(
    const Review& review, base::Day today, reports::DatasetReport& dataset, ReviewEffect& effect)
{
    if (review.waivers.empty())
        return;
    visitFindings(dataset, [&](Finding& finding, const std::string& id) {
        const auto waiver = review.waivers.find(id);
        if (waiver == review.waivers.end() || finding.waived)
            return;
        const reports::WaiverWords& words = waiver->second.value;
        if (!holdsOn(today, words.until))
            ++effect.ended;
        else if (waive(finding, words.reason, words.owner, words.until))
            ++effect.waived;
    });
}

void applyCardAnswersOf(const Review& review, reports::DatasetReport& dataset, ReviewEffect& effect)
{
    if (!dataset.card || review.cardAnswers.empty())
        return;
    for (const auto& [key, answer] : review.cardAnswers)
        effect.answered += card::fillFromPerson(*dataset.card, key, answer.value.text);
    card::settleConditions(*dataset.card, dataset.measured);
}

bool isChosen(const RubricAnswer& answer, std::string_view choice)
{
    return std::find(answer.choices.begin(), answer.choices.end(), choice) != answer.choices.end();
}

/// An origin that the person chose, or confirmed; else it is open.
void answerOrigin(const RubricAnswer& said, rubric::Source& source)
{
    if (said.choices.empty() && said.applies.value_or(false))
        return;
    const auto flag = [&said](std::string_view choice) {
        return said.choices.empty() ? std::nullopt : std::optional(isChosen(said, choice));
    };
    source.isHuman = flag("human");
    source.isModel = flag("model");
    source.isUnknown = flag("unknown");
    source.answer.applies = said.choices.empty() ? std::nullopt : std::optional(true);
}

/// The same of who annotated.
void answerAnnotators(const RubricAnswer& said, rubric::Annotation& annotation)
{
    if (said.choices.empty() && said.applies.value_or(false))
        return;
    annotation.category = said.choices.empty() ? std::string() : said.choices.front();
    annotation.answer.applies = said.choices.empty() ? std::nullopt : std::optional(true);
}

void answerQuestion(const RubricAnswer& said, const rubric::AnswerPlace& place)
{
    rubric::Answer& answer = *place.answer;
    answer.reference = said.reference;
    answer.reasoning = said.reasoning;
    if (place.source)
        answerOrigin(said, *place.source);
    else if (place.annotation)
        answerAnnotators(said, *place.annotation);
    else
        answer.applies = said.applies;
    answer.status = answer.applies ? said.status : rubric::Status::Unanswered;
}

} // namespace

std::vector<base::Sentence> reviewSentences(const ReviewEffect& effect)
{
    std::vector<base::Sentence> sentences;
    const auto add = [&sentences](std::int64_t number, const char* one, const char* many,
                         const char* oneEnd, const char* manyEnd) {
        if (number > 0)
            sentences.push_back({"Review: " + audits::countOf(number, one, many) + " "
                + (number == 1 ? oneEnd : manyEnd) + "."});
    };
    add(effect.waived, "finding", "findings", "is waived", "are waived");
    add(effect.ended, "finding", "findings", "counts again, since the waiver has ended",
        "count again, since their waivers have ended");
    add(effect.answered, "field", "fields", "of the Data Card is answered by a person",
        "of the Data Card are answered by people");
    return sentences;
}

ReviewEffect applyReview(const Review& review, base::Day today, reports::DatasetReport& dataset)
{
    ReviewEffect effect;
    applyWaiversOf(review, today, dataset, effect);
    applyCardAnswersOf(review, dataset, effect);
    return effect;
}

void reviewReport(
    const Review& review, base::Day today, reports::Report& report, std::size_t dataset)
{
    const ReviewEffect effect = applyReview(review, today, report.datasets.at(dataset));
    if (effect.isNone())
        return;
    report.review = reviewSentences(effect);
    if (effect.waived == 0)
        return;
    report.verdict = reports::judge(report.datasets);
    report.exitCode.reset();
}

Result<reports::Report> reviewedReport(
    const catalog::Catalog& catalog, const std::string& name, base::Day today)
{
    auto report = storedReport(catalog, name);
    if (!report)
        return report;
    const auto version = catalog.version(name);
    if (!version)
        return version.error();
    const auto review = reviewOf(catalog, version->dataset);
    if (!review)
        return review.error();
    reviewReport(*review, today, *report);
    return report;
}

rubric::Sheet rubricSheet(const rubric::Sheet& suggested, const Review& review)
{
    rubric::Sheet sheet = suggested;
    for (const rubric::AnswerPlace& place : rubric::answerPlaces(sheet)) {
        const auto said = review.rubricAnswers.find(place.target);
        if (said != review.rubricAnswers.end())
            answerQuestion(said->second.value, place);
    }
    return sheet;
}

WaiverPolicy waiverPolicy(const Review& review, const reports::DatasetReport& dataset)
{
    WaiverPolicy policy;
    std::string lines;
    std::set<std::string> said;
    visitFindings(dataset, [&](const Finding& finding, const std::string& id) {
        const auto waiver = review.waivers.find(id);
        if (waiver == review.waivers.end() || said.contains(id)
            || policy.waivers == static_cast<std::int64_t>(findings::kMaxPolicyParts))
            return;
        const auto line = reports::policyLine(finding, dataset.name, waiver->second.value);
        if (!line)
            return;
        said.insert(id);
        lines += *line;
        ++policy.waivers;
    });
    for (const auto& [id, waiver] : review.waivers) {
        if (!said.contains(id))
            policy.leftOut.push_back(id);
    }
    policy.text = "version: 1\n" + (lines.empty() ? "waivers: []\n" : "waivers:\n" + lines);
    return policy;
}

} // namespace cupel::pipeline
