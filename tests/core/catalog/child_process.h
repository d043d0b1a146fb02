#pragma once

#include <sys/types.h>

#include <functional>
#include <string>

namespace cupel::test {

/// Run a function in a process of its own and return its text. A process that dies, throws or takes
/// longer than a minute gives a text that says so.
std::string inChild(const std::function<std::string()>& what);

/// Start a function in a process of its own, which ends with the code that it returns (99 where it
/// throws) and is killed after a minute.
pid_t startChild(const std::function<int()>& what);
/// Wait for its end: the code, or minus the signal.
int endOf(pid_t child);

/// Run SQL in a file with nothing that hinders it, as another program would.
void runSql(const std::string& path, const std::string& sql);

} // namespace cupel::test
