#include <QApplication>
#include <QClipboard>
#include <QDir>
#include <QDragEnterEvent>
#include <QDropEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QLockFile>
#include <QMenu>
#include <QMessageBox>
#include <QMimeData>
#include <QPointer>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>
#include <cstdio>
#include <cstdlib>
#include <functional>

#include "core/pipeline/review.h"
#include "tests/ui/support/file_dialog.h"
#include "tests/ui/support/file_size_limit.h"
#include "tests/ui/support/files.h"
#include "tests/ui/support/import_answers.h"
#include "tests/ui/support/widgets.h"
#include "tests/ui/window/window_test.h"
#include "ui/dialogs/import_dialog.h"
#include "ui/theme/colors.h"
#include "ui/window/opening.h"
#include "ui/window/start_page.h"

namespace cupel::ui {

using test::buttonNamed;
using Answers = test::ImportAnswers;
using test::showsTextWith;

/// Opening tables in the window, and what it says where that does not go well.
class OpeningTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void severalTablesAreOpenedOneAfterTheOther();
    void whatIsSkippedIsSaid();
    void stoppingLeavesTheRestOut();
    void oneThatFailsDoesNotStopTheOthers();
    void withoutACatalogOneIsChosen();
    void aTableIsOpenedWithItsCard();
    void namesNeedBeNoUtf8();
    void aMissingRecentFileIsLocated();
    void aFileThatIsLocatedAndNotOpenedStaysRecent();
    void anotherFileInItsPlaceIsAVersion();
    void aMissingFileIsSaid();
    void goesOnWithoutADamagedCatalog();
    void anotherCatalogTakesThePlaceOfADamagedOne();
    void whatWasStoppedIsOpenedAgain();
    void saysThatAnAuditWasNotKept();
    void saysWhatCouldNotBeKept();
    void aClosedWindowGivesUpItsCatalog();

private:
    std::string table(const std::string& name, const QByteArray& text = "a,b\nx,1\ny,2\n") const;
    std::string at(const std::string& name) const { return bytesOf(m_data->path()) + "/" + name; }
    QString path(const char* name) const { return m_data->filePath(QString::fromLatin1(name)); }
    void newWindow();
    void drop(const std::vector<std::string>& paths) const;
    QStringList datasets() const;
    bool isIdle() const;

    const test::OwnSettings m_settings;
    std::unique_ptr<QTemporaryDir> m_data;
    std::unique_ptr<MainWindow> m_window;
};

void OpeningTest::init()
{
    m_data = std::make_unique<QTemporaryDir>();
    Settings().clearRecent();
    newWindow();
}

void OpeningTest::cleanup()
{
    m_window.reset();
}

void OpeningTest::newWindow()
{
    m_window.reset();
    m_window = test::shownWindow(test::catalogIn(*m_data));
    test::finishWork(*m_window);
}

std::string OpeningTest::table(const std::string& name, const QByteArray& text) const
{
    test::write(QString::fromStdString(at(name)), text);
    return at(name);
}

void OpeningTest::drop(const std::vector<std::string>& paths) const
{
    QList<QUrl> urls;
    for (const std::string& one : paths)
        urls << QUrl::fromEncoded(
            "file://" + QByteArray::fromStdString(one).toPercentEncoding("/"));
    QMimeData data;
    data.setUrls(urls);
    QDragEnterEvent enter({5, 5}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(m_window.get(), &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent event({5, 5}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(m_window.get(), &event);
    QVERIFY(event.isAccepted());
}

QStringList OpeningTest::datasets() const
{
    QStringList names;
    for (const ListedDataset& one : m_window->workspace().datasets())
        names << shown(one.summary.dataset.name);
    return names;
}

bool OpeningTest::isIdle() const
{
    return m_window->jobs().jobs().empty() && !QApplication::activeModalWidget();
}

void OpeningTest::severalTablesAreOpenedOneAfterTheOther()
{
    Answers answers(Answers::accept);
    drop({table("c.csv"), table("a.csv"), table("b.csv")});
    QTRY_COMPARE(
        datasets(), (QStringList{QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c")}));
    QTRY_VERIFY(showsTextWith(*m_window, QStringLiteral("Opened: c.csv, a.csv, b.csv")));
    QCOMPARE(m_window->workspace().dataset()->name, std::string("b"));
    QCOMPARE(answers.titles.size(), 3);
    QVERIFY(answers.titles[1].contains(QStringLiteral("a.csv (2 of 3)")));
    QCOMPARE(Settings().recent().size(), std::size_t{3});
}

void OpeningTest::whatIsSkippedIsSaid()
{
    const Answers answers([](ImportDialog& dialog) {
        if (dialog.windowTitle().contains(QStringLiteral("a.csv")))
            QTest::mouseClick(buttonNamed(dialog, QStringLiteral("&Skip")), Qt::LeftButton);
        else
            Answers::accept(dialog);
    });
    m_window->openPaths({table("a.csv"), table("b.csv"), at("none.csv")});
    QTRY_VERIFY(showsTextWith(*m_window, QStringLiteral("Opened: b.csv. Left out: a.csv.")));
    QVERIFY(showsTextWith(*m_window, QStringLiteral("Not found: none.csv")));
    QTRY_COMPARE(datasets(), QStringList{QStringLiteral("b")});
}

void OpeningTest::stoppingLeavesTheRestOut()
{
    Answers answers([](ImportDialog& dialog) {
        if (dialog.windowTitle().contains(QStringLiteral("b.csv")))
            dialog.reject();
        else
            Answers::accept(dialog);
    });
    m_window->openPaths({table("a.csv"), table("b.csv"), table("c.csv")});
    QTRY_VERIFY(showsTextWith(*m_window, QStringLiteral("Opened: a.csv. Left out: b.csv, c.csv.")));
    QCOMPARE(answers.titles.size(), 2);
}

void OpeningTest::oneThatFailsDoesNotStopTheOthers()
{
    const std::string gone = table("a.csv");
    Answers answers([&gone](ImportDialog& dialog) {
        // Between its preview and the audit.
        if (dialog.windowTitle().contains(QStringLiteral("b.csv")))
            QFile::remove(QString::fromStdString(gone));
        Answers::accept(dialog);
    });
    m_window->openPaths({gone, table("b.csv")});
    QTRY_VERIFY(
        showsTextWith(*m_window, QStringLiteral("Opened: b.csv. Could not be opened: a.csv (")));
}

void OpeningTest::withoutACatalogOneIsChosen()
{
    m_window->workspace().useCatalog({});
    Answers answers(Answers::accept);
    bool wasAsked = false;
    QTimer menus;
    connect(&menus, &QTimer::timeout, this, [&wasAsked] {
        auto* menu = qobject_cast<QMenu*>(QApplication::activePopupWidget());
        if (!menu)
            return;
        wasAsked = true;
        menu->actions().at(2)->trigger();
        menu->close();
    });
    menus.start(10);
    m_window->openPaths({table("a.csv"), table("b.csv")});
    QTRY_VERIFY(m_window->workspace().dataset());
    QVERIFY(wasAsked);
    QCOMPARE(m_window->workspace().dataset()->name, std::string("b"));
}

void OpeningTest::aTableIsOpenedWithItsCard()
{
    QVERIFY(QDir(m_data->path()).mkdir(QStringLiteral("docs")));
    const std::string card
        = table("docs/README.md", "---\nlicense: mit\n---\n# Cards\n\nRows about cards.\n");
    const Answers answers(Answers::accept);
    drop({table("a.csv"), card});
    QTRY_VERIFY(m_window->workspace().dataset());
    QCOMPARE(m_window->workspace().dataset()->request.cardFile, card);
    QTRY_VERIFY(
        showsTextWith(*m_window, QStringLiteral("README.md is read as the card of a.csv.")));
}

void OpeningTest::namesNeedBeNoUtf8()
{
    const std::string path = at("caf\xe9.csv");
    FILE* file = std::fopen(path.c_str(), "w");
    QVERIFY(file);
    std::fputs("a,b\nx,1\ny,2\n", file);
    std::fclose(file);
    const Answers answers(Answers::accept);
    drop({path});
    QTRY_VERIFY(m_window->workspace().dataset());
    QCOMPARE(m_window->workspace().dataset()->request.inputs, std::vector<std::string>{path});
    QVERIFY(Settings().recent().empty());
    QTRY_COMPARE(datasets().size(), 1);
    QSignalSpy changed(&m_window->workspace(), &Workspace::datasetChanged);
    m_window->workspace().reopen(m_window->workspace().dataset()->name);
    QTRY_COMPARE(changed.size(), 1);
    QCOMPARE(std::remove(path.c_str()), 0); // Qt cannot
}

void OpeningTest::aMissingRecentFileIsLocated()
{
    const std::string before = table("a.csv");
    {
        const Answers answers(Answers::accept);
        m_window->openPaths({before});
        QTRY_COMPARE(datasets().size(), 1);
    }
    QVERIFY(QFile::rename(QString::fromStdString(before), path("moved.csv")));
    newWindow();
    auto* list = test::inputNamed<QListWidget>(*m_window, QStringLiteral("Recent datasets"));
    QTRY_VERIFY(list->item(0)->text().contains(QStringLiteral("not found")));
    for (const Scheme scheme : {Scheme::Dark, Scheme::Light}) {
        applyScheme(*qApp, scheme, QApplication::palette());
        const auto contrast = [list] {
            return std::abs(list->item(0)->foreground().color().lightness()
                - list->palette().color(QPalette::Base).lightness());
        };
        QTRY_VERIFY(contrast() > 80);
    }
    const test::ChosenFile chosen(path("moved.csv"));
    list->setFocus();
    list->setCurrentRow(0);
    QTest::keyClick(list, Qt::Key_Return);
    QTRY_VERIFY(m_window->workspace().dataset());
    QCOMPARE(m_window->workspace().dataset()->version, std::int64_t{1});
    QTRY_VERIFY(isIdle());
    QVERIFY(showsTextWith(*m_window, QStringLiteral("It is the same file")));
    QVERIFY(!m_window->workspace().datasets().front().isMissing);
    QCOMPARE(Settings().recent().size(), std::size_t{1});
    QCOMPARE(Settings().recent().front().path, path("moved.csv"));
}

/// One of which the catalog knows nothing.
void OpeningTest::aFileThatIsLocatedAndNotOpenedStaysRecent()
{
    const std::string now = table("now.csv");
    Settings().addRecent(path("gone.csv"));
    Settings().setPinned(path("gone.csv"), true);
    auto* const opening = m_window->findChild<Opening*>();
    {
        const Answers answers([](ImportDialog& dialog) { dialog.reject(); });
        opening->found(path("gone.csv"), now);
        QTRY_COMPARE(answers.titles.size(), 1);
        QTRY_VERIFY(isIdle());
    }
    QCOMPARE(Settings().recent().size(), std::size_t{1});
    QCOMPARE(Settings().recent().front().path, path("gone.csv"));
    const Answers answers(Answers::accept);
    opening->found(path("gone.csv"), now);
    QTRY_VERIFY(m_window->workspace().dataset());
    QTRY_VERIFY(isIdle());
    QCOMPARE(Settings().recent().size(), std::size_t{1});
    QCOMPARE(Settings().recent().front().path, path("now.csv"));
    QVERIFY(Settings().recent().front().isPinned);
}

void OpeningTest::anotherFileInItsPlaceIsAVersion()
{
    const std::string before = table("a.csv");
    {
        const Answers answers(Answers::accept);
        m_window->openPaths({before});
        QTRY_COMPARE(datasets().size(), 1);
    }
    QVERIFY(QFile::remove(QString::fromStdString(before)));
    newWindow();
    m_window->workspace().refresh();
    QTRY_VERIFY(isIdle());
    QString note;
    const Answers answers([&note](ImportDialog& dialog) {
        if (showsTextWith(dialog, QStringLiteral("becomes version 2 of a")))
            note = QStringLiteral("said");
        Answers::accept(dialog);
    });
    m_window->openPaths({before});
    QTRY_VERIFY(buttonNamed(*m_window, QStringLiteral("Locate…")));
    const QString now = QString::fromStdString(table("b.csv", "a,b\nx,1\ny,3\n"));
    const test::ChosenFile chosen(now);
    QTest::mouseClick(buttonNamed(*m_window, QStringLiteral("Locate…")), Qt::LeftButton);
    QTRY_VERIFY(m_window->workspace().dataset());
    QCOMPARE(note, QStringLiteral("said"));
    QCOMPARE(m_window->workspace().dataset()->name, std::string("a"));
    QCOMPARE(m_window->workspace().dataset()->version, std::int64_t{2});
    QCOMPARE(Settings().recent().size(), std::size_t{1});
    QCOMPARE(Settings().recent().front().path, now);
}

void OpeningTest::aMissingFileIsSaid()
{
    m_window->openPaths({at("none.csv")});
    QTRY_VERIFY(
        showsTextWith(*m_window, QStringLiteral("Open none.csv failed: there is no such file")));
    QVERIFY(QDir(m_data->path()).mkdir(QStringLiteral("empty")));
    m_window->openPaths({at("empty")});
    QTRY_VERIFY(showsTextWith(*m_window, QStringLiteral("Open empty failed: no table was found")));
}

void OpeningTest::goesOnWithoutADamagedCatalog()
{
    m_window.reset();
    const QByteArray bytes("this is no catalog at all, but a text of somebody\n");
    table("catalog.cupel", bytes);
    newWindow();
    QTRY_VERIFY(showsTextWith(*m_window, QStringLiteral("Open the catalog failed: ")));
    QVERIFY(showsTextWith(*m_window, QStringLiteral("catalog.cupel")));
    QVERIFY(buttonNamed(*m_window, QStringLiteral("Choose another catalog…")));
    const Answers answers(Answers::accept);
    m_window->openPaths({table("a.csv")});
    QTRY_COMPARE(answers.titles.size(), 1);
    QTRY_VERIFY(isIdle());
    QVERIFY(!m_window->workspace().dataset());
    QTRY_VERIFY(buttonNamed(*m_window, QStringLiteral("Go on without keeping")));
    QTest::mouseClick(
        buttonNamed(*m_window, QStringLiteral("Go on without keeping")), Qt::LeftButton);
    QTRY_VERIFY(m_window->workspace().dataset());
    QCOMPARE(m_window->workspace().dataset()->name, std::string("a"));
    QVERIFY(showsTextWith(*m_window, QStringLiteral("No catalog is open")));
    QFile file(path("catalog.cupel"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), bytes);
}

void OpeningTest::anotherCatalogTakesThePlaceOfADamagedOne()
{
    m_window.reset();
    table("catalog.cupel", "this is no catalog at all, but a text of somebody\n");
    newWindow();
    QTRY_VERIFY(buttonNamed(*m_window, QStringLiteral("Choose another catalog…")));
    const test::ChosenFile chosen(path("other.cupel"));
    QTest::mouseClick(
        buttonNamed(*m_window, QStringLiteral("Choose another catalog…")), Qt::LeftButton);
    QTRY_COMPARE(m_window->workspace().catalogPath(), at("other.cupel"));
    QVERIFY(!buttonNamed(*m_window, QStringLiteral("Choose another catalog…")));
    const Answers answers(Answers::accept);
    m_window->openPaths({table("a.csv")});
    QTRY_COMPARE(datasets(), QStringList{QStringLiteral("a")});
    QVERIFY(QFile::exists(path("other.cupel")));
}

void OpeningTest::whatWasStoppedIsOpenedAgain()
{
    QByteArray text("a,b,c\n");
    for (int i = 0; i < 300'000; ++i)
        text += QByteArray::number(i) + ",some text " + QByteArray::number(i * 7) + ",x\n";
    const Answers answers(Answers::accept);
    // As soon as it is read, and only the first time.
    const auto stop = std::make_shared<QMetaObject::Connection>();
    *stop = connect(&m_window->workspace(), &Workspace::busyChanged, this, [this, stop] {
        disconnect(*stop);
        QMetaObject::invokeMethod(
            this, [this] { m_window->jobs().cancelAll(); }, Qt::QueuedConnection);
    });
    m_window->openPaths({table("long.csv", text), table("b.csv")});
    QTRY_VERIFY_WITH_TIMEOUT(buttonNamed(*m_window, QStringLiteral("Open again")), 20'000);
    QVERIFY(showsTextWith(*m_window, QStringLiteral("Not opened yet: b.csv")));
    QVERIFY(!m_window->workspace().dataset());
    QTest::mouseClick(buttonNamed(*m_window, QStringLiteral("Open again")), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(
        showsTextWith(*m_window, QStringLiteral("Opened: long.csv, b.csv")), 20'000);
    QTRY_COMPARE(datasets().size(), 2);
}

void OpeningTest::saysThatAnAuditWasNotKept()
{
    QByteArray text("a,b\n");
    for (int i = 0; i < 20'000; ++i)
        text += QByteArray::number(i) + ",text " + QByteArray::number(i * 7) + "\n";
    const Answers answers(Answers::accept);
    m_window->openPaths({table("a.csv")});
    QTRY_COMPARE(datasets().size(), 1);
    QTRY_VERIFY(isIdle());
    const std::string path = table("long.csv", text);
    {
        const test::FileSizeLimit limit(100'000);
        m_window->openPaths({path});
        QTRY_VERIFY(showsTextWith(*m_window, QStringLiteral("there is no room left")));
        QTRY_VERIFY(isIdle());
    }
    QVERIFY(showsTextWith(*m_window, QStringLiteral("make room")));
    QCOMPARE(m_window->workspace().dataset()->dataset().description.rows, std::int64_t{20'000});
    QTest::mouseClick(buttonNamed(*m_window, QStringLiteral("Try again")), Qt::LeftButton);
    QTRY_COMPARE(datasets().size(), 2);
}

void OpeningTest::saysWhatCouldNotBeKept()
{
    const Answers answers(Answers::accept);
    m_window->openPaths({table("a.csv")});
    QTRY_COMPARE(datasets().size(), 1);
    QTRY_VERIFY(isIdle());
    {
        const test::FileSizeLimit limit(4'000);
        m_window->workspace().say(QStringLiteral("comment on a column"),
            pipeline::commentTarget(pipeline::CommentOn::Column, "a"),
            pipeline::Comment{"what I think of it", false});
        QTRY_VERIFY(showsTextWith(*m_window, QStringLiteral("Keep what was said failed")));
        QVERIFY(showsTextWith(*m_window, QStringLiteral("• comment on a column: ")));
        QTest::mouseClick(
            buttonNamed(*m_window, QStringLiteral("Copy what was said")), Qt::LeftButton);
        QVERIFY2(QApplication::clipboard()->text().contains(QStringLiteral("what I think of it")),
            qPrintable(QApplication::clipboard()->text()));
        QVERIFY(buttonNamed(*m_window, QStringLiteral("Give it up")));
        QTimer::singleShot(0, this, [] {
            auto* box = qobject_cast<QMessageBox*>(QApplication::activeModalWidget());
            QVERIFY(box);
            QVERIFY(box->text().contains(QStringLiteral("comment on a column")));
            box->reject();
        });
        m_window->close();
        QVERIFY(m_window->isVisible());
    }
    QTest::mouseClick(buttonNamed(*m_window, QStringLiteral("Try again")), Qt::LeftButton);
    QTRY_COMPARE(m_window->workspace().dataset()->review->comments.size(), std::size_t{1});
    m_window->close();
    QTRY_VERIFY(!m_window->isVisible());
}

void OpeningTest::aClosedWindowGivesUpItsCatalog()
{
    const QString catalog = path("catalog.cupel");
    const QPointer<MainWindow> second = new MainWindow(bytesOf(catalog));
    second->setAttribute(Qt::WA_DeleteOnClose);
    second->show();
    QCOMPARE(second->workspace().catalogState(), CatalogState::Writable);
    m_window.reset();
    QLockFile lock(catalog + QStringLiteral(".lock"));
    QVERIFY(!lock.tryLock(0));
    second->close();
    QTRY_VERIFY(!second);
    QVERIFY(lock.tryLock(0));
}

} // namespace cupel::ui

QTEST_MAIN(cupel::ui::OpeningTest)
#include "tst_opening.moc"
