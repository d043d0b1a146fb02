#include "tests/core/catalog/child_process.h"

#include <array>
#include <cerrno>
#include <cstdlib>
#include <exception>
#include <stdexcept>

#include <sqlite3.h>
#include <sys/wait.h>
#include <unistd.h>

namespace cupel::test {
namespace {

constexpr unsigned kSeconds = 60;
constexpr int kThrown = 99;

} // namespace

pid_t startChild(const std::function<int()>& what)
{
    const pid_t child = fork();
    if (child < 0)
        throw std::runtime_error("cannot fork");
    if (child > 0)
        return child;
    alarm(kSeconds);
    int code = kThrown;
    try {
        code = what();
    } catch (const std::exception&) {
        code = kThrown;
    }
    // Nothing of the test that was copied may run again.
    _exit(code);
}

int endOf(pid_t child)
{
    int status = 0;
    while (waitpid(child, &status, 0) < 0) {
        if (errno != EINTR)
            throw std::runtime_error("cannot wait");
    }
    return WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
}

std::string inChild(const std::function<std::string()>& what)
{
    std::array<int, 2> ends{};
    if (pipe(ends.data()) != 0)
        throw std::runtime_error("cannot make a pipe");
    const pid_t child = startChild([&] {
        std::string text;
        try {
            text = what();
        } catch (const std::exception& error) {
            text = std::string("thrown: ") + error.what();
        }
        return write(ends[1], text.data(), text.size()) == static_cast<ssize_t>(text.size()) ? 0
                                                                                             : 1;
    });
    close(ends[1]);
    std::string text;
    std::array<char, 4096> piece{};
    for (ssize_t got = 0; (got = read(ends[0], piece.data(), piece.size())) > 0;)
        text.append(piece.data(), static_cast<std::size_t>(got));
    close(ends[0]);
    const int end = endOf(child);
    return end == 0 ? text : "ended with " + std::to_string(end);
}

void runSql(const std::string& path, const std::string& sql)
{
    sqlite3* handle = nullptr;
    std::string failed;
    if (sqlite3_open_v2(path.c_str(), &handle, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, nullptr)
            != SQLITE_OK
        || sqlite3_exec(handle, sql.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK)
        failed = sqlite3_errmsg(handle);
    sqlite3_close(handle);
    if (!failed.empty())
        throw std::runtime_error(failed + ": " + sql.substr(0, 200));
}

} // namespace cupel::test
