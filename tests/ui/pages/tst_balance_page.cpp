#include <QAccessible>
#include <QApplication>
#include <QCheckBox>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

#include "tests/ui/support/opened.h"
#include "tests/ui/support/shown_page.h"
#include "ui/charts/chart_panel.h"
#include "ui/charts/table_twin.h"
#include "ui/pages/balance_page.h"
#include "ui/pages/link_label.h"
#include "ui/pages/metrics_table.h"
#include "ui/pages/reading_column.h"

namespace cupel::ui {
namespace {

bool says(const QWidget& page, const QString& text)
{
    const auto labels = page.findChildren<QLabel*>();
    return std::any_of(labels.begin(), labels.end(), [&text](const QLabel* label) {
        return label->isVisible() && label->text().contains(text);
    });
}

} // namespace

class BalancePageTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyScheme(*qApp, Scheme::Light, QApplication::palette()); }
    void emptyWithoutADataset();
    void proposesALabel();
    void showsTheClasses();
    void aMarkLeadsToItsRows();
    void revealsAChartAndItsMark();
    void metricsSayWhatTheyAreOf();
    void keepsWhatThePersonChose();
    void findingsAreLinks();
    void adultClassesHaveTheirNames();
    void everythingHasAName();
};

void BalancePageTest::emptyWithoutADataset()
{
    const auto page = test::shownPage<BalancePage>(nullptr);
    QVERIFY(says(*page, QStringLiteral("No dataset is open")));
    page->setDataset(test::openedSample());
    QVERIFY(!says(*page, QStringLiteral("No dataset is open")));
    page->setDataset(nullptr);
    QVERIFY(says(*page, QStringLiteral("No dataset is open")));
}

void BalancePageTest::proposesALabel()
{
    const QTemporaryDir folder;
    const OpenDatasetPtr dataset = test::openedText(folder, "size,label\n1,yes\n2,no\n3,yes\n");
    const auto page = test::shownPage<BalancePage>(dataset);
    QVERIFY(says(*page, QStringLiteral("No column is the label yet")));
    QSignalSpy chosen(page.get(), &Page::rolesEdited);
    const auto buttons = page->findChildren<QPushButton*>();
    const auto found = std::find_if(buttons.begin(), buttons.end(), [](const QPushButton* one) {
        return one->accessibleName() == QStringLiteral("Use label as label");
    });
    QVERIFY(found != buttons.end());
    QPushButton* button = *found;
    QTest::mouseClick(button, Qt::LeftButton);
    QCOMPARE(chosen.size(), 1);
    const auto roles = chosen.at(0).at(0).value<RolesEdit>()(dataset->dataset().roles);
    QCOMPARE(roles.label->column, std::string("label"));
}

void BalancePageTest::showsTheClasses()
{
    const auto page = test::shownPage<BalancePage>(test::openedSample());
    ChartPanel* panel = page->chart("class-imbalance/class-counts");
    QVERIFY(panel);
    QCOMPARE(panel->chart().rows().rows.size(), std::size_t{2});
    QVERIFY(page->chart("split-drift/classes-by-split"));
    QVERIFY(page->chart("split-drift/gaps-by-split:sex"));
    QVERIFY(!page->chart("group-gaps/group-rates:sex"));
    // Classes inside each group, and groups inside each class.
    QCOMPARE(page->findChildren<TableTwin*>().size(), 6);
}

void BalancePageTest::aMarkLeadsToItsRows()
{
    const OpenDatasetPtr dataset = test::openedSample();
    const auto page = test::shownPage<BalancePage>(dataset);
    QSignalSpy followed(page.get(), &Page::followed);
    ChartPanel* panel = page->chart("class-imbalance/class-counts");
    ChartView& chart = panel->chart();
    QTest::mouseClick(chart.viewport(), Qt::LeftButton, {}, chart.markRect(1).center());
    QCOMPARE(followed.size(), 1);
    const auto target = followed.at(0).at(0).value<Target>();
    QCOMPARE(target.page, PageId::Rows);
    QVERIFY(target.rows);
    QCOMPARE(static_cast<double>(test::rowsPassing(*dataset, target.rows->filter)),
        *chart.rows().rows[1].value);
}

void BalancePageTest::revealsAChartAndItsMark()
{
    const auto page = test::shownPage<BalancePage>(test::openedSample());
    const Target target{PageId::Balance, "split-drift/gaps-by-split:age", 2, {}};
    page->reveal(target);
    ChartPanel* panel = page->chart(target.item);
    QTRY_VERIFY(!panel->visibleRegion().isEmpty());
    QVERIFY(panel->chart().highlighted());
    QCOMPARE(panel->chart().rows().rows[*panel->chart().highlighted()].tableRow, std::size_t{2});
    // Unknown places change nothing.
    page->reveal({PageId::Balance, "no/such", 0, {}});
}

void BalancePageTest::metricsSayWhatTheyAreOf()
{
    const auto page = test::shownPage<BalancePage>(test::openedSample());
    auto* table = page->findChild<MetricsTable*>();
    QVERIFY(table);
    const int key = table->view().model()->rowCount();
    QVERIFY(key >= 6 && key < 12);
    QTest::mouseClick(&table->all(), Qt::LeftButton, {}, QPoint(5, table->all().height() / 2));
    QVERIFY(table->view().model()->rowCount() > 100);
    QCOMPARE(table->view().model()->rowCount(), table->metrics().rowCount());
}

void BalancePageTest::keepsWhatThePersonChose()
{
    const auto page = test::shownPage<BalancePage>(test::openedSample());
    page->chart("class-imbalance/class-counts")->setTableShown(true);
    page->chart("class-imbalance/class-counts")->setLog(true);
    auto* reading = page->findChild<ReadingColumn*>();
    QTRY_VERIFY(reading->verticalScrollBar()->maximum() > 200);
    reading->verticalScrollBar()->setValue(150);
    page->setDataset(test::openedSample());
    QVERIFY(page->chart("class-imbalance/class-counts")->isTableShown());
    QVERIFY(page->chart("class-imbalance/class-counts")->isLog());
    QTRY_COMPARE(reading->verticalScrollBar()->value(), 150);
}

void BalancePageTest::findingsAreLinks()
{
    const OpenDatasetPtr dataset = test::openedSample();
    const auto page = test::shownPage<BalancePage>(dataset);
    QSignalSpy followed(page.get(), &Page::followed);
    auto* link = page->findChild<LinkLabel*>();
    QVERIFY(link);
    QTest::keyClick(link, Qt::Key_Return);
    const auto target = followed.at(0).at(0).value<Target>();
    QCOMPARE(target.page, PageId::Findings);
    const reports::AuditReport* audit = dataset->audit("split-drift");
    QVERIFY(audit);
    QCOMPARE(target.item, audit->result.findings.front().id(dataset->dataset().name));
}

void BalancePageTest::adultClassesHaveTheirNames()
{
    const OpenDatasetPtr adult = test::openedAdult();
    if (!adult)
        QSKIP("Adult is not there");
    const auto page = test::shownPage<BalancePage>(adult);
    ChartView& chart = page->chart("class-imbalance/class-counts")->chart();
    QCOMPARE(chart.markText(0), QStringLiteral("<=50K: 24,720 (75.9 %)"));
    QCOMPARE(chart.markText(1), QStringLiteral(">50K: 7,841 (24.1 %)"));
}

void BalancePageTest::everythingHasAName()
{
    const auto page = test::shownPage<BalancePage>(test::openedSample());
    for (const QWidget* widget : page->findChildren<QWidget*>()) {
        const bool isOurs = !QByteArray(widget->objectName().toLatin1()).startsWith("qt_");
        if (!isOurs || !(widget->focusPolicy() & Qt::TabFocus) || !widget->isVisible()
            || qobject_cast<const ReadingColumn*>(widget))
            continue;
        const QAccessibleInterface* face
            = QAccessible::queryAccessibleInterface(const_cast<QWidget*>(widget));
        QVERIFY2(face && !face->text(QAccessible::Name).isEmpty(),
            qPrintable(QStringLiteral("%1 in %2")
                           .arg(QLatin1String(widget->metaObject()->className()),
                               QLatin1String(widget->parentWidget()->metaObject()->className()))));
    }
}

} // namespace cupel::ui

QTEST_MAIN(cupel::ui::BalancePageTest)
#include "tst_balance_page.moc"
