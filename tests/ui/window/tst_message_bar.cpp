#include <QClipboard>
#include <QGuiApplication>
#include <QPushButton>
#include <QTest>
#include <QVBoxLayout>

#include "tests/ui/support/widgets.h"
#include "ui/window/message_bar.h"

namespace cupel::ui {

using test::buttonNamed;
using test::showsTextWith;

/// What a message says, and what can be done about it.
class MessageBarTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void anotherMessageTakesThePlaceOfTheFirst();
    void aPressHidesItBeforeAnythingElseIsSaid();
    void theClipboardGetsWhyWhereAndWhatToTry();

private:
    /// It fails for a line of a file, and has one button.
    void fail(const QString& actionText, std::function<void()> run = {});

    std::unique_ptr<QWidget> m_window;
    MessageBar* m_bar = nullptr;
};

void MessageBarTest::init()
{
    m_window = std::make_unique<QWidget>();
    m_bar = new MessageBar;
    (new QVBoxLayout(m_window.get()))->addWidget(m_bar);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
}

void MessageBarTest::fail(const QString& actionText, std::function<void()> run)
{
    m_bar->showError(QStringLiteral("Open a.csv"),
        {base::ErrorCode::NotData, "a quote is not closed", "close it", {"a.csv", 7, 3, 0}},
        {{actionText, std::move(run)}});
}

/// In the same turn of the event loop: whoever is asked what is there never finds no way on.
void MessageBarTest::anotherMessageTakesThePlaceOfTheFirst()
{
    fail(QStringLiteral("Locate…"));
    QVERIFY(buttonNamed(*m_bar, QStringLiteral("Locate…")));
    fail(QStringLiteral("Try again"));
    QVERIFY(buttonNamed(*m_bar, QStringLiteral("Try again")));
    QVERIFY(!buttonNamed(*m_bar, QStringLiteral("Locate…")));
}

void MessageBarTest::aPressHidesItBeforeAnythingElseIsSaid()
{
    int count = 0;
    fail(QStringLiteral("Try again"), [this, &count] {
        ++count;
        m_bar->showDone(QStringLiteral("Done"));
    });
    QTest::mouseClick(buttonNamed(*m_bar, QStringLiteral("Try again")), Qt::LeftButton);
    QCOMPARE(count, 1);
    QVERIFY(m_bar->isVisible());
    QVERIFY(showsTextWith(*m_bar, QStringLiteral("Done")));
    QVERIFY(!showsTextWith(*m_bar, QStringLiteral("a quote is not closed")));
    QVERIFY(!buttonNamed(*m_bar, QStringLiteral("Try again")));
}

void MessageBarTest::theClipboardGetsWhyWhereAndWhatToTry()
{
    fail(QStringLiteral("Try again"));
    QTest::mouseClick(buttonNamed(*m_bar, QStringLiteral("Copy")), Qt::LeftButton);
    QCOMPARE(QGuiApplication::clipboard()->text(),
        QStringLiteral("Open a.csv failed: a quote is not closed\n"
                       "a.csv, line 7, column 3\n"
                       "Try: close it"));
}

} // namespace cupel::ui

QTEST_MAIN(cupel::ui::MessageBarTest)

#include "tst_message_bar.moc"
