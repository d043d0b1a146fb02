#include "ui/jobs/catalog_lock.h"

#include <cstdint>
#include <filesystem>
#include <map>
#include <system_error>

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
    constexpr std::uintmax_t kMostBytes = 64 * 1024;
    std::error_code failed;
    const auto its = std::filesystem::status(path, failed).type();
    return its == std::filesystem::file_type::not_found
        || (its == std::filesystem::file_type::regular
            && std::filesystem::file_size(path, failed) <= kMostBytes);
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
