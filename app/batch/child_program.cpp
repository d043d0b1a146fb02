#include "app/batch/child_program.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

namespace cupel::batch {
namespace {

using Clock = std::chrono::steady_clock;

constexpr std::size_t kMostErrors = 8'192;
constexpr int kPause = 50; ///< milliseconds after which the limits are looked at

class FileDescriptor {
public:
    explicit FileDescriptor(int fd = -1)
        : m_fd(fd)
    {
    }
    ~FileDescriptor() { close(); }
    FileDescriptor(const FileDescriptor&) = delete;
    FileDescriptor& operator=(const FileDescriptor&) = delete;

    void reset(int fd)
    {
        close();
        m_fd = fd;
    }
    void close()
    {
        if (m_fd >= 0)
            ::close(m_fd);
        m_fd = -1;
    }
    int get() const { return m_fd; }
    bool isOpen() const { return m_fd >= 0; }

private:
    int m_fd;
};

struct Pipe {
    FileDescriptor read;
    FileDescriptor write;

    bool open()
    {
        std::array<int, 2> ends{};
        if (::pipe2(ends.data(), O_CLOEXEC) != 0)
            return false;
        read.reset(ends[0]);
        write.reset(ends[1]);
        return true;
    }
};

/// A file in memory that holds the text. Unlike a pipe it need not be filled while outputs are
/// read, and nobody gets SIGPIPE where it is not read to its end.
bool fill(FileDescriptor& file, std::string_view text)
{
    file.reset(::memfd_create("page", MFD_CLOEXEC));
    while (file.isOpen() && !text.empty()) {
        const ssize_t wrote = ::write(file.get(), text.data(), text.size());
        if (wrote < 0 && errno == EINTR)
            continue;
        if (wrote < 0)
            return false;
        text.remove_prefix(static_cast<std::size_t>(wrote));
    }
    return file.isOpen() && ::lseek(file.get(), 0, SEEK_SET) == 0;
}

std::vector<char*> pointers(const std::vector<std::string>& texts)
{
    std::vector<char*> all;
    all.reserve(texts.size() + 1);
    for (const std::string& text : texts)
        all.push_back(const_cast<char*>(text.c_str()));
    all.push_back(nullptr);
    return all;
}

/// What posix_spawn() does in the child before the program begins.
class Preparation {
public:
    Preparation(int in, int out, int err)
    {
        posix_spawn_file_actions_init(&m_actions);
        posix_spawn_file_actions_adddup2(&m_actions, in, STDIN_FILENO);
        posix_spawn_file_actions_adddup2(&m_actions, out, STDOUT_FILENO);
        posix_spawn_file_actions_adddup2(&m_actions, err, STDERR_FILENO);
        posix_spawn_file_actions_addclosefrom_np(&m_actions, STDERR_FILENO + 1);
        posix_spawn_file_actions_addchdir_np(&m_actions, "/");
        posix_spawnattr_init(&m_attributes);
        // A group of its own, so that it can be ended with what it started.
        posix_spawnattr_setpgroup(&m_attributes, 0);
        sigset_t defaults;
        sigemptyset(&defaults);
        for (const int number : {SIGINT, SIGTERM, SIGPIPE, SIGXFSZ})
            sigaddset(&defaults, number);
        posix_spawnattr_setsigdefault(&m_attributes, &defaults);
        posix_spawnattr_setflags(&m_attributes, POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGDEF);
    }
    ~Preparation()
    {
        posix_spawn_file_actions_destroy(&m_actions);
        posix_spawnattr_destroy(&m_attributes);
    }
    Preparation(const Preparation&) = delete;
    Preparation& operator=(const Preparation&) = delete;

    /// 0, or the errno.
    int start(const ChildProgram& program, pid_t& child) const
    {
        const std::vector<char*> words = pointers(program.words);
        const std::vector<char*> environment = pointers(program.environment);
        return ::posix_spawn(
            &child, words[0], &m_actions, &m_attributes, words.data(), environment.data());
    }

private:
    posix_spawn_file_actions_t m_actions{};
    posix_spawnattr_t m_attributes{};
};

/// Take what waits in a pipe, as far as there is room; close it at its end.
void drain(FileDescriptor& from, std::string& to, std::size_t most)
{
    std::array<char, 65'536> buffer{};
    const ssize_t size = ::read(from.get(), buffer.data(), buffer.size());
    if (size > 0)
        to.append(buffer.data(), std::min(static_cast<std::size_t>(size), most - to.size()));
    else if (size == 0 || errno != EINTR)
        from.close();
}

/// Follows a program that was started to its end.
class Watch {
public:
    Watch(const ChildProgram& program, pid_t child, const std::atomic<bool>& cancel)
        : m_program(program)
        , m_child(child)
        , m_cancel(cancel)
        , m_deadline(Clock::now() + program.timeLimit)
    {
    }

    ChildEnd follow(FileDescriptor& out, FileDescriptor& err)
    {
        ChildEnd end;
        bool goesOn = true;
        while (goesOn && (out.isOpen() || err.isOpen())) {
            // poll() passes over descriptors that are closed.
            std::array<pollfd, 2> waiting{
                pollfd{out.get(), POLLIN, 0}, pollfd{err.get(), POLLIN, 0}};
            if (::poll(waiting.data(), waiting.size(), kPause) > 0) {
                if (waiting[0].revents != 0)
                    drain(out, end.out, m_program.mostOutput + 1);
                if (waiting[1].revents != 0)
                    drain(err, end.err, kMostErrors);
            }
            goesOn = isWithinLimits(end);
        }
        int status = 0;
        while (goesOn && !hasEnded(status)) {
            ::poll(nullptr, 0, kPause / 10);
            goesOn = isWithinLimits(end);
        }
        if (!goesOn)
            kill();
        else
            judge(status, end);
        return end;
    }

private:
    bool isWithinLimits(ChildEnd& end) const
    {
        if (m_cancel)
            end.how = ChildEnd::How::Cancelled;
        else if (end.out.size() > m_program.mostOutput)
            end.how = ChildEnd::How::WroteTooMuch;
        else if (Clock::now() >= m_deadline)
            end.how = ChildEnd::How::TimedOut;
        else
            return true;
        return false;
    }

    bool hasEnded(int& status) const { return ::waitpid(m_child, &status, WNOHANG) != 0; }

    void kill() const
    {
        ::kill(-m_child, SIGKILL);
        int status = 0;
        while (::waitpid(m_child, &status, 0) < 0 && errno == EINTR) { }
    }

    static void judge(int status, ChildEnd& end)
    {
        const bool isExit = WIFEXITED(status);
        end.how = isExit ? ChildEnd::How::Exited : ChildEnd::How::Signalled;
        end.number = isExit ? WEXITSTATUS(status) : WTERMSIG(status);
    }

    const ChildProgram& m_program;
    pid_t m_child;
    const std::atomic<bool>& m_cancel;
    Clock::time_point m_deadline;
};

} // namespace

ChildEnd runChild(
    const ChildProgram& program, std::string_view input, const std::atomic<bool>& cancel)
{
    FileDescriptor in;
    Pipe out;
    Pipe err;
    ChildEnd failed;
    if (!fill(in, input) || !out.open() || !err.open()) {
        failed.number = errno;
        return failed;
    }
    pid_t child = 0;
    const Preparation preparation(in.get(), out.write.get(), err.write.get());
    failed.number = preparation.start(program, child);
    if (failed.number != 0)
        return failed;
    out.write.close();
    err.write.close();
    return Watch(program, child, cancel).follow(out.read, err.read);
}

} // namespace cupel::batch
