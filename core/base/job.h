#pragma once

#include <atomic>
#include <cstdint>
#include <functional>
#include <string_view>
#include <utility>

namespace cupel::base {

/// What a long operation may ask of its caller: whether to stop, and where to report progress.
/// cancelled() may be called from any thread; progress() is called from one thread at a time.
class JobContext {
public:
    using ProgressSink
        = std::function<void(std::uint64_t done, std::uint64_t total, std::string_view stage)>;

    JobContext() = default;
    explicit JobContext(ProgressSink sink, const std::atomic<bool>* cancel = nullptr)
        : m_sink(std::move(sink))
        , m_cancel(cancel)
    {
    }

    bool cancelled() const { return m_cancel && m_cancel->load(std::memory_order_relaxed); }
    /// total is 0 where it is not known (pipes).
    void progress(std::uint64_t done, std::uint64_t total, std::string_view stage) const
    {
        if (m_sink)
            m_sink(done, total, stage);
    }

private:
    ProgressSink m_sink;
    const std::atomic<bool>* m_cancel = nullptr;
};

} // namespace cupel::base
