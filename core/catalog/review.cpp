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

ReviewChange::Said saidIn(const ReviewChange& change)
{
    return change.said.value_or(ReviewChange::Said{change.who, change.at});
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
        dataset, change.kind, change.target, *change.value, saidIn(change).who,
        timeText(saidIn(change).at));
}

} // namespace

ReviewChange takenBack(
    const ReviewChange& change, const std::optional<ReviewEntry>& before, Time at)
{
    ReviewChange back = change;
    back.value = before ? std::optional(before->value) : std::nullopt;
    back.at = at;
    back.said.reset();
    if (before)
        back.said = ReviewChange::Said{before->who, before->at};
    return back;
}

bool isLeftBy(const std::optional<ReviewEntry>& entry, const ReviewChange& change)
{
    if (!entry || !change.value)
        return !entry && !change.value;
    return entry->value == *change.value && entry->who == saidIn(change).who;
}

Result<std::vector<ReviewEntry>> Catalog::review(std::int64_t dataset) const
{
    return rowsOf(m_database,
        std::string("SELECT ") + kEntryColumns
            + " FROM review WHERE dataset = ? ORDER BY kind, target",
        entryOf, dataset);
}

Result<std::optional<ReviewEntry>> Catalog::changeReview(
    std::int64_t dataset, const ReviewChange& change, const ReviewChange* over)
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
    Result<std::optional<ReviewEntry>> before = m_database.first(std::string("SELECT ")
            + kEntryColumns + " FROM review WHERE dataset = ? AND kind = ? AND target = ?",
        entryOf, dataset, change.kind, change.target);
    if (!before || isLeftBy(*before, change) || (over && !isLeftBy(*before, *over)))
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
