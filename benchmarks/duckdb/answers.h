#pragma once

#include <string>
#include <vector>

#include <nlohmann/json_fwd.hpp>

#include "benchmarks/duckdb/database.h"

namespace cupel::bench {

/// What the peer is asked to do with one CSV file.
struct Job {
    std::string file;
    std::string label; ///< empty: no cross-tabulations
    std::vector<std::string> groups; ///< crossed with the label one by one and, if two, together
    /// Count also the columns with very many values exactly, which a timed run leaves approximate.
    bool countAllDistinct = false;
};

/// Read the file into a table, and nothing else.
nlohmann::ordered_json readOnly(const Database& database, const Job& job);
/// DuckDB's own overview, one pass over the file: no most frequent values, no exact quantiles, no
/// histograms, no duplicates, no cross-tabulations.
nlohmann::ordered_json summarizeOnly(const Database& database, const Job& job);
/// What an audit needs of the file: for each column type, missing, distinct, the 20 most frequent
/// values, and for numbers min, max, mean, standard deviation, exact quantiles and 40 bins, for
/// texts their lengths; duplicate rows; the label crossed with the groups. The columns have the
/// members of Cupel's report, so that the two compare field by field.
nlohmann::ordered_json sameOutput(const Database& database, const Job& job);

} // namespace cupel::bench
