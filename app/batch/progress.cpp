#include "app/batch/progress.h"

#include <cstdio>
#include <string>
#include <unistd.h>

#include "app/batch/signals.h"

namespace cupel::batch {
namespace {

using namespace std::chrono_literals;

/// Nothing is shown of what ends sooner.
constexpr auto kPatience = 500ms;

} // namespace

std::optional<ProgressMode> progressModeFromName(std::string_view name)
{
    if (name == "auto")
        return ProgressMode::Auto;
    if (name == "never")
        return ProgressMode::Never;
    if (name == "plain")
        return ProgressMode::Plain;
    if (name == "json")
        return ProgressMode::Json;
    return std::nullopt;
}

Progress::Progress(ProgressMode mode)
    : m_mode(
        mode == ProgressMode::Auto && ::isatty(STDERR_FILENO) == 0 ? ProgressMode::Never : mode)
    , m_last(m_begin)
{
}

Progress::~Progress()
{
    if (m_lineOpen)
        std::fputs("\r\x1B[K", stderr);
}

base::JobContext Progress::job()
{
    return base::JobContext(
        [this](std::uint64_t done, std::uint64_t total, std::string_view stage) {
            if (m_mode != ProgressMode::Never)
                show(done, total, stage);
        },
        &cancelFlag());
}

void Progress::show(std::uint64_t done, std::uint64_t total, std::string_view stage)
{
    const Clock::time_point now = Clock::now();
    const auto pause
        = m_mode == ProgressMode::Plain ? Clock::duration(30s) : Clock::duration(100ms);
    if (now - m_last < pause || now - m_begin < kPatience)
        return;
    m_last = now;
    const double share = total == 0 ? 0.0 : static_cast<double>(done) / static_cast<double>(total);
    if (m_mode == ProgressMode::Json) {
        std::fprintf(stderr, "{\"stage\": \"%.*s\", \"done\": %llu, \"total\": %llu}\n",
            static_cast<int>(stage.size()), stage.data(), static_cast<unsigned long long>(done),
            static_cast<unsigned long long>(total));
        return;
    }
    const std::string text
        = std::string(stage) + " " + std::to_string(static_cast<int>(share * 100.0)) + " %";
    if (m_mode == ProgressMode::Plain) {
        std::fprintf(stderr, "cupel: %s\n", text.c_str());
        return;
    }
    std::fprintf(stderr, "\r\x1B[K%s", text.c_str());
    std::fflush(stderr);
    m_lineOpen = true;
}

} // namespace cupel::batch
