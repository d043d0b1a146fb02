#include <QSignalSpy>
#include <QTabWidget>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

#include "tests/ui/window/window_test.h"
#include "ui/charts/chart_view.h"
#include "ui/models/findings_model.h"
#include "ui/pages/rows_page.h"
#include "ui/window/page_tabs.h"

namespace cupel::ui {

/// From a finding to its chart, from the chart to its rows and back, by keys alone.
class DrillDownTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void enterLeadsFromTheFindingToItsRows_data();
    void enterLeadsFromTheFindingToItsRows();

private:
    const test::OwnSettings m_settings;
};

void DrillDownTest::enterLeadsFromTheFindingToItsRows_data()
{
    QTest::addColumn<QString>("table");
    QTest::addColumn<bool>("isAdult");
    QTest::newRow("sample") << test::projectFile(QStringLiteral("resources/sample/loans.csv"))
                            << false;
    const QString adult = test::sharedFile(QStringLiteral("data/tabular/adult/adult.data"));
    if (!adult.isEmpty())
        QTest::newRow("Adult") << adult << true;
}

void DrillDownTest::enterLeadsFromTheFindingToItsRows()
{
    QFETCH(const QString, table);
    QFETCH(const bool, isAdult);
    pipeline::AuditRequest request;
    request.inputs = {bytesOf(table)};
    if (isAdult) {
        request.options.hasHeader = false;
        for (const char* const name : {"age", "workclass", "fnlwgt", "education", "education-num",
                 "marital-status", "occupation", "relationship", "race", "sex", "capital-gain",
                 "capital-loss", "hours-per-week", "native-country", "income"})
            request.options.names.emplace_back(name);
    }
    request.roles.label
        = audits::LabelRole{isAdult ? "income" : "approved", isAdult ? ">50K" : "yes", {}, {}};
    request.roles.groups = {{"sex", {}, {}}};

    const QTemporaryDir data;
    const std::unique_ptr<MainWindow> made = test::shownWindow(test::catalogIn(data), {1'200, 900});
    MainWindow& window = *made;
    QSignalSpy changed(&window.workspace(), &Workspace::datasetChanged);
    window.workspace().open(request);
    QTRY_COMPARE_WITH_TIMEOUT(changed.size(), 1, 30'000);

    QTest::keyClick(&window, Qt::Key_2, Qt::ControlModifier);
    auto* tabs = window.findChild<QTabWidget*>();
    auto* list = tabs->currentWidget()->findChild<QTableView*>();
    QVERIFY(list);
    list->setFocus();
    const OpenDatasetPtr dataset = window.workspace().dataset();
    const findings::Finding* gap = nullptr;
    int row = -1;
    for (const findings::Finding* finding : reports::rankedFindings(dataset->dataset())) {
        ++row;
        if (finding->rule == "fairness.base-rate-gap") {
            gap = finding;
            break;
        }
    }
    QVERIFY(gap);
    list->setCurrentIndex(list->model()->index(row, 0));
    QTest::keyClick(list, Qt::Key_Return);
    auto* const chart = qobject_cast<ChartView*>(QApplication::focusWidget());
    QVERIFY2(chart, "the chart of the finding has the focus");
    QVERIFY(chart->highlighted());
    const QString group = shown(chart->rows().rows[*chart->highlighted()].label);

    QTest::keyClick(chart, Qt::Key_Return);
    auto* const rows = qobject_cast<RowsPage*>(tabs->currentWidget());
    QVERIFY2(rows, "the rows of the mark are shown");
    QTRY_VERIFY(!rows->isSearching());
    std::int64_t expected = 0;
    const reports::AuditReport* const gaps = dataset->audit("group-gaps");
    QVERIFY(gaps);
    for (const audits::Metric& metric : gaps->result.metrics) {
        bool isOfGroup = false;
        for (const auto& [key, value] : metric.subject)
            isOfGroup = isOfGroup || (key == "group" && shown(value) == group);
        if (isOfGroup && metric.id == "base-rate")
            expected = metric.n;
    }
    QVERIFY(expected > 0);
    QTableView* view = nullptr;
    for (QTableView* one : rows->findChildren<QTableView*>()) {
        if (one->isVisible())
            view = one;
    }
    QVERIFY(view);
    QTRY_COMPARE(view->model()->rowCount(), static_cast<int>(expected));

    QTest::keyClick(&window, Qt::Key_Left, Qt::AltModifier);
    QTest::keyClick(&window, Qt::Key_Left, Qt::AltModifier);
    QCOMPARE(tabs->currentIndex(), 1);
}

} // namespace cupel::ui

QTEST_MAIN(cupel::ui::DrillDownTest)
#include "tst_drill_down.moc"
