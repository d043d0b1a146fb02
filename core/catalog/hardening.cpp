#include "core/catalog/hardening.h"

#include <utility>

#include <sqlite3.h>

namespace cupel::catalog {
namespace {

constexpr int kBusyMs = 5'000;

constexpr std::pair<int, int> kSwitches[] = {
    {SQLITE_DBCONFIG_DEFENSIVE, 1},
    {SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0},
    {SQLITE_DBCONFIG_DQS_DML, 0},
    {SQLITE_DBCONFIG_DQS_DDL, 0},
    {SQLITE_DBCONFIG_ENABLE_TRIGGER, 0},
    {SQLITE_DBCONFIG_ENABLE_VIEW, 0},
    {SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0},
    {SQLITE_DBCONFIG_ENABLE_FTS3_TOKENIZER, 0},
    {SQLITE_DBCONFIG_WRITABLE_SCHEMA, 0},
    {SQLITE_DBCONFIG_LEGACY_ALTER_TABLE, 0},
    {SQLITE_DBCONFIG_ENABLE_FKEY, 1},
};

constexpr std::pair<int, int> kLimits[] = {
    {SQLITE_LIMIT_LENGTH, 256 << 20}, // of a text, a BLOB and a row
    {SQLITE_LIMIT_SQL_LENGTH, 64 << 10},
    {SQLITE_LIMIT_COLUMN, 100},
    {SQLITE_LIMIT_EXPR_DEPTH, 100},
    {SQLITE_LIMIT_COMPOUND_SELECT, 10},
    {SQLITE_LIMIT_VDBE_OP, 100'000},
    {SQLITE_LIMIT_FUNCTION_ARG, 16},
    {SQLITE_LIMIT_ATTACHED, 0},
    {SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 1'000},
    {SQLITE_LIMIT_VARIABLE_NUMBER, 100},
    {SQLITE_LIMIT_TRIGGER_DEPTH, 10}, // what deleting a row deletes counts as one
    {SQLITE_LIMIT_WORKER_THREADS, 0},
};

} // namespace

int harden(sqlite3* handle)
{
    for (const auto& [what, value] : kSwitches) {
        if (const int code = sqlite3_db_config(handle, what, value, nullptr); code != SQLITE_OK)
            return code;
    }
    for (const auto& [what, value] : kLimits)
        sqlite3_limit(handle, what, value);
    if (const int code = sqlite3_busy_timeout(handle, kBusyMs); code != SQLITE_OK)
        return code;
    return sqlite3_exec(handle,
        "PRAGMA cell_size_check = ON; PRAGMA mmap_size = 0; PRAGMA temp_store = MEMORY;", nullptr,
        nullptr, nullptr);
}

int allowNoJournal(sqlite3* handle)
{
    return sqlite3_db_config(handle, SQLITE_DBCONFIG_DEFENSIVE, 0, nullptr);
}

} // namespace cupel::catalog
