#include "app/batch/named_files.h"

#include <filesystem>
#include <map>
#include <sys/stat.h>

#include "core/catalog/kept_file.h"
#include "core/pipeline/documents_beside.h"

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
    const std::string catalog = files.catalog.empty() ? std::string() : identityOf(files.catalog);
    if (!catalog.empty() && !read.emplace(catalog, files.catalog).second)
        return usage(files.catalog, "this catalog is a file that is read", "name another catalog");
    std::map<std::string, std::string> written;
    for (const std::string& path : files.outputs) {
        const std::string identity = path == "-" ? path : identityOf(path);
        if (identity.empty())
            continue;
        if (read.contains(identity))
            return usage(path, "this output would replace a file that is read",
                "give the output another name");
        if (path != "-" && catalog::isKeptFile(path))
            return usage(path, "this output would replace a catalog, or what belongs to one",
                "give the output another name");
        if (!written.emplace(identity, path).second)
            return usage(path == "-" ? "standard output" : path, "two outputs go to this file",
                "give each output its own name");
    }
    return {};
}

std::vector<std::string> documentsBeside(const std::string& input)
{
    std::vector<std::string> paths;
    const auto folder = std::filesystem::path(input).parent_path();
    for (const documents::Document& document : pipeline::documentsBeside(input).documents)
        paths.push_back((folder / document.file).string());
    return paths;
}

} // namespace cupel::batch
