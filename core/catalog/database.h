#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "core/base/job.h"
#include "core/base/result.h"
#include "core/catalog/connection.h"
#include "core/catalog/file_format.h"
#include "core/catalog/statement.h"

namespace cupel::catalog {

/// How a file is opened.
enum class Access {
    Read,
    /// Read without locks or files beside it, where neither can be made: nobody may write
    /// meanwhile.
    ReadImmutable,
    Write,
};

/// A connection to a file of SQLite, for one thread at a time. Every connection is hardened before
/// its first query (SQLite's "defense against the dark arts"): no triggers, no views, no other
/// files, no functions from outside in the schema, a name that does not exist is an error, cells
/// are checked against the size of their page, no mapped memory, lowered limits. Errors have the
/// code Catalog unless said otherwise.
///
/// The functions here do not judge what is in a file: openChecked() (core/catalog/open_file.h)
/// does.
class Database {
public:
    /// Open an existing file. The path is taken literally (no URI), links are followed. Nothing is
    /// read yet.
    static base::Result<Database> open(
        const std::string& path, Access access, const FileFormat& format);
    /// Make the newest version in an empty file that exists and that nobody else uses (see
    /// NewFile). There is no journal: whoever makes it throws it away when anything fails.
    /// pageBytes is a power of two up to 65,536. Nothing of it need be on the disk before
    /// NewFile::commit().
    static base::Result<Database> create(
        const std::string& path, const FileFormat& format, unsigned pageBytes = 4096);
    /// The same in memory, of one version.
    static base::Result<Database> inMemory(const FileFormat& format, std::uint32_t version);

    const std::string& path() const { return m_connection->path(); }
    const FileFormat& format() const { return m_connection->format(); }
    bool isReadOnly() const;
    bool isInTransaction() const;
    sqlite3* handle() const { return m_connection->handle(); }

    base::Result<Statement> prepare(std::string_view sql) const;
    /// Run one statement with these values, without its rows.
    template <typename... Values>
    base::Result<void> run(std::string_view sql, const Values&... values) const
    {
        base::Result<Statement> statement = prepare(sql);
        if (!statement)
            return statement.error();
        return statement->run(values...);
    }
    /// The first row of a query, as `read` makes it of the statement that stands at it; none where
    /// there is none.
    template <typename Read, typename... Values>
    auto first(std::string_view sql, const Read& read, const Values&... values) const
        -> base::Result<std::optional<decltype(read(std::declval<const Statement&>()))>>
    {
        base::Result<Statement> statement = prepare(sql);
        if (!statement)
            return statement.error();
        statement->start(values...);
        const base::Result<bool> row = statement->next();
        if (!row)
            return row.error();
        if (!*row)
            return std::optional<decltype(read(*statement))>();
        return std::optional<decltype(read(*statement))>(read(*statement));
    }
    /// The first column of the first row; none where there is no row or it is NULL.
    template <typename... Values>
    base::Result<std::optional<std::int64_t>> integer(
        std::string_view sql, const Values&... values) const
    {
        return flat(first(
            sql, [](const Statement& row) { return row.optionalInteger(0); }, values...));
    }
    /// The same as text.
    template <typename... Values>
    base::Result<std::optional<std::string>> text(
        std::string_view sql, const Values&... values) const
    {
        return flat(first(
            sql, [](const Statement& row) { return row.optionalText(0); }, values...));
    }
    /// Run several statements of our own; no values, no rows.
    base::Result<void> script(std::string_view sql) const;

    /// Row id of the last row inserted.
    std::int64_t lastId() const;
    /// Rows that the last statement changed.
    std::int64_t changes() const;

    /// From now on statements fail once the time is over, and with Cancelled once the job is, which
    /// must outlive the limit. None: without limit.
    void limit(
        std::optional<std::chrono::milliseconds> time, const base::JobContext* job = nullptr) const
    {
        m_connection->limit(time, job);
    }
    base::Error error(int code) const { return m_connection->error(code); }

private:
    explicit Database(std::unique_ptr<Connection> connection)
        : m_connection(std::move(connection))
    {
    }
    static base::Result<Database> connect(
        const std::string& name, int flags, const std::string& path, const FileFormat& format);
    base::Result<void> build(std::uint32_t version) const;
    /// No row is as a row that holds nothing.
    template <typename Value>
    static base::Result<std::optional<Value>> flat(
        base::Result<std::optional<std::optional<Value>>> row)
    {
        if (!row)
            return row.error();
        return std::move(*row).value_or(std::nullopt);
    }

    std::unique_ptr<Connection> m_connection;
};

/// A limit for as long as it lives; see Database::limit().
class Limit {
public:
    Limit(const Database& database, std::optional<std::chrono::milliseconds> time,
        const base::JobContext& job)
        : m_database(database)
    {
        database.limit(time, &job);
    }
    ~Limit() { m_database.limit({}); }
    Limit(const Limit&) = delete;
    Limit& operator=(const Limit&) = delete;

private:
    const Database& m_database;
};

/// A transaction that is rolled back unless commit() succeeds.
class Transaction {
public:
    enum class Kind {
        Read, ///< one state of the file for several queries
        Write, ///< the only one that writes; waits for others up to the busy time
    };
    static base::Result<Transaction> begin(const Database& database, Kind kind);
    Transaction(Transaction&& other) noexcept;
    Transaction& operator=(Transaction&& other) noexcept;
    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;
    ~Transaction();

    base::Result<void> commit();

private:
    explicit Transaction(const Database& database)
        : m_database(&database)
    {
    }
    const Database* m_database; ///< null once it is over
};

} // namespace cupel::catalog
