#include <utility>
#include <vector>

#include "core/card/fill.h"
#include "core/card/prose.h"

namespace cupel::card {
namespace {

/// How much of an answer a state is.
int answerRank(State state)
{
    switch (state) {
    case State::Placeholder:
        return 1;
    case State::Thin:
        return 2;
    case State::Derived:
        return 3;
    case State::Present:
        return 4;
    case State::Absent:
    case State::NotApplicable: // a person who answers knows better
        break;
    }
    return 0;
}

} // namespace

bool fillFromPerson(Card& card, std::string_view key, const std::string& text)
{
    FieldValue* const field = card.find(key);
    if (!field)
        return false;
    const std::string answer(trimmed(text));
    const State state = stateOf(*model().find(key), answer);
    if (state == State::Placeholder)
        return false;
    std::vector<Answer> answers;
    answers.reserve(field->answers.size() + 1);
    answers.push_back({{base::DataText::document(answer)}, {}, 0, Vocabulary::Person, {}, {}});
    for (Answer& other : field->answers)
        answers.push_back(std::move(other));
    field->answers = std::move(answers);
    if (answerRank(state) > answerRank(field->state))
        field->state = state;
    if (field->state != State::NotApplicable)
        field->reason.clear();
    return true;
}

} // namespace cupel::card
