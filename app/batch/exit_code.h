#pragma once

#include <string>

#include "app/common/exit_code.h"
#include "core/base/result.h"

namespace cupel::batch {

using enum common::ExitCode;

/// The exit code an error calls for; cancelled by a signal: 128 + its number.
int exitCodeOf(base::ErrorCode code);
/// Of two exit codes the one that counts; that of a signal before all others.
int stronger(int a, int b);

/// Print an error to stderr: where, what, and what to try.
void printError(const base::Error& error, const std::string& path = {});
/// Print an error and give its exit code.
int fail(const base::Error& error, const std::string& path = {});

} // namespace cupel::batch
