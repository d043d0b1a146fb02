#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string_view>

#include "core/base/job.h"

namespace cupel::batch {

enum class ProgressMode { Auto, Never, Plain, Json };
std::optional<ProgressMode> progressModeFromName(std::string_view name);

/// Shows progress on stderr: a line that is overwritten at most ten times a second on a terminal,
/// one line each 30 s where plain text is wished, one JSON object a line for programs. Erases its
/// line when it goes.
class Progress {
public:
    explicit Progress(ProgressMode mode);
    ~Progress();
    Progress(const Progress&) = delete;
    Progress& operator=(const Progress&) = delete;

    /// Tells this object; looks at the cancel flag of the signals.
    base::JobContext job();

private:
    void show(std::uint64_t done, std::uint64_t total, std::string_view stage);

    using Clock = std::chrono::steady_clock;
    ProgressMode m_mode;
    Clock::time_point m_begin = Clock::now();
    Clock::time_point m_last;
    bool m_lineOpen = false;
};

} // namespace cupel::batch
