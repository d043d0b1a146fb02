#pragma once

#include <string>

#include "core/audits/roles.h"
#include "core/findings/policy.h"
#include "core/findings/run_settings.h"
#include "core/pipeline/roles_state.h"

namespace cupel::ui {

/// What a person may choose about the audits of a dataset.
struct AuditChoice {
    audits::Roles roles; ///< and types
    findings::Policy policy; ///< and over it, as flags, limits
    std::string where; ///< as counts::parseWhere() reads it; empty: all rows

    bool hasPolicy() const { return !policy.file.empty(); }
    bool hasLimits() const { return !findings::flagsOf(policy).empty(); }
    /// Of policies the bytes of the file and the flags are compared: here a policy is the one of a
    /// file, or none, with the limits that a person chose over it.
    bool isSameAs(const AuditChoice& other) const
    {
        return where == other.where && policy.hash == other.policy.hash
            && findings::flagsOf(policy) == findings::flagsOf(other.policy)
            && pipeline::areSameRoles(roles, other.roles);
    }
};

} // namespace cupel::ui
