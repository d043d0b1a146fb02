#pragma once

#include <string>
#include <string_view>

#include "core/base/result.h"

/// How programs without a window answer their caller.
namespace cupel::common {

/// Where several apply, the order is 4, 8, 3, 7, 6, 5, 1.
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

/// The exit code an error calls for.
int exitCodeOf(base::ErrorCode code);

/// Print an error to stderr: the program, where, what, and what to try. An empty path stands for
/// the file that the error names.
void printError(std::string_view program, const base::Error& error, const std::string& path = {});

} // namespace cupel::common
