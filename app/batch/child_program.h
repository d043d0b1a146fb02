#pragma once

#include <atomic>
#include <chrono>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace cupel::batch {

/// A program that is run for what it writes.
struct ChildProgram {
    std::vector<std::string> words; ///< the first is its path; nothing is searched
    std::vector<std::string> environment; ///< "NAME=value"; nothing else is handed on
    std::chrono::milliseconds timeLimit{0};
    std::size_t mostOutput = 0; ///< bytes of its standard output
};

/// How it ended, and what it wrote.
struct ChildEnd {
    enum class How {
        Exited, ///< `number` is its exit code
        Signalled, ///< by the signal `number`
        NotStarted, ///< `number` is the errno
        TimedOut,
        WroteTooMuch,
        Cancelled,
    };
    How how = How::NotStarted;
    int number = 0;
    std::string out;
    std::string err; ///< its first kilobytes
};

/// Run a program in the root folder, with a text as its standard input, until it has ended and both
/// its outputs are closed. Where a limit is passed or `cancel` becomes true, it is killed with
/// everything that it started.
ChildEnd runChild(
    const ChildProgram& program, std::string_view input, const std::atomic<bool>& cancel);

} // namespace cupel::batch
