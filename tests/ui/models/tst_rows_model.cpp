#include <QAbstractItemModelTester>
#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>

#include "tests/ui/support/counting_rows.h"
#include "tests/ui/support/opened.h"
#include "ui/models/rows_model.h"
#include "ui/theme/shown.h"

namespace cupel::ui {

class RowsModelTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void isAModel();
    void showsCellsAsTheyStand();
    void hundredMillionRowsInPages();
    void readsOnlyWhatIsLookedAt();
    void someRowsKeepTheirNumbers();
    void hostileAndLongCellsAreCut();
    void aGoneSourceIsToldOnce();
    void findsTheRowsOfTheReport();
    void findsTheRowOfALine();
    void aCancelledSearchFails();
};

void RowsModelTest::isAModel()
{
    RowsModel model;
    const QAbstractItemModelTester tester(
        &model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QCOMPARE(model.rowCount(), 0);
    QCOMPARE(model.columnCount(), 0);
    model.setTable(test::tableOf(std::make_shared<test::CountingRows>(7, 3), 3));
    QCOMPARE(model.rowCount(), 7);
    QCOMPARE(model.pages(), 1U);
    model.setMarkedColumn("c1");
    QCOMPARE(*model.markedColumn(), 1);
    QVERIFY(model.index(0, 1).data(Qt::BackgroundRole).isValid());
    QVERIFY(!model.index(0, 0).data(Qt::BackgroundRole).isValid());
    model.setRows(std::make_shared<const RowNumbers>(RowNumbers::some({})));
    QCOMPARE(model.rowCount(), 0);
    model.setTable(nullptr);
    QCOMPARE(model.columnCount(), 0);
}

void RowsModelTest::showsCellsAsTheyStand()
{
    const OpenDatasetPtr sample = test::openedSample();
    RowsModel model;
    model.setTable({sample->file, &sample->file->table});
    QCOMPARE(model.rowCount(), 5000);
    QCOMPARE(model.index(0, 0).data().toString(), QStringLiteral("L00001"));
    QCOMPARE(model.headerData(0, Qt::Vertical).toString(), QStringLiteral("1 · line 2"));
    QCOMPARE(model.headerData(4, Qt::Horizontal).toString(), QStringLiteral("age"));
    QCOMPARE(model.index(0, 4).data(Qt::AccessibleTextRole).toString(), QStringLiteral("22"));
}

void RowsModelTest::hundredMillionRowsInPages()
{
    constexpr std::uint64_t kRows = 100'000'000;
    RowsModel model;
    model.setTable(test::tableOf(std::make_shared<test::CountingRows>(kRows, 2), 2));
    QCOMPARE(model.pages(), 100U);
    QCOMPARE(model.rowCount(), 1'000'000);
    model.setPage(99);
    QCOMPARE(model.rowCount(), 1'000'000);
    QCOMPARE(model.tableRow(999'999), kRows - 1);
    QCOMPARE(model.index(999'999, 0).data().toString(), QStringLiteral("99999999"));
    QVERIFY(model.headerData(999'999, Qt::Vertical)
                .toString()
                .startsWith(counted(static_cast<std::int64_t>(kRows))));
    model.setPage(1'000); // beyond the last
    QCOMPARE(model.page(), 99U);
}

void RowsModelTest::readsOnlyWhatIsLookedAt()
{
    const auto source = std::make_shared<test::CountingRows>(1'000'000, 3);
    RowsModel model;
    model.setTable(test::tableOf(source, 3));
    QCOMPARE(source->reads.load(), 0U);
    for (int column = 0; column < 3; ++column)
        model.index(500'000, column).data();
    model.headerData(500'000, Qt::Vertical);
    QCOMPARE(source->reads.load(), 1U);
    for (int row = 0; row < 100'000; ++row)
        model.index(row, 0).data();
    QCOMPARE(source->reads.load(), 100'001U);
    model.index(99'999, 0).data(); // still kept
    QCOMPARE(source->reads.load(), 100'001U);
    model.index(0, 0).data(); // not any more
    QCOMPARE(source->reads.load(), 100'002U);
}

void RowsModelTest::someRowsKeepTheirNumbers()
{
    RowsModel model;
    model.setTable(test::tableOf(std::make_shared<test::CountingRows>(1'000, 2), 2));
    const RowNumbersPtr some = std::make_shared<const RowNumbers>(RowNumbers::some({3, 70, 999}));
    model.setRows(some);
    QCOMPARE(model.rowCount(), 3);
    QCOMPARE(model.index(1, 0).data().toString(), QStringLiteral("70"));
    QVERIFY(model.headerData(2, Qt::Vertical).toString().startsWith(counted(1'000)));
    QCOMPARE(some->placeOf(3), 0U);
    QCOMPARE(some->placeOf(4), 1U);
    QCOMPARE(some->placeOf(1'000), 3U);
}

void RowsModelTest::hostileAndLongCellsAreCut()
{
    const QTemporaryDir folder;
    const QByteArray longCell(100'000, 'x');
    const QByteArray hostile = "<img src='/x.png'>\xe2\x80\xae two\nlines %1";
    const OpenDatasetPtr dataset
        = test::openedText(folder, "a,b\n\"" + hostile + "\"," + longCell + "\n,y\n");
    RowsModel model;
    model.setTable({dataset->file, &dataset->file->table});
    const QString text = model.index(0, 0).data().toString();
    QVERIFY(!text.contains(QChar(0x202E)) && !text.contains(QLatin1Char('\n')));
    QVERIFY(!model.index(0, 0).data(Qt::ToolTipRole).toString().contains(QLatin1String("<img")));
    const QString cut = model.index(0, 1).data().toString();
    QCOMPARE(cut.size(), RowsModel::kPreviewCharacters);
    QVERIFY(cut.endsWith(QChar(0x2026)));
    QCOMPARE(model.read(0)->cells[1].size(), 100'000U);
    QCOMPARE(model.index(1, 0).data().toString(), QStringLiteral("missing"));
    QVERIFY(model.isMissing(0, ""));
}

void RowsModelTest::aGoneSourceIsToldOnce()
{
    const auto source = std::make_shared<test::CountingRows>(10, 2);
    RowsModel model;
    model.setTable(test::tableOf(source, 2));
    QSignalSpy failed(&model, &RowsModel::failed);
    source->isGone = true;
    for (int row = 0; row < 10; ++row)
        QCOMPARE(model.index(row, 0).data().toString(), QStringLiteral("–"));
    QCOMPARE(failed.count(), 0); // not while it was asked
    QTRY_COMPARE(failed.count(), 1);
    QCOMPARE(source->reads.load(), 1U);
}

void RowsModelTest::findsTheRowsOfTheReport()
{
    const OpenDatasetPtr sample = test::openedSample();
    const std::shared_ptr<const table::Table> table(sample->file, &sample->file->table);
    int compared = 0;
    for (const findings::Finding* finding : reports::rankedFindings(sample->dataset())) {
        for (const findings::RowEvidence& one : finding->evidence) {
            const auto rows = findRows(table, one.filter, {});
            QVERIFY(rows);
            QCOMPARE(static_cast<std::int64_t>((*rows)->count()), one.count);
            ++compared;
        }
    }
    QVERIFY(compared > 20);
    const auto all = findRows(table, {}, {});
    QVERIFY(all);
    QCOMPARE((*all)->count(), 5000U);
}

void RowsModelTest::findsTheRowOfALine()
{
    const test::CountingRows rows(1'000, 1); // row i begins in line 2 + 2 i
    const auto place = [&rows](std::uint64_t line) {
        const auto row = rowOfLine(rows, line);
        return row && *row ? static_cast<int>(**row) : -1;
    };
    QCOMPARE(place(1), 0);
    QCOMPARE(place(2), 0);
    QCOMPARE(place(3), 0);
    QCOMPARE(place(4), 1);
    QCOMPARE(place(2'000), 999);
    QCOMPARE(place(1'000'000), 999);
    const auto none = rowOfLine(test::CountingRows(0, 1), 5);
    QVERIFY(none && !*none);
}

void RowsModelTest::aCancelledSearchFails()
{
    const OpenDatasetPtr sample = test::openedSample();
    const std::atomic<bool> cancel = true;
    const base::JobContext job({}, &cancel);
    const auto rows = findRows({sample->file, &sample->file->table},
        {{{counts::ValueDim{"sex"}, {counts::CellKey::value("Male")}}}}, job);
    QVERIFY(!rows);
    QVERIFY(rows.error().code == base::ErrorCode::Cancelled);
}

} // namespace cupel::ui

QTEST_MAIN(cupel::ui::RowsModelTest)
#include "tst_rows_model.moc"
