#pragma once

namespace cupel::batch {

/// Understand the command line and run its command. Returns the exit code; throws only what the
/// standard library throws.
int runCommandLine(int argc, const char* const* argv);

} // namespace cupel::batch
