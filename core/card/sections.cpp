#include "core/card/sections.h"

#include <algorithm>

#include "core/card/model.h"

namespace cupel::card {
namespace {

bool isAnswered(State state)
{
    return state == State::Present || state == State::Derived || state == State::Thin;
}

std::string headingOf(std::string name)
{
    if (!name.empty() && name[0] >= 'a' && name[0] <= 'z')
        name[0] = static_cast<char>(name[0] - 'a' + 'A');
    return name;
}

} // namespace

bool isMissing(const FieldValue& value)
{
    return value.isNeeded && value.state != State::NotApplicable && !isAnswered(value.state);
}

std::vector<Section> sectionsOf(const Card& card)
{
    std::vector<Section> sections;
    for (std::size_t i = 0; i < card.fields.size(); ++i) {
        const FieldValue& value = card.fields[i];
        if (!value.isNeeded && value.answers.empty() && value.state == State::Absent)
            continue;
        const std::string& name = model().fields[i].section;
        auto section = std::find_if(sections.begin(), sections.end(),
            [&name](const Section& one) { return one.name == name; });
        if (section == sections.end())
            section = sections.insert(sections.end(), Section{name, headingOf(name), {}, 0, 0});
        section->fields.push_back(i);
        const bool applies = value.isNeeded && value.state != State::NotApplicable;
        section->needed += applies;
        section->answered += applies && isAnswered(value.state);
    }
    return sections;
}

} // namespace cupel::card
