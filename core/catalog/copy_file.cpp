#include "core/catalog/copy_file.h"

#include <optional>

#include <sqlite3.h>

#include "core/catalog/hardening.h"
#include "core/catalog/new_file.h"

namespace cupel::catalog {
namespace {

using base::Result;

constexpr int kPagesPerStep = 1'000;

Result<void> copyPages(const Database& from, const Database& to, const base::JobContext& job)
{
    sqlite3_backup* copy = sqlite3_backup_init(to.handle(), "main", from.handle(), "main");
    if (copy == nullptr)
        return to.error(sqlite3_errcode(to.handle()));
    int code = SQLITE_OK;
    while (code == SQLITE_OK && !job.cancelled()) {
        code = sqlite3_backup_step(copy, kPagesPerStep);
        const auto total = static_cast<std::uint64_t>(sqlite3_backup_pagecount(copy));
        const auto left = static_cast<std::uint64_t>(sqlite3_backup_remaining(copy));
        job.progress(total - left, total, "copying");
    }
    sqlite3_backup_finish(copy);
    if (code == SQLITE_DONE)
        return {};
    if (code == SQLITE_OK)
        return base::Error{
            base::ErrorCode::Cancelled, "cancelled while copying", "", {to.path(), 0, 0, 0}};
    return to.error(code);
}

} // namespace

Result<void> copyFile(const Database& from, const std::string& path, const base::JobContext& job)
{
    Result<NewFile> file = NewFile::beside(path);
    if (!file)
        return file.error();
    {
        const Result<Database> to = Database::open(file->path(), Access::Write, from.format());
        if (!to)
            return to.error();
        if (const int code = allowNoJournal(to->handle()); code != SQLITE_OK)
            return to->error(code);
        if (Result<void> set = to->script("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;");
            !set)
            return set;
        // Within a transaction all pages are of one moment.
        std::optional<Transaction> moment;
        if (!from.isInTransaction()) {
            Result<Transaction> begun = Transaction::begin(from, Transaction::Kind::Read);
            if (!begun)
                return begun.error();
            moment.emplace(std::move(*begun));
        }
        if (Result<void> copied = copyPages(from, *to, job); !copied)
            return copied;
    }
    return file->commit(Existing::Refuse);
}

} // namespace cupel::catalog
