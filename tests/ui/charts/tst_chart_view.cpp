#include <QAccessible>
#include <QApplication>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QToolTip>
#include <algorithm>
#include <limits>

#include "tests/ui/support/tables.h"
#include "ui/charts/chart_image.h"
#include "ui/charts/chart_view.h"
#include "ui/theme/shown.h"

namespace cupel::ui {
namespace {

constexpr double kInfinity = std::numeric_limits<double>::infinity();

/// A chart on the screen, as wide as on a page.
std::unique_ptr<ChartView> onScreen(const charts::ChartSpec& spec, const test::Tables& table)
{
    auto view = std::make_unique<ChartView>();
    view->setContent(spec, table);
    view->resize(view->sizeHint());
    view->show();
    if (!QTest::qWaitForWindowExposed(view.get()))
        qFatal("the chart is not shown");
    return view;
}

int pixels(const QImage& image, const QRect& area, const std::function<bool(QColor)>& isWanted)
{
    int count = 0;
    const QRect seen = area & image.rect();
    for (int y = seen.top(); y <= seen.bottom(); ++y) {
        for (int x = seen.left(); x <= seen.right(); ++x)
            count += isWanted(image.pixelColor(x, y)) ? 1 : 0;
    }
    return count;
}

bool isDark(QColor color)
{
    return color.lightness() < 128;
}

bool isRed(QColor color)
{
    return color.red() > 200 && color.green() < 60 && color.blue() < 60;
}

QPalette schemePalette(Scheme scheme)
{
    const QPalette before = QApplication::palette();
    applyScheme(*qApp, scheme, before);
    const QPalette palette = QApplication::palette();
    applyScheme(*qApp, Scheme::Light, before);
    return palette;
}

} // namespace

class ChartViewTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyScheme(*qApp, Scheme::Light, QApplication::palette()); }
    void labelsAreSeen_data();
    void labelsAreSeen();
    void namesLoadNothing();
    void barsFollowTheNumbers();
    void growsWithItsRows();
    void ownRowsLookDifferent();
    void awkwardNumbersAreDrawn_data();
    void awkwardNumbersAreDrawn();
    void logScaleIsForCountsAboveZero();
    void keysReachEveryMark();
    void aClickTellsTheRowOfTheTable();
    void pointingShowsTheValue();
    void highlightsARowOfTheTable();
    void assistiveProgramsMeetTheMarks();
    void followsThePalette();
    void scrollsWithItsPage();
};

void ChartViewTest::labelsAreSeen_data()
{
    QTest::addColumn<QString>("label");
    for (const char* label : {"<=50K", ">50K", "<50K", "<na>", "a & b", "&lt;", "<b>bold</b>"})
        QTest::newRow(label) << QString::fromLatin1(label);
}

/// Qt Charts draws nothing at all for a category named "<=50K".
void ChartViewTest::labelsAreSeen()
{
    QFETCH(QString, label);
    const auto view
        = onScreen(test::bars(), test::countsOf({{bytesOf(label), 10}, {"xxxxxxxxxxxx", 5}}));
    QCOMPARE(view->markText(0), label + QStringLiteral(": 10"));
    const QImage image = view->grab().toImage();
    const QFontMetrics metrics(view->font());
    const int widest = metrics.horizontalAdvance(QStringLiteral("xxxxxxxxxxxx"));
    QRect place = view->markRect(0);
    place.setWidth(widest + metrics.averageCharWidth() / 2);
    const int seen = pixels(image, place, isDark);
    QVERIFY2(seen > 4 * label.size(), qPrintable(QString::number(seen)));
    // As wide as its letters: none of them is left out.
    QRect begin = place;
    begin.setLeft(place.right() - metrics.horizontalAdvance(label));
    begin.setWidth(metrics.horizontalAdvance(label.left(2)) + 2);
    QVERIFY(pixels(image, begin, isDark) > 2);
}

void ChartViewTest::namesLoadNothing()
{
    const QTemporaryDir folder;
    QImage red(80, 80, QImage::Format_RGB32);
    red.fill(QColor(255, 0, 0));
    const QString file = folder.filePath(QStringLiteral("red.png"));
    QVERIFY(red.save(file));
    const std::string name = "<img src='" + bytesOf(file) + "'>";
    audits::ResultTable table{"class-counts", {base::DataText::name(name)}, {"class", name},
        {{base::DataText::name(name), std::int64_t{5}}, {std::string(name), std::int64_t{3}}}};
    const auto view
        = onScreen(test::bars(), std::make_shared<const audits::ResultTable>(std::move(table)));
    const QImage screen = view->grab().toImage();
    QCOMPARE(pixels(screen, screen.rect(), isRed), 0);
    QImage image(view->size(), QImage::Format_RGB32);
    QPainter painter(&image);
    view->paintTo(painter, image.rect());
    QCOMPARE(pixels(image, image.rect(), isRed), 0);
}

void ChartViewTest::barsFollowTheNumbers()
{
    const auto view = onScreen(test::bars(), test::countsOf({{"a", 100}, {"b", 50}, {"c", 25}}));
    const QImage image = view->grab().toImage();
    const QColor fill = colorsFor(view->palette()).series[0];
    std::vector<int> lengths;
    for (std::size_t i = 0; i < 3; ++i) {
        QRect line = view->markRect(i);
        line.setTop(line.center().y());
        line.setHeight(1);
        lengths.push_back(pixels(image, line, [&fill](QColor color) { return color == fill; }));
    }
    QVERIFY(lengths[0] > 200);
    QVERIFY(std::abs(lengths[0] - 2 * lengths[1]) <= 4);
    QVERIFY(std::abs(lengths[0] - 4 * lengths[2]) <= 8);
}

void ChartViewTest::growsWithItsRows()
{
    ChartView few;
    few.setContent(test::bars(), test::countsOf({{"a", 1}, {"b", 2}}));
    std::vector<std::pair<std::string, std::int64_t>> classes;
    for (int i = 0; i < 10'000; ++i)
        classes.emplace_back("class " + std::to_string(i), i + 1);
    ChartView many;
    many.setContent(test::bars(), test::countsOf(classes));
    QCOMPARE(many.rows().rows.size(), std::size_t{15});
    QVERIFY(many.sizeHint().height() > 4 * few.sizeHint().height() / 2);
    // Every mark has room for a line of text.
    const auto view = onScreen(test::bars(), test::countsOf(classes));
    for (std::size_t i = 0; i < view->rows().rows.size(); ++i) {
        QVERIFY(view->markRect(i).height() >= view->fontMetrics().height());
        QVERIFY(view->rect().contains(view->markRect(i)));
    }
}

void ChartViewTest::ownRowsLookDifferent()
{
    const auto view = onScreen(test::bars(), test::countsOf({{"a", 100}}, 100));
    const QImage image = view->grab().toImage();
    const QColor fill = colorsFor(view->palette()).series[0];
    const auto filled = [&](std::size_t mark) {
        return pixels(image, view->markRect(mark), [&fill](QColor color) { return color == fill; });
    };
    QVERIFY(filled(0) > 1'000);
    QCOMPARE(filled(1), 0);
    QVERIFY(pixels(image, view->markRect(1), isDark) > 200); // its outline
}

void ChartViewTest::awkwardNumbersAreDrawn_data()
{
    QTest::addColumn<int>("kind");
    for (int i = 0; i < 10; ++i)
        QTest::addRow("%d", i) << i;
}

void ChartViewTest::awkwardNumbersAreDrawn()
{
    using Cell = audits::ResultTable::Cell;
    QFETCH(int, kind);
    constexpr double kMost = std::numeric_limits<double>::max();
    const std::vector<std::pair<charts::ChartSpec, test::Tables>> all{
        {test::bars(), test::countsOf({})}, {test::bars(), test::countsOf({{"one", 0}})},
        {test::bars(), test::countsOf({{"a", INT64_MAX}, {"b", -INT64_MAX}})},
        {test::dots(), test::ratesOf({})},
        {test::dots(), test::ratesOf({{"g", 0, Cell(), Cell(), Cell()}})},
        {test::dots(),
            test::ratesOf({{"g", 3, kInfinity, 0.5, kInfinity}, {"h", 3, 1.0, 0.5, 1.0}})},
        {test::dots(),
            test::ratesOf({{"g", 3, kMost, -kMost, kMost}, {"h", 1, 1e-320, 0.0, 1e-300}})},
        {test::histogram(), test::binsOf({})}, {test::histogram(), test::binsOf({0, 0})},
        {test::histogram(), test::binsOf({5, 0, 1})}};
    const auto& [spec, table] = all[static_cast<std::size_t>(kind)];
    const auto view = onScreen(spec, table);
    QVERIFY(!view->grab().isNull());
    QVERIFY(!view->summary().isEmpty());
    QTest::keyClick(view.get(), Qt::Key_Down);
    QTest::keyClick(view.get(), Qt::Key_Return);
}

void ChartViewTest::logScaleIsForCountsAboveZero()
{
    ChartView none;
    none.setContent(test::bars(), test::countsOf({{"a", 0}, {"b", 10}}));
    QVERIFY(!none.canBeLog());
    none.setContent(
        test::dots(), test::ratesOf({{"a", 3, 0.5, 0.1, 0.9}, {"b", 3, 0.5, 0.1, 0.9}}));
    QVERIFY(!none.canBeLog());

    const auto view = onScreen(test::bars(), test::countsOf({{"a", 1'000}, {"b", 10}, {"c", 1}}));
    QVERIFY(view->canBeLog());
    const QColor fill = colorsFor(view->palette()).series[0];
    const auto length = [&](std::size_t mark) {
        QRect line = view->markRect(mark);
        line.setTop(line.center().y());
        line.setHeight(1);
        return pixels(
            view->grab().toImage(), line, [&fill](QColor color) { return color == fill; });
    };
    QVERIFY(length(1) < 10);
    view->setScale(ChartScale::Log);
    // From 0.1: four, two and one powers of ten.
    QVERIFY(length(2) > 40);
    QVERIFY(std::abs(length(0) - 2 * length(1)) <= 6);
    QVERIFY(std::abs(length(1) - 2 * length(2)) <= 6);
    const QByteArray svg = svgOf({view->size(), {}, {},
        [&view](QPainter& painter) { view->paintTo(painter, QRectF(QPointF(), view->size())); }});
    QVERIFY(svg.contains("bars begin at 0.1"));
}

void ChartViewTest::keysReachEveryMark()
{
    std::vector<std::pair<std::string, std::int64_t>> classes;
    for (int i = 0; i < 30; ++i)
        classes.emplace_back("class " + std::to_string(i), i + 1);
    const auto view = onScreen(test::bars(), test::countsOf(classes, 4));
    view->setFocus();
    QSignalSpy activated(view.get(), &ChartView::rowActivated);
    QSignalSpy rest(view.get(), &ChartView::restActivated);
    QSignalSpy table(view.get(), &ChartView::tableAsked);
    QTest::keyClick(view.get(), Qt::Key_Up);
    QCOMPARE(view->focusMark(), std::size_t{0});
    QTest::keyClick(view.get(), Qt::Key_Down);
    QTest::keyClick(view.get(), Qt::Key_Down);
    QTest::keyClick(view.get(), Qt::Key_Return);
    QCOMPARE(activated.size(), 1);
    QCOMPARE(activated.at(0).at(0).value<std::size_t>(), std::size_t{27}); // the third largest
    QTest::keyClick(view.get(), Qt::Key_End);
    QCOMPARE(view->markText(view->focusMark()), QStringLiteral("(missing): 4"));
    QTest::keyClick(view.get(), Qt::Key_Space);
    QCOMPARE(activated.at(1).at(0).value<std::size_t>(), std::size_t{30});
    QTest::keyClick(view.get(), Qt::Key_Up);
    QTest::keyClick(view.get(), Qt::Key_Enter);
    QCOMPARE(activated.size(), 2); // it joins 16 rows
    QCOMPARE(rest.size(), 1);
    QTest::keyClick(view.get(), Qt::Key_T);
    QCOMPARE(table.size(), 1);
}

void ChartViewTest::aClickTellsTheRowOfTheTable()
{
    const auto view = onScreen(test::bars(), test::countsOf({{"few", 1}, {"many", 10}}));
    QSignalSpy activated(view.get(), &ChartView::rowActivated);
    QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, view->markRect(0).center());
    QCOMPARE(activated.size(), 1);
    QCOMPARE(activated.at(0).at(0).value<std::size_t>(), std::size_t{1});
    // Drawn away from a mark: nothing was meant.
    QTest::mousePress(view->viewport(), Qt::LeftButton, {}, view->markRect(0).center());
    QTest::mouseRelease(view->viewport(), Qt::LeftButton, {}, view->markRect(1).center());
    QCOMPARE(activated.size(), 1);
}

void ChartViewTest::pointingShowsTheValue()
{
    const std::string name = "<b>" + std::string(100, 'x') + "</b>";
    const auto view = onScreen(test::bars(), test::countsOf({{name, 1'234}, {"b", 1}}));
    QTest::mouseMove(view->viewport(), view->markRect(0).center());
    QTRY_COMPARE(QToolTip::text(), toolTip(view->markText(0)));
    QVERIFY(QToolTip::text().contains(QStringLiteral("&lt;b&gt;")));
    QVERIFY(QToolTip::text().contains(QStringLiteral("1,234")));
    QToolTip::hideText();
}

void ChartViewTest::highlightsARowOfTheTable()
{
    const auto view = onScreen(test::bars(), test::countsOf({{"few", 1}, {"many", 10}}));
    const QImage before = view->grab().toImage();
    QVERIFY(view->highlight(0));
    QCOMPARE(view->highlighted(), std::size_t{1});
    QCOMPARE(view->focusMark(), std::size_t{1});
    const QColor accent = colorsFor(view->palette()).accent;
    const auto accented = [&](const QImage& image) {
        return pixels(image, view->markRect(1), [&](QColor color) { return color == accent; });
    };
    QCOMPARE(accented(before), 0);
    QVERIFY(accented(view->grab().toImage()) > 20);
    QVERIFY(!view->highlight(7));
    QVERIFY(view->highlight(std::nullopt));
    QVERIFY(!view->highlighted());
}

void ChartViewTest::assistiveProgramsMeetTheMarks()
{
    const auto view = onScreen(test::bars(), test::countsOf({{"<=50K", 24'720}, {">50K", 7'841}}));
    QAccessibleInterface* chart = QAccessible::queryAccessibleInterface(view.get());
    QVERIFY(chart);
    QCOMPARE(chart->role(), QAccessible::Chart);
    QCOMPARE(chart->text(QAccessible::Name), QStringLiteral("Rows per class of label"));
    QCOMPARE(chart->text(QAccessible::Description), view->summary());
    QVERIFY(view->summary().contains(QStringLiteral("<=50K 24,720")));
    QCOMPARE(chart->childCount(), 2);
    QAccessibleInterface* mark = chart->child(1);
    QCOMPARE(mark->text(QAccessible::Name), QStringLiteral(">50K: 7,841"));
    QCOMPARE(chart->indexOfChild(mark), 1);
    QCOMPARE(mark->parent(), chart);
    QVERIFY(!mark->rect().isEmpty());
    QVERIFY(!mark->state().focused);
    view->activateWindow();
    view->setFocus();
    QTRY_VERIFY(view->hasFocus());
    QTest::keyClick(view.get(), Qt::Key_Down);
    QVERIFY(mark->state().focused);
    QCOMPARE(chart->focusChild(), mark);
    QSignalSpy activated(view.get(), &ChartView::rowActivated);
    mark->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
    QCOMPARE(activated.size(), 1);
    view->setContent(test::bars(), test::countsOf({{"one", 1}}));
    QCOMPARE(chart->childCount(), 1);
    QVERIFY(!mark->isValid());
}

void ChartViewTest::followsThePalette()
{
    const auto view = onScreen(
        test::dots(), test::ratesOf({{"a", 30, 0.5, 0.4, 0.6}, {"b", 30, 0.3, 0.2, 0.4}}));
    const QColor light = view->grab().toImage().pixelColor(1, 1);
    QCOMPARE(light, colorsFor(view->palette()).paper);
    view->setPalette(schemePalette(Scheme::Dark));
    const QImage dark = view->grab().toImage();
    QVERIFY(colorsFor(view->palette()).isDark);
    QCOMPARE(dark.pixelColor(1, 1), colorsFor(view->palette()).paper);
    QVERIFY(pixels(dark, view->markRect(0), [](QColor color) { return color.lightness() > 200; })
        > 50); // its texts
}

/// A wheel turned over a chart moves the page.
void ChartViewTest::scrollsWithItsPage()
{
    const auto view = onScreen(test::bars(), test::countsOf({{"a", 1}, {"b", 2}}));
    QWheelEvent wheel(QPointF(5, 5), QPointF(5, 5), {}, QPoint(0, -120), Qt::NoButton,
        Qt::NoModifier, Qt::NoScrollPhase, false);
    QApplication::sendEvent(view->viewport(), &wheel);
    QVERIFY(!wheel.isAccepted());
}

} // namespace cupel::ui

QTEST_MAIN(cupel::ui::ChartViewTest)
#include "tst_chart_view.moc"
