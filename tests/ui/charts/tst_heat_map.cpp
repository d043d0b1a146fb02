#include <QAbstractItemModelTester>
#include <QApplication>
#include <QSignalSpy>
#include <QTest>

#include "ui/charts/contrast.h"
#include "ui/charts/heat_map_panel.h"
#include "ui/charts/table_twin.h"
#include "ui/theme/plain_label.h"
#include "ui/theme/shown.h"

namespace cupel::ui {
namespace {

ResultTablePtr subgroups()
{
    using base::DataText;
    const auto name = [](const char* text) { return DataText::roleValue(text, 100); };
    return std::make_shared<const audits::ResultTable>(audits::ResultTable{
        "intersection-rates:sex,age", {std::string("Rate by sex × age")},
        {"sex", "age", "n", "favourable", "rate", "low", "high"},
        {{name("<F>"), name("[100, 200]"), std::int64_t{1'555}, std::int64_t{190}, 0.122, 0.1,
             0.14},
            {name("<F>"), name("[9, 100)"), std::int64_t{12}, std::int64_t{6}, 0.5, 0.25, 0.75},
            {name("M"), name("[9, 100)"), std::int64_t{400}, std::int64_t{300}, 0.75, 0.7, 0.8},
            {std::string("(missing)"), {}, std::int64_t{7}, std::int64_t{1}, 1.0 / 7, 0.0, 0.5}}});
}

const HeatMapModel::Order kBins{"< 9", "[9, 100)", "[100, 200]"};

} // namespace

class HeatMapTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyScheme(*qApp, Scheme::Light, QApplication::palette()); }
    void isAModel();
    void valuesStandInTheirOrder();
    void cellsSayEverything();
    void textsCanBeRead_data();
    void textsCanBeRead();
    void cellsAreChosenByKeyAndMouse();
    void itHasATableAndCanBeTakenAlong();
    void rowsWithoutAPlaceAreNamed();
};

void HeatMapTest::isAModel()
{
    HeatMapModel model;
    const QAbstractItemModelTester tester(
        &model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QCOMPARE(model.rowCount(), 0);
    model.setTable(subgroups(), {}, kBins, 30);
    QCOMPARE(model.rowCount(), 2);
    QCOMPARE(model.columnCount(), 2);
}

void HeatMapTest::valuesStandInTheirOrder()
{
    HeatMapModel model;
    model.setTable(subgroups(), {}, kBins, 30);
    QCOMPARE(model.headerData(0, Qt::Horizontal).toString(), QStringLiteral("[9, 100)"));
    QCOMPARE(model.headerData(1, Qt::Horizontal).toString(), QStringLiteral("[100, 200]"));
    QCOMPARE(model.headerData(0, Qt::Vertical).toString(), QStringLiteral("<F>"));
    QCOMPARE(model.headerData(1, Qt::Vertical, Qt::AccessibleTextRole).toString(),
        QStringLiteral("sex = M"));
}

void HeatMapTest::cellsSayEverything()
{
    HeatMapModel model;
    model.setTable(subgroups(), {}, kBins, 30);
    const auto said = [&model](int row, int column, int role) {
        return model.index(row, column).data(role).toString();
    };
    QCOMPARE(said(0, 1, Qt::DisplayRole), QStringLiteral("12.2 %"));
    QCOMPARE(said(0, 1, HeatMapModel::CountRole), QStringLiteral("of 1,555"));
    QCOMPARE(said(0, 1, Qt::AccessibleTextRole),
        QStringLiteral("<F> × [100, 200]: 12.2 % of 1,555 rows, interval 10 % to 14 %"));
    QVERIFY(said(0, 1, Qt::ToolTipRole).contains(QStringLiteral("&lt;F&gt;")));
    QVERIFY(!model.index(0, 1).data(HeatMapModel::SmallRole).toBool());
    QVERIFY(model.index(0, 0).data(HeatMapModel::SmallRole).toBool());
    QVERIFY(said(0, 0, Qt::AccessibleTextRole).contains(QStringLiteral("Fewer than 30 rows")));
    QCOMPARE(said(1, 1, Qt::DisplayRole), QStringLiteral("–"));
    QCOMPARE(said(1, 1, Qt::AccessibleTextRole), QStringLiteral("M × [100, 200]: no rows"));
    QVERIFY(!model.index(1, 1).data(HeatMapModel::ShadeRole).isValid());
}

void HeatMapTest::textsCanBeRead_data()
{
    QTest::addColumn<int>("scheme");
    QTest::newRow("light") << static_cast<int>(Scheme::Light);
    QTest::newRow("dark") << static_cast<int>(Scheme::Dark);
}

void HeatMapTest::textsCanBeRead()
{
    QFETCH(int, scheme);
    applyScheme(*qApp, static_cast<Scheme>(scheme), QApplication::palette());
    const Colors& colors = colorsFor(QApplication::palette());
    double before = contrastOf(colors.paper, scaleColor(0.0, colors));
    for (int i = 0; i <= 100; ++i) {
        const QColor fill = scaleColor(i / 100.0, colors);
        QVERIFY(contrastOf(fill, readableOn(fill, colors)) >= 4.5);
        const double now = contrastOf(colors.paper, fill);
        QVERIFY(now >= before - 1e-9); // darker, or lighter, all the way
        before = now;
    }
    for (int grey = 0; grey < 256; ++grey) {
        const QColor fill(grey, grey, grey);
        QVERIFY(contrastOf(fill, readableOn(fill, colors)) >= 4.5);
    }
    applyScheme(*qApp, Scheme::Light, QApplication::palette());
}

void HeatMapTest::cellsAreChosenByKeyAndMouse()
{
    HeatMapPanel panel("map", subgroups(), {}, kBins, 30);
    panel.resize(600, panel.sizeHint().height());
    panel.show();
    QVERIFY(QTest::qWaitForWindowExposed(&panel));
    HeatMap& map = panel.map();
    QSignalSpy activated(&panel, &HeatMapPanel::rowActivated);
    panel.highlight(2);
    QCOMPARE(map.currentIndex(), map.model()->index(1, 0));
    QTest::keyClick(&map, Qt::Key_Return);
    QCOMPARE(activated.takeFirst().at(0).value<std::size_t>(), std::size_t{2});
    QTest::keyClick(&map, Qt::Key_Right);
    QTest::keyClick(&map, Qt::Key_Return);
    QVERIFY(activated.isEmpty()); // no rows there
    QTest::mouseClick(
        map.viewport(), Qt::LeftButton, {}, map.visualRect(map.model()->index(0, 1)).center());
    QCOMPARE(activated.takeFirst().at(0).value<std::size_t>(), std::size_t{0});
}

void HeatMapTest::itHasATableAndCanBeTakenAlong()
{
    HeatMapPanel panel("map", subgroups(), {}, kBins, 30);
    panel.resize(600, panel.sizeHint().height());
    panel.show();
    QVERIFY(QTest::qWaitForWindowExposed(&panel));
    HeatMap& map = panel.map();
    panel.highlight(2);
    map.setFocus();
    QTest::keyClick(&map, Qt::Key_T);
    QVERIFY(panel.isTableShown());
    QVERIFY(map.isHidden());
    QCOMPARE(panel.twin().model()->rowCount(), static_cast<int>(panel.table().rows.size()));
    QCOMPARE(panel.twin().currentRow(), std::optional<std::size_t>(2));
    QTest::keyClick(&panel.twin(), Qt::Key_T);
    QVERIFY(map.isVisible());
    QVERIFY(panel.csv().startsWith(panel.table().columns.front().c_str()));
    const QString svg = QString::fromUtf8(svgOf(panel.picture()));
    for (int i = 0; i < map.model()->rowCount(); ++i) {
        for (int j = 0; j < map.model()->columnCount(); ++j)
            QVERIFY(svg.contains(map.model()->index(i, j).data().toString()));
    }
    for (int j = 0; j < map.model()->columnCount(); ++j)
        QVERIFY(
            svg.contains(map.model()->headerData(j, Qt::Horizontal).toString().toHtmlEscaped()));
    panel.highlight(map.cells().outside().front());
    QVERIFY(panel.isTableShown()); // it has no place in the map
}

void HeatMapTest::rowsWithoutAPlaceAreNamed()
{
    const HeatMapPanel panel("map", subgroups(), {}, kBins, 30);
    const auto labels = panel.findChildren<PlainLabel*>();
    QVERIFY(std::any_of(labels.begin(), labels.end(), [](const PlainLabel* label) {
        return label->text().startsWith(QStringLiteral("Left out: 7 rows"));
    }));
}

} // namespace cupel::ui

QTEST_MAIN(cupel::ui::HeatMapTest)
#include "tst_heat_map.moc"
