#include <algorithm>

#include "core/rubric/question_targets.h"
#include "ui/pages/rubric_editor.h"

namespace cupel::ui {
namespace {

std::vector<std::string> choicesOf(const rubric::AnswerPlace& place)
{
    std::vector<std::string> choices;
    if (place.annotation && !place.annotation->category.empty())
        choices.push_back(place.annotation->category);
    if (!place.source)
        return choices;
    for (const auto& [isSet, name] :
        {std::pair{place.source->isHuman, "human"}, std::pair{place.source->isModel, "model"},
            std::pair{place.source->isUnknown, "unknown"}}) {
        if (isSet.value_or(false))
            choices.emplace_back(name);
    }
    return choices;
}

AskedQuestion::Kind kindOfPlace(const rubric::AnswerPlace& place)
{
    if (place.source)
        return AskedQuestion::Kind::Origin;
    return place.annotation ? AskedQuestion::Kind::Annotators : AskedQuestion::Kind::YesNo;
}

} // namespace

std::vector<AskedQuestion> askedQuestions(rubric::Sheet& suggested, rubric::Sheet& answered)
{
    const std::vector<rubric::Question> questions = rubric::questionsOf(answered);
    const std::vector<rubric::Question> suggestions = rubric::questionsOf(suggested);
    const std::vector<rubric::AnswerPlace> places = rubric::answerPlaces(answered);
    const std::vector<rubric::AnswerPlace> suggestedPlaces = rubric::answerPlaces(suggested);
    std::vector<AskedQuestion> asked;
    for (std::size_t i = 0; i < questions.size(); ++i)
        asked.push_back({questions[i], suggestions.at(i), places.at(i).target,
            kindOfPlace(places[i]), choicesOf(places[i]), choicesOf(suggestedPlaces.at(i))});
    return asked;
}

RubricDraft draftOf(const AskedQuestion& asked)
{
    const rubric::Answer& answer = *asked.question.answer;
    RubricDraft draft;
    draft.evidence = QString::fromStdString(answer.reference);
    draft.reasoning = QString::fromStdString(answer.reasoning);
    if (answer.status == rubric::Status::Disputed)
        draft.chosen = {kDispute};
    else if (asked.kind != AskedQuestion::Kind::YesNo)
        draft.chosen = asked.choices;
    else if (answer.applies)
        draft.chosen = {*answer.applies ? "yes" : "no"};
    return draft;
}

} // namespace cupel::ui
