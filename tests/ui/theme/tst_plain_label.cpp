#include <QClipboard>
#include <QGuiApplication>
#include <QTest>

#include "ui/theme/plain_label.h"

namespace cupel::ui {
namespace {

const QString kWords = QStringLiteral("words that are broken into several lines ").repeated(8);

/// What a label without a memory says.
int heightOfNew(const PlainLabel& label, int width)
{
    PlainLabel fresh(label.text());
    fresh.setFont(label.font());
    fresh.setContentsMargins(label.contentsMargins());
    return fresh.heightForWidth(width);
}

} // namespace

class PlainLabelTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void remembersTheHeightOfEachWidth();
    void anotherTextHasAnotherHeight();
    void anotherFontHasAnotherHeight();
    void marginsAndALeastSizeCount();
    void numbersStayWithTheirPercentSigns();
    void copiesPlainBlanks();
};

void PlainLabelTest::remembersTheHeightOfEachWidth()
{
    const PlainLabel label(kWords);
    for (int turn = 0; turn < 2; ++turn) {
        for (int width = 100; width < 800; width += 70)
            QCOMPARE(label.heightForWidth(width), heightOfNew(label, width));
    }
    QVERIFY(label.heightForWidth(100) > 3 * label.heightForWidth(800));
}

void PlainLabelTest::anotherTextHasAnotherHeight()
{
    PlainLabel label(kWords);
    const int before = label.heightForWidth(200);
    label.setText(QStringLiteral("short"));
    QCOMPARE(label.heightForWidth(200), heightOfNew(label, 200));
    QVERIFY(label.heightForWidth(200) < before);
    label.setText(kWords);
    QCOMPARE(label.heightForWidth(200), before);
}

void PlainLabelTest::anotherFontHasAnotherHeight()
{
    PlainLabel label(kWords);
    const int before = label.heightForWidth(200);
    QFont large = label.font();
    large.setPointSizeF(large.pointSizeF() * 2);
    label.setFont(large);
    QCOMPARE(label.heightForWidth(200), heightOfNew(label, 200));
    QVERIFY(label.heightForWidth(200) > 2 * before);
}

void PlainLabelTest::marginsAndALeastSizeCount()
{
    PlainLabel label(kWords);
    const int before = label.heightForWidth(200);
    label.setContentsMargins(40, 10, 40, 10);
    QCOMPARE(label.heightForWidth(200), heightOfNew(label, 200));
    QVERIFY(label.heightForWidth(200) > before + 20);
    label.setContentsMargins({});
    QCOMPARE(label.heightForWidth(200), before);
    label.setMinimumWidth(600);
    QVERIFY(label.heightForWidth(200) < before);
    label.setMinimumWidth(0);
    label.setMinimumHeight(before + 50);
    QCOMPARE(label.heightForWidth(200), before + 50);
}

void PlainLabelTest::numbersStayWithTheirPercentSigns()
{
    PlainLabel label(QStringLiteral("interval of 95 % or 5 %"));
    label.setWordWrap(false);
    const int line = label.sizeHint().height();
    label.setWordWrap(true);
    const int width = label.fontMetrics().horizontalAdvance(QStringLiteral("interval of 95"));
    QCOMPARE(label.heightForWidth(width + 4), 2 * line);
    PlainLabel broken(QStringLiteral("interval of"));
    QCOMPARE(broken.heightForWidth(width + 4), line);
    QVERIFY(!label.text().contains(QLatin1String("95 %")));
    label.setText(QStringLiteral("% of 7"));
    QCOMPARE(label.text(), QStringLiteral("% of 7"));
}

void PlainLabelTest::copiesPlainBlanks()
{
    PlainLabel label(QStringLiteral("95 % of 1,809"));
    label.show();
    label.setSelection(0, static_cast<int>(label.text().size()));
    QTest::keyClick(&label, Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("95 % of 1,809"));
}

} // namespace cupel::ui

QTEST_MAIN(cupel::ui::PlainLabelTest)
#include "tst_plain_label.moc"
