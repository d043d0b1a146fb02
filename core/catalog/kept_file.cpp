#include "core/catalog/kept_file.h"

#include <string_view>

#include <sys/stat.h>

#include "core/catalog/data_file_format.h"
#include "core/catalog/database.h"
#include "core/catalog/file_header.h"
#include "core/catalog/schema.h"

namespace cupel::catalog {
namespace {

/// Opening a pipe might wait for ever.
bool isRegularFile(const std::string& path)
{
    struct stat status { };
    return ::stat(path.c_str(), &status) == 0 && S_ISREG(status.st_mode);
}

/// The application that a file of SQLite names; 0 for other files.
std::uint32_t applicationOf(const std::string& path)
{
    if (!isRegularFile(path))
        return 0;
    const auto database = Database::open(path, Access::Read, catalogFormat());
    if (!database)
        return 0;
    const auto header = readHeader(*database);
    return header && *header ? (*header)->applicationId : 0;
}

} // namespace

bool isKeptFile(const std::string& path)
{
    const std::uint32_t application = applicationOf(path);
    if (application == catalogFormat().applicationId
        || application == dataFileFormat().applicationId)
        return true;
    for (const std::string_view ending : {"-wal", "-shm", "-journal", ".lock"}) {
        if (path.size() > ending.size() && path.ends_with(ending)
            && applicationOf(path.substr(0, path.size() - ending.size()))
                == catalogFormat().applicationId)
            return true;
    }
    return false;
}

} // namespace cupel::catalog
