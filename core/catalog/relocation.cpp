#include <optional>
#include <string>
#include <utility>

#include <nlohmann/json.hpp>

#include "core/catalog/catalog.h"
#include "core/catalog/dataset_rows.h"
#include "core/catalog/events.h"
#include "core/catalog/time_text.h"

namespace cupel::catalog {
namespace {

using base::Error;
using base::ErrorCode;
using base::Result;

/// Nothing where a path is free for a dataset, or its own.
Result<void> checkFree(const Database& database, const Dataset& dataset, const std::string& path)
{
    const Result<std::optional<Dataset>> other = datasetAt(database, path);
    if (!other)
        return other.error();
    if (!*other || (*other)->id == dataset.id)
        return {};
    return Error{ErrorCode::Usage,
        "that file is in the catalog already, as \"" + (*other)->name + "\"",
        "choose another file, or remove that dataset first", {path, 0, 0, 0}};
}

} // namespace

Result<Dataset> Catalog::relocate(
    std::string_view name, const std::string& to, std::optional<std::int64_t> modifiedNs, Time now)
{
    Result<Transaction> transaction = Transaction::begin(m_database, Transaction::Kind::Write);
    if (!transaction)
        return transaction.error();
    Result<Dataset> moved = dataset(name);
    if (!moved)
        return moved;
    if (Result<void> free = checkFree(m_database, *moved, to); !free)
        return free.error();
    const std::string before = eventJson({{"path", moved->path}});
    moved->path = to;
    Result<void> done
        = m_database.run("UPDATE dataset SET path = ? WHERE id = ?", Bytes{to}, moved->id);
    if (done && modifiedNs)
        done = m_database.run("UPDATE version SET modified_ns = ? WHERE id = (SELECT id FROM "
                              "version WHERE dataset = ? ORDER BY number DESC LIMIT 1)",
            *modifiedNs, moved->id);
    if (done)
        done = addEvent(m_database, now, kRelocateEvent, moved->id, moved->name, before,
            eventJson({{"path", moved->path}}));
    if (done)
        done = transaction->commit();
    if (!done)
        return done.error();
    return moved;
}

} // namespace cupel::catalog
