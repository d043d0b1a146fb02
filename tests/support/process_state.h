#pragma once

#include <fstream>
#include <sstream>
#include <string>

namespace cupel::test {

/// Whether a process of this number is there and has not ended; one that nobody waited for has.
inline bool isRunning(const std::string& pid)
{
    std::ifstream file("/proc/" + pid.substr(0, pid.find('\n')) + "/stat");
    std::stringstream text;
    text << file.rdbuf();
    const std::size_t state = text.str().rfind(") ");
    return state != std::string::npos && text.str()[state + 2] != 'Z'
        && text.str()[state + 2] != 'X';
}

} // namespace cupel::test
