#include <optional>
#include <string>
#include <utility>

#include <nlohmann/json.hpp>

#include "core/catalog/catalog.h"
#include "core/catalog/events.h"
#include "core/catalog/rows.h"
#include "core/catalog/run_rows.h"
#include "core/catalog/stored_runs.h"
#include "core/catalog/time_text.h"

namespace cupel::catalog {
namespace {

using base::Error;
using base::ErrorCode;
using base::Result;

Result<std::int64_t> addRunRow(
    const Database& database, const RunInfo& info, std::string_view archive)
{
    const VerdictCounts& counts = info.verdict;
    if (Result<void> added = database.run(
            "INSERT INTO run (made_at, program_version, request_key, exit_code, level, errors,"
            " warnings, notes, reviews, open, not_run, waived, archive)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            timeText(info.madeAt), info.programVersion, info.requestKey, info.exitCode,
            counts.level, counts.errors, counts.warnings, counts.notes, counts.reviews, counts.open,
            counts.notRun, counts.waived, Bytes{archive});
        !added)
        return added.error();
    return database.lastId();
}

Result<void> addReasons(
    const Database& database, std::int64_t run, const std::vector<std::string>& reasons)
{
    std::int64_t position = 0;
    for (const std::string& reason : reasons) {
        if (Result<void> added
            = database.run("INSERT INTO run_reason (run, position, reason) VALUES (?, ?, ?)", run,
                position++, reason);
            !added)
            return added;
    }
    return {};
}

/// Tie a run to its versions, each with an event of its dataset.
Result<void> addVersions(const Database& database, std::int64_t run, const RunInfo& info)
{
    const std::string after = eventJson({{"run", run}, {"level", info.verdict.level}});
    std::int64_t position = 0;
    for (const std::int64_t version : info.versions) {
        const Result<Dataset> dataset = datasetOfVersion(database, version);
        if (!dataset)
            return dataset.error();
        Result<void> added = database.run(
            "INSERT OR IGNORE INTO run_version (run, version, position) VALUES (?, ?, ?)", run,
            version, position++);
        if (added)
            added = addEvent(database, info.madeAt, "run", dataset->id, dataset->name, "", after);
        if (!added)
            return added;
    }
    return {};
}

} // namespace

Result<std::int64_t> Catalog::addRun(const Run& run, const NotesOf& notes)
{
    Result<Transaction> transaction = Transaction::begin(m_database, Transaction::Kind::Write);
    if (!transaction)
        return transaction.error();
    if (Result<void> noted = addNotes(m_database, *this, notes, run.info.versions, run.info.madeAt);
        !noted)
        return noted.error();
    const Result<std::int64_t> id = addRunRow(m_database, run.info, run.archive);
    if (!id)
        return id;
    Result<void> written = addReasons(m_database, *id, run.info.reasons);
    if (written)
        written = addVersions(m_database, *id, run.info);
    if (written)
        written = writeMetrics(m_database, *id, run.metrics);
    if (written)
        written = writeFindings(m_database, *id, run.findings);
    if (written)
        written = transaction->commit();
    if (!written)
        return written.error();
    return id;
}

Result<std::vector<StoredRun>> Catalog::runs(std::int64_t version) const
{
    return storedRuns(m_database, "id IN (SELECT run FROM run_version WHERE version = ?)", version);
}

Result<StoredRun> Catalog::run(std::int64_t id) const
{
    Result<std::vector<StoredRun>> runs = storedRuns(m_database, "id = ?", id);
    if (!runs)
        return runs.error();
    return unlessGone<StoredRun>(
        runs->empty() ? std::optional<StoredRun>() : std::optional(std::move(runs->front())),
        path());
}

Result<std::optional<StoredRun>> Catalog::runOf(std::string_view requestKey) const
{
    Result<std::vector<StoredRun>> runs = storedRuns(
        m_database, "request_key = ? AND request_key <> '' AND archive IS NOT NULL", requestKey);
    if (!runs)
        return runs.error();
    if (runs->empty())
        return std::optional<StoredRun>();
    return std::optional(std::move(runs->front()));
}

Result<std::string> Catalog::archive(std::int64_t run) const
{
    Result<std::optional<std::string>> archive
        = m_database.text("SELECT archive FROM run WHERE id = ?", run);
    if (!archive)
        return archive.error();
    if (!*archive)
        return Error{ErrorCode::Catalog,
            "the report is gone, since one of its datasets was deleted from the catalog",
            "audit the others again", {path(), 0, 0, 0}};
    return std::move(**archive);
}

} // namespace cupel::catalog
