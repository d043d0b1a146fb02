#pragma once

#include <QObject>
#include <QPointer>
#include <QThreadPool>
#include <functional>
#include <memory>
#include <type_traits>
#include <utility>
#include <vector>

#include "ui/jobs/job.h"

namespace cupel::ui {

/// The one place where the window makes threads. Work runs in a worker; its answer is handed over
/// in the thread of the window, unless the receiver is gone by then.
class JobList : public QObject {
    Q_OBJECT

public:
    explicit JobList(QObject* parent = nullptr);
    ~JobList() override; ///< cancels all and waits for them

    /// Run `work` in a worker, then `then` with what it returned.
    template <typename Work, typename Then>
    Job* start(const QString& title, QObject* receiver, Work work, Then then)
    {
        using Value = std::invoke_result_t<Work, const base::JobContext&>;
        Job* job = add(title);
        run([this, job, receiver = QPointer<QObject>(receiver), work = std::move(work),
                then = std::move(then), context = job->context()] {
            auto value = std::make_shared<Value>(work(context));
            QMetaObject::invokeMethod(
                this,
                [this, job, receiver, then, value] {
                    remove(job);
                    if (receiver)
                        then(std::move(*value));
                },
                Qt::QueuedConnection);
        });
        return job;
    }

    const std::vector<Job*>& jobs() const { return m_jobs; }
    void cancelAll();

Q_SIGNALS:
    void started(cupel::ui::Job* job);
    void ended(cupel::ui::Job* job); ///< it is deleted after this

private:
    Job* add(const QString& title);
    void remove(Job* job);
    void run(std::function<void()> work);

    std::vector<Job*> m_jobs;
    QThreadPool m_pool;
};

} // namespace cupel::ui
