#include "core/audits/role_values.h"

#include "core/audits/role_names.h"
#include "core/base/number.h"

#include <cmath>

namespace cupel::audits {

namespace {

base::Result<void> applyThreshold(const std::string& given, Roles& roles)
{
    if (given.empty())
        return {};
    if (roles.score.empty())
        return base::usageError("--threshold needs a score", "pass --score COL as well");
    const auto threshold = base::parseNumber(given);
    if (!threshold || !std::isfinite(threshold->d))
        return base::usageError(
            "--threshold '" + given + "' gives no number", "write --threshold 0.5");
    roles.threshold = threshold->d;
    return {};
}

} // namespace

base::Result<void> apply(const RoleValues& values, Roles& roles)
{
    if (!values.favourable.empty() || !values.positive.empty()) {
        if (!roles.label)
            return base::usageError(
                "--favourable and --positive need a label", "pass --label COL as well");
        if (!values.favourable.empty())
            roles.label->favourable = values.favourable;
        if (!values.positive.empty())
            roles.label->positive = values.positive;
    }
    if (auto applied = applyThreshold(values.threshold, roles); !applied)
        return applied;
    for (const std::string& reference : values.references) {
        bool found = false;
        for (GroupRole& group : roles.groups) {
            if (!found && reference.starts_with(group.column + "=")) {
                group.reference = reference.substr(group.column.size() + 1);
                found = true;
            }
        }
        if (!found)
            return base::usageError("--reference '" + reference + "' names no group column",
                "write --reference COL=VALUE for a column given with --group");
    }
    return {};
}

Roles rolesOf(const findings::DatasetSelector& selector)
{
    Roles roles;
    if (!selector.label.empty()) {
        roles.label
            = LabelRole{selector.label, selector.favourable, selector.positive, selector.classes};
    }
    for (const findings::DatasetSelector::Group& group : selector.groups)
        roles.groups.push_back({group.column, group.reference, group.bins});
    roles.intersections = selector.intersections;
    for (const auto& [name, member] : singleRoles()) {
        const auto column
            = selector.columns.find(name == "time-window" ? "time" : std::string(name));
        if (column != selector.columns.end())
            roles.*member = column->second;
    }
    roles.use = selector.use;
    return roles;
}

} // namespace cupel::audits
