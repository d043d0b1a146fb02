#include "core/catalog/dataset_rows.h"

#include "core/catalog/rows.h"
#include "core/catalog/time_text.h"

namespace cupel::catalog {

using base::Result;

Dataset datasetOf(const Statement& row)
{
    Dataset dataset{row.integer(0), row.text(1), row.text(2), timeOf(row.bytes(3)), {}};
    if (!row.isNull(4))
        dataset.removedAt = timeOf(row.bytes(4));
    return dataset;
}

Version versionOf(const Statement& row)
{
    Version version{row.integer(0), row.integer(1), row.integer(2), timeOf(row.bytes(3)),
        {row.text(4), row.integer(5), row.integer(6), row.integer(7), row.integer(8), row.text(9),
            row.text(10), row.text(11), row.text(12), row.boolean(13), row.text(14)},
        {}};
    if (!row.isNull(15))
        version.dataFile = DataFileRef{row.text(15), row.boolean(16)};
    return version;
}

Result<std::optional<Dataset>> datasetNamed(const Database& database, std::string_view name)
{
    return database.first(std::string("SELECT ") + kDatasetColumns
            + " FROM dataset WHERE name = ? AND removed_at IS NULL",
        datasetOf, name);
}

Result<std::optional<Dataset>> datasetAt(const Database& database, std::string_view path)
{
    // The second condition is that of the index.
    return database.first(std::string("SELECT ") + kDatasetColumns
            + " FROM dataset WHERE path = ? AND removed_at IS NULL AND path <> x''",
        datasetOf, Bytes{path});
}

Result<std::optional<Version>> newestVersion(const Database& database, std::int64_t dataset)
{
    return database.first(std::string("SELECT ") + kVersionColumns
            + " FROM version WHERE dataset = ? ORDER BY number DESC LIMIT 1",
        versionOf, dataset);
}

std::string datasetName(std::string wished)
{
    const std::size_t at = wished.rfind('@');
    const bool isNumbered = at != std::string::npos && at + 1 < wished.size()
        && wished.find_first_not_of("0123456789", at + 1) == std::string::npos;
    if (isNumbered)
        wished[at] = '_';
    return wished.empty() ? "dataset" : wished;
}

Result<std::string> freeName(const Database& database, const std::string& wished)
{
    const std::string name = datasetName(wished);
    std::string free = name;
    for (int i = 2;; ++i) {
        const Result<std::optional<Dataset>> other = datasetNamed(database, free);
        if (!other)
            return other.error();
        if (!*other)
            return free;
        free = name + "_" + std::to_string(i);
    }
}

} // namespace cupel::catalog
