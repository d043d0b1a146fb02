#include "core/audits/group_gaps.h"

#include <algorithm>

namespace cupel::audits {

Reference referenceOf(const Facts& facts, const GroupCounts& counts)
{
    std::vector<std::string> given;
    for (const std::string& column : counts.columns) {
        const GroupRole role = groupRole(facts.roles, column);
        if (role.reference) {
            given.push_back(role.bins.empty() ? cellText(facts.description, column, *role.reference)
                                              : *role.reference);
        }
    }
    Reference reference;
    reference.given = given.size() == counts.columns.size();
    if (reference.given)
        reference.name = joinedName(given);
    for (std::size_t i = 0; i < counts.groups.size(); ++i) {
        const Group& group = counts.groups[i];
        const bool isReference = reference.given
            ? group.name == reference.name
            : !reference.index || group.rows > counts.groups[*reference.index].rows;
        if (isReference)
            reference.index = i;
    }
    if (!reference.given && reference.index)
        reference.name = counts.groups[*reference.index].name;
    return reference;
}

std::optional<Extremes> extremesOf(const std::vector<Group>& groups)
{
    std::vector<stats::GroupCount> favourable;
    std::vector<stats::GroupCount> others;
    std::size_t withRows = 0;
    for (const Group& group : groups) {
        favourable.push_back(group.count);
        others.push_back({group.count.n, group.count.n - group.count.favourable, group.rows});
        withRows += group.count.n > 0.0 ? 1 : 0;
    }
    if (withRows < 2)
        return std::nullopt;
    return Extremes{*stats::highestRate(others), *stats::highestRate(favourable)};
}

base::DataText Comparison::referenceText() const
{
    // A given group without rows is the user's own word, not a value of the data.
    return reference.index ? counts.groups[*reference.index].text()
                           : base::DataText::name(reference.name);
}

Group Comparison::referenceGroup() const
{
    return reference.index ? counts.groups[*reference.index] : Group{};
}

Group Comparison::rest() const
{
    std::vector<Group> others = counts.groups;
    if (reference.index)
        others.erase(others.begin() + static_cast<std::ptrdiff_t>(*reference.index));
    return pooled(others);
}

Basis Comparison::basisOf(const std::vector<Group>& groups) const
{
    const Group together = pooled(groups);
    Basis basis = counts.basis;
    basis.n = together.rows;
    if (basis.weights)
        basis.weights = weightsOf(together.count.n, together.squaredWeights);
    return basis;
}

} // namespace cupel::audits
