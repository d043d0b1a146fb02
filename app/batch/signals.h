#pragma once

#include <atomic>

namespace cupel::batch {

/// Set by SIGINT and SIGTERM; jobs look at it. A second signal ends the program at once.
const std::atomic<bool>& cancelFlag();
/// The signal that was caught, or 0.
int caughtSignal();
/// Catch SIGINT and SIGTERM; let SIGPIPE end the program, quietly, and SIGXFSZ not.
void catchSignals();

} // namespace cupel::batch
