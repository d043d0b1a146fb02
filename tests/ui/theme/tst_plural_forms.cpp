#include <QTest>

#include "ui/theme/plural_forms.h"

namespace cupel::ui {

class PluralFormsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void textsHaveTheFormOfTheirNumber_data();
    void textsHaveTheFormOfTheirNumber();
    void textsWithoutANumberStay();
    void aTranslationGoesBefore();
    void largeNumbersChooseAFormToo();
};

void PluralFormsTest::textsHaveTheFormOfTheirNumber_data()
{
    QTest::addColumn<int>("number");
    QTest::addColumn<QString>("rows");
    QTest::addColumn<QString>("classes");
    QTest::newRow("none") << 0 << QStringLiteral("0 rows") << QStringLiteral("0 classes of data");
    QTest::newRow("one") << 1 << QStringLiteral("1 row") << QStringLiteral("1 class of data");
    QTest::newRow("two") << 2 << QStringLiteral("2 rows") << QStringLiteral("2 classes of data");
}

void PluralFormsTest::textsHaveTheFormOfTheirNumber()
{
    QFETCH(const int, number);
    QTEST(tr("%n row(s)", nullptr, number), "rows");
    QTEST(tr("%1 class(es) of data", nullptr, number).arg(number), "classes");
}

void PluralFormsTest::textsWithoutANumberStay()
{
    QCOMPARE(tr("The end(s)"), QStringLiteral("The end(s)"));
}

void PluralFormsTest::aTranslationGoesBefore()
{
    class Shouting : public QTranslator {
    public:
        bool isEmpty() const override { return false; }
        QString translate(const char*, const char* source, const char*, int) const override
        {
            return QString::fromUtf8(source).toUpper();
        }
    } shouting;
    QCoreApplication::installTranslator(&shouting);
    QCOMPARE(tr("%n row(s)", nullptr, 1), QStringLiteral("%N ROW(S)"));
    QCoreApplication::removeTranslator(&shouting);
    QCOMPARE(tr("%n row(s)", nullptr, 1), QStringLiteral("1 row"));
}

void PluralFormsTest::largeNumbersChooseAFormToo()
{
    QCOMPARE(pluralOf(5'000'000'000), std::numeric_limits<int>::max());
    QCOMPARE(pluralOf(-1), 0);
}

} // namespace cupel::ui

QTEST_MAIN(cupel::ui::PluralFormsTest)
#include "tst_plural_forms.moc"
