#include <QApplication>
#include <QTest>
#include <cmath>

#include "ui/theme/colors.h"

namespace cupel::ui {
namespace {

/// Relative luminance and contrast of WCAG 2.
double luminanceOf(const QColor& color)
{
    const auto linear = [](double part) {
        return part <= 0.04045 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF())
        + 0.0722 * linear(color.blueF());
}

double contrastOf(const QColor& one, const QColor& other)
{
    const double a = luminanceOf(one);
    const double b = luminanceOf(other);
    return (std::max(a, b) + 0.05) / (std::min(a, b) + 0.05);
}

constexpr double kText = 4.5;
constexpr double kMark = 3.0;

} // namespace

class ColorsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everythingCanBeSeen_data();
    void everythingCanBeSeen();
    void whatIsChosenCanBeRead_data() { everythingCanBeSeen_data(); }
    void whatIsChosenCanBeRead();
    void theSystemDecidesWhereNobodyChose();
    void otherColorsLayNothingOutAnew();
};

void ColorsTest::everythingCanBeSeen_data()
{
    QTest::addColumn<int>("scheme");
    QTest::newRow("light") << static_cast<int>(Scheme::Light);
    QTest::newRow("dark") << static_cast<int>(Scheme::Dark);
}

void ColorsTest::everythingCanBeSeen()
{
    QFETCH(const int, scheme);
    applyScheme(*qApp, static_cast<Scheme>(scheme), QApplication::palette());
    const Colors& colors = colorsFor(QApplication::palette());
    for (const QColor& ground : {colors.paper, colors.card}) {
        for (const QColor& text : {colors.ink, colors.soft, colors.accent, colors.error,
                 colors.warning, colors.note, colors.good, colors.question})
            QVERIFY2(contrastOf(text, ground) >= kText, qPrintable(text.name() + ground.name()));
        for (const QColor& mark : colors.series)
            QVERIFY2(contrastOf(mark, ground) >= kMark, qPrintable(mark.name() + ground.name()));
        QVERIFY2(contrastOf(colors.line, ground) >= kMark, qPrintable(ground.name()));
    }
}

void ColorsTest::whatIsChosenCanBeRead()
{
    QFETCH(const int, scheme);
    applyScheme(*qApp, static_cast<Scheme>(scheme), QApplication::palette());
    const QPalette palette = QApplication::palette();
    QVERIFY(contrastOf(palette.color(QPalette::HighlightedText), palette.color(QPalette::Highlight))
        >= kText);
    QVERIFY(contrastOf(palette.color(QPalette::Text), palette.color(QPalette::Base)) >= kText);
    QVERIFY(contrastOf(palette.color(QPalette::ToolTipText), palette.color(QPalette::ToolTipBase))
        >= kText);
    QVERIFY(contrastOf(palette.color(QPalette::PlaceholderText), palette.color(QPalette::Base))
        >= kText);
}

void ColorsTest::theSystemDecidesWhereNobodyChose()
{
    QPalette dark;
    dark.setColor(QPalette::Window, Qt::black);
    dark.setColor(QPalette::WindowText, Qt::white);
    applyScheme(*qApp, Scheme::System, dark);
    QVERIFY(colorsFor(QApplication::palette()).isDark);
    applyScheme(*qApp, Scheme::Light, dark);
    QVERIFY(!colorsFor(QApplication::palette()).isDark);
}

/// Whatever hears of another style lays itself out again, and so does all that is around it.
class StyleChanges : public QWidget {
public:
    int count = 0;

protected:
    void changeEvent(QEvent* event) override
    {
        count += event->type() == QEvent::StyleChange ? 1 : 0;
        QWidget::changeEvent(event);
    }
};

void ColorsTest::otherColorsLayNothingOutAnew()
{
    applyScheme(*qApp, Scheme::Light, QApplication::palette());
    StyleChanges shown;
    shown.show();
    StyleChanges hidden;
    const auto* const inside = new QWidget(&hidden);
    QVERIFY(!colorsFor(shown.palette()).isDark);
    shown.count = 0;
    for (const Scheme scheme : {Scheme::Dark, Scheme::Light}) {
        applyScheme(*qApp, scheme, QApplication::palette());
        for (const QWidget* widget : std::initializer_list<const QWidget*>{&shown, &hidden, inside})
            QTRY_COMPARE(colorsFor(widget->palette()).isDark, scheme == Scheme::Dark);
    }
    QCOMPARE(shown.count, 0);
    QCOMPARE(hidden.count, 0);
}

} // namespace cupel::ui

QTEST_MAIN(cupel::ui::ColorsTest)
#include "tst_colors.moc"
