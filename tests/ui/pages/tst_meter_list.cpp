#include "ui/pages/meter_list.h"

#include <QApplication>
#include <QLabel>
#include <QTest>
#include <algorithm>

#include "ui/pages/meter_bar.h"

namespace cupel::ui {

class MeterListTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void wordsStandBesideTheBars();
    void wordsStandBelowWhereThereIsNoRoom();
    void linesAreNoShorterThanPeopleRead_data();
    void linesAreNoShorterThanPeopleRead();
    void rightToLeftIsMirrored();
    void barsAreNamed();

private:
    /// As wide, and as high as it asks to be.
    void give(int width) const
    {
        m_list->resize(width, m_list->heightForWidth(width));
        QApplication::processEvents();
    }
    QList<MeterBar*> bars() const { return m_list->findChildren<MeterBar*>(); }
    QLabel* label(const QString& text) const
    {
        const QList<QLabel*> all = m_list->findChildren<QLabel*>();
        const auto found = std::find_if(all.begin(), all.end(),
            [&text](const QLabel* one) { return one->text().startsWith(text); });
        return found == all.end() ? nullptr : *found;
    }
    int unit() const { return m_list->fontMetrics().averageCharWidth(); }

    QFont m_font;
    std::unique_ptr<MeterList> m_list;
};

void MeterListTest::init()
{
    m_font = QApplication::font();
    m_list = std::make_unique<MeterList>();
    m_list->add(QStringLiteral("Data sources"), 0.5,
        QStringLiteral("1 of 2 points: all sources have a known origin"));
    m_list->add(QStringLiteral("Quality and transformations"), 0.25,
        QStringLiteral("0.5 of 2 points: annotators are known, their guidance hardly"));
    m_list->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_list.get()));
}

void MeterListTest::cleanup()
{
    m_list.reset();
    QApplication::setFont(m_font);
    QApplication::setLayoutDirection(Qt::LeftToRight);
}

void MeterListTest::wordsStandBesideTheBars()
{
    give(unit() * 150);
    const QLabel* words = label(QStringLiteral("1 of 2"));
    QVERIFY(words->x() > bars()[0]->geometry().right());
    QCOMPARE(words->y(), bars()[0]->y());
    QCOMPARE(bars()[0]->x(), bars()[1]->x());
    QVERIFY(words->height() < 2 * words->fontMetrics().lineSpacing());
}

void MeterListTest::wordsStandBelowWhereThereIsNoRoom()
{
    give(unit() * 150);
    const int wide = m_list->height();
    give(unit() * 60);
    for (const char* const begin : {"1 of 2", "0.5 of 2"}) {
        const QLabel* words = label(QString::fromLatin1(begin));
        const MeterBar* bar = bars()[begin[0] == '1' ? 0 : 1];
        QVERIFY(words->y() > bar->geometry().bottom());
        QCOMPARE(words->x(), bar->x());
    }
    QVERIFY(m_list->height() > wide);
    give(unit() * 150);
    QCOMPARE(m_list->height(), wide);
    QVERIFY(label(QStringLiteral("1 of 2"))->x() > bars()[0]->geometry().right());
}

void MeterListTest::linesAreNoShorterThanPeopleRead_data()
{
    QTest::addColumn<double>("size");
    QTest::newRow("usual letters") << 1.0;
    QTest::newRow("large letters") << 1.5;
}

void MeterListTest::linesAreNoShorterThanPeopleRead()
{
    constexpr int kShortest = 24;
    QFETCH(const double, size);
    QFont font = m_font;
    font.setPointSizeF(font.pointSizeF() * size);
    QApplication::setFont(font);
    QApplication::processEvents();
    for (const int width : {360, 520, 640, 800, 1'000}) {
        if (width < unit() * 44) // narrower than a page can be
            continue;
        give(width);
        for (const QLabel* one : m_list->findChildren<QLabel*>()) {
            const QString where = QStringLiteral("%1 at %2: %3 of %4")
                                      .arg(one->text())
                                      .arg(width)
                                      .arg(one->width())
                                      .arg(unit());
            QVERIFY2(one->geometry().right() < width, qPrintable(where));
            QVERIFY2(one->height() >= one->heightForWidth(one->width()), qPrintable(where));
            QVERIFY2(one->geometry().bottom() < m_list->height(), qPrintable(where));
            if (one->text().contains(QLatin1String("points")))
                QVERIFY2(one->width() >= unit() * kShortest, qPrintable(where));
        }
    }
}

void MeterListTest::rightToLeftIsMirrored()
{
    QApplication::setLayoutDirection(Qt::RightToLeft);
    give(unit() * 150);
    QVERIFY(label(QStringLiteral("Data"))->x() > bars()[0]->geometry().right());
    QVERIFY(label(QStringLiteral("1 of 2"))->geometry().right() < bars()[0]->x());
}

void MeterListTest::barsAreNamed()
{
    QCOMPARE(bars()[0]->accessibleName(),
        QStringLiteral("Data sources: 1 of 2 points: all sources have a known origin"));
}

} // namespace cupel::ui

QTEST_MAIN(cupel::ui::MeterListTest)
#include "tst_meter_list.moc"
