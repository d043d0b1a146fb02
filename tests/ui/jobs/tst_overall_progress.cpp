#include <QTest>
#include <algorithm>

#include "ui/jobs/overall_progress.h"

namespace cupel::ui {

class OverallProgressTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void isOneBarOverAllStages();
    void neverFallsWhileARoundBeginsAnew();
    void aStageMayBeLeftOut();
    void unknownStagesChangeNothing();

private:
    static OverallProgress made()
    {
        return OverallProgress({{QStringLiteral("reading"), 0.6},
            {QStringLiteral("count"), 0.3, true}, {QStringLiteral("storing"), 0.1}});
    }
};

void OverallProgressTest::isOneBarOverAllStages()
{
    OverallProgress progress = made();
    QCOMPARE(progress.advance(0, 100, QStringLiteral("reading")), 0.0);
    QCOMPARE(progress.advance(50, 100, QStringLiteral("reading")), 0.3);
    QCOMPARE(progress.advance(100, 100, QStringLiteral("reading")), 0.6);
    QCOMPARE(progress.advance(0, 4, QStringLiteral("count")), 0.6);
    QVERIFY(progress.advance(3, 4, QStringLiteral("count")) < 0.9);
    QCOMPARE(progress.advance(1, 2, QStringLiteral("storing")), 0.95);
    QCOMPARE(progress.advance(2, 2, QStringLiteral("storing")), 1.0);
}

void OverallProgressTest::neverFallsWhileARoundBeginsAnew()
{
    OverallProgress progress = made();
    double before = progress.advance(100, 100, QStringLiteral("reading"));
    for (int round = 0; round < 50; ++round) {
        for (std::uint64_t i = 0; i < 5; ++i) {
            const double now = progress.advance(i, 5, QStringLiteral("count"));
            QVERIFY(now >= before && now <= 0.9);
            before = now;
        }
    }
    QVERIFY(before > 0.85);
    // A file that is read again is told of as well.
    QCOMPARE(progress.advance(1, 100, QStringLiteral("reading")), before);
}

void OverallProgressTest::aStageMayBeLeftOut()
{
    OverallProgress progress = made();
    QCOMPARE(progress.advance(0, 3, QStringLiteral("count")), 0.6);
    QCOMPARE(progress.advance(5, 3, QStringLiteral("storing")), 1.0);
}

void OverallProgressTest::unknownStagesChangeNothing()
{
    OverallProgress progress = made();
    QCOMPARE(progress.advance(1, 2, QStringLiteral("hashing")), 0.0);
    const double before = progress.advance(1, 2, QStringLiteral("reading"));
    QCOMPARE(progress.advance(1, 2, QStringLiteral("hashing")), before);
    // Nobody knows how much there is.
    QCOMPARE(progress.advance(7, 0, QStringLiteral("count")), 0.6);
}

} // namespace cupel::ui

QTEST_MAIN(cupel::ui::OverallProgressTest)
#include "tst_overall_progress.moc"
