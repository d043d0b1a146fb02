#include "core/catalog/review.h"

#include <utility>
#include <vector>

#include <nlohmann/json.hpp>

#include "core/catalog/catalog.h"
#include "core/catalog/events.h"
#include "core/catalog/rows.h"
#include "core/catalog/time_text.h"

namespace cupel::catalog {
namespace {

using base::Error;
using base::Result;
using Json = nlohmann::ordered_json;

constexpr const char* kEntryColumns = "kind, target, value_json, who, at";

ReviewEntry entryOf(const Statement& row)
{
    return {row.text(0), row.text(1), row.text(2), row.text(3), timeOf(row.bytes(4))};
}

/// What is wrong with a change, whatever the catalog holds.
std::optional<Error> faultOf(const ReviewChange& change)
{
    if (change.kind.empty())
        return base::usageError("a change of a review has no kind", "say what is changed");
    if (!change.value)
        return std::nullopt;
    if (change.value->size() > kMaxReviewBytes)
        return base::usageError("what is said in a review is longer than 1 MiB", "shorten it");
    if (!Json::accept(*change.value))
        return base::usageError("what is said in a review is no JSON", "write it as JSON");
    return std::nullopt;
}

/// What an event says stood there. An entry that another program damaged is a text in it.
std::string stateText(const ReviewChange& change, const std::optional<std::string>& value)
{
    Json json = {{"kind", change.kind}, {"target", change.target}, {"value", nullptr}};
    if (value) {
        Json parsed = Json::parse(*value, nullptr, false);
        json["value"] = parsed.is_discarded() ? Json(*value) : std::move(parsed);
    }
    return eventJson(json);
}

Result<void> write(const Database& database, std::int64_t dataset, const ReviewChange& change)
{
    if (!change.value)
        return database.run("DELETE FROM review WHERE dataset = ? AND kind = ? AND target = ?",
            dataset, change.kind, change.target);
    return database.run("INSERT INTO review (dataset, kind, target, value_json, who, at)"
                        " VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO UPDATE"
                        " SET value_json = excluded.value_json, who = excluded.who,"
                        " at = excluded.at",
        dataset, change.kind, change.target, *change.value, change.who, timeText(change.at));
}

bool changesNothing(const ReviewChange& change, const std::optional<ReviewEntry>& before)
{
    if (!before || !change.value)
        return !before && !change.value;
    return before->value == *change.value && before->who == change.who;
}

} // namespace

ReviewChange takenBack(
    const ReviewChange& change, const std::optional<ReviewEntry>& before, Time at)
{
    ReviewChange back = change;
    back.value = before ? std::optional(before->value) : std::nullopt;
    back.at = at;
    return back;
}

Result<std::vector<ReviewEntry>> Catalog::review(std::int64_t dataset) const
{
    return rowsOf(m_database,
        std::string("SELECT ") + kEntryColumns
            + " FROM review WHERE dataset = ? ORDER BY kind, target",
        entryOf, dataset);
}

Result<std::optional<ReviewEntry>> Catalog::changeReview(
    std::int64_t dataset, const ReviewChange& change)
{
    if (const std::optional<Error> fault = faultOf(change))
        return *fault;
    Result<Transaction> transaction = Transaction::begin(m_database, Transaction::Kind::Write);
    if (!transaction)
        return transaction.error();
    const Result<Dataset> reviewed = datasetOfId(dataset);
    if (!reviewed)
        return reviewed.error();
    if (reviewed->removedAt)
        return base::usageError(
            "the dataset \"" + reviewed->name + "\" was removed", "restore it first");
    Result<std::optional<ReviewEntry>> before = rowOf(m_database,
        std::string("SELECT ") + kEntryColumns
            + " FROM review WHERE dataset = ? AND kind = ? AND target = ?",
        entryOf, dataset, change.kind, change.target);
    if (!before || changesNothing(change, *before))
        return before;
    Result<void> done = write(m_database, dataset, change);
    if (done)
        done = addEvent(m_database, change.at, kReviewEvent, dataset, reviewed->name,
            stateText(change, *before ? std::optional((*before)->value) : std::nullopt),
            stateText(change, change.value), change.who);
    if (done)
        done = transaction->commit();
    if (!done)
        return done.error();
    return before;
}

} // namespace cupel::catalog
