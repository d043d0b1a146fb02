#include "ui/pages/role_choice.h"

#include <algorithm>

#include "core/audits/role_names.h"

namespace cupel::ui {
namespace {

void takeBack(audits::Roles& roles, const std::string& column)
{
    if (roles.label && roles.label->column == column)
        roles.label.reset();
    std::erase_if(
        roles.groups, [&column](const audits::GroupRole& group) { return group.column == column; });
    std::erase_if(roles.intersections, [&column](const std::vector<std::string>& crossed) {
        return std::find(crossed.begin(), crossed.end(), column) != crossed.end();
    });
    for (const audits::SingleRole& role : audits::singleRoles()) {
        if (roles.*role.column == column)
            (roles.*role.column).clear();
    }
    roles.other.erase(column);
}

audits::LabelRole labelOf(const std::string& column, const std::vector<audits::Proposal>& proposals)
{
    audits::LabelRole label{column, {}, {}, {}};
    for (const audits::Proposal& proposal : proposals) {
        if (proposal.role == "label" && proposal.column == column && !proposal.value.empty())
            label.favourable = proposal.value;
    }
    return label;
}

} // namespace

audits::Roles withRole(audits::Roles roles, const std::string& column, const std::string& role,
    const std::vector<audits::Proposal>& proposals)
{
    if (roles.roleOf(column) == role)
        return roles;
    const std::string scored = roles.score;
    takeBack(roles, column);
    if (role == "label") {
        roles.label = labelOf(column, proposals);
        roles.scoreOf.reset(); // a value of the label before
    } else if (role == "group") {
        roles.groups.push_back({column, {}, {}});
    } else {
        const auto& all = audits::singleRoles();
        const auto single = std::find_if(all.begin(), all.end(),
            [&role](const audits::SingleRole& one) { return one.name == role; });
        if (single != all.end())
            roles.*single->column = column;
        else if (!role.empty())
            roles.other[column] = role;
    }
    if (roles.score != scored) {
        roles.threshold.reset();
        roles.scoreOf.reset();
    }
    return roles;
}

} // namespace cupel::ui
