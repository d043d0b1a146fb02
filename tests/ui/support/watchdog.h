#pragma once

#include <QCoreApplication>
#include <QObject>
#include <QString>
#include <algorithm>
#include <atomic>
#include <chrono>
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
        m_steps.push_back({name, 0});
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
        m_steps.back().longestMs
            = std::max(m_steps.back().longestMs, static_cast<int>(took.count()));
        m_isWaiting = false;
    }

    std::vector<Step> m_steps; ///< of the thread of the window
    std::atomic<bool> m_isWaiting = false;
    std::atomic<bool> m_isOver = false;
    std::thread m_thread;
    QObject m_answers; ///< gone first: no answer comes after it
};

} // namespace cupel::ui::test
