#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QString>
#include <atomic>
#include <memory>
#include <optional>
#include <vector>

#include "core/base/job.h"
#include "ui/jobs/overall_progress.h"

namespace cupel::ui {

/// Something that runs in a worker, as the window sees it: how far it is, and a way to stop it.
/// Lives in the thread of the window.
class Job : public QObject {
    Q_OBJECT

public:
    explicit Job(QString title, QObject* parent = nullptr);

    const QString& title() const { return m_title; }
    /// What is being done now: "reading".
    const QString& stage() const { return m_stage; }
    std::uint64_t done() const { return m_done; }
    std::uint64_t total() const { return m_total; } ///< 0: not known
    /// From 0 to 1, of the whole job; none: not known.
    std::optional<double> share() const;
    /// It goes through these stages.
    void setStages(std::vector<OverallProgress::Stage> stages);
    qint64 elapsedMs() const { return m_clock.elapsed(); }
    bool isCancelled() const { return m_cancel->load(); }

    /// Ask the worker to stop; it answers within half a second.
    void cancel();
    /// What the worker asks and tells. Valid in the worker for as long as the worker runs.
    base::JobContext context();

Q_SIGNALS:
    /// At most ten times a second.
    void progressed();

private:
    void setProgress(std::uint64_t done, std::uint64_t total, const QString& stage);

    QString m_title;
    QString m_stage;
    std::uint64_t m_done = 0;
    std::uint64_t m_total = 0;
    std::optional<OverallProgress> m_overall; ///< none: the stages are one
    double m_share = 0.0;
    QElapsedTimer m_clock;
    std::shared_ptr<std::atomic<bool>> m_cancel = std::make_shared<std::atomic<bool>>(false);
};

} // namespace cupel::ui
