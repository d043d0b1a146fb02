#include "core/catalog/new_file.h"

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <system_error>
#include <utility>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

namespace cupel::catalog {
namespace {

using base::Error;
using base::ErrorCode;
using base::Result;
namespace fs = std::filesystem;

constexpr const char* kMark = ".part-";
constexpr std::size_t kRandom = 6;

Error cannotWrite(const std::string& target, int code)
{
    const char* hint = "check the folder";
    if (code == ENOSPC || code == EDQUOT || code == EFBIG)
        hint = "make room on the disk";
    else if (code == EACCES || code == EPERM || code == EROFS)
        hint = "check its permissions and those of its folder";
    return {ErrorCode::Catalog, std::string("the file cannot be written: ") + std::strerror(code),
        hint, {target, 0, 0, 0}};
}

fs::path folderOf(const std::string& target)
{
    const fs::path folder = fs::path(target).parent_path();
    return folder.empty() ? "." : folder;
}

/// Whether a name is that of a file in the making with the ending of the target.
bool isInTheMaking(const std::string& name, const std::string& target)
{
    const std::string ending = fs::path(target).extension().string() + kMark;
    return name.size() > ending.size() + kRandom
        && name.compare(name.size() - kRandom - ending.size(), ending.size(), ending) == 0;
}

/// Remove files in the making that nobody writes any more. What cannot be removed stays.
void removeLeftOvers(const std::string& target)
{
    std::error_code failed;
    for (fs::directory_iterator it(folderOf(target), failed), end; !failed && it != end;
         it.increment(failed)) {
        if (!isInTheMaking(it->path().filename().string(), target))
            continue;
        const int fd = ::open(it->path().c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
        if (fd < 0)
            continue;
        // Its writer would hold the lock.
        if (::flock(fd, LOCK_EX | LOCK_NB) == 0)
            ::unlink(it->path().c_str());
        ::close(fd);
    }
}

/// Rename unless there is a file of that name. errno tells why not.
bool renameToNew(const std::string& from, const std::string& to)
{
    if (::renameat2(AT_FDCWD, from.c_str(), AT_FDCWD, to.c_str(), RENAME_NOREPLACE) == 0)
        return true;
    if (errno != EINVAL && errno != ENOSYS)
        return false;
    // Some file systems know only the older way.
    return ::link(from.c_str(), to.c_str()) == 0 && ::unlink(from.c_str()) == 0;
}

/// Whether a new file is locked and still there: whoever removes left-overs may have come between.
bool isOurs(int fd)
{
    struct stat status { };
    // Where there are no locks nobody removes anything.
    const bool isLocked = ::flock(fd, LOCK_EX | LOCK_NB) == 0 || errno != EWOULDBLOCK;
    return isLocked && ::fstat(fd, &status) == 0 && status.st_nlink > 0;
}

} // namespace

Result<NewFile> NewFile::beside(const std::string& target)
{
    removeLeftOvers(target);
    constexpr int kTries = 100;
    for (int i = 0; i < kTries; ++i) {
        std::string path = target + kMark + std::string(kRandom, 'X');
        const int fd = ::mkostemp(path.data(), O_CLOEXEC);
        if (fd < 0)
            return cannotWrite(target, errno);
        if (isOurs(fd))
            return NewFile(target, std::move(path), fd);
        ::unlink(path.c_str());
        ::close(fd);
    }
    return cannotWrite(target, EAGAIN);
}

NewFile::NewFile(std::string target, std::string path, int fd)
    : m_target(std::move(target))
    , m_path(std::move(path))
    , m_fd(fd)
{
}

NewFile::NewFile(NewFile&& other) noexcept
    : m_target(std::move(other.m_target))
    , m_path(std::exchange(other.m_path, {}))
    , m_fd(std::exchange(other.m_fd, -1))
{
}

NewFile& NewFile::operator=(NewFile&& other) noexcept
{
    std::swap(m_target, other.m_target);
    std::swap(m_path, other.m_path);
    std::swap(m_fd, other.m_fd);
    return *this;
}

NewFile::~NewFile()
{
    if (!m_path.empty())
        ::unlink(m_path.c_str());
    if (m_fd >= 0)
        ::close(m_fd);
}

Result<void> NewFile::commit(Existing existing)
{
    if (::fsync(m_fd) != 0)
        return cannotWrite(m_target, errno);
    const bool isInPlace = existing == Existing::Refuse
        ? renameToNew(m_path, m_target)
        : ::rename(m_path.c_str(), m_target.c_str()) == 0;
    if (!isInPlace && errno == EEXIST)
        return Error{ErrorCode::Catalog, "there is a file of this name already",
            "choose another name, or delete that file", {m_target, 0, 0, 0}};
    if (!isInPlace)
        return cannotWrite(m_target, errno);
    m_path.clear();
    // The new name is on the disk once the folder is; where that cannot be told, the file is there
    // all the same.
    const int folder = ::open(folderOf(m_target).c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (folder >= 0) {
        ::fsync(folder);
        ::close(folder);
    }
    return {};
}

} // namespace cupel::catalog
