#include "core/audits/role_columns.h"

#include <utility>
#include <vector>

#include "core/audits/role_names.h"

namespace cupel::audits {
namespace {

/// Entries by column, of the columns that are still there; one of all columns stays.
template <typename Value>
std::map<std::string, Value> namedAnew(
    const std::map<std::string, Value>& entries, const ColumnNaming& naming)
{
    std::map<std::string, Value> renamed;
    for (const auto& [column, value] : entries) {
        const auto name = column == "*" ? std::optional<std::string>(column) : naming(column);
        if (name)
            renamed[*name] = value;
    }
    return renamed;
}

std::vector<std::vector<std::string>> crossedAnew(
    const std::vector<std::vector<std::string>>& all, const ColumnNaming& naming)
{
    std::vector<std::vector<std::string>> renamed;
    for (const std::vector<std::string>& crossed : all) {
        std::vector<std::string> names;
        for (const std::string& column : crossed) {
            if (const auto name = naming(column))
                names.push_back(*name);
        }
        if (names.size() == crossed.size())
            renamed.push_back(std::move(names));
    }
    return renamed;
}

} // namespace

Roles withColumns(const Roles& roles, const ColumnNaming& naming)
{
    Roles renamed = roles;
    if (roles.label) {
        if (const auto name = naming(roles.label->column))
            renamed.label->column = *name;
        else
            renamed.label.reset();
    }
    renamed.groups.clear();
    for (const GroupRole& group : roles.groups) {
        if (const auto name = naming(group.column))
            renamed.groups.push_back({*name, group.reference, group.bins});
    }
    renamed.intersections = crossedAnew(roles.intersections, naming);
    for (const SingleRole& single : singleRoles()) {
        std::string& column = renamed.*single.column;
        if (!column.empty())
            column = naming(column).value_or(std::string());
    }
    if (renamed.score.empty()) {
        renamed.threshold.reset();
        renamed.scoreOf.reset();
    }
    renamed.other = namedAnew(roles.other, naming);
    renamed.missing = namedAnew(roles.missing, naming);
    renamed.types = namedAnew(roles.types, naming);
    return renamed;
}

} // namespace cupel::audits
