#include "core/catalog/migration.h"

#include <filesystem>
#include <optional>
#include <string>
#include <system_error>

#include <sqlite3.h>

#include "core/catalog/copy_file.h"

namespace cupel::catalog {
namespace {

using base::Result;

std::string backupName(const std::string& path, std::uint32_t version)
{
    const std::string begin = path + ".v" + std::to_string(version);
    std::string name = begin + ".bak";
    std::error_code failed;
    for (int i = 2; std::filesystem::exists(std::filesystem::symlink_status(name, failed)); ++i)
        name = begin + "-" + std::to_string(i) + ".bak";
    return name;
}

/// Rows may have lost what they refer to only where the steps are wrong.
Result<void> checkReferences(const Database& database)
{
    Result<Statement> problems = database.prepare("PRAGMA foreign_key_check");
    if (!problems)
        return problems.error();
    problems->start();
    const Result<bool> any = problems->next();
    if (!any)
        return any.error();
    return *any ? Result<void>(database.error(SQLITE_CORRUPT)) : Result<void>();
}

Result<void> takeSteps(const Database& database, const base::JobContext& job)
{
    Result<Transaction> transaction = Transaction::begin(database, Transaction::Kind::Write);
    if (!transaction)
        return transaction.error();
    // Another program may have taken them while this one waited.
    const Result<std::optional<std::int64_t>> found = database.integer("PRAGMA user_version");
    if (!found)
        return found.error();
    const auto version = static_cast<std::uint32_t>(found->value_or(0));
    const FileFormat& format = database.format();
    if (version == 0 || version >= format.version())
        return {};
    {
        const Result<Database> reader
            = Database::open(database.path(), Access::Read, database.format());
        if (!reader)
            return reader.error();
        const std::string backup = backupName(database.path(), version);
        if (Result<void> copied = copyFile(*reader, backup, job); !copied)
            return copied;
    }
    for (std::uint32_t step = version; step < format.version(); ++step) {
        if (Result<void> taken = database.script(format.versions[step]); !taken)
            return taken;
    }
    if (Result<void> checked = checkReferences(database); !checked)
        return checked;
    if (Result<void> marked
        = database.script("PRAGMA user_version = " + std::to_string(format.version()));
        !marked)
        return marked;
    return transaction->commit();
}

} // namespace

Result<void> migrate(const Database& database, const base::JobContext& job)
{
    // A step may have to make a table anew, which must not delete what refers to its rows.
    if (Result<void> off = database.script("PRAGMA foreign_keys = OFF"); !off)
        return off;
    Result<void> taken = takeSteps(database, job);
    if (Result<void> on = database.script("PRAGMA foreign_keys = ON"); taken && !on)
        return on;
    return taken;
}

} // namespace cupel::catalog
