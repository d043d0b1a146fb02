#include "core/catalog/catalog.h"

#include <cerrno>
#include <filesystem>
#include <system_error>
#include <utility>

#include <sys/stat.h>

#include "core/catalog/migration.h"
#include "core/catalog/new_file.h"
#include "core/catalog/open_file.h"
#include "core/catalog/schema.h"

namespace cupel::catalog {
namespace {

using base::Error;
using base::ErrorCode;
using base::Result;

bool isThere(const std::string& path)
{
    struct stat status { };
    return ::stat(path.c_str(), &status) == 0 || errno != ENOENT;
}

Result<void> create(const std::string& path, const FileFormat& format)
{
    Result<NewFile> file = NewFile::beside(path);
    if (!file)
        return file.error();
    {
        const Result<Database> database = Database::create(file->path(), format);
        if (!database)
            return database.error();
        // Said in the file for good: to change it later would take a journal.
        if (Result<void> set = database->script("PRAGMA journal_mode = WAL"); !set)
            return set;
    }
    if (Result<void> placed = file->commit(Existing::Refuse); !placed && !isThere(path))
        return placed;
    return {}; // this one, or that of another program which was faster
}

/// How the file is written: readers never wait, and a commit is on the disk once it is reported.
Result<void> prepareToWrite(const Database& database)
{
    const Result<std::optional<std::string>> mode = database.text("PRAGMA journal_mode = WAL");
    if (!mode)
        return mode.error();
    if (mode->value_or("") != "wal")
        return Error{ErrorCode::Catalog,
            "the disk of the catalog lacks what programs need to share it",
            "keep it on a local disk", {database.path(), 0, 0, 0}};
    return database.script("PRAGMA synchronous = FULL; PRAGMA journal_size_limit = 16777216;");
}

} // namespace

Result<Catalog> Catalog::open(const std::string& path, Missing missing, const base::JobContext& job)
{
    return openAs(catalogFormat(), path, missing, job);
}

Result<Catalog> Catalog::openAs(
    const FileFormat& format, const std::string& path, Missing missing, const base::JobContext& job)
{
    if (!isThere(path)) {
        if (missing == Missing::Fail)
            return Error{ErrorCode::Catalog, "there is no catalog of this name",
                "check the path; importing into a catalog makes it", {path, 0, 0, 0}};
        if (Result<void> created = create(path, format); !created)
            return created.error();
    }
    Result<CheckedFile> file = openChecked(path, format, job);
    if (!file)
        return file.error();
    const bool isOld = file->version < format.version();
    if (file->database.isReadOnly()) {
        if (isOld)
            return Error{ErrorCode::Catalog,
                "the catalog has the format of an earlier version, and may not be written to "
                "convert it",
                "copy it to a place where you may write", {path, 0, 0, 0}};
        return Catalog(std::move(file->database));
    }
    if (Result<void> prepared = prepareToWrite(file->database); !prepared)
        return prepared.error();
    if (isOld) {
        if (Result<void> migrated = migrate(file->database, job); !migrated)
            return migrated.error();
    }
    return Catalog(std::move(file->database));
}

} // namespace cupel::catalog
