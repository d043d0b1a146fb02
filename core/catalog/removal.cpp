#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include <nlohmann/json.hpp>

#include "core/catalog/catalog.h"
#include "core/catalog/dataset_rows.h"
#include "core/catalog/events.h"
#include "core/catalog/review.h"
#include "core/catalog/rows.h"
#include "core/catalog/time_text.h"

namespace cupel::catalog {
namespace {

using base::Error;
using base::ErrorCode;
using base::Result;

/// The dataset of a name that was removed last.
Result<Dataset> removedDataset(const Database& database, std::string_view name)
{
    Result<std::optional<Dataset>> removed = database.first(std::string("SELECT ") + kDatasetColumns
            + " FROM dataset WHERE name = ? AND removed_at IS NOT NULL"
              " ORDER BY removed_at DESC, id DESC LIMIT 1",
        datasetOf, name);
    if (!removed)
        return removed.error();
    if (!*removed)
        return Error{ErrorCode::Usage,
            "no dataset \"" + std::string(name) + "\" was removed that could be restored",
            "those removed more than 30 days ago may be gone for good", {}};
    return std::move(**removed);
}

/// The same by its id.
Result<Dataset> removedDataset(const Database& database, std::int64_t id)
{
    Result<std::optional<Dataset>> removed = database.first(std::string("SELECT ") + kDatasetColumns
            + " FROM dataset WHERE id = ? AND removed_at IS NOT NULL",
        datasetOf, id);
    if (!removed)
        return removed.error();
    if (!*removed)
        return Error{ErrorCode::Usage, "the dataset is back already, or gone for good",
            "look at the list of the catalog", {}};
    return std::move(**removed);
}

Result<void> putBack(const Database& database, Dataset& dataset, Time now)
{
    const Result<std::optional<Dataset>> other = datasetAt(database, dataset.path);
    if (!other)
        return other.error();
    if (*other)
        return Error{ErrorCode::Usage,
            "the file of \"" + dataset.name + "\" is in the catalog again, as \"" + (*other)->name
                + "\"",
            "remove that one first", {}};
    Result<std::string> name = freeName(database, dataset.name);
    if (!name)
        return name.error();
    const std::string before = eventJson({{"name", dataset.name}});
    dataset.name = std::move(*name);
    dataset.removedAt.reset();
    if (Result<void> back
        = database.run("UPDATE dataset SET name = ?, removed_at = NULL WHERE id = ?", dataset.name,
            dataset.id);
        !back)
        return back;
    return addEvent(database, now, "restore", dataset.id, dataset.name, before,
        eventJson({{"name", dataset.name}}));
}

/// Bring back a dataset, to the end of a transaction.
Result<Dataset> putBackOf(
    Result<Dataset> removed, const Database& database, Transaction& transaction, Time now)
{
    if (!removed)
        return removed;
    Result<void> done = putBack(database, *removed, now);
    if (done)
        done = transaction.commit();
    if (!done)
        return done.error();
    return removed;
}

/// Forget one dataset. Its rows go with it; reports that tell of it as well, and what people said
/// of it, what they chose and where its file was in events.
Result<void> purgeOne(const Database& database, const Dataset& dataset, Time now)
{
    Result<void> done
        = database.run("UPDATE run SET archive = NULL WHERE id IN (SELECT run FROM run_version"
                       " JOIN version ON version.id = version WHERE dataset = ?)",
            dataset.id);
    if (done)
        done = database.run("DELETE FROM dataset WHERE id = ?", dataset.id);
    if (done)
        done = database.run("DELETE FROM run WHERE archive IS NULL"
                            " AND NOT EXISTS (SELECT 1 FROM run_version WHERE run = run.id)");
    if (done)
        done = database.run("UPDATE event SET before_json = '', after_json = ''"
                            " WHERE dataset = ? AND what IN (?, ?, ?)",
            dataset.id, kReviewEvent, kRelocateEvent, kRolesEvent);
    if (done)
        done = addEvent(database, now, "purge", dataset.id, dataset.name, "", "");
    return done;
}

/// The names of data files of a dataset.
Result<std::vector<std::string>> dataFilesOf(const Database& database, std::int64_t dataset)
{
    return rowsOf(
        database,
        "SELECT DISTINCT data_file FROM version WHERE dataset = ? AND data_file IS NOT NULL",
        [](const Statement& row) { return row.text(0); }, dataset);
}

/// Those that no version names, each once.
Result<std::vector<std::string>> unused(const Database& database, std::vector<std::string> files)
{
    std::sort(files.begin(), files.end());
    files.erase(std::unique(files.begin(), files.end()), files.end());
    std::vector<std::string> free;
    for (std::string& file : files) {
        const Result<std::optional<std::int64_t>> used
            = database.integer("SELECT 1 FROM version WHERE data_file = ?", file);
        if (!used)
            return used.error();
        if (!*used)
            free.push_back(std::move(file));
    }
    return free;
}

} // namespace

Result<Dataset> Catalog::remove(std::string_view name, Time now)
{
    Result<Transaction> transaction = Transaction::begin(m_database, Transaction::Kind::Write);
    if (!transaction)
        return transaction.error();
    Result<Dataset> removed = dataset(name);
    if (!removed)
        return removed;
    removed->removedAt = now;
    Result<void> done = m_database.run(
        "UPDATE dataset SET removed_at = ? WHERE id = ?", timeText(now), removed->id);
    if (done)
        done = addEvent(m_database, now, "remove", removed->id, removed->name, "", "");
    if (done)
        done = transaction->commit();
    if (!done)
        return done.error();
    return removed;
}

Result<Dataset> Catalog::restore(std::string_view name, Time now)
{
    Result<Transaction> transaction = Transaction::begin(m_database, Transaction::Kind::Write);
    if (!transaction)
        return transaction.error();
    return putBackOf(removedDataset(m_database, name), m_database, *transaction, now);
}

Result<Dataset> Catalog::restoreOfId(std::int64_t id, Time now)
{
    Result<Transaction> transaction = Transaction::begin(m_database, Transaction::Kind::Write);
    if (!transaction)
        return transaction.error();
    return putBackOf(removedDataset(m_database, id), m_database, *transaction, now);
}

Result<Purged> Catalog::purge(Time now)
{
    Result<Transaction> transaction = Transaction::begin(m_database, Transaction::Kind::Write);
    if (!transaction)
        return transaction.error();
    const Result<std::vector<Dataset>> old = rowsOf(m_database,
        std::string("SELECT ") + kDatasetColumns + " FROM dataset WHERE removed_at < ? ORDER BY id",
        datasetOf, timeText(now - kKeepRemoved));
    if (!old)
        return old.error();
    Purged purged;
    std::vector<std::string> files;
    for (const Dataset& dataset : *old) {
        Result<std::vector<std::string>> named = dataFilesOf(m_database, dataset.id);
        if (!named)
            return named.error();
        files.insert(files.end(), named->begin(), named->end());
        if (Result<void> done = purgeOne(m_database, dataset, now); !done)
            return done.error();
        purged.names.push_back(dataset.name);
    }
    Result<std::vector<std::string>> free = unused(m_database, std::move(files));
    if (!free)
        return free.error();
    purged.dataFiles = std::move(*free);
    if (Result<void> done = transaction->commit(); !done)
        return done.error();
    return purged;
}

} // namespace cupel::catalog
