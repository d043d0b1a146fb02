#include "tests/support/shared_dir.h"

#include <cstdlib>

namespace cupel::test {

std::filesystem::path sourceDir()
{
    const char* folder = std::getenv("CUPEL_SOURCE_DIR");
    return folder ? std::filesystem::path(folder) : std::filesystem::current_path();
}

std::filesystem::path sharedDir()
{
    if (const char* folder = std::getenv("CUPEL_SHARED"))
        return folder;
    return (sourceDir() / ".." / "shared").lexically_normal();
}

} // namespace cupel::test
