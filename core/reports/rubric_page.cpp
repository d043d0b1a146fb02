#include "core/reports/rubric_page.h"

#include <nlohmann/json.hpp>

#include "core/base/number.h"
#include "core/reports/json_report.h"
#include "core/reports/json_text.h"
#include "core/rubric/check.h"

namespace cupel::reports {
namespace {

using base::DataText;
using rubric::Answer;
using rubric::Dimension;
using rubric::Sheet;
using Json = nlohmann::ordered_json;

Cell words(const std::string& text)
{
    return text.empty() ? Cell{Cell::Undefined{}, {}} : Cell::text({DataText::document(text)});
}

std::string answerWord(const Answer& answer)
{
    if (!answer.applies)
        return "open";
    return *answer.applies ? "yes" : "no";
}

std::vector<Cell> answerRow(
    const std::string& question, const std::string& value, const Answer& answer)
{
    return {Cell::words(question), Cell::words(value),
        Cell::words(std::string(statusName(answer.status))), words(answer.reference),
        words(answer.reasoning)};
}

/// Question, answer, status, evidence and reason of one rubric.
Table answersOf(const Sheet& sheet, Dimension dimension)
{
    Table table;
    table.caption = {"Answers: " + std::string(titleOf(dimension))};
    for (const char* const column : {"Question", "Answer", "Status", "Evidence", "Reason"})
        table.columns.push_back({std::string(column)});
    auto& rows = table.rows;
    switch (dimension) {
    case Dimension::Sources:
        for (const rubric::Source& source : sheet.sources) {
            std::string origin;
            for (const auto& [isSet, word] : {std::pair{source.isHuman, "human"},
                     std::pair{source.isModel, "model"}, std::pair{source.isUnknown, "unknown"}}) {
                if (isSet.value_or(false))
                    origin += (origin.empty() ? "" : ", ") + std::string(word);
            }
            rows.push_back(answerRow(
                "origin of " + source.modality, origin.empty() ? "open" : origin, source.answer));
        }
        break;
    case Dimension::Annotations:
        for (const rubric::Annotation& annotation : sheet.annotations) {
            rows.push_back(answerRow("who annotated",
                annotation.category.empty() ? "open" : annotation.category, annotation.answer));
            rows.push_back(answerRow(
                "instructions", answerWord(annotation.instructions), annotation.instructions));
            rows.push_back(
                answerRow("rubrics", answerWord(annotation.rubrics), annotation.rubrics));
            rows.push_back(
                answerRow("examples", answerWord(annotation.examples), annotation.examples));
        }
        break;
    case Dimension::Reproducibility:
        rows.push_back(answerRow("code", answerWord(sheet.code), sheet.code));
        rows.push_back(
            answerRow("documentation", answerWord(sheet.documentation), sheet.documentation));
        break;
    default:
        for (const rubric::LabelAnswer& one : sheet.labelsFor(dimension))
            rows.push_back(answerRow(one.label, answerWord(one.answer), one.answer));
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
    for (const Dimension dimension : sheet.present) {
        page.add(Heading{3, {std::string(titleOf(dimension))}, {}});
        page.add(answersOf(sheet, dimension));
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
        found.push_back({{"rule", violation.rule},
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
