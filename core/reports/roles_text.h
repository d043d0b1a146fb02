#pragma once

#include <string>

#include "core/audits/roles.h"

namespace cupel::reports {

/// Roles as a roles file (schema "cupel.roles", version 1), which audits::rolesFromJson() reads
/// back: all but what no audit uses, such as the separator of a label set.
std::string rolesJsonText(const audits::Roles& roles);

} // namespace cupel::reports
