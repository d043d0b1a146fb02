#pragma once

#include <chrono>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace cupel::test {

struct RunOptions {
    std::filesystem::path workingDir; ///< empty: that of the test
    std::map<std::string, std::string> environment; ///< set on top of that of the test
    std::chrono::milliseconds timeout{60000};
};

/// How a program ended and what it wrote. exitCode is -1 unless it ended by itself; signal is 0
/// unless a signal ended it. A program that outlives the timeout is killed.
struct RunResult {
    int exitCode = -1;
    int signal = 0;
    bool timedOut = false;
    std::string out;
    std::string err;
};

/// Run a program with an empty standard input and wait for it. argv[0] is searched in PATH. A
/// program that cannot be started gives exit code 127 and says why in err.
RunResult runProgram(const std::vector<std::string>& argv, const RunOptions& options = {});

/// The batch program of this build.
std::string cupelBinary();

} // namespace cupel::test
