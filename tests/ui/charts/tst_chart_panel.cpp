#include <QAbstractItemModelTester>
#include <QApplication>
#include <QClipboard>
#include <QFile>
#include <QLabel>
#include <QMenu>
#include <QMimeData>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>
#include <QXmlStreamReader>

#include "core/reports/svg_chart.h"
#include "core/reports/text_forms.h"
#include "tests/ui/support/tables.h"
#include "tests/ui/support/widgets.h"
#include "ui/charts/chart_panel.h"
#include "ui/charts/table_twin.h"
#include "ui/theme/shown.h"

namespace cupel::ui {
namespace {

/// Texts of an SVG image in their order; none where it is not well-formed.
QStringList textsOf(const QByteArray& svg, const QString& element)
{
    QStringList texts;
    QXmlStreamReader reader(svg);
    while (!reader.atEnd()) {
        if (reader.readNext() == QXmlStreamReader::StartElement && reader.name() == element)
            texts << reader.readElementText().trimmed();
    }
    return reader.hasError() ? QStringList() : texts;
}

std::vector<std::pair<charts::ChartSpec, test::Tables>> someCharts()
{
    return {{test::bars(), test::countsOf({{"<=50K", 24'720}, {"a & b", 7'841}, {"c", 3}}, 12)},
        {test::dots(),
            test::ratesOf({{"Female", 10'771, 0.1095, 0.1036, 0.1155},
                {"Male", 21'790, 0.3057, 0.2996, 0.3119}, {"none", 0, {}, {}, {}}})}};
}

} // namespace

class ChartPanelTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyScheme(*qApp, Scheme::Light, QApplication::palette()); }
    void numbersAreThoseOfTheReport();
    void theTableIsAModel();
    void tAndTheButtonShowTheTable();
    void theTableGivesExactNumbers();
    void rowsOfTheTableAreActivated();
    void whatHasNoMarkIsShownInTheTable();
    void copiesImages();
    void savesWhatTheEndingSays();
    void everyButtonHasAName();
};

/// What the reports draw and what the window draws are the same rows, labels, values and axis.
void ChartPanelTest::numbersAreThoseOfTheReport()
{
    for (const auto& [spec, table] : someCharts()) {
        const QByteArray report = QByteArray::fromStdString(
            reports::svgChart(spec, *table, reports::PrivacyView(reports::Privacy::Full), "chart"));
        ChartPanel panel(spec, table);
        QStringList rows = textsOf(report, QStringLiteral("title")).mid(1);
        QVERIFY(!rows.isEmpty());
        for (qsizetype i = 0; i < rows.size(); ++i)
            QCOMPARE(panel.chart().markText(static_cast<std::size_t>(i)), rows.at(i));
        QCOMPARE(panel.chart().rows().rows.size(), static_cast<std::size_t>(rows.size()));
        QCOMPARE(textsOf(report, QStringLiteral("desc")).value(0), panel.chart().summary());

        const QStringList drawn = textsOf(svgOf(panel.picture()), QStringLiteral("text"));
        QVERIFY(!drawn.isEmpty());
        for (const QString& text : textsOf(report, QStringLiteral("text")))
            QVERIFY2(drawn.contains(text), qPrintable(text));
    }
}

void ChartPanelTest::theTableIsAModel()
{
    for (const auto& [spec, table] : someCharts()) {
        ResultTableModel model(table);
        const QAbstractItemModelTester tester(
            &model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QCOMPARE(model.rowCount(), static_cast<int>(table->rows.size()));
    }
    ResultTableModel empty(test::countsOf({}));
    const QAbstractItemModelTester tester(
        &empty, QAbstractItemModelTester::FailureReportingMode::QtTest);
}

void ChartPanelTest::tAndTheButtonShowTheTable()
{
    ChartPanel panel(test::bars(), test::countsOf({{"few", 1}, {"many", 10}}));
    panel.resize(panel.sizeHint());
    panel.show();
    QVERIFY(QTest::qWaitForWindowExposed(&panel));
    panel.chart().setFocus();
    QTest::keyClick(&panel.chart(), Qt::Key_Down);
    QTest::keyClick(&panel.chart(), Qt::Key_T);
    QVERIFY(panel.isTableShown());
    QVERIFY(panel.twin().isVisible());
    QVERIFY(!panel.chart().isVisible());
    QVERIFY(panel.twin().hasFocus());
    QCOMPARE(panel.twin().currentRow(), std::size_t{0}); // "few", the second mark
    QTest::keyClick(&panel.twin(), Qt::Key_T);
    QVERIFY(panel.chart().isVisible());
    QVERIFY(panel.chart().hasFocus());
    auto* button = test::toolButtonStarting(panel, QStringLiteral("Table"));
    QVERIFY(button);
    QTest::mouseClick(button, Qt::LeftButton);
    QVERIFY(panel.isTableShown());
}

void ChartPanelTest::theTableGivesExactNumbers()
{
    const auto charts = someCharts();
    ChartPanel panel(charts[1].first, charts[1].second);
    TableTwin& twin = panel.twin();
    const auto at = [&twin](int row, int column, int role) {
        return twin.model()->index(row, column).data(role);
    };
    QCOMPARE(at(0, 1, Qt::DisplayRole).toString(), QStringLiteral("10,771"));
    QCOMPARE(at(0, 1, Qt::ToolTipRole).toString(), toolTip(QStringLiteral("10771")));
    QCOMPARE(at(0, 2, Qt::DisplayRole).toString(), QStringLiteral("0.1095"));
    QCOMPARE(at(2, 2, Qt::DisplayRole).toString(), QStringLiteral("–"));
    QCOMPARE(at(2, 2, Qt::AccessibleTextRole).toString(), QStringLiteral("undefined"));
    QVERIFY(at(0, 2, Qt::TextAlignmentRole).toInt() & Qt::AlignRight);
    QVERIFY(at(0, 0, Qt::TextAlignmentRole).toInt() & Qt::AlignLeft);
    twin.selectAll();
    QTest::keySequence(&twin, QKeySequence::Copy);
    QCOMPARE(QApplication::clipboard()->text().split(QLatin1Char('\n')).at(1),
        QStringLiteral("Male\t21790\t0.3057\t0.2996\t0.3119"));
    QCOMPARE(panel.csv(),
        QByteArray("group,n,rate,low,high\r\nFemale,10771,0.1095,0.1036,0.1155\r\n"
                   "Male,21790,0.3057,0.2996,0.3119\r\nnone,0,,,\r\n"));
}

void ChartPanelTest::rowsOfTheTableAreActivated()
{
    ChartPanel panel(test::bars(), test::countsOf({{"a", 3}, {"b", 1}, {"c", 2}}));
    QSignalSpy activated(&panel, &ChartPanel::rowActivated);
    TableTwin& twin = panel.twin();
    twin.sortByColumn(1, Qt::AscendingOrder);
    twin.setCurrentIndex(twin.model()->index(0, 0));
    QTest::keyClick(&twin, Qt::Key_Return);
    QCOMPARE(activated.size(), 1);
    QCOMPARE(activated.at(0).at(0).value<std::size_t>(), std::size_t{1}); // "b", the fewest
    panel.chart().activate(0);
    QCOMPARE(activated.at(1).at(0).value<std::size_t>(), std::size_t{0});
}

void ChartPanelTest::whatHasNoMarkIsShownInTheTable()
{
    std::vector<std::pair<std::string, std::int64_t>> classes;
    for (int i = 0; i < 30; ++i)
        classes.emplace_back("class " + std::to_string(i), i + 1);
    ChartPanel panel(test::bars(), test::countsOf(classes));
    panel.highlight(29);
    QVERIFY(!panel.isTableShown());
    panel.highlight(0); // joined with others
    QVERIFY(panel.isTableShown());
    QCOMPARE(panel.twin().currentRow(), std::size_t{0});
}

void ChartPanelTest::copiesImages()
{
    audits::ResultTable table = *test::countsOf({{"<=50K", 3}, {"b", 1}});
    table.title = {std::string("Rows per class of "), base::DataText::name("<l>")};
    ChartPanel panel(test::bars(), std::make_shared<const audits::ResultTable>(std::move(table)));
    const auto actions = panel.findChild<QMenu*>()->actions();
    actions.at(0)->trigger();
    const QImage image = QApplication::clipboard()->image();
    QCOMPARE(image.width(), 2 * panel.picture().size.width());
    actions.at(1)->trigger();
    const QByteArray svg
        = QApplication::clipboard()->mimeData()->data(QStringLiteral("image/svg+xml"));
    QVERIFY(textsOf(svg, QStringLiteral("text")).contains(QStringLiteral("<=50K")));
    QVERIFY(svg.contains("font-size=\""));
    QCOMPARE(textsOf(svg, QStringLiteral("title")),
        QStringList{QStringLiteral("Rows per class of <l>")});
    QCOMPARE(textsOf(svg, QStringLiteral("desc")), QStringList{panel.chart().summary()});
    actions.at(2)->trigger();
    QCOMPARE(QApplication::clipboard()->text(), QStringLiteral("class,rows\r\n<=50K,3\r\nb,1\r\n"));
    // The same picture, the same bytes.
    QCOMPARE(svgOf(panel.picture()), svg);
}

void ChartPanelTest::savesWhatTheEndingSays()
{
    const QTemporaryDir folder;
    ChartPanel panel(test::bars(), test::countsOf({{"a", 3}, {"b", 1}}));
    const auto saved = [&](const char* name) {
        const QString path = folder.filePath(QString::fromLatin1(name));
        panel.saveTo(path);
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    };
    QVERIFY(saved("chart.svg").startsWith("<?xml"));
    QVERIFY(saved("chart.PNG").startsWith("\x89PNG"));
    QVERIFY(saved("chart.csv").startsWith("class,rows"));
    QVERIFY(saved("no/such/folder.svg").isEmpty());
    const auto labels = panel.findChildren<QLabel*>();
    QVERIFY(std::any_of(labels.begin(), labels.end(), [](const QLabel* label) {
        return label->text().contains(QStringLiteral("cannot write"));
    }));
}

void ChartPanelTest::everyButtonHasAName()
{
    ChartPanel panel(test::bars(), test::countsOf({{"a", 3}, {"b", 1}}));
    for (const QToolButton* button : panel.findChildren<QToolButton*>()) {
        if (button->focusPolicy() != Qt::NoFocus)
            QVERIFY(!button->accessibleName().isEmpty());
    }
    QVERIFY(!panel.chart().accessibleName().isEmpty());
    QVERIFY(!panel.twin().accessibleName().isEmpty());
}

} // namespace cupel::ui

QTEST_MAIN(cupel::ui::ChartPanelTest)
#include "tst_chart_panel.moc"
