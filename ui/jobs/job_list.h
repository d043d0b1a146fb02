#pragma once

#include <QObject>
#include <QPointer>
#include <QThreadPool>
#include <exception>
#include <functional>
#include <memory>
#include <new>
#include <type_traits>
#include <utility>
#include <vector>

#include "core/base/result.h"
#include "ui/jobs/job.h"

namespace cupel::ui {

/// The one place where the window makes threads. Work runs in a worker; its answer is handed over
/// in the thread of the window, unless the receiver is gone by then.
class JobList : public QObject {
    Q_OBJECT

public:
    explicit JobList(QObject* parent = nullptr);
    ~JobList() override; ///< cancels all and waits for them

    /// Run `work` in a worker, then `then` with what it returned. Where that may be an error, it is
    /// one when `work` throws.
    template <typename Work, typename Then>
    Job* start(const QString& title, QObject* receiver, Work work, Then then)
    {
        using Value = std::invoke_result_t<Work, const base::JobContext&>;
        Job* job = add(title);
        run([this, job, receiver = QPointer<QObject>(receiver), work = std::move(work),
                then = std::move(then), context = job->context()] {
            auto value = std::make_shared<Value>(answer<Value>(work, context));
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
    template <typename Value, typename Work>
    static Value answer(const Work& work, const base::JobContext& context)
    {
        if constexpr (std::is_constructible_v<Value, base::Error>) {
            try {
                return work(context);
            } catch (const std::bad_alloc&) {
                return outOfMemory();
            } catch (const std::exception& fault) {
                return base::Error{base::ErrorCode::Internal, fault.what(), {}, {}};
            }
        } else {
            return work(context);
        }
    }
    static base::Error outOfMemory();

    Job* add(const QString& title);
    void remove(Job* job);
    void run(std::function<void()> work);

    std::vector<Job*> m_jobs;
    QThreadPool m_pool;
};

} // namespace cupel::ui
