#include "core/audits/roles.h"

#include "core/audits/role_names.h"

#include <algorithm>
#include <set>

namespace cupel::audits {

namespace {

bool contains(const std::vector<std::string>& names, std::string_view name)
{
    return std::find(names.begin(), names.end(), name) != names.end();
}

/// Take back whatever a column is, because the flags say what it is.
void clearColumn(Roles& roles, const std::string& column)
{
    if (roles.label && roles.label->column == column)
        roles.label.reset();
    std::erase_if(
        roles.groups, [&column](const GroupRole& group) { return group.column == column; });
    for (const auto& [name, member] : singleRoles()) {
        if (roles.*member == column)
            (roles.*member).clear();
    }
    if (roles.score.empty()) {
        roles.threshold.reset();
        roles.scoreOf.reset();
    }
    roles.other.erase(column);
}

LabelRole mergeLabels(LabelRole label, const LabelRole& flags)
{
    label.column = flags.column;
    if (flags.favourable)
        label.favourable = flags.favourable;
    if (flags.positive)
        label.positive = flags.positive;
    if (!flags.classes.empty())
        label.classes = flags.classes;
    return label;
}

void mergeGroups(std::vector<GroupRole>& groups, const std::vector<GroupRole>& flags)
{
    for (const GroupRole& flag : flags) {
        const auto place = std::find_if(groups.begin(), groups.end(),
            [&flag](const GroupRole& group) { return group.column == flag.column; });
        if (place == groups.end()) {
            groups.push_back(flag);
            continue;
        }
        if (flag.reference)
            place->reference = flag.reference;
        if (!flag.bins.empty())
            place->bins = flag.bins;
    }
}

/// The roles of the file without those of columns to which the flags give another.
Roles withoutReassigned(Roles file, const Roles& flags)
{
    for (const std::string& column : flags.columns()) {
        const std::string role = file.roleOf(column);
        const std::string given = flags.roleOf(column);
        const bool isCrossedOnly = given == "group"
            && std::none_of(flags.groups.begin(), flags.groups.end(),
                [&column](const GroupRole& group) { return group.column == column; });
        if (!role.empty() && role != given && !isCrossedOnly)
            clearColumn(file, column);
    }
    return file;
}

} // namespace

const std::vector<SingleRole>& singleRoles()
{
    static const std::vector<SingleRole> roles{{"prediction", &Roles::prediction},
        {"score", &Roles::score}, {"weight", &Roles::weight}, {"id", &Roles::id},
        {"split", &Roles::split}, {"stratum", &Roles::stratum},
        {"time-window", &Roles::timeWindow}};
    return roles;
}

std::string Roles::roleOf(std::string_view column) const
{
    if (label && label->column == column)
        return "label";
    for (const GroupRole& group : groups) {
        if (group.column == column)
            return "group";
    }
    for (const auto& [name, member] : singleRoles()) {
        if (this->*member == column && !column.empty())
            return std::string(name);
    }
    for (const std::vector<std::string>& crossed : intersections) {
        if (contains(crossed, column))
            return "group";
    }
    const auto found = other.find(std::string(column));
    return found == other.end() ? std::string() : found->second;
}

std::vector<std::string> Roles::columns() const
{
    std::vector<std::string> all;
    std::set<std::string_view> seen;
    const auto add = [&all, &seen](const std::string& column) {
        if (!column.empty() && seen.insert(column).second)
            all.push_back(column);
    };
    if (label)
        add(label->column);
    for (const GroupRole& group : groups)
        add(group.column);
    for (const std::vector<std::string>& crossed : intersections) {
        for (const std::string& column : crossed)
            add(column);
    }
    for (const auto& [name, member] : singleRoles())
        add(this->*member);
    for (const auto& [column, role] : other)
        add(column);
    return all;
}

Roles merge(const Roles& file, const Roles& flags)
{
    Roles roles = withoutReassigned(file, flags);
    if (flags.label) {
        const bool isSameColumn = roles.label
            && (flags.label->column.empty() || flags.label->column == roles.label->column);
        if (isSameColumn) {
            LabelRole given = *flags.label;
            given.column = roles.label->column;
            roles.label = mergeLabels(*roles.label, given);
        } else {
            roles.label = flags.label;
        }
    }
    mergeGroups(roles.groups, flags.groups);
    for (const std::vector<std::string>& crossed : flags.intersections) {
        if (std::find(roles.intersections.begin(), roles.intersections.end(), crossed)
            == roles.intersections.end())
            roles.intersections.push_back(crossed);
    }
    if (!flags.score.empty() && flags.score != roles.score) {
        // What the file says of a score it says of its own.
        roles.threshold.reset();
        roles.scoreOf.reset();
    }
    for (const auto& [name, member] : singleRoles()) {
        if (!(flags.*member).empty())
            roles.*member = flags.*member;
    }
    if (flags.threshold)
        roles.threshold = flags.threshold;
    if (flags.scoreOf)
        roles.scoreOf = flags.scoreOf;
    for (const auto& [column, role] : flags.other)
        roles.other[column] = role;
    for (const auto& [column, tokens] : flags.missing)
        roles.missing[column] = tokens;
    for (const auto& [column, type] : flags.types)
        roles.types[column] = type;
    if (!flags.use.empty())
        roles.use = flags.use;
    return roles;
}

} // namespace cupel::audits
