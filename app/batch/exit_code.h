#pragma once

#include <string>

#include "core/base/result.h"

namespace cupel::batch {

/// The program's answers to its caller. Where several apply, the order is 4, 8, 3, 7, 6, 5, 1.
enum ExitCode {
    kClean = 0,
    kFindings = 1, ///< findings at or above --fail-on
    kUsage = 2,
    kInput = 3, ///< missing, unreadable or not data
    kInternal = 4,
    kEmpty = 5, ///< nothing to audit
    kReview = 6, ///< answers of people are missing
    kIncomplete = 7,
    kCatalog = 8, ///< the catalog is damaged, locked, of another program or a newer version
    kSignal = 128, ///< plus the number of the signal that ended the run
};

/// The exit code an error calls for; cancelled by a signal: 128 + its number.
int exitCodeOf(base::ErrorCode code);
/// Of two exit codes the one that counts; that of a signal before all others.
int stronger(int a, int b);

/// Print an error to stderr: where, what, and what to try.
void printError(const base::Error& error, const std::string& path = {});
/// Print an error and give its exit code.
int fail(const base::Error& error, const std::string& path = {});

} // namespace cupel::batch
