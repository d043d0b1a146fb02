#pragma once

#include <string>

#include "core/audits/roles.h"
#include "core/findings/policy.h"
#include "core/pipeline/roles_state.h"

namespace cupel::ui {

/// What a person may choose about the audits of a dataset.
struct AuditChoice {
    audits::Roles roles; ///< and types
    findings::Policy policy;
    std::string where; ///< as counts::parseWhere() reads it; empty: all rows

    bool hasPolicy() const { return !policy.file.empty() || !policy.rules.empty(); }
    /// Of policies the bytes of the file and the number of settings are compared: here a policy is
    /// the one of a file, with the settings that an earlier run laid over it, or none.
    bool isSameAs(const AuditChoice& other) const
    {
        return where == other.where && policy.hash == other.policy.hash
            && policy.rules.size() == other.policy.rules.size()
            && pipeline::areSameRoles(roles, other.roles);
    }
};

} // namespace cupel::ui
