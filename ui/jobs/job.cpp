#include "ui/jobs/job.h"

#include <QPointer>
#include <algorithm>
#include <utility>

#include "ui/theme/shown.h"

namespace cupel::ui {

Job::Job(QString title, QObject* parent)
    : QObject(parent)
    , m_title(std::move(title))
{
    m_clock.start();
}

std::optional<double> Job::share() const
{
    if (m_overall)
        return m_share;
    if (m_total == 0)
        return std::nullopt;
    return std::min(1.0, static_cast<double>(m_done) / static_cast<double>(m_total));
}

void Job::setStages(std::vector<OverallProgress::Stage> stages)
{
    m_overall.emplace(std::move(stages));
}

void Job::cancel()
{
    m_cancel->store(true);
    Q_EMIT progressed();
}

base::JobContext Job::context()
{
    constexpr qint64 kBetweenMs = 100;
    struct Last {
        QElapsedTimer clock;
        std::string stage;
    };
    const auto last = std::make_shared<Last>();
    const QPointer<Job> guard(this);
    return base::JobContext(
        [last, guard, this](std::uint64_t done, std::uint64_t total, std::string_view stage) {
            const bool isNewStage = last->stage != stage;
            if (last->clock.isValid() && !isNewStage && last->clock.elapsed() < kBetweenMs)
                return;
            last->clock.start();
            last->stage = stage;
            // The list of jobs outlives its workers, and jobs die after them: `this` is there.
            QMetaObject::invokeMethod(
                this,
                [guard, done, total, words = shown(stage)] {
                    if (guard)
                        guard->setProgress(done, total, words);
                },
                Qt::QueuedConnection);
        },
        m_cancel.get());
}

void Job::setProgress(std::uint64_t done, std::uint64_t total, const QString& stage)
{
    m_done = done;
    m_total = total;
    m_stage = stage;
    if (m_overall)
        m_share = m_overall->advance(done, total, stage);
    Q_EMIT progressed();
}

} // namespace cupel::ui
