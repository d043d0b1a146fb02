#include "core/card/completeness.h"

#include <algorithm>

namespace cupel::card {
namespace {

double weightOf(const Field& field)
{
    switch (field.level) {
    case Level::Core:
        return 4.0;
    case Level::Expected:
    case Level::Conditional:
        return 2.0;
    case Level::Optional:
        break;
    }
    return 1.0;
}

double valueOf(State state)
{
    switch (state) {
    case State::Present:
    case State::Derived:
        return 1.0;
    case State::Thin:
        return 0.5;
    default:
        return 0.0;
    }
}

void count(const Field& field, const FieldValue& value, Score& score)
{
    score.answered += weightOf(field) * valueOf(value.state);
    score.possible += weightOf(field);
    ++score.fields;
    score.present += valueOf(value.state) > 0.0;
    score.derived += value.state == State::Derived;
}

} // namespace

base::Figure Score::value() const
{
    if (possible == 0.0)
        return base::Figure::undefined("no field applies");
    return answered / possible;
}

Completeness completeness(const Card& card)
{
    Completeness result;
    for (const WeightGroup& group : model().groups)
        result.groups.push_back({group.id, group.weight});
    for (const Scope scope : {Scope::Telescope, Scope::Periscope, Scope::Microscope})
        result.scopes.push_back({std::string(scopeName(scope))});
    Score all;
    for (std::size_t i = 0; i < card.fields.size(); ++i) {
        const Field& field = model().fields[i];
        const FieldValue& value = card.fields[i];
        if (!value.isNeeded || value.state == State::NotApplicable)
            continue;
        count(field, value, all);
        count(field, value,
            *std::find_if(result.groups.begin(), result.groups.end(),
                [&field](const Score& score) { return score.id == field.group; }));
        if (field.scope != Scope::None)
            count(field, value, result.scopes[static_cast<std::size_t>(field.scope) - 1]);
    }
    double sum = 0.0;
    double weights = 0.0;
    for (const Score& group : result.groups) {
        if (!group.value().isDefined())
            continue;
        sum += group.weight * group.value().value();
        weights += group.weight;
    }
    result.card = weights == 0.0 ? base::Figure::undefined("no field applies") : sum / weights;
    result.derivedShare = all.present == 0
        ? base::Figure::undefined("no field is answered")
        : static_cast<double>(all.derived) / static_cast<double>(all.present);
    return result;
}

} // namespace cupel::card
