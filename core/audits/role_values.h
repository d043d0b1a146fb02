#pragma once

#include <string>
#include <vector>

#include "core/audits/roles.h"
#include "core/findings/policy.h"

namespace cupel::audits {

/// Values that options give to roles which a roles file or a policy may have named.
struct RoleValues {
    std::string favourable; ///< empty: not given
    std::string positive;
    std::string threshold; ///< of the score
    std::vector<std::string> references; ///< "COL=VALUE"
};
/// Give the values to the roles. Fails with Usage where there is no label, score or such
/// group, and where the threshold is no number.
base::Result<void> apply(const RoleValues& values, Roles& roles);

/// The roles that a policy gives to the datasets which it selects.
Roles rolesOf(const findings::DatasetSelector& selector);

} // namespace cupel::audits
