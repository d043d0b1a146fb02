#include "core/catalog/events.h"

#include <optional>
#include <utility>
#include <vector>

#include <nlohmann/json.hpp>

#include "core/catalog/catalog.h"
#include "core/catalog/dataset_rows.h"
#include "core/catalog/rows.h"
#include "core/catalog/time_text.h"

namespace cupel::catalog {
namespace {

using base::Error;
using base::ErrorCode;
using base::Result;

constexpr const char* kEventColumns = "id, at, who, what, dataset, name, before_json, after_json";

Event eventOf(const Statement& row)
{
    return {row.integer(0), timeOf(row.bytes(1)), row.text(2), row.text(3), row.integer(4),
        row.text(5), row.text(6), row.text(7)};
}

} // namespace

std::string eventJson(const nlohmann::ordered_json& json)
{
    return json.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
}

Result<void> addEvent(const Database& database, Time at, std::string_view what,
    std::int64_t dataset, std::string_view name, std::string_view before, std::string_view after,
    std::string_view who)
{
    return database.run("INSERT INTO event (at, who, what, dataset, name, before_json, after_json)"
                        " VALUES (?, ?, ?, ?, ?, ?, ?)",
        timeText(at), who, what, dataset, name, before, after);
}

Result<Dataset> datasetOfVersion(const Database& database, std::int64_t version)
{
    Result<std::optional<Dataset>> dataset
        = database.first("SELECT dataset.id, name, path, added_at, removed_at FROM dataset"
                         " JOIN version ON version.dataset = dataset.id WHERE version.id = ?",
            datasetOf, version);
    if (!dataset)
        return dataset.error();
    if (!*dataset)
        return Error{ErrorCode::Catalog,
            "a dataset was deleted from the catalog while it was audited", "import it again",
            {database.path(), 0, 0, 0}};
    return std::move(**dataset);
}

Result<void> addNotes(const Database& database, const Catalog& catalog, const NotesOf& notes,
    const std::vector<std::int64_t>& versions, Time at)
{
    if (!notes)
        return {};
    const Result<std::vector<Note>> all = notes(catalog, versions);
    if (!all)
        return all.error();
    for (const Note& note : *all) {
        const Result<Dataset> dataset = datasetOfVersion(database, note.version);
        if (!dataset)
            return dataset.error();
        if (Result<void> added = addEvent(database, at, note.what, dataset->id, dataset->name,
                note.before, note.after, note.who);
            !added)
            return added;
    }
    return {};
}

Result<std::vector<Event>> Catalog::events(std::optional<std::int64_t> dataset) const
{
    return rowsOf(m_database,
        std::string("SELECT ") + kEventColumns
            + " FROM event WHERE ?1 IS NULL OR dataset = ?1 ORDER BY id",
        eventOf, dataset);
}

Result<std::optional<Event>> Catalog::lastEvent(std::int64_t dataset, std::string_view what) const
{
    return m_database.first(std::string("SELECT ") + kEventColumns
            + " FROM event WHERE dataset = ? AND what = ? ORDER BY id DESC LIMIT 1",
        eventOf, dataset, what);
}

} // namespace cupel::catalog
