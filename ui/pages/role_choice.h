#pragma once

#include <functional>
#include <string>
#include <vector>

#include "core/audits/roles.h"

namespace cupel::ui {

/// A change of roles, made on those that stand by then.
using RolesEdit = std::function<audits::Roles(const audits::Roles&)>;

/// The roles with another one for a column, as reports name it; "": none. What the column was is
/// taken back, and another column gives up a role that only one can have. A label gets the
/// favourable value that was proposed for it.
audits::Roles withRole(audits::Roles roles, const std::string& column, const std::string& role,
    const std::vector<audits::Proposal>& proposals);

} // namespace cupel::ui
