#include "ui/jobs/job_list.h"

#include <algorithm>

namespace cupel::ui {
namespace {

constexpr int kMostAtOnce = 4; ///< each may use all cores while it reads

} // namespace

JobList::JobList(QObject* parent)
    : QObject(parent)
{
    m_pool.setMaxThreadCount(kMostAtOnce);
}

JobList::~JobList()
{
    cancelAll();
    m_pool.waitForDone();
}

void JobList::cancelAll()
{
    for (Job* job : m_jobs)
        job->cancel();
}

base::Error JobList::outOfMemory()
{
    return {base::ErrorCode::Internal, "there is not enough memory",
        "close other programs, or audit a part of the rows", {}};
}

Job* JobList::add(const QString& title)
{
    auto* job = new Job(title, this);
    m_jobs.push_back(job);
    Q_EMIT started(job);
    return job;
}

void JobList::remove(Job* job)
{
    std::erase(m_jobs, job);
    Q_EMIT ended(job);
    job->deleteLater();
}

void JobList::run(std::function<void()> work)
{
    m_pool.start(std::move(work));
}

} // namespace cupel::ui
