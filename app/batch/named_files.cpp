#include "app/batch/named_files.h"

#include <filesystem>
#include <map>
#include <sys/stat.h>

namespace cupel::batch {
namespace {

/// What two paths of one file share; empty for devices and the like, which may be named often.
std::string identityOf(const std::string& path)
{
    struct stat status { };
    if (::stat(path.c_str(), &status) == 0) {
        if (!S_ISREG(status.st_mode))
            return {};
        return std::to_string(status.st_dev) + ":" + std::to_string(status.st_ino);
    }
    std::error_code failed;
    const auto absolute = std::filesystem::absolute(path, failed);
    if (failed)
        return path;
    const auto canonical = std::filesystem::weakly_canonical(absolute, failed);
    return failed ? absolute.string() : canonical.string();
}

base::Error usage(const std::string& path, std::string message, std::string hint)
{
    return {base::ErrorCode::Usage, std::move(message), std::move(hint), {path, 0, 0, 0}};
}

} // namespace

base::Result<void> checkNamedFiles(const NamedFiles& files)
{
    std::map<std::string, std::string> read; // identity -> path as given
    for (const std::string& path : files.inputs) {
        const std::string identity = identityOf(path);
        if (!identity.empty() && !read.emplace(identity, path).second)
            return usage(path, "this input is named twice", "name each input once");
    }
    for (const std::string& path : files.settings)
        read.emplace(identityOf(path), path);
    std::map<std::string, std::string> written;
    for (const std::string& path : files.outputs) {
        const std::string identity = path == "-" ? path : identityOf(path);
        if (identity.empty())
            continue;
        if (read.contains(identity))
            return usage(path, "this output would replace a file that is read",
                "give the output another name");
        if (!written.emplace(identity, path).second)
            return usage(path == "-" ? "standard output" : path, "two outputs go to this file",
                "give each output its own name");
    }
    return {};
}

} // namespace cupel::batch
