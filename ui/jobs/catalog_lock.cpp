#include "ui/jobs/catalog_lock.h"

#include <QFile>
#include <cerrno>
#include <cstdint>
#include <cstring>
#include <filesystem>
#include <map>
#include <system_error>
#include <unistd.h>

#include "core/catalog/new_file.h"

namespace cupel::ui {
namespace {

/// Links lead to one file, which has one lock.
std::string lockPathOf(const std::string& catalog)
{
    std::error_code failed;
    const auto real = std::filesystem::weakly_canonical(catalog, failed);
    return (failed ? catalog : real.string()) + ".lock";
}

/// Whether what stands there, if anything, may be a lock: to read a pipe or a device waits for
/// ever.
bool canBeLock(const std::string& path)
{
    constexpr std::uintmax_t kMostBytes = std::uintmax_t{64} * 1024;
    std::error_code failed;
    const auto its = std::filesystem::status(path, failed).type();
    return its == std::filesystem::file_type::not_found
        || (its == std::filesystem::file_type::regular
            && std::filesystem::file_size(path, failed) <= kMostBytes);
}

base::Error noFolder(const std::filesystem::path& named)
{
    const std::filesystem::path folder = std::filesystem::absolute(named);
    std::string message = "there is no folder " + folder.string();
    std::error_code ignored;
    std::filesystem::path parent = folder;
    while (parent.has_relative_path() && !std::filesystem::exists(parent, ignored))
        parent = parent.parent_path();
    if (::access(parent.c_str(), W_OK) != 0)
        message += std::string(", and it cannot be made: ") + std::strerror(errno);
    return {base::ErrorCode::Catalog, message, "make it, or choose another catalog",
        {folder.string(), 0, 0, 0}};
}

/// Why no lock could be made there.
base::Error troubleAt(const std::string& lock)
{
    const std::filesystem::path folder = std::filesystem::path(lock).parent_path();
    std::error_code ignored;
    if (!std::filesystem::is_directory(folder, ignored))
        return noFolder(folder);
    if (!canBeLock(lock))
        return {base::ErrorCode::Catalog, "something else stands where its lock would",
            "remove that", {lock, 0, 0, 0}};
    constexpr std::string_view kProbe = "as many bytes as a lock has, to see whether they fit";
    const auto file = catalog::NewFile::beside(lock);
    if (!file)
        return file.error();
    QFile probe(QString::fromStdString(file->path()));
    const bool isOpen = probe.open(QIODevice::WriteOnly | QIODevice::Unbuffered);
    if (isOpen && probe.write(kProbe.data(), kProbe.size()) != qint64{kProbe.size()})
        return {base::ErrorCode::Catalog, "there is no room left on its disk",
            "make room on the disk, then try again", {folder.string(), 0, 0, 0}};
    return {base::ErrorCode::Catalog, "its lock cannot be made", "try again", {lock, 0, 0, 0}};
}

std::map<std::string, std::weak_ptr<CatalogLock>>& locksOfThisProgram()
{
    static std::map<std::string, std::weak_ptr<CatalogLock>> locks;
    return locks;
}

} // namespace

CatalogLock::CatalogLock(const QString& path)
    : m_file(path)
{
    // It is as old as its window is open: only the end of its program makes it stale.
    m_file.setStaleLockTime(0);
    if (canBeLock(path.toStdString()))
        m_file.tryLock(0); // which waits for nobody
    if (!isHeld() && !isOpenElsewhere())
        m_trouble = troubleAt(path.toStdString());
}

CatalogLock::~CatalogLock() = default;

std::shared_ptr<CatalogLock> CatalogLock::of(const std::string& catalog)
{
    const std::string path = lockPathOf(catalog);
    std::weak_ptr<CatalogLock>& known = locksOfThisProgram()[path];
    if (auto shared = known.lock())
        return shared;
    const std::shared_ptr<CatalogLock> lock(new CatalogLock(QString::fromStdString(path)));
    if (lock->isHeld())
        known = lock;
    return lock;
}

} // namespace cupel::ui
