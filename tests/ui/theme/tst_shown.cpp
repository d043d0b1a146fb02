#include <QLabel>
#include <QLocale>
#include <QTest>

#include "ui/theme/plain_label.h"
#include "ui/theme/shown.h"

namespace cupel::ui {

class ShownTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void nothingActs_data();
    void nothingActs();
    void bytesThatAreNoUtf8AreShown();
    void tipsAreNoMarkup();
    void labelsAreNoMarkup();
    void sharesThatAreNotZeroAreNotShownAsZero();
    void numbersStayWithTheirPercentSigns();
};

void ShownTest::nothingActs_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QChar>("hidden");
    QTest::newRow("line feed") << QByteArray("a\nb") << QChar(u'\n');
    QTest::newRow("escape") << QByteArray("a\x1b[31mb") << QChar(0x1b);
    QTest::newRow("zero") << QByteArray("a\0b", 3) << QChar(0);
    QTest::newRow("right to left override") << QByteArray("a\u202Eb") << QChar(0x202e);
    QTest::newRow("zero width") << QByteArray("a\u200Bb") << QChar(0x200b);
}

void ShownTest::nothingActs()
{
    QFETCH(const QByteArray, text);
    QFETCH(const QChar, hidden);
    const QString seen = shown(text.toStdString());
    QVERIFY2(!seen.contains(hidden), qPrintable(seen));
    QVERIFY2(
        seen.startsWith(QLatin1Char('a')) && seen.endsWith(QLatin1Char('b')), qPrintable(seen));
    QVERIFY(seen.size() > 2);
}

void ShownTest::bytesThatAreNoUtf8AreShown()
{
    const QString seen = shown(std::string("a\xff\xfe z"));
    QVERIFY(seen.startsWith(QLatin1Char('a')));
    QVERIFY(seen.endsWith(QLatin1Char('z')));
}

void ShownTest::tipsAreNoMarkup()
{
    const QString tip = toolTip(QStringLiteral("<b>1 & 2</b>\nnext"));
    QVERIFY(tip.contains(QStringLiteral("&lt;b&gt;1 &amp; 2&lt;/b&gt;<br>next")));
    QVERIFY(toolTip({}).isEmpty());
}

void ShownTest::labelsAreNoMarkup()
{
    PlainLabel label(QStringLiteral("<i>a</i>"));
    QCOMPARE(label.textFormat(), Qt::PlainText);
    QLabel plain;
    plain.setTextFormat(Qt::PlainText);
    plain.setFont(label.font());
    plain.setText(QStringLiteral("<i>a</i>"));
    label.setWordWrap(false);
    QCOMPARE(label.sizeHint().width(), plain.sizeHint().width());
}

void ShownTest::sharesThatAreNotZeroAreNotShownAsZero()
{
    QLocale::setDefault(QLocale::c());
    QCOMPARE(percent(0.0), QStringLiteral("0 %"));
    QCOMPARE(percent(1e-9), QStringLiteral("< 0.01 %"));
    QCOMPARE(percent(0.001), QStringLiteral("0.1 %"));
    QCOMPARE(percent(0.6049), QStringLiteral("60.5 %"));
    QCOMPARE(percent(0.2), QStringLiteral("20 %"));
    QCOMPARE(percent(0.9999999), QStringLiteral("> 99.99 %"));
    QCOMPARE(percent(0.9996), QStringLiteral("99.96 %"));
    QCOMPARE(percent(1.0), QStringLiteral("100 %"));
}

void ShownTest::numbersStayWithTheirPercentSigns()
{
    QCOMPARE(keptTogether(QStringLiteral("5 % of 7 rows, a %, 41.2 %")),
        QStringLiteral("5\u00a0% of 7 rows, a %, 41.2\u00a0%"));
    QCOMPARE(keptTogether(QStringLiteral("\u0665 %")), QStringLiteral("\u0665\u00a0%"));
    QCOMPARE(keptTogether(QStringLiteral(" %1")), QStringLiteral(" %1"));
}

} // namespace cupel::ui

QTEST_MAIN(cupel::ui::ShownTest)
#include "tst_shown.moc"
