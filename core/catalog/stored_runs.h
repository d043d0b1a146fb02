#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/catalog/database.h"
#include "core/catalog/records.h"
#include "core/catalog/rows.h"
#include "core/catalog/time_text.h"

namespace cupel::catalog {

/// A run without its reasons and versions.
StoredRun storedRunOf(const Statement& row);
inline constexpr const char* kRunColumns = "id, made_at, program_version, request_key, exit_code, "
                                           "level, errors, warnings, notes, reviews,"
                                           " open, not_run, waived, archive IS NOT NULL";
/// Add the reasons and versions of runs.
base::Result<void> complete(const Database& database, std::vector<StoredRun>& runs);

/// The runs that meet a condition, the newest first.
template <typename... Values>
base::Result<std::vector<StoredRun>> storedRuns(
    const Database& database, const std::string& condition, const Values&... values)
{
    base::Result<std::vector<StoredRun>> runs = rowsOf(database,
        std::string("SELECT ") + kRunColumns + " FROM run WHERE " + condition + " ORDER BY id DESC",
        storedRunOf, values...);
    if (!runs)
        return runs;
    if (base::Result<void> completed = complete(database, *runs); !completed)
        return completed.error();
    return runs;
}

} // namespace cupel::catalog
