#include "core/catalog/stored_runs.h"

#include <utility>

namespace cupel::catalog {

using base::Result;

StoredRun storedRunOf(const Statement& row)
{
    StoredRun run;
    run.id = row.integer(0);
    run.info.madeAt = timeOf(row.bytes(1));
    run.info.programVersion = row.text(2);
    run.info.requestKey = row.text(3);
    run.info.exitCode = row.integer(4);
    run.info.verdict = {row.text(5), row.integer(6), row.integer(7), row.integer(8), row.integer(9),
        row.integer(10), row.integer(11), row.integer(12)};
    run.hasArchive = row.boolean(13);
    return run;
}

Result<void> complete(const Database& database, std::vector<StoredRun>& runs)
{
    for (StoredRun& run : runs) {
        Result<std::vector<std::string>> reasons = rowsOf(
            database, "SELECT reason FROM run_reason WHERE run = ? ORDER BY position",
            [](const Statement& row) { return row.text(0); }, run.id);
        if (!reasons)
            return reasons.error();
        run.info.reasons = std::move(*reasons);
        Result<std::vector<std::int64_t>> versions = rowsOf(
            database, "SELECT version FROM run_version WHERE run = ? ORDER BY position",
            [](const Statement& row) { return row.integer(0); }, run.id);
        if (!versions)
            return versions.error();
        run.info.versions = std::move(*versions);
    }
    return {};
}

} // namespace cupel::catalog
