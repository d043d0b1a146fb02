#include "core/catalog/database.h"

#include <filesystem>
#include <system_error>
#include <utility>

#include <sqlite3.h>

#include "core/catalog/hardening.h"

namespace cupel::catalog {
namespace {

using base::Result;

constexpr int kAlways = SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE;

/// Where a path leads to: absolute, so that SQLite never takes it for a URI or for one of its own
/// names, and without links, since those that remain are refused.
std::string target(const std::string& path)
{
    std::error_code failed;
    const std::filesystem::path real = std::filesystem::canonical(path, failed);
    return failed ? std::filesystem::absolute(path, failed).string() : real.string();
}

/// A file as an URI: every byte with a meaning of its own is written as a number.
std::string immutableUri(const std::string& path)
{
    static constexpr char kDigits[] = "0123456789ABCDEF";
    std::string uri = "file:";
    for (const char c : path) {
        const auto byte = static_cast<unsigned char>(c);
        const bool isPlain = c == '/' || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z')
            || (c >= 'A' && c <= 'Z');
        if (isPlain)
            uri += c;
        else
            uri += {'%', kDigits[byte >> 4], kDigits[byte & 15]};
    }
    return uri + "?immutable=1";
}

} // namespace

Result<Database> Database::connect(
    const std::string& name, int flags, const std::string& path, const FileFormat& format)
{
    sqlite3* handle = nullptr;
    const int opened = sqlite3_open_v2(name.c_str(), &handle, flags | kAlways, nullptr);
    // There is a handle to close even where opening failed.
    auto connection = std::make_unique<Connection>(handle, path, format);
    if (opened != SQLITE_OK)
        return connection->error(opened);
    if (const int code = harden(handle); code != SQLITE_OK)
        return connection->error(code);
    return Database(std::move(connection));
}

Result<Database> Database::open(const std::string& path, Access access, const FileFormat& format)
{
    const std::string name = target(path);
    switch (access) {
    case Access::Read:
        return connect(name, SQLITE_OPEN_READONLY | SQLITE_OPEN_NOFOLLOW, path, format);
    case Access::ReadImmutable:
        return connect(immutableUri(name),
            SQLITE_OPEN_READONLY | SQLITE_OPEN_NOFOLLOW | SQLITE_OPEN_URI, path, format);
    case Access::Write:
        break;
    }
    return connect(name, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOFOLLOW, path, format);
}

Result<Database> Database::create(
    const std::string& path, const FileFormat& format, unsigned pageBytes)
{
    Result<Database> database = open(path, Access::Write, format);
    if (!database)
        return database;
    if (const int code = allowNoJournal(database->handle()); code != SQLITE_OK)
        return database->error(code);
    const std::string settings = "PRAGMA page_size = " + std::to_string(pageBytes)
        + "; PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA locking_mode = EXCLUSIVE;";
    if (Result<void> set = database->script(settings); !set)
        return set.error();
    if (Result<void> built = database->build(format.version()); !built)
        return built.error();
    return database;
}

Result<Database> Database::inMemory(const FileFormat& format, std::uint32_t version)
{
    Result<Database> database = connect(
        ":memory:", SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_MEMORY, "", format);
    if (!database)
        return database;
    if (Result<void> built = database->build(version); !built)
        return built.error();
    return database;
}

Result<void> Database::build(std::uint32_t version) const
{
    Result<Transaction> transaction = Transaction::begin(*this, Transaction::Kind::Write);
    if (!transaction)
        return transaction.error();
    for (std::uint32_t i = 0; i < version; ++i) {
        if (Result<void> made = script(format().versions[i]); !made)
            return made;
    }
    const std::string marks = "PRAGMA application_id = " + std::to_string(format().applicationId)
        + "; PRAGMA user_version = " + std::to_string(version) + ";";
    if (Result<void> marked = script(marks); !marked)
        return marked;
    return transaction->commit();
}

bool Database::isReadOnly() const
{
    return sqlite3_db_readonly(handle(), "main") != 0;
}

bool Database::isInTransaction() const
{
    return sqlite3_get_autocommit(handle()) == 0;
}

Result<Statement> Database::prepare(std::string_view sql) const
{
    sqlite3_stmt* statement = nullptr;
    const int code = sqlite3_prepare_v2(
        handle(), sql.data(), static_cast<int>(sql.size()), &statement, nullptr);
    if (code != SQLITE_OK)
        return error(code);
    return Statement(*m_connection, statement);
}

Result<void> Database::script(std::string_view sql) const
{
    const int code = sqlite3_exec(handle(), std::string(sql).c_str(), nullptr, nullptr, nullptr);
    if (code != SQLITE_OK)
        return error(code);
    return {};
}

std::int64_t Database::lastId() const
{
    return sqlite3_last_insert_rowid(handle());
}
std::int64_t Database::changes() const
{
    return sqlite3_changes64(handle());
}

Result<Transaction> Transaction::begin(const Database& database, Kind kind)
{
    if (kind == Kind::Write && database.isReadOnly())
        return database.error(SQLITE_READONLY);
    if (Result<void> begun = database.run(kind == Kind::Write ? "BEGIN IMMEDIATE" : "BEGIN");
        !begun)
        return begun.error();
    return Transaction(database);
}

Transaction::Transaction(Transaction&& other) noexcept
    : m_database(std::exchange(other.m_database, nullptr))
{
}

Transaction& Transaction::operator=(Transaction&& other) noexcept
{
    std::swap(m_database, other.m_database);
    return *this;
}

Transaction::~Transaction()
{
    // After some errors SQLite has already rolled back; then this does nothing.
    if (m_database != nullptr)
        sqlite3_exec(m_database->handle(), "ROLLBACK", nullptr, nullptr, nullptr);
}

Result<void> Transaction::commit()
{
    if (Result<void> done = m_database->run("COMMIT"); !done)
        return done;
    m_database = nullptr;
    return {};
}

} // namespace cupel::catalog
