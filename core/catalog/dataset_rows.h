#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "core/base/result.h"
#include "core/catalog/database.h"
#include "core/catalog/records.h"

namespace cupel::catalog {

/// Columns of a query whose rows datasetOf() reads, and versionOf() those of a version.
inline constexpr const char* kDatasetColumns = "id, name, path, added_at, removed_at";
inline constexpr const char* kVersionColumns
    = "id, dataset, number, imported_at, hash, bytes, modified_ns, row_count, rejected_rows, "
      "encoding,"
      " delimiter, quote, line_end, has_header, options_json, data_file, keeps_source";
Dataset datasetOf(const Statement& row);
Version versionOf(const Statement& row);

/// The dataset in use that has a name, and the one that has a path.
base::Result<std::optional<Dataset>> datasetNamed(const Database& database, std::string_view name);
base::Result<std::optional<Dataset>> datasetAt(const Database& database, std::string_view path);
/// The newest version of a dataset.
base::Result<std::optional<Version>> newestVersion(const Database& database, std::int64_t dataset);
/// The name of a dataset for which this one is wished: one that ends like "@2" would stand for a
/// version of another dataset.
std::string datasetName(std::string wished);
/// That name, or the first of name_2, name_3 and so on that no dataset in use has.
base::Result<std::string> freeName(const Database& database, const std::string& wished);

} // namespace cupel::catalog
