#include "core/readers/byte_source.h"

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

namespace cupel::readers {
namespace {

using base::Error;
using base::ErrorCode;
using base::Result;

std::string fileNameOf(const std::string& path)
{
    const std::size_t slash = path.find_last_of('/');
    return slash == std::string::npos ? path : path.substr(slash + 1);
}

Error unreadable(std::string message, std::string hint, const std::string& name)
{
    return {ErrorCode::InputUnreadable, std::move(message), std::move(hint), {name, 0, 0, 0}};
}

class FileSource final : public ByteSource {
public:
    FileSource(int fd, std::string name, const struct stat& status)
        : m_fd(fd)
        , m_name(std::move(name))
        , m_status(status)
    {
    }
    ~FileSource() override { ::close(m_fd); }
    FileSource(const FileSource&) = delete;
    FileSource& operator=(const FileSource&) = delete;

    const std::string& name() const override { return m_name; }
    std::uint64_t size() const override { return static_cast<std::uint64_t>(m_status.st_size); }

    Result<void> read(std::uint64_t offset, char* to, std::size_t bytes) const override
    {
        while (bytes > 0) {
            const ssize_t got = ::pread(m_fd, to, bytes, static_cast<off_t>(offset));
            if (got < 0 && errno == EINTR)
                continue;
            if (got < 0)
                return unreadable(std::string("reading failed: ") + std::strerror(errno),
                    "check the disk and try again", m_name);
            if (got == 0)
                return changed("it became shorter while it was read");
            offset += static_cast<std::uint64_t>(got);
            to += got;
            bytes -= static_cast<std::size_t>(got);
        }
        return {};
    }

    Result<void> unchanged() const override
    {
        struct stat now { };
        if (::fstat(m_fd, &now) != 0)
            return unreadable(std::strerror(errno), "check the disk and try again", m_name);
        if (now.st_size != m_status.st_size)
            return changed("its size changed while it was read");
        if (now.st_mtim.tv_sec != m_status.st_mtim.tv_sec
            || now.st_mtim.tv_nsec != m_status.st_mtim.tv_nsec)
            return changed("it was written to while it was read");
        return {};
    }

    std::optional<std::int64_t> modifiedNs() const override
    {
        constexpr std::int64_t kNsPerSecond = 1'000'000'000;
        return std::int64_t{m_status.st_mtim.tv_sec} * kNsPerSecond + m_status.st_mtim.tv_nsec;
    }

private:
    Error changed(const std::string& how) const
    {
        return unreadable("the file changed: " + how,
            "wait until the program that writes it has finished, then try again", m_name);
    }

    int m_fd;
    std::string m_name;
    struct stat m_status;
};

class MemorySource final : public ByteSource {
public:
    MemorySource(std::string name, std::string bytes)
        : m_name(std::move(name))
        , m_bytes(std::move(bytes))
    {
    }
    const std::string& name() const override { return m_name; }
    std::uint64_t size() const override { return m_bytes.size(); }
    Result<void> read(std::uint64_t offset, char* to, std::size_t bytes) const override
    {
        if (offset > m_bytes.size() || bytes > m_bytes.size() - offset)
            return unreadable("read past the end", "", m_name);
        if (bytes > 0)
            std::memcpy(to, m_bytes.data() + offset, bytes);
        return {};
    }
    Result<void> unchanged() const override { return {}; }

private:
    std::string m_name;
    std::string m_bytes;
};

Error cannotOpen(const std::string& name, int code)
{
    if (code == ENOENT || code == ENOTDIR)
        return {
            ErrorCode::InputMissing, "there is no such file", "check the path", {name, 0, 0, 0}};
    return unreadable(std::string("the file cannot be opened: ") + std::strerror(code),
        code == EACCES ? "check its permissions" : "check the path", name);
}

} // namespace

Result<std::shared_ptr<const ByteSource>> openFile(const std::string& path)
{
    // Non-blocking, so that opening a FIFO without a writer returns at once and is refused below.
    const int fd = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (fd < 0)
        return cannotOpen(path, errno);
    struct stat status { };
    if (::fstat(fd, &status) != 0 || !S_ISREG(status.st_mode)) {
        const bool directory = S_ISDIR(status.st_mode);
        ::close(fd);
        return unreadable(
            directory ? "this is a directory, not a file" : "this is not a regular file",
            directory ? "name the data file inside it"
                      : "write the data to a file first: pipes and devices are not read",
            path);
    }
    return std::shared_ptr<const ByteSource>(
        std::make_shared<FileSource>(fd, fileNameOf(path), status));
}

std::shared_ptr<const ByteSource> memorySource(std::string name, std::string bytes)
{
    return std::make_shared<MemorySource>(std::move(name), std::move(bytes));
}

} // namespace cupel::readers
