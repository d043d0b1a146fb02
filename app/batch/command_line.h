#pragma once

#include <string>
#include <vector>

namespace cupel::batch {

/// Understand the words after the program's name and run the command. Returns the exit code; throws
/// only what the standard library throws.
int runCommandLine(std::vector<std::string> words);

} // namespace cupel::batch
