#include "tests/support/run_program.h"

#include <array>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <poll.h>
#include <stdexcept>
#include <sys/wait.h>
#include <system_error>
#include <unistd.h>

namespace cupel::test {

namespace {

using Clock = std::chrono::steady_clock;

struct Pipe {
    Pipe()
    {
        // Close on exec, so that the child holds no end but those it was given as 1 and 2.
        if (pipe2(ends.data(), O_CLOEXEC) != 0)
            throw std::system_error(errno, std::generic_category(), "pipe");
    }
    ~Pipe()
    {
        closeEnd(ends[0]);
        closeEnd(ends[1]);
    }
    static void closeEnd(int& end)
    {
        if (end >= 0)
            close(end);
        end = -1;
    }
    std::array<int, 2> ends{-1, -1};
};

[[noreturn]] void becomeProgram(
    const std::vector<std::string>& argv, const RunOptions& options, int out, int err)
{
    const int input = open("/dev/null", O_RDONLY | O_CLOEXEC);
    dup2(input, STDIN_FILENO);
    dup2(out, STDOUT_FILENO);
    dup2(err, STDERR_FILENO);
    for (const auto& [name, value] : options.environment)
        setenv(name.c_str(), value.c_str(), 1);
    bool ready = options.workingDir.empty() || chdir(options.workingDir.c_str()) == 0;
    if (ready) {
        std::vector<char*> arguments;
        arguments.reserve(argv.size() + 1);
        for (const std::string& argument : argv)
            arguments.push_back(const_cast<char*>(argument.c_str()));
        arguments.push_back(nullptr);
        execvp(arguments[0], arguments.data());
    }
    const std::string message = argv[0] + ": " + std::strerror(errno) + "\n";
    [[maybe_unused]] const ssize_t written = write(STDERR_FILENO, message.data(), message.size());
    _exit(127);
}

/// Collect what is waiting in a pipe; close our end at its end.
void drain(int& end, std::string& text)
{
    std::array<char, 65536> buffer;
    const ssize_t size = read(end, buffer.data(), buffer.size());
    if (size > 0)
        text.append(buffer.data(), static_cast<std::size_t>(size));
    else if (size == 0 || errno != EINTR)
        Pipe::closeEnd(end);
}

/// Read both pipes until both are closed. Returns false when the time is over first.
bool collect(Pipe& out, Pipe& err, RunResult& result, Clock::time_point deadline)
{
    while (out.ends[0] >= 0 || err.ends[0] >= 0) {
        const auto left
            = std::chrono::duration_cast<std::chrono::milliseconds>(deadline - Clock::now());
        if (left.count() <= 0)
            return false;
        // poll ignores negative descriptors.
        std::array<pollfd, 2> waiting{
            pollfd{out.ends[0], POLLIN, 0}, pollfd{err.ends[0], POLLIN, 0}};
        if (poll(waiting.data(), waiting.size(), static_cast<int>(left.count())) <= 0)
            continue;
        if (waiting[0].revents != 0)
            drain(out.ends[0], result.out);
        if (waiting[1].revents != 0)
            drain(err.ends[0], result.err);
    }
    return true;
}

} // namespace

RunResult runProgram(const std::vector<std::string>& argv, const RunOptions& options)
{
    Pipe out;
    Pipe err;
    const pid_t child = fork();
    if (child < 0)
        throw std::system_error(errno, std::generic_category(), "fork");
    if (child == 0)
        becomeProgram(argv, options, out.ends[1], err.ends[1]);
    Pipe::closeEnd(out.ends[1]);
    Pipe::closeEnd(err.ends[1]);

    RunResult result;
    if (!collect(out, err, result, Clock::now() + options.timeout)) {
        result.timedOut = true;
        kill(child, SIGKILL);
    }
    int status = 0;
    while (waitpid(child, &status, 0) < 0 && errno == EINTR) { }
    if (WIFEXITED(status))
        result.exitCode = WEXITSTATUS(status);
    else if (WIFSIGNALED(status))
        result.signal = WTERMSIG(status);
    return result;
}

std::string cupelBinary()
{
    const char* path = std::getenv("CUPEL_BINARY");
    if (!path)
        throw std::runtime_error("CUPEL_BINARY is not set: run the test with ctest");
    return path;
}

} // namespace cupel::test
