#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

#include "core/audits/roles.h"

namespace cupel::pipeline {

/// What one entry of the roles says. Texts may be any bytes.
struct RolesEntry {
    std::string kind; ///< "label", "favourable", "groups", "reference", "type", …
    std::string of; ///< the column that it is about; empty: the dataset
    friend bool operator==(const RolesEntry& one, const RolesEntry& other)
    {
        return one.kind == other.kind && one.of == other.of;
    }
    friend bool operator<(const RolesEntry& one, const RolesEntry& other)
    {
        return std::tie(one.kind, one.of) < std::tie(other.kind, other.of);
    }
};
/// All that the roles of a dataset, and of a run its policy, limits and rows, say: values by entry,
/// of which each has one or more.
using RolesState = std::map<RolesEntry, std::vector<std::string>>;

/// The entry of a type that somebody chose, and of one that was found in the cells. The second is
/// no choice: it says what the first one stood for.
inline constexpr std::string_view kTypeEntry = "type";
inline constexpr std::string_view kFoundTypeEntry = "found-type";
/// The entries of the policy of a run, of what flags said over it, and of the rows that it was
/// about.
inline constexpr std::string_view kPolicyEntry = "policy";
inline constexpr std::string_view kLimitsEntry = "limits";
inline constexpr std::string_view kRowsEntry = "rows";

RolesState rolesStateOf(const audits::Roles& roles);

/// Whether two say the same, whatever the order of their values and the types that were found.
bool areSame(const RolesState& one, const RolesState& other);
bool areSameValues(const std::vector<std::string>& one, const std::vector<std::string>& other);
bool areSameRoles(const audits::Roles& one, const audits::Roles& other);

/// One line of JSON for an event. The same state gives the same bytes.
std::string rolesStateText(const RolesState& state);
/// None where it is no such text. It comes from the file of a catalog: anything is possible.
std::optional<RolesState> rolesStateFrom(std::string_view text);

} // namespace cupel::pipeline
