#pragma once

#include <string_view>
#include <vector>

namespace cupel::reports {

/// A JSON Schema (draft 7) of what this program reads or writes.
struct Schema {
    std::string_view name; ///< "policy", "report", "roles"
    std::string_view title;
    std::string_view text;
};

const std::vector<Schema>& schemas();

} // namespace cupel::reports
