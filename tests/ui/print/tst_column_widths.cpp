#include <QTest>
#include <numeric>
#include <random>

#include "ui/print/column_widths.h"

namespace cupel::ui {

class ColumnWidthsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void columnsGetWhatTheyAskWhereThereIsRoom();
    void narrowColumnsAreNotBrokenForWideOnes();
    void noColumnIsNarrowerThanItsWordsNorTheTableWiderThanTheRoom();
    void partsHoldEveryColumnOnce();
};

void ColumnWidthsTest::columnsGetWhatTheyAskWhereThereIsRoom()
{
    QCOMPARE(columnWidths({{10, 40}, {5, 20}}, 100), (std::vector<qreal>{40, 20}));
}

void ColumnWidthsTest::narrowColumnsAreNotBrokenForWideOnes()
{
    QCOMPARE(columnWidths({{10, 400}, {20, 30}}, 100), (std::vector<qreal>{70, 30}));
}

void ColumnWidthsTest::noColumnIsNarrowerThanItsWordsNorTheTableWiderThanTheRoom()
{
    std::mt19937 random(7);
    for (int round = 0; round < 500; ++round) {
        std::vector<ColumnNeed> needs(1 + random() % 12);
        qreal least = 0.0;
        qreal widest = 0.0;
        for (ColumnNeed& need : needs) {
            need.least = static_cast<qreal>(random() % 50);
            need.widest = need.least + static_cast<qreal>(random() % 300);
            least += need.least;
            widest += need.widest;
        }
        const qreal room = least + static_cast<qreal>(random() % 400);
        const std::vector<qreal> widths = columnWidths(needs, room);
        const qreal sum = std::accumulate(widths.begin(), widths.end(), 0.0);
        QVERIFY(qAbs(sum - std::min(room, widest)) < 1e-6);
        for (std::size_t i = 0; i < needs.size(); ++i)
            QVERIFY(widths[i] >= needs[i].least && widths[i] <= needs[i].widest + 1e-6);
    }
}

void ColumnWidthsTest::partsHoldEveryColumnOnce()
{
    std::mt19937 random(8);
    for (int round = 0; round < 200; ++round) {
        std::vector<ColumnNeed> needs(2 + random() % 60);
        for (ColumnNeed& need : needs)
            need.least = static_cast<qreal>(random() % 130);
        const std::size_t naming = std::min<std::size_t>(1 + random() % 2, needs.size() - 1);
        std::size_t next = naming;
        for (const ColumnGroup& group : columnGroups(needs, naming, 200)) {
            QCOMPARE(group.first, next);
            QVERIFY(group.end > group.first);
            qreal width = 0.0;
            for (std::size_t i = 0; i < naming; ++i)
                width += needs[i].least;
            for (std::size_t i = group.first; i < group.end; ++i)
                width += needs[i].least;
            QVERIFY(width <= 200 || group.end == group.first + 1);
            next = group.end;
        }
        QCOMPARE(next, needs.size());
    }
}

} // namespace cupel::ui

QTEST_APPLESS_MAIN(cupel::ui::ColumnWidthsTest)
#include "tst_column_widths.moc"
