#include "core/card/model.h"

#include <algorithm>
#include <array>
#include <utility>

#include <nlohmann/json.hpp>

#include "core/card/model_text.h"

namespace cupel::card {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::array<std::pair<std::string_view, Level>, 4> kLevels{{
    {"C", Level::Core},
    {"E", Level::Expected},
    {"O", Level::Optional},
    {"X", Level::Conditional},
}};
constexpr std::array<std::pair<std::string_view, Scope>, 3> kScopes{{
    {"telescope", Scope::Telescope},
    {"periscope", Scope::Periscope},
    {"microscope", Scope::Microscope},
}};
constexpr std::array<std::pair<std::string_view, Condition>, 10> kConditions{{
    {"people", Condition::People},
    {"labelled", Condition::Labelled},
    {"human labels", Condition::HumanLabels},
    {"machine labels", Condition::MachineLabels},
    {"human validators", Condition::HumanValidators},
    {"sampled", Condition::Sampled},
    {"joining conditional or no", Condition::JoiningLimited},
    {"sampling conditional or no", Condition::SamplingLimited},
    {"missing values filled", Condition::MissingFilled},
    {"kind applied", Condition::KindApplied},
}};

template <typename Value, std::size_t Size>
Value named(const std::array<std::pair<std::string_view, Value>, Size>& names, const Json& name)
{
    const auto& text = name.get_ref<const std::string&>();
    return std::find_if(names.begin(), names.end(), [&text](const auto& pair) {
        return pair.first == text;
    })->second;
}

Field fieldOf(const Json& json)
{
    Field field;
    field.key = json.at("key");
    field.section = json.at("section");
    field.title = json.at("title");
    field.type = json.at("type");
    for (const Json& origin : json.at("origin"))
        field.isDerived |= origin == "D";
    field.level = named(kLevels, json.at("level"));
    if (json.at("scope").is_string() && json.at("scope") != "T P M T P M")
        field.scope = named(kScopes, json.at("scope"));
    if (json.at("condition").is_string())
        field.condition = named(kConditions, json.at("condition"));
    field.group = json.at("weight_group");
    field.dimension = json.at("dimension");
    if (const auto found = json.find("datasheet"); found != json.end())
        field.questions = found->get<std::vector<std::string>>();
    return field;
}

/// One row of the model stands for seven kinds of transformations with six aspects each.
void addBreakdown(const Field& pattern, const Json& breakdown, std::vector<Field>& fields)
{
    const std::size_t prefix = pattern.key.find('<');
    for (const Json& kind : breakdown.at("kinds")) {
        for (const Json& aspect : breakdown.at("aspects")) {
            Field field = pattern;
            const auto name = kind.get<std::string>();
            const auto part = aspect.at("key").get<std::string>();
            field.key = pattern.key.substr(0, prefix) + name + "." + part;
            field.title = name + ": " + part;
            std::replace(field.title.begin(), field.title.end(), '_', ' ');
            field.scope = named(kScopes, aspect.at("scope"));
            fields.push_back(std::move(field));
        }
    }
}

Model parsed()
{
    const Json json = Json::parse(kModelText);
    Model model;
    for (const Json& row : json.at("fields")) {
        const Field field = fieldOf(row);
        if (field.key.find('<') == std::string::npos)
            model.fields.push_back(field);
        else
            addBreakdown(field, json.at("transformation_breakdown"), model.fields);
    }
    for (const auto& [name, values] : json.at("enums").items())
        model.enums[name] = values.get<std::vector<std::string>>();
    for (const auto& [id, weight] : json.at("weight_groups").items())
        model.groups.push_back({id, weight.get<int>()});
    return model;
}

} // namespace

const Field* Model::find(std::string_view key) const
{
    const auto found = std::find_if(
        fields.begin(), fields.end(), [key](const Field& field) { return field.key == key; });
    return found == fields.end() ? nullptr : &*found;
}

const Model& model()
{
    static const Model parsedModel = parsed();
    return parsedModel;
}

std::string_view levelName(Level level)
{
    constexpr std::array<std::string_view, 4> kNames{"core", "expected", "optional", "conditional"};
    return kNames[static_cast<std::size_t>(level)];
}

std::string_view scopeName(Scope scope)
{
    return scope == Scope::None ? std::string_view()
                                : kScopes[static_cast<std::size_t>(scope) - 1].first;
}

} // namespace cupel::card
