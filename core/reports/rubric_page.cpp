#include "core/reports/rubric_page.h"

#include <nlohmann/json.hpp>

#include "core/base/number.h"
#include "core/reports/json_report.h"
#include "core/reports/json_text.h"
#include "core/rubric/check.h"
#include "core/rubric/questions.h"

namespace cupel::reports {
namespace {

using base::DataText;
using rubric::Dimension;
using rubric::Sheet;
using Json = nlohmann::ordered_json;

Cell words(const std::string& text)
{
    return text.empty() ? Cell{Cell::Undefined{}, {}} : Cell::text({DataText::document(text)});
}

/// Question, answer, status, evidence and reason of one rubric.
Table answersOf(const std::vector<rubric::Question>& questions, Dimension dimension)
{
    Table table;
    table.caption = {"Answers: " + std::string(titleOf(dimension))};
    for (const char* const column : {"Question", "Answer", "Status", "Evidence", "Reason"})
        table.columns.push_back({std::string(column)});
    for (const rubric::Question& question : questions) {
        if (question.dimension != dimension)
            continue;
        table.rows.push_back({Cell::words(question.title), Cell::words(question.value),
            Cell::words(std::string(statusName(question.answer->status))),
            words(question.answer->reference), words(question.answer->reasoning)});
    }
    return table;
}

/// "11 of 14 points": never a bare grade.
std::string scoreWords(const rubric::Score& score)
{
    return base::formatNumber(score.points) + " of " + base::formatNumber(score.possible)
        + " points";
}

void addScore(const Sheet& sheet, Page& page)
{
    const rubric::Score score = rubric::score(sheet);
    page.add(Heading{2, {std::string("Score")}, "score"});
    page.add(Paragraph{{scoreWords(score)
        + ". Points reward knowing and showing, not the label that is chosen; suggestions of the "
          "program count half until a person confirms them."}});
    Table table;
    table.caption = {std::string("Points by aspect")};
    for (const char* const column : {"Aspect", "Points (of 2)", "Why"})
        table.columns.push_back({std::string(column)});
    for (const rubric::Aspect& aspect : score.aspects) {
        table.rows.push_back({Cell::words(aspect.title),
            aspect.points ? Cell{*aspect.points, {}} : Cell{Cell::Undefined{"does not apply"}, {}},
            words(aspect.reason)});
    }
    page.add(std::move(table));
}

void addViolations(const Sheet& sheet, Page& page)
{
    const std::vector<rubric::Violation> found = rubric::violations(sheet);
    if (found.empty())
        return;
    page.add(Heading{2, {std::string("What breaks the rules of the rubrics")}, "contradictions"});
    for (const rubric::Violation& violation : found) {
        Callout callout;
        callout.tone = violation.isWarning ? Tone::Warning : Tone::Error;
        callout.text = {DataText::document(violation.message)};
        callout.label = violation.rule;
        page.add(std::move(callout));
    }
}

void addOpen(const Sheet& sheet, Page& page)
{
    const std::vector<rubric::OpenQuestion> open = rubric::openQuestions(sheet);
    if (open.empty())
        return;
    page.add(Heading{2, {std::string("Questions that wait for a person")}, "open"});
    for (const auto& [isSuggested, caption] :
        {std::pair{true, "Suggested by documents and counts, to be confirmed"},
            std::pair{false, "Without an answer"}}) {
        KeyValues facts;
        for (const rubric::OpenQuestion& one : open) {
            if ((one.status == rubric::Status::Suggested) != isSuggested)
                continue;
            std::string title(titleOf(one.dimension));
            if (facts.rows.empty() || facts.rows.back().key != title)
                facts.rows.push_back({std::move(title), {}, false});
            base::Sentence& questions = facts.rows.back().value;
            if (!questions.empty())
                questions.emplace_back("; ");
            questions.emplace_back(DataText::document(one.question));
        }
        if (facts.rows.empty())
            continue;
        page.add(Heading{3, {std::string(caption)}, {}});
        page.add(std::move(facts));
    }
}

} // namespace

Page rubricPage(const Sheet& sheet)
{
    Page page;
    page.kind = "Rubric report";
    page.title = {DataText::name(sheet.dataset.empty() ? std::string("dataset") : sheet.dataset)};
    if (!sheet.hash.empty())
        page.subtitle = {"Answers about the data with hash " + sheet.hash};
    addScore(sheet, page);
    addViolations(sheet, page);
    addOpen(sheet, page);
    page.add(Heading{2, {std::string("Answers")}, "answers"});
    const std::vector<rubric::Question> questions = rubric::questionsOf(sheet);
    for (const Dimension dimension : sheet.present) {
        page.add(Heading{3, {std::string(titleOf(dimension))}, {}});
        page.add(answersOf(questions, dimension));
    }
    page.footer = {"Made by cupel " + std::string(programVersion())
        + ". Labels after DataRubrics (arXiv 2506.01789); the score is our own scheme."};
    return page;
}

std::string rubricJsonText(const Sheet& sheet)
{
    const rubric::Score score = rubric::score(sheet);
    Json aspects = Json::array();
    for (const rubric::Aspect& aspect : score.aspects) {
        aspects.push_back({{"aspect", aspect.title},
            {"points", aspect.points ? Json(*aspect.points) : Json(nullptr)},
            {"reason", aspect.reason}});
    }
    Json found = Json::array();
    for (const rubric::Violation& violation : rubric::violations(sheet)) {
        found.push_back({{"rule", violation.rule}, {"rubric", keyOf(violation.dimension)},
            {"level", violation.isWarning ? "warning" : "error"}, {"message", violation.message},
            {"line", violation.at.line == 0 ? Json(nullptr) : Json(violation.at.line)}});
    }
    Json open = Json::array();
    for (const rubric::OpenQuestion& one : rubric::openQuestions(sheet)) {
        open.push_back({{"rubric", keyOf(one.dimension)}, {"question", one.question},
            {"status", statusName(one.status)}});
    }
    return jsonText({{"schema", "cupel.rubric-report"}, {"schemaVersion", "1.0.0"},
        {"dataset", sheet.dataset}, {"hash", sheet.hash},
        {"score", {{"points", score.points}, {"possible", score.possible}}},
        {"aspects", std::move(aspects)}, {"violations", std::move(found)},
        {"open", std::move(open)}});
}

} // namespace cupel::reports
