#pragma once

#include <QCoreApplication>
#include <QObject>
#include <QString>
#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstdint>
#include <ctime>
#include <thread>
#include <utility>
#include <vector>

namespace cupel::ui::test {

/// A thread that asks the event loop of the window for a sign of life, again and again, and notes
/// how long each answer took and what was being done.
class Watchdog {
public:
    struct Step {
        QString name;
        int longestMs = 0; ///< that the loop did not answer
        int busiestMs = 0; ///< of the processor between two answers, however busy it was elsewhere
    };

    Watchdog()
    {
        step(QStringLiteral("start"));
        m_thread = std::thread([this] { watch(); });
    }
    ~Watchdog()
    {
        m_isOver = true;
        m_thread.join();
    }
    Watchdog(const Watchdog&) = delete;
    Watchdog& operator=(const Watchdog&) = delete;

    /// What is done from now on. Returns to the event loop before, so that what is noted of the
    /// step before belongs to it.
    void step(const QString& name)
    {
        settle();
        m_steps.push_back({name});
    }
    /// Answer until nothing waits for the event loop.
    void settle()
    {
        for (int turn = 0; turn < kTurns; ++turn)
            QCoreApplication::processEvents(QEventLoop::AllEvents, kTurnMs);
    }
    const std::vector<Step>& steps() const { return m_steps; }
    /// Steps in which the loop did not answer for longer.
    std::vector<Step> stalls(int limitMs) const
    {
        std::vector<Step> found;
        std::copy_if(m_steps.begin(), m_steps.end(), std::back_inserter(found),
            [limitMs](const Step& one) { return one.longestMs > limitMs; });
        return found;
    }

private:
    using Clock = std::chrono::steady_clock;
    static constexpr int kTurns = 3;
    static constexpr int kTurnMs = 20;
    static constexpr std::chrono::milliseconds kPause{2};

    void watch()
    {
        while (!m_isOver) {
            if (!m_isWaiting.exchange(true)) {
                QMetaObject::invokeMethod(
                    &m_answers, [this, asked = Clock::now()] { answer(asked); },
                    Qt::QueuedConnection);
            }
            std::this_thread::sleep_for(kPause);
        }
    }
    void answer(Clock::time_point asked)
    {
        const auto took
            = std::chrono::duration_cast<std::chrono::milliseconds>(Clock::now() - asked);
        Step& step = m_steps.back();
        step.longestMs = std::max(step.longestMs, static_cast<int>(took.count()));
        const std::int64_t used = usedMs();
        step.busiestMs = std::max(step.busiestMs, static_cast<int>(used - m_usedMs));
        m_usedMs = used;
        m_isWaiting = false;
    }
    /// What this thread took of the processor until now.
    static std::int64_t usedMs()
    {
        timespec used{};
        ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &used);
        return std::int64_t{used.tv_sec} * 1'000 + used.tv_nsec / 1'000'000;
    }

    std::vector<Step> m_steps; ///< of the thread of the window
    std::int64_t m_usedMs = usedMs(); ///< by the last answer
    std::atomic<bool> m_isWaiting = false;
    std::atomic<bool> m_isOver = false;
    std::thread m_thread;
    QObject m_answers; ///< gone first: no answer comes after it
};

} // namespace cupel::ui::test
