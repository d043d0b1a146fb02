#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace cupel::bench {

/// An in-memory DuckDB, from a libduckdb.so that is loaded at run time: nothing of DuckDB is needed
/// to build. Every failure is a std::runtime_error with DuckDB's own message.
class Database {
public:
    using Cell = std::optional<std::string>; ///< none: NULL
    using Row = std::vector<Cell>;

    Database(const std::string& library, unsigned threads);
    ~Database();

    /// Run one statement and drop what it returns.
    void run(const std::string& sql) const;
    /// Run one query whose columns are all VARCHAR.
    std::vector<Row> query(const std::string& sql) const;

private:
    struct Api;
    std::unique_ptr<Api> m_api;
};

} // namespace cupel::bench
