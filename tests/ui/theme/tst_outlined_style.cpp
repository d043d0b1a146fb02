#include <QApplication>
#include <QCheckBox>
#include <QHeaderView>
#include <QImage>
#include <QPushButton>
#include <QTableWidget>
#include <QTest>
#include <QTreeWidget>

#include "ui/theme/colors.h"

namespace cupel::ui {
namespace {

/// Pixels of an image that are nearer to one color than to another.
int pixelsNear(const QImage& image, const QColor& one, const QColor& other)
{
    const auto distance = [](const QColor& a, const QColor& b) {
        return std::abs(a.red() - b.red()) + std::abs(a.green() - b.green())
            + std::abs(a.blue() - b.blue());
    };
    int count = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            const QColor pixel = image.pixelColor(x, y);
            count += distance(pixel, one) < distance(pixel, other);
        }
    }
    return count;
}

} // namespace

class OutlinedStyleTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theArrowOfAChosenRowHasTheColorOfItsText_data();
    void theArrowOfAChosenRowHasTheColorOfItsText();
    void boxesCanBeSeenInTheDark();
    void cellsOfTablesKeepTheirTextsApart();
    void buttonsHaveRoomBesideTheirTexts();
};

void OutlinedStyleTest::theArrowOfAChosenRowHasTheColorOfItsText_data()
{
    QTest::addColumn<int>("scheme");
    QTest::newRow("light") << static_cast<int>(Scheme::Light);
    QTest::newRow("dark") << static_cast<int>(Scheme::Dark);
}

void OutlinedStyleTest::theArrowOfAChosenRowHasTheColorOfItsText()
{
    QFETCH(const int, scheme);
    applyScheme(*qApp, static_cast<Scheme>(scheme), QApplication::palette());
    QTreeWidget tree;
    tree.setHeaderHidden(true);
    auto* const item = new QTreeWidgetItem(&tree, {QString()});
    new QTreeWidgetItem(item, {QStringLiteral("inside")});
    tree.setCurrentItem(item);
    tree.show();
    QVERIFY(QTest::qWaitForWindowExposed(&tree));
    QApplication::setActiveWindow(&tree);
    tree.setFocus();
    const QRect row = tree.visualItemRect(item);
    const QRect branch(0, row.top() + 2, row.left(), row.height() - 4);
    QVERIFY(branch.width() > 8);
    const QImage image = tree.viewport()->grab(branch).toImage();
    const QPalette palette = tree.palette();
    const QColor chosen = palette.color(QPalette::HighlightedText);
    const QColor ground = palette.color(QPalette::Highlight);
    const QColor ink = scheme == static_cast<int>(Scheme::Light) ? QColor(Qt::black) : ground;
    QVERIFY(pixelsNear(image, chosen, ground) > 5);
    QCOMPARE(ink == ground ? 0 : pixelsNear(image, ink, ground), 0);
}

void OutlinedStyleTest::boxesCanBeSeenInTheDark()
{
    applyScheme(*qApp, Scheme::Dark, QApplication::palette());
    const Colors& colors = colorsFor(QApplication::palette());
    QCheckBox box;
    box.resize(box.sizeHint());
    const QImage image = box.grab().toImage();
    QVERIFY(pixelsNear(image, colors.line, colors.card) > 20);
}

void OutlinedStyleTest::cellsOfTablesKeepTheirTextsApart()
{
    applyScheme(*qApp, Scheme::Light, QApplication::palette());
    QTableWidget table(1, 2);
    table.setHorizontalHeaderLabels({QStringLiteral("first"), QStringLiteral("second")});
    QTreeWidget tree;
    const auto marginOf = [](const QWidget& widget, QStyle::PixelMetric metric) {
        return QApplication::style()->pixelMetric(metric, nullptr, &widget);
    };
    const int cell = marginOf(table, QStyle::PM_FocusFrameHMargin);
    QVERIFY(cell > marginOf(tree, QStyle::PM_FocusFrameHMargin));
    // A head stands above the texts of its column.
    QCOMPARE(marginOf(*table.horizontalHeader(), QStyle::PM_HeaderMargin), cell + 1);
}

void OutlinedStyleTest::buttonsHaveRoomBesideTheirTexts()
{
    applyScheme(*qApp, Scheme::Light, QApplication::palette());
    for (const QString& text : {QStringLiteral("OK"), QStringLiteral("Copy as command")}) {
        const QPushButton button(text);
        const QFontMetrics metrics = button.fontMetrics();
        QVERIFY(button.sizeHint().width()
            >= metrics.horizontalAdvance(text) + 3 * metrics.averageCharWidth());
    }
}

} // namespace cupel::ui

QTEST_MAIN(cupel::ui::OutlinedStyleTest)
#include "tst_outlined_style.moc"
