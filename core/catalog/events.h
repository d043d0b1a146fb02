#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "core/base/result.h"
#include "core/catalog/database.h"
#include "core/catalog/records.h"

namespace cupel::catalog {

/// Write down what happens to a dataset, within the transaction that does it. before and after are
/// JSON, or empty.
base::Result<void> addEvent(const Database& database, Time at, std::string_view what,
    std::int64_t dataset, std::string_view name, std::string_view before, std::string_view after);

} // namespace cupel::catalog
