#include <QSignalSpy>
#include <QTest>
#include <QThread>
#include <atomic>
#include <new>
#include <stdexcept>
#include <string>
#include <vector>

#include "ui/jobs/job_list.h"

namespace cupel::ui {

class JobListTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void handsTheAnswerOverInTheThreadOfTheWindow();
    void tellsProgressAndEnds();
    void cancelReachesTheWorker();
    void dropsTheAnswerForOneWhoIsGone();
    void waitsForItsWorkersInTheEnd();
    void whatAWorkerThrowsIsAnError();
};

void JobListTest::handsTheAnswerOverInTheThreadOfTheWindow()
{
    JobList jobs;
    QThread* worker = nullptr;
    QThread* receiver = nullptr;
    jobs.start(
        QStringLiteral("count"), this,
        [&worker](const base::JobContext&) {
            worker = QThread::currentThread();
            return 42;
        },
        [&receiver](int answer) {
            QCOMPARE(answer, 42);
            receiver = QThread::currentThread();
        });
    QTRY_VERIFY(receiver);
    QCOMPARE(receiver, thread());
    QVERIFY(worker != thread());
}

void JobListTest::tellsProgressAndEnds()
{
    JobList jobs;
    const QSignalSpy ended(&jobs, &JobList::ended);
    std::atomic<bool> goOn{false};
    Job* job = jobs.start(
        QStringLiteral("read"), this,
        [&goOn](const base::JobContext& context) {
            context.progress(3, 10, "reading");
            while (!goOn)
                QThread::yieldCurrentThread();
            return 0;
        },
        [](int) {});
    QTRY_COMPARE(job->done(), std::uint64_t{3});
    QCOMPARE(job->total(), std::uint64_t{10});
    QCOMPARE(job->stage(), QStringLiteral("reading"));
    QCOMPARE(jobs.jobs().size(), std::size_t{1});
    goOn = true;
    QTRY_COMPARE(ended.size(), 1);
    QVERIFY(jobs.jobs().empty());
}

void JobListTest::cancelReachesTheWorker()
{
    JobList jobs;
    bool wasCancelled = false;
    Job* job = jobs.start(
        QStringLiteral("wait"), this,
        [](const base::JobContext& context) {
            while (!context.cancelled())
                QThread::yieldCurrentThread();
            return true;
        },
        [&wasCancelled](bool answer) { wasCancelled = answer; });
    QVERIFY(!job->isCancelled());
    job->cancel();
    QTRY_VERIFY(wasCancelled);
}

void JobListTest::dropsTheAnswerForOneWhoIsGone()
{
    JobList jobs;
    const QSignalSpy ended(&jobs, &JobList::ended);
    auto receiver = std::make_unique<QObject>();
    bool wasCalled = false;
    std::atomic<bool> goOn{false};
    jobs.start(
        QStringLiteral("late"), receiver.get(),
        [&goOn](const base::JobContext&) {
            while (!goOn)
                QThread::yieldCurrentThread();
            return 1;
        },
        [&wasCalled](int) { wasCalled = true; });
    receiver.reset();
    goOn = true;
    QTRY_COMPARE(ended.size(), 1);
    QVERIFY(!wasCalled);
}

void JobListTest::waitsForItsWorkersInTheEnd()
{
    std::atomic<bool> isDone{false};
    {
        JobList jobs;
        jobs.start(
            QStringLiteral("wait"), this,
            [&isDone](const base::JobContext& context) {
                while (!context.cancelled())
                    QThread::yieldCurrentThread();
                isDone = true;
                return 0;
            },
            [](int) { QFAIL("the answer of a list that is gone"); });
    }
    QVERIFY(isDone);
}

void JobListTest::whatAWorkerThrowsIsAnError()
{
    JobList jobs;
    std::vector<std::string> messages;
    const auto take = [&messages](base::Result<int> answer) {
        messages.push_back(answer ? std::string() : answer.error().message);
    };
    jobs.start(
        QStringLiteral("much"), this,
        [](const base::JobContext&) -> base::Result<int> { throw std::bad_alloc(); }, take);
    QTRY_COMPARE(messages.size(), std::size_t{1});
    jobs.start(
        QStringLiteral("fault"), this,
        [](const base::JobContext&) -> base::Result<int> { throw std::runtime_error("a fault"); },
        take);
    QTRY_COMPARE(messages.size(), std::size_t{2});
    QCOMPARE(messages, (std::vector<std::string>{"there is not enough memory", "a fault"}));
    QVERIFY(jobs.jobs().empty());
}

} // namespace cupel::ui

QTEST_GUILESS_MAIN(cupel::ui::JobListTest)
#include "tst_job_list.moc"
