#include "core/catalog/open_file.h"

#include <array>
#include <cerrno>
#include <chrono>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <optional>
#include <tuple>
#include <utility>

#include <fcntl.h>
#include <sqlite3.h>
#include <sys/stat.h>
#include <unistd.h>

#include "core/catalog/data_file_format.h"
#include "core/catalog/file_header.h"
#include "core/catalog/schema_check.h"
#include "core/catalog/sqlite_error.h"

namespace cupel::catalog {
namespace {

using base::Error;
using base::ErrorCode;
using base::Result;

Error refusal(const std::string& path, std::string message, std::string hint)
{
    return {ErrorCode::Catalog, std::move(message), std::move(hint), {path, 0, 0, 0}};
}

/// The size of a regular file.
Result<std::uint64_t> sizeOf(const std::string& path, const FileFormat& format)
{
    const std::string noun(format.noun);
    struct stat status { };
    if (::stat(path.c_str(), &status) != 0) {
        if (errno == ENOENT)
            return refusal(path, "there is no " + noun + " of this name", "check the path");
        return refusal(
            path, "the " + noun + " cannot be opened: " + std::strerror(errno), kCheckRights);
    }
    if (S_ISDIR(status.st_mode))
        return refusal(path, "this is a folder, not a " + noun, "name a file in it");
    // Opening a pipe might wait for ever.
    if (!S_ISREG(status.st_mode))
        return refusal(
            path, "this is no regular file, so it cannot be a " + noun, "name another file");
    if (::faccessat(AT_FDCWD, path.c_str(), R_OK, AT_EACCESS) != 0)
        return refusal(
            path, "the " + noun + " may not be read: " + std::strerror(errno), kCheckRights);
    if (status.st_size == 0)
        return refusal(
            path, "the file is empty, so it is no " + noun, "delete it, or name another file");
    return static_cast<std::uint64_t>(status.st_size);
}

std::string hexadecimal(std::uint32_t number)
{
    std::array<char, 11> text{};
    std::snprintf(text.data(), text.size(), "0x%08x", number);
    return text.data();
}

Error newer(const std::string& path, const FileFormat& format, std::uint32_t version)
{
    return refusal(path,
        "the " + std::string(format.noun)
            + " was written by a newer version of this program: its format is "
            + std::to_string(version) + ", the newest that can be read is "
            + std::to_string(format.version()),
        "install the version that wrote it");
}

/// Look at the first bytes of the file before SQLite does.
Result<void> checkHeader(const Database& database, const std::string& path)
{
    const auto header = readHeader(database);
    if (!header)
        return header.error();
    const FileFormat& format = database.format();
    const std::string noun(format.noun);
    if (!*header)
        return refusal(path, "the file is no " + noun, "name another file");
    const std::uint32_t id = (*header)->applicationId;
    if (id == dataFileFormat().applicationId && id != format.applicationId)
        return refusal(
            path, "this is a data file of a catalog, not a " + noun, "name the catalog beside it");
    if (id != format.applicationId)
        return refusal(path,
            "this is a database of another program (application id " + hexadecimal(id) + "), not a "
                + noun,
            "name another file");
    if ((*header)->version > format.version())
        return newer(path, format, (*header)->version);
    return {};
}

/// Whether something is written beside the file that reading has to take into account.
bool hasCompanion(const std::string& path, const char* ending)
{
    struct stat status { };
    std::error_code failed;
    const std::filesystem::path real = std::filesystem::canonical(path, failed);
    return !failed && ::stat((real.string() + ending).c_str(), &status) == 0 && status.st_size > 0;
}

bool mayWrite(const std::string& path)
{
    std::error_code failed;
    const std::filesystem::path real = std::filesystem::canonical(path, failed);
    const auto allows = [](const std::string& name) {
        return ::faccessat(AT_FDCWD, name.c_str(), W_OK, AT_EACCESS) == 0;
    };
    return !failed && allows(real.string()) && allows(real.parent_path().string());
}

/// Open for reading with a look at the header. A file whose folder is write-protected is read
/// without the files that a reader would make beside it.
Result<Database> openToRead(const std::string& path, const FileFormat& format)
{
    Result<Database> database = Database::open(path, Access::Read, format);
    if (!database)
        return database;
    if (Result<void> header = checkHeader(*database, path); !header)
        return header.error();
    Result<Statement> first = database->prepare("PRAGMA user_version");
    if (first)
        first->start();
    const Result<bool> read = first ? first->next() : Result<bool>(first.error());
    if (read)
        return database;
    const bool isPlain = !hasCompanion(path, "-wal") && !hasCompanion(path, "-journal");
    const int code = sqlite3_errcode(database->handle()) & 0xFF;
    if ((code != SQLITE_CANTOPEN && code != SQLITE_READONLY) || mayWrite(path) || !isPlain)
        return read.error();
    return Database::open(path, Access::ReadImmutable, format);
}

/// How long the check of a sound file of this size takes at most, on a slow disk.
std::chrono::milliseconds timeFor(std::uint64_t bytes)
{
    constexpr std::uint64_t kBytesPerMs = 20'000;
    return std::chrono::milliseconds(4'000 + bytes / kBytesPerMs);
}

/// What a file says of itself.
struct Marks {
    std::int64_t applicationId = 0;
    std::int64_t version = 0;
    std::int64_t schemaNumber = 0; ///< another one after every change of the tables
    friend bool operator==(const Marks&, const Marks&) = default;
};

Result<Marks> marksOf(const Database& database)
{
    Marks marks;
    const std::pair<const char*, std::int64_t*> queries[]
        = {{"PRAGMA application_id", &marks.applicationId}, {"PRAGMA user_version", &marks.version},
            {"PRAGMA schema_version", &marks.schemaNumber}};
    for (const auto& [sql, mark] : queries) {
        const Result<std::optional<std::int64_t>> read = database.integer(sql);
        if (!read)
            return read.error();
        *mark = read->value_or(0);
    }
    return marks;
}

/// The marks of a file that has the tables they name.
Result<Marks> checkTables(const Database& database)
{
    Result<Marks> marks = marksOf(database);
    if (!marks)
        return marks;
    const auto version = static_cast<std::uint32_t>(marks->version);
    if (static_cast<std::uint32_t>(marks->applicationId) != database.format().applicationId
        || version == 0)
        return database.error(SQLITE_CORRUPT);
    if (version > database.format().version())
        return newer(database.path(), database.format(), version);
    if (Result<void> schema = checkSchema(database, version); !schema)
        return schema.error();
    return marks;
}

Result<void> checkPages(const Database& database)
{
    const Result<std::optional<std::string>> verdict = database.text("PRAGMA quick_check(1)");
    if (!verdict)
        return verdict.error();
    if (verdict->value_or("") == "ok")
        return {};
    const std::vector<std::string> lines = damageLines(verdict->value_or(""));
    return refusal(database.path(),
        "the " + std::string(database.format().noun)
            + " is damaged: " + (lines.empty() ? "it cannot be checked" : lines.front()),
        std::string(database.format().remedy));
}

enum class Pages { Checked, Trusted };

/// The marks of a file that is in order, all of one moment.
Result<Marks> checkAll(const Database& database, std::chrono::milliseconds time, Pages pages,
    const base::JobContext& job)
{
    const Limit limit(database, time, job);
    const Result<Transaction> moment = Transaction::begin(database, Transaction::Kind::Read);
    if (!moment)
        return moment.error();
    Result<Marks> marks = checkTables(database);
    if (!marks || pages == Pages::Trusted)
        return marks;
    if (Result<void> sound = checkPages(database); !sound)
        return sound.error();
    return marks;
}

/// What a change of the file changes as well.
using Stamp = std::tuple<off_t, time_t, long, ino_t>;
Stamp stampOf(const std::string& path)
{
    struct stat status { };
    if (::stat(path.c_str(), &status) != 0)
        return {};
    return {status.st_size, status.st_mtim.tv_sec, status.st_mtim.tv_nsec, status.st_ino};
}

bool isInUse(const std::string& path)
{
    std::error_code failed;
    const std::string real = std::filesystem::canonical(path, failed).string();
    for (const char* ending : {"-wal", "-shm", "-journal"}) {
        if (std::filesystem::exists(real + ending, failed))
            return true;
    }
    return false;
}

/// Check a file that no program has open without making the files beside it that an open one has:
/// what is refused is left as it is. False: somebody has it open, or came between,
/// and it is to be checked as an open one.
Result<bool> checkUntouched(const std::string& path, const FileFormat& format, std::uint64_t bytes,
    const base::JobContext& job)
{
    if (isInUse(path))
        return false;
    const Stamp before = stampOf(path);
    const Result<Database> reader = Database::open(path, Access::ReadImmutable, format);
    if (!reader)
        return reader.error();
    Result<void> sound = checkHeader(*reader, path);
    if (sound) {
        const Result<Marks> marks = checkAll(*reader, timeFor(bytes), Pages::Checked, job);
        if (!marks)
            sound = marks.error();
    }
    if (isInUse(path) || stampOf(path) != before)
        return false;
    if (!sound)
        return sound.error();
    return true;
}

} // namespace

Result<CheckedFile> openChecked(
    const std::string& path, const FileFormat& format, const base::JobContext& job)
{
    const Result<std::uint64_t> bytes = sizeOf(path, format);
    if (!bytes)
        return bytes.error();
    const Result<bool> isChecked = checkUntouched(path, format, *bytes, job);
    if (!isChecked)
        return isChecked.error();
    Result<Database> reader = openToRead(path, format);
    if (!reader)
        return reader.error();
    const Result<Marks> checked
        = checkAll(*reader, timeFor(*bytes), *isChecked ? Pages::Trusted : Pages::Checked, job);
    if (!checked)
        return checked.error();
    if (!mayWrite(path))
        return CheckedFile{std::move(*reader), static_cast<std::uint32_t>(checked->version)};
    Result<Database> writer = Database::open(path, Access::Write, format);
    if (!writer)
        return writer.error();
    // Another program may have changed it since.
    Result<Marks> now = marksOf(*writer);
    if (now && !(*now == *checked))
        now = checkAll(*writer, timeFor(0), Pages::Trusted, job);
    if (!now)
        return now.error();
    return CheckedFile{std::move(*writer), static_cast<std::uint32_t>(now->version)};
}

} // namespace cupel::catalog
