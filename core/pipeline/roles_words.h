#pragma once

#include <string>
#include <vector>

#include "core/base/text.h"
#include "core/catalog/records.h"
#include "core/pipeline/roles_state.h"

namespace cupel::pipeline {

/// What changed from one state to another, an item for each entry: "Label: (none) → income".
std::vector<base::Sentence> rolesChanges(const RolesState& before, const RolesState& after);

/// A change of roles, types, policy, limits and rows for people.
struct RolesEventWords {
    std::string what; ///< "Roles chosen", "Types chosen", "Roles, types and policy chosen"
    base::Sentence details; ///< the first changes, old and new
};

/// A roles event in words. It comes from the file of a catalog: what is not understood is shown as
/// it stands.
RolesEventWords rolesEventWords(const catalog::Event& event);

} // namespace cupel::pipeline
