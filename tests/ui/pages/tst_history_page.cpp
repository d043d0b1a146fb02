#include "ui/pages/history_page.h"

#include <QAbstractItemModelTester>
#include <QElapsedTimer>
#include <QTableView>
#include <QTest>

#include "tests/ui/support/hostile.h"
#include "tests/ui/support/widgets.h"
#include "ui/pages/history_model.h"

namespace cupel::ui {
namespace {

catalog::Event happened(
    const char* what, const std::string& who, const std::string& after, int second)
{
    catalog::Event one;
    one.what = what;
    one.who = who;
    one.after = after;
    one.at = catalog::Time(std::chrono::seconds(second));
    return one;
}

OpenDatasetPtr named(const std::string& name, std::int64_t catalogId = 0)
{
    auto dataset = std::make_shared<OpenDataset>();
    dataset->report = std::make_shared<reports::Report>();
    dataset->name = name;
    dataset->catalogId = catalogId;
    return dataset;
}

QString cell(const HistoryPage& page, int row, int column)
{
    return page.findChild<QTableView*>()->model()->index(row, column).data().toString();
}

} // namespace

class TestHistoryPage : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }
    void withoutHistoryItSaysWhatWouldBeHere();
    void newestStandsFirst();
    void longDetailsAreWholeBelow();
    void anotherDatasetTakesTheHistoryAway();
    void hostileEventsAreDrawnAsText();
    void manyEventsAreShownAtOnce();
    void modelKeepsTheRules();
};

void TestHistoryPage::withoutHistoryItSaysWhatWouldBeHere()
{
    HistoryPage page;
    page.show();
    QVERIFY(test::showsText(page, QStringLiteral("No dataset is open")));
    page.setDataset(named("loans"));
    QVERIFY(test::showsText(page, QStringLiteral("Nothing is remembered of this dataset")));
    page.reveal({PageId::History, {}, {}, {}});
}

void TestHistoryPage::newestStandsFirst()
{
    HistoryPage page;
    page.setDataset(named("loans"));
    page.setEntries(pipeline::historyEntries(
        {happened("import", "", R"({"version":1})", 100), happened("remove", "Ada", "", 200)}, {},
        {}));
    page.resize(800, 400);
    page.show();
    QCOMPARE(cell(page, 0, HistoryModel::What), QStringLiteral("Removed"));
    QCOMPARE(cell(page, 0, HistoryModel::Who), QStringLiteral("Ada"));
    QCOMPARE(cell(page, 1, HistoryModel::What), QStringLiteral("Added"));
    QCOMPARE(cell(page, 1, HistoryModel::Who), QStringLiteral("–"));
    QCOMPARE(cell(page, 1, HistoryModel::Details), QStringLiteral("version 1"));
    page.reveal({PageId::History, {}, {}, {}});
    QCOMPARE(page.findChild<QTableView*>()->currentIndex().row(), 0);
    QCOMPARE(test::unnamed(page), QStringList());
}

void TestHistoryPage::longDetailsAreWholeBelow()
{
    HistoryPage page;
    page.setDataset(named("loans", 1));
    std::vector<pipeline::HistoryEntry> entries(2);
    entries[0].details = {std::string("few words")};
    for (int i = 0; i < 60; ++i)
        entries[1].details.emplace_back("many words, ");
    entries[1].details.emplace_back("and the end");
    page.setEntries(entries);
    page.resize(600, 400);
    page.show();
    page.reveal({PageId::History, {}, {}, {}});
    QVERIFY(test::showsText(page, QStringLiteral("few words")));
    auto* const table = page.findChild<QTableView*>();
    QTest::keyClick(table, Qt::Key_Down);
    QVERIFY(test::showsTextWith(page, QStringLiteral("and the end")));
    QVERIFY(!test::showsText(page, QStringLiteral("few words")));
    page.setDataset(named("other", 2));
    QVERIFY(!test::showsTextWith(page, QStringLiteral("and the end")));
}

void TestHistoryPage::anotherDatasetTakesTheHistoryAway()
{
    HistoryPage page;
    page.setDataset(named("loans", 1));
    page.setEntries(pipeline::historyEntries({happened("import", "", "", 1)}, {}, {}));
    page.setDataset(named("loans", 1));
    QCOMPARE(page.findChild<QTableView*>()->model()->rowCount(), 1);
    page.setDataset(named("adult", 2));
    QCOMPARE(page.findChild<QTableView*>()->model()->rowCount(), 0);
}

void TestHistoryPage::hostileEventsAreDrawnAsText()
{
    const QTemporaryDir folder;
    const std::string image = test::redImage(folder).toStdString();
    HistoryPage page;
    page.setDataset(named("loans"));
    page.setEntries(pipeline::historyEntries(
        {happened("waive", image, image + std::string(1'000'000, 'x') + "\u202E", 1)}, {}, {}));
    page.resize(900, 400);
    page.show();
    QVERIFY(QTest::qWaitForWindowExposed(&page));
    QCOMPARE(test::redPixels(page), 0);
    QCOMPARE(cell(page, 0, HistoryModel::Who), QString::fromStdString(image));
    QVERIFY(cell(page, 0, HistoryModel::Details).size() < 1'000);
    const QString tip = page.findChild<QTableView*>()
                            ->model()
                            ->index(0, HistoryModel::Details)
                            .data(Qt::ToolTipRole)
                            .toString();
    QVERIFY(!tip.contains(QStringLiteral("<img")));
}

void TestHistoryPage::manyEventsAreShownAtOnce()
{
    constexpr int kMany = 50'000;
    std::vector<catalog::Event> events;
    events.reserve(kMany);
    for (int i = 0; i < kMany; ++i)
        events.push_back(happened("run", "", R"({"run":1,"level":"error"})", i));
    HistoryPage page;
    page.setDataset(named("loans"));
    page.show();
    QElapsedTimer clock;
    clock.start();
    page.setEntries(pipeline::historyEntries(events, {}, {}));
    QVERIFY2(clock.elapsed() < 2'000, qPrintable(QString::number(clock.elapsed())));
    QCOMPARE(page.findChild<QTableView*>()->model()->rowCount(), 50'000);
}

void TestHistoryPage::modelKeepsTheRules()
{
    HistoryModel model;
    const QAbstractItemModelTester tester(
        &model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setEntries(pipeline::historyEntries({happened("import", "", "", 1)}, {}, {}));
    QCOMPARE(model.rowCount(), 1);
    QVERIFY(model.index(0, HistoryModel::When).data(TableModel::SortRole).toDateTime().isValid());
    model.setEntries({});
}

} // namespace cupel::ui

QTEST_MAIN(cupel::ui::TestHistoryPage)
#include "tst_history_page.moc"
