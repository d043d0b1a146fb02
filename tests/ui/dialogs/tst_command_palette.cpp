#include <QLineEdit>
#include <QListWidget>
#include <QTest>

#include "ui/dialogs/command_palette.h"

namespace cupel::ui {

class CommandPaletteTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void findsByPartsOfWords();
    void arrowsChooseWhileTyping();
    void namesAreShownAsTheyAre();
    void showsAtMostSoMany();
    void longNamesAreFoundByAllAndShownInPart();
    void saysThatNothingIsFound();
};

void CommandPaletteTest::findsByPartsOfWords()
{
    QString done;
    CommandPalette palette({{QStringLiteral("Open dataset"), QStringLiteral("Action"),
                                [&done] { done = QStringLiteral("open"); }},
        {QStringLiteral("Audit again"), QStringLiteral("Action"),
            [&done] { done = QStringLiteral("audit"); }}});
    palette.show();
    auto* text = palette.findChild<QLineEdit*>();
    QTest::keyClicks(text, QStringLiteral("again AUD"));
    QCOMPARE(palette.findChild<QListWidget*>()->count(), 1);
    QTest::keyClick(text, Qt::Key_Return);
    QCOMPARE(done, QStringLiteral("audit"));
    QVERIFY(!palette.isVisible());
}

void CommandPaletteTest::arrowsChooseWhileTyping()
{
    int done = 0;
    CommandPalette palette({{QStringLiteral("one"), {}, [&done] { done = 1; }},
        {QStringLiteral("two"), {}, [&done] { done = 2; }}});
    palette.show();
    auto* text = palette.findChild<QLineEdit*>();
    QTest::keyClick(text, Qt::Key_Down);
    QTest::keyClick(text, Qt::Key_Down);
    QTest::keyClick(text, Qt::Key_Return);
    QCOMPARE(done, 2);
}

void CommandPaletteTest::namesAreShownAsTheyAre()
{
    CommandPalette palette(
        {{QStringLiteral("<img src='/x.png'>"), QStringLiteral("Column"), [] {}}});
    QCOMPARE(palette.findChild<QListWidget*>()->item(0)->text(),
        QStringLiteral("Column:  <img src='/x.png'>"));
}

void CommandPaletteTest::showsAtMostSoMany()
{
    std::vector<Command> commands(10'000, Command{QStringLiteral("column"), {}, [] {}});
    CommandPalette palette(std::move(commands));
    QCOMPARE(palette.findChild<QListWidget*>()->count(), CommandPalette::kMostShown);
}

void CommandPaletteTest::longNamesAreFoundByAllAndShownInPart()
{
    const QString name = QString(200'000, QLatin1Char('x')) + QStringLiteral("end");
    CommandPalette palette({{name, QStringLiteral("Column"), [] {}},
        {QStringLiteral("other"), QStringLiteral("Column"), [] {}}});
    palette.show();
    QTest::keyClicks(palette.findChild<QLineEdit*>(), QStringLiteral("xend"));
    auto* list = palette.findChild<QListWidget*>();
    QCOMPARE(list->count(), 1);
    QVERIFY(list->item(0)->text().startsWith(QStringLiteral("Column:  xxx")));
    QVERIFY(list->item(0)->text().endsWith(QStringLiteral("x…")));
    QVERIFY(list->item(0)->text().size() < 400);
}

void CommandPaletteTest::saysThatNothingIsFound()
{
    bool isDone = false;
    CommandPalette palette({{QStringLiteral("one"), {}, [&isDone] { isDone = true; }}});
    palette.show();
    auto* const text = palette.findChild<QLineEdit*>();
    QTest::keyClicks(text, QStringLiteral("two"));
    const auto* const list = palette.findChild<QListWidget*>();
    QCOMPARE(list->count(), 1);
    QVERIFY(list->item(0)->text().startsWith(QStringLiteral("Nothing")));
    QTest::keyClick(text, Qt::Key_Return);
    QVERIFY(palette.isVisible() && !isDone);
}

} // namespace cupel::ui

QTEST_MAIN(cupel::ui::CommandPaletteTest)
#include "tst_command_palette.moc"
