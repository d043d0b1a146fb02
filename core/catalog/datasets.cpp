#include <charconv>
#include <optional>
#include <string>
#include <utility>

#include "core/catalog/catalog.h"
#include "core/catalog/contents.h"
#include "core/catalog/dataset_rows.h"
#include "core/catalog/rows.h"
#include "core/catalog/stored_runs.h"
#include "core/counts/nearest_name.h"

namespace cupel::catalog {
namespace {

using base::Error;
using base::ErrorCode;
using base::Result;

Result<std::vector<std::string>> namesInUse(const Database& database)
{
    return rowsOf(database, "SELECT name FROM dataset WHERE removed_at IS NULL ORDER BY name",
        [](const Statement& row) { return row.text(0); });
}

Error unknownName(const Database& database, std::string_view name)
{
    std::string hint = "the catalog has no datasets; importing one adds it";
    const Result<std::vector<std::string>> names = namesInUse(database);
    if (!names)
        return names.error();
    if (const auto nearest = counts::nearestName(name, *names))
        hint = "did you mean \"" + *nearest + "\"?";
    else if (!names->empty())
        hint = "list the catalog to see its datasets";
    return {ErrorCode::Usage, "there is no dataset \"" + std::string(name) + "\" in the catalog",
        hint, {}};
}

/// A name with the number of a version: "adult@2".
struct NameAndNumber {
    std::string_view name;
    std::int64_t number = 0;
};
std::optional<NameAndNumber> split(std::string_view text)
{
    const std::size_t at = text.rfind('@');
    if (at == std::string_view::npos)
        return std::nullopt;
    NameAndNumber parts{text.substr(0, at), 0};
    const char* const end = text.data() + text.size();
    const auto read = std::from_chars(text.data() + at + 1, end, parts.number);
    if (read.ec != std::errc() || read.ptr != end || parts.number < 1)
        return std::nullopt;
    return parts;
}

Result<DatasetSummary> summaryOf(const Database& database, const Dataset& dataset)
{
    DatasetSummary summary{dataset, 0, {}, {}};
    const Result<std::optional<std::int64_t>> count
        = database.integer("SELECT count(*) FROM version WHERE dataset = ?", dataset.id);
    if (!count)
        return count.error();
    summary.versions = count->value_or(0);
    Result<std::optional<Version>> newest = newestVersion(database, dataset.id);
    if (!newest)
        return newest.error();
    if (*newest)
        summary.latest = std::move(**newest);
    Result<std::vector<StoredRun>> runs = storedRuns(database,
        "id = (SELECT max(run) FROM run_version JOIN version ON version.id = version WHERE dataset "
        "= ?)",
        dataset.id);
    if (!runs)
        return runs.error();
    if (!runs->empty())
        summary.lastRun = std::move(runs->front());
    return summary;
}

} // namespace

Result<std::vector<DatasetSummary>> Catalog::datasets() const
{
    const Result<Transaction> moment = Transaction::begin(m_database, Transaction::Kind::Read);
    if (!moment)
        return moment.error();
    const Result<std::vector<Dataset>> datasets = rowsOf(m_database,
        std::string("SELECT ") + kDatasetColumns
            + " FROM dataset WHERE removed_at IS NULL ORDER BY name",
        datasetOf);
    if (!datasets)
        return datasets.error();
    std::vector<DatasetSummary> summaries;
    for (const Dataset& dataset : *datasets) {
        Result<DatasetSummary> summary = summaryOf(m_database, dataset);
        if (!summary)
            return summary.error();
        summaries.push_back(std::move(*summary));
    }
    return summaries;
}

Result<std::vector<Dataset>> Catalog::removedDatasets() const
{
    return rowsOf(m_database,
        std::string("SELECT ") + kDatasetColumns
            + " FROM dataset WHERE removed_at IS NOT NULL ORDER BY removed_at DESC, id DESC",
        datasetOf);
}

Result<Dataset> Catalog::dataset(std::string_view name) const
{
    Result<std::optional<Dataset>> dataset = datasetNamed(m_database, name);
    if (!dataset)
        return dataset.error();
    if (!*dataset)
        return unknownName(m_database, name);
    return std::move(**dataset);
}

Result<std::vector<Version>> Catalog::versions(std::int64_t dataset) const
{
    return rowsOf(m_database,
        std::string("SELECT ") + kVersionColumns
            + " FROM version WHERE dataset = ? ORDER BY number DESC",
        versionOf, dataset);
}

Result<Version> Catalog::version(std::string_view nameAndNumber) const
{
    const Result<Transaction> moment = Transaction::begin(m_database, Transaction::Kind::Read);
    if (!moment)
        return moment.error();
    // A name may hold an @ itself.
    Result<std::optional<Dataset>> dataset = datasetNamed(m_database, nameAndNumber);
    if (!dataset)
        return dataset.error();
    std::optional<NameAndNumber> parts;
    if (!*dataset && (parts = split(nameAndNumber))) {
        dataset = datasetNamed(m_database, parts->name);
        if (!dataset)
            return dataset.error();
    }
    if (!*dataset)
        return unknownName(m_database, parts ? parts->name : nameAndNumber);
    Result<std::optional<Version>> newest = newestVersion(m_database, (*dataset)->id);
    if (!newest)
        return newest.error();
    if (!*newest)
        return Error{ErrorCode::Catalog, "the dataset \"" + (*dataset)->name + "\" has no version",
            "check the catalog", {path(), 0, 0, 0}};
    if (!parts)
        return std::move(**newest);
    Result<std::optional<Version>> numbered = m_database.first(
        std::string("SELECT ") + kVersionColumns + " FROM version WHERE dataset = ? AND number = ?",
        versionOf, (*dataset)->id, parts->number);
    if (!numbered)
        return numbered.error();
    if (!*numbered)
        return Error{ErrorCode::Usage,
            "the dataset \"" + (*dataset)->name + "\" has no version "
                + std::to_string(parts->number),
            "the newest is " + (*dataset)->name + "@" + std::to_string((*newest)->number), {}};
    return std::move(**numbered);
}

Result<Dataset> Catalog::datasetOfId(std::int64_t id) const
{
    return unlessGone(
        m_database.first(
            std::string("SELECT ") + kDatasetColumns + " FROM dataset WHERE id = ?", datasetOf, id),
        path());
}

Result<Version> Catalog::versionOfId(std::int64_t id) const
{
    return unlessGone(
        m_database.first(
            std::string("SELECT ") + kVersionColumns + " FROM version WHERE id = ?", versionOf, id),
        path());
}

Result<Contents> Catalog::contents(std::int64_t version) const
{
    std::optional<Transaction> moment;
    if (!m_database.isInTransaction()) {
        Result<Transaction> begun = Transaction::begin(m_database, Transaction::Kind::Read);
        if (!begun)
            return begun.error();
        moment.emplace(std::move(*begun));
    }
    return readContents(m_database, version);
}

} // namespace cupel::catalog
