#include <QLabel>
#include <QProgressBar>
#include <QTest>
#include <atomic>

#include "tests/ui/support/widgets.h"
#include "ui/jobs/job_list.h"
#include "ui/window/jobs_strip.h"

namespace cupel::ui {

class JobsStripTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void saysHowFarAJobIs();
    void theBarGoesOnlyForward();
};

void JobsStripTest::saysHowFarAJobIs()
{
    const auto blank = [](QString text) { return text.replace(QChar::Nbsp, QLatin1Char(' ')); };
    QLocale::setDefault(QLocale::c());
    QCOMPARE(jobWords(QStringLiteral("reading"), 5'000'000, 500, 0.1), QStringLiteral("reading"));
    const QString words
        = blank(jobWords(QStringLiteral("reading"), 2 * 1024 * 1024 * 100, 2'000, 0.25));
    QCOMPARE(words, QStringLiteral("reading, 100 MiB per second, 2.0 s so far, about 6.0 s left"));
    QCOMPARE(blank(jobWords(QStringLiteral("count"), 3, 20'000, 0.8)),
        QStringLiteral("count, 20 s so far, about 5.0 s left"));
    QCOMPARE(blank(jobWords(QStringLiteral("comparing"), 0, 3'000, {})),
        QStringLiteral("comparing, 3.0 s so far"));
}

void JobsStripTest::theBarGoesOnlyForward()
{
    JobList jobs;
    JobsStrip strip(jobs);
    strip.show();
    std::atomic<int> step{0};
    Job* const job = jobs.start(
        QStringLiteral("Open a.csv"), this,
        [&step](const base::JobContext& context) {
            context.progress(9, 10, "reading");
            while (step < 1)
                QThread::yieldCurrentThread();
            context.progress(0, 10, "count");
            while (step < 2)
                QThread::yieldCurrentThread();
            return 0;
        },
        [](int) {});
    job->setStages({{QStringLiteral("reading"), 0.5}, {QStringLiteral("count"), 0.5, true}});
    const auto* bar = strip.findChild<QProgressBar*>();
    QVERIFY(bar);
    QTRY_COMPARE(bar->value(), 450);
    step = 1;
    QTRY_COMPARE(job->stage(), QStringLiteral("count"));
    QCOMPARE(bar->value(), 500);
    step = 2;
    QTRY_VERIFY(jobs.jobs().empty());
}

} // namespace cupel::ui

QTEST_MAIN(cupel::ui::JobsStripTest)
#include "tst_jobs_strip.moc"
