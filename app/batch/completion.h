#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "app/batch/arguments.h"

namespace cupel::batch {

/// A script that completes commands and options in bash, zsh or fish; empty for another shell.
std::string completionScript(std::string_view shell, const std::vector<Command>& commands);
/// The manual page cupel(1) in roff.
std::string manualPage(const std::vector<Command>& commands);

} // namespace cupel::batch
