#include "core/reports/roles_text.h"

#include <nlohmann/json.hpp>
#include <utility>

#include "core/reports/json_text.h"

namespace cupel::reports {
namespace {

using Json = nlohmann::ordered_json;

Json labelJson(const audits::LabelRole& label)
{
    Json json = {{"role", "label"}};
    if (label.favourable)
        json["favourable"] = *label.favourable;
    if (label.positive)
        json["positive"] = *label.positive;
    if (!label.classes.empty())
        json["classes"] = label.classes;
    return json;
}

Json groupJson(const audits::GroupRole& group)
{
    Json json = {{"role", "group"}};
    if (group.reference)
        json["reference"] = *group.reference;
    if (!group.bins.empty())
        json["bins"] = group.bins;
    return json;
}

Json scoreJson(const audits::Roles& roles)
{
    Json json = {{"role", "score"}};
    if (roles.threshold)
        json["threshold"] = *roles.threshold;
    if (roles.scoreOf)
        json["of"] = *roles.scoreOf;
    return json;
}

Json columnsJson(const audits::Roles& roles)
{
    Json columns = Json::object();
    if (roles.label)
        columns[roles.label->column] = labelJson(*roles.label);
    for (const audits::GroupRole& group : roles.groups)
        columns[group.column] = groupJson(group);
    if (!roles.score.empty())
        columns[roles.score] = scoreJson(roles);
    for (const auto& [column, role] :
        {std::pair{&roles.prediction, "prediction"}, std::pair{&roles.weight, "weight"},
            std::pair{&roles.id, "id"}, std::pair{&roles.split, "split"},
            std::pair{&roles.stratum, "stratum"}, std::pair{&roles.timeWindow, "time-window"}}) {
        if (!column->empty())
            columns[*column] = Json{{"role", role}};
    }
    for (const auto& [column, role] : roles.other)
        columns[column] = Json{{"role", role}};
    return columns;
}

} // namespace

std::string rolesJsonText(const audits::Roles& roles)
{
    Json json = {{"schema", "cupel.roles"}, {"version", 1}, {"columns", columnsJson(roles)}};
    if (!roles.intersections.empty())
        json["intersections"] = roles.intersections;
    if (!roles.missing.empty())
        json["missing"] = roles.missing;
    if (!roles.types.empty())
        json["types"] = roles.types;
    if (!roles.use.empty())
        json["use"] = roles.use;
    return jsonText(json);
}

} // namespace cupel::reports
