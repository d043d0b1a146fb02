#pragma once

#include <algorithm>
#include <atomic>
#include <cstdint>
#include <exception>
#include <thread>
#include <vector>

namespace cupel::counts {

/// Call work(thread) on several threads, thread 0 being the caller's, and wait for all. The first
/// exception, by thread number, is thrown on.
template <typename Work> void onThreads(unsigned threads, const Work& work)
{
    std::vector<std::exception_ptr> thrown(threads);
    const auto guarded = [&](unsigned thread) {
        try {
            work(thread);
        } catch (...) {
            thrown[thread] = std::current_exception();
        }
    };
    {
        std::vector<std::jthread> others;
        for (unsigned thread = 1; thread < threads; ++thread)
            others.emplace_back(guarded, thread);
        guarded(0);
    }
    for (const std::exception_ptr& each : thrown) {
        if (each)
            std::rethrow_exception(each);
    }
}

/// As many threads as are worth starting for some rows, at least 1.
inline unsigned worthwhileThreads(std::uint64_t rows, unsigned threads)
{
    constexpr std::uint64_t kRowsPerThread = 32'768;
    return static_cast<unsigned>(
        std::clamp<std::uint64_t>(rows / kRowsPerThread, 1, std::max(threads, 1u)));
}

struct RowRange {
    std::uint64_t begin = 0;
    std::uint64_t end = 0;
};

/// The share of a thread when rows are split evenly and in order.
inline RowRange shareOf(std::uint64_t rows, unsigned threads, unsigned thread)
{
    const auto cut = [rows, threads](unsigned at) {
        return rows / threads * at + std::min<std::uint64_t>(at, rows % threads);
    };
    return {cut(thread), cut(thread + 1)};
}

/// Call work(thread, item) for items 0 to count - 1, each once, taken by whichever thread is free.
template <typename Work> void forEachItem(std::size_t count, unsigned threads, const Work& work)
{
    std::atomic<std::size_t> next{0};
    onThreads(
        static_cast<unsigned>(std::clamp<std::size_t>(count, 1, threads)), [&](unsigned thread) {
            for (std::size_t item = next++; item < count; item = next++)
                work(thread, item);
        });
}

} // namespace cupel::counts
