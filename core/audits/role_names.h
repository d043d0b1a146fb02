#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/audits/roles.h"

namespace cupel::audits {

/// A role that one column of a dataset can have, and where Roles keeps the column.
struct SingleRole {
    std::string_view name; ///< as reports and roles files name it
    std::string Roles::*column;
};
/// Those besides the label.
const std::vector<SingleRole>& singleRoles();

} // namespace cupel::audits
