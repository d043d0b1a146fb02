#include "app/batch/output.h"

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#include <vector>

#include "app/batch/exit_code.h"
#include "core/reports/terminal_text.h"

namespace cupel::batch {
namespace {

base::Error failure(const std::string& path, int code, std::string hint)
{
    return {base::ErrorCode::OutputFailed,
        std::string("the output cannot be written: ") + std::strerror(code), std::move(hint),
        {path, 0, 0, 0}};
}

bool writeAll(int fd, std::string_view text)
{
    while (!text.empty()) {
        const ssize_t wrote = ::write(fd, text.data(), text.size());
        if (wrote < 0 && errno == EINTR)
            continue;
        if (wrote < 0)
            return false;
        text.remove_prefix(static_cast<std::size_t>(wrote));
    }
    return true;
}

const char* hintFor(int code)
{
    return code == ENOSPC ? "free some space on that disk" : "check the folder and its permissions";
}

} // namespace

base::Result<void> writeStdout(std::string_view text)
{
    if (!writeAll(STDOUT_FILENO, text))
        return failure("standard output", errno, "check where the output goes");
    return {};
}

int printText(std::string_view text)
{
    const auto written = writeStdout(text);
    if (written)
        return kClean;
    return fail(written.error());
}

std::string padded(std::string text, std::size_t width)
{
    const std::size_t now = reports::displayWidth(text);
    text.append(std::max(now + 2, width) - now, ' ');
    return text;
}

base::Result<void> writeOutput(const std::string& path, std::string_view text)
{
    if (path == "-")
        return writeStdout(text);
    struct stat status { };
    const bool exists = ::stat(path.c_str(), &status) == 0;
    if (exists && S_ISDIR(status.st_mode))
        return failure(path, EISDIR, "name a file inside it");
    if (exists && !S_ISREG(status.st_mode)) {
        // A device or pipe cannot be replaced by renaming.
        const int fd = ::open(path.c_str(), O_WRONLY | O_CLOEXEC);
        const bool done = fd >= 0 && writeAll(fd, text);
        const int code = errno;
        if (fd >= 0)
            ::close(fd);
        return done ? base::Result<void>() : failure(path, code, hintFor(code));
    }
    std::string temporary = path + ".XXXXXX";
    const int fd = ::mkostemp(temporary.data(), O_CLOEXEC);
    if (fd < 0)
        return failure(path, errno, hintFor(errno));
    const mode_t mask = ::umask(0);
    ::umask(mask);
    const mode_t mode = exists ? status.st_mode & 0777 : 0666 & ~mask;
    const bool written = writeAll(fd, text) && ::fsync(fd) == 0 && ::fchmod(fd, mode) == 0;
    int code = errno;
    const bool closed = ::close(fd) == 0;
    if (written && !closed)
        code = errno;
    if (written && closed && ::rename(temporary.c_str(), path.c_str()) == 0)
        return {};
    if (written && closed)
        code = errno;
    ::unlink(temporary.c_str());
    return failure(path, code, hintFor(code));
}

} // namespace cupel::batch
