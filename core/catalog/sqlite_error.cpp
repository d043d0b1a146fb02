#include "core/catalog/sqlite_error.h"

#include <cerrno>
#include <cstring>
#include <sstream>

#include <sqlite3.h>

#include "core/catalog/catalog.h"

namespace cupel::catalog {
namespace {

using base::Error;
using base::ErrorCode;

constexpr const char* kMakeRoom = "make room on the disk, or choose another place";

/// What SQLite says of a code: of its last error more than of others.
std::string detail(int code, sqlite3* handle)
{
    const bool isLast = handle != nullptr && sqlite3_extended_errcode(handle) == code;
    const char* words = isLast ? sqlite3_errmsg(handle) : sqlite3_errstr(code);
    return std::string(" (") + words + ")";
}

/// The error of the system behind one of SQLite; 0: not known. A failed commit leaves it only with
/// the file that could not be written.
int systemCodeOf(sqlite3* handle)
{
    int code = handle != nullptr ? sqlite3_system_errno(handle) : 0;
    for (const int pointer : {SQLITE_FCNTL_JOURNAL_POINTER, SQLITE_FCNTL_FILE_POINTER}) {
        sqlite3_file* file = nullptr;
        if (code == 0 && handle != nullptr
            && sqlite3_file_control(handle, "main", pointer, &file) == SQLITE_OK && file != nullptr
            && file->pMethods != nullptr)
            file->pMethods->xFileControl(file, SQLITE_FCNTL_LAST_ERRNO, &code);
    }
    return code;
}

bool isFull(int systemCode)
{
    return systemCode == ENOSPC || systemCode == EDQUOT || systemCode == EFBIG;
}

} // namespace

Error sqliteError(int code, sqlite3* handle, std::string_view noun, std::string_view remedy,
    const std::string& path)
{
    const std::string it(noun);
    const int systemCode = systemCodeOf(handle);
    const auto error = [&](std::string message, std::string hint) {
        return Error{ErrorCode::Catalog, std::move(message), std::move(hint), {path, 0, 0, 0}};
    };
    switch (code & 0xFF) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return error("the " + it + " is locked by another program",
            "wait until that has done its work, then try again");
    case SQLITE_FULL:
        return error("there is no room left to write the " + it, kMakeRoom);
    case SQLITE_IOERR:
        if (isFull(systemCode))
            return error("there is no room left to write the " + it, kMakeRoom);
        return error("the " + it + " cannot be read or written: "
                + (systemCode != 0 ? std::strerror(systemCode) : sqlite3_errstr(code)),
            "check the disk and try again");
    case SQLITE_READONLY:
        if (code == SQLITE_READONLY_ROLLBACK || code == SQLITE_READONLY_RECOVERY)
            return error("the " + it
                    + " was left in the middle of a change that cannot be undone, since "
                      "it may not be written",
                "copy it, with the files whose names begin with its name, to a place where you may "
                "write");
        return error("the " + it + " can only be read", kCheckRights);
    case SQLITE_PERM:
    case SQLITE_AUTH:
        return error(
            "the " + it + " may not be used like this" + detail(code, handle), kCheckRights);
    case SQLITE_CANTOPEN:
        return error("the " + it + " cannot be opened"
                + (systemCode != 0 ? std::string(": ") + std::strerror(systemCode) : ""),
            kCheckRights);
    case SQLITE_INTERRUPT:
        return error("the " + it + " takes longer to read than one that is in order would",
            std::string(remedy));
    case SQLITE_NOMEM:
        return {ErrorCode::Internal, "out of memory while using the " + it,
            "close other programs and try again", {path, 0, 0, 0}};
    case SQLITE_TOOBIG:
        return error("a value is too large for the " + it, "leave it out, or split the input");
    case SQLITE_MISUSE:
    case SQLITE_RANGE:
        return {ErrorCode::Internal,
            "the " + it + " was asked for something it cannot do" + detail(code, handle),
            "please report this", {path, 0, 0, 0}};
    default:
        return error("the " + it + " is damaged" + detail(code, handle), std::string(remedy));
    }
}

std::vector<std::string> damageLines(const std::string& found)
{
    std::vector<std::string> lines;
    std::istringstream text(found);
    for (std::string line; std::getline(text, line);) {
        if (!line.empty() && !line.starts_with("***"))
            lines.push_back(line);
    }
    return lines;
}

bool isNoRoom(const Error& error)
{
    return error.code == ErrorCode::Catalog && error.hint == kMakeRoom;
}

} // namespace cupel::catalog
