#include "core/catalog/events.h"

#include <optional>
#include <vector>

#include <nlohmann/json.hpp>

#include "core/catalog/catalog.h"
#include "core/catalog/rows.h"
#include "core/catalog/time_text.h"

namespace cupel::catalog {
namespace {

using base::Result;

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

Result<std::vector<Event>> Catalog::events(std::optional<std::int64_t> dataset) const
{
    return rowsOf(m_database,
        "SELECT id, at, who, what, dataset, name, before_json, after_json FROM event"
        " WHERE ?1 IS NULL OR dataset = ?1 ORDER BY id",
        eventOf, dataset);
}

} // namespace cupel::catalog
