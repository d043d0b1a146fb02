#include <QApplication>
#include <QClipboard>
#include <QLineEdit>
#include <QMenu>
#include <QScrollArea>
#include <QShortcut>
#include <QSplitter>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>
#include <QTimer>
#include <QTreeWidget>
#include <set>

#include "tests/ui/window/window_test.h"
#include "ui/charts/figure_panel.h"
#include "ui/pages/list_and_details.h"
#include "ui/window/catalog_tree.h"
#include "ui/window/keys_dialog.h"
#include "ui/window/page_tabs.h"

namespace cupel::ui {

/// What the keys of the window do, wherever the focus is.
class KeysTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void f6GoesRoundThePartsOfTheWindow();
    void f6ComesBackToWhatHadTheFocus();
    void backspaceGoesBackButNotWhileTyping();
    void escapeCancelsTheLastJob();
    void escapeInAnEditorLeavesTheJobAlone();
    void escapeInAFilterEmptiesIt();
    void controlFFindsOnThePage();
    void controlShiftFFiltersTheCatalog();
    void f9HidesTheDetails();
    void controlShiftCCopiesTheChart();
    void shiftF10OpensTheMenuOfTheFocus();
    void theMenuRemovesTheDataset();
    void noMnemonicIsTwiceInAMenu();
    void allKeysAreListed();

private:
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) const
    {
        QWidget* const focus = QApplication::focusWidget();
        QTest::keyClick(focus ? focus : m_window.get(), key, modifiers);
    }
    Job* startEndless() const;
    void show(PageId page) const { m_window->tabs().follow({page, {}, {}, {}}); }
    template <typename Kind> Kind* visible() const
    {
        for (Kind* one : m_window->tabs().findChildren<Kind*>()) {
            if (one->isVisible())
                return one;
        }
        return nullptr;
    }

    const test::OwnSettings m_settings;
    std::unique_ptr<QTemporaryDir> m_data;
    std::unique_ptr<MainWindow> m_window;
};

void KeysTest::init()
{
    m_data = std::make_unique<QTemporaryDir>();
    m_window = test::shownWindow(test::catalogIn(*m_data), QSize(1'200, 900));
    test::openSample(*m_window);
}

void KeysTest::cleanup()
{
    m_window->jobs().cancelAll();
    m_window.reset();
}

Job* KeysTest::startEndless() const
{
    return m_window->jobs().start(
        QStringLiteral("endless"), m_window.get(),
        [](const base::JobContext& context) {
            while (!context.cancelled())
                QThread::yieldCurrentThread();
            return 0;
        },
        [](int) {});
}

void KeysTest::f6GoesRoundThePartsOfTheWindow()
{
    show(PageId::Findings);
    auto* const list = visible<QTableView>();
    QVERIFY(list->hasFocus());
    auto* const parts = visible<ListAndDetails>();
    auto* const tree = m_window->findChild<CatalogTree*>();
    press(Qt::Key_F6);
    QVERIFY(parts->splitter().widget(1)->isAncestorOf(QApplication::focusWidget()));
    press(Qt::Key_F6, Qt::ShiftModifier);
    QVERIFY(list->hasFocus());
    std::set<QWidget*> visited;
    bool isInTree = false;
    while (visited.insert(QApplication::focusWidget()).second) {
        isInTree = isInTree || tree->isAncestorOf(QApplication::focusWidget());
        press(Qt::Key_F6);
    }
    QVERIFY(isInTree);
    QVERIFY(list->hasFocus());
    QVERIFY(visited.size() >= 4); // the catalog, the tabs, the list, the details
}

void KeysTest::f6ComesBackToWhatHadTheFocus()
{
    auto* const tree = m_window->findChild<CatalogTree*>()->findChild<QTreeWidget*>();
    tree->setFocus();
    press(Qt::Key_F6);
    QVERIFY(!tree->hasFocus());
    press(Qt::Key_F6, Qt::ShiftModifier);
    QVERIFY(tree->hasFocus());
}

void KeysTest::backspaceGoesBackButNotWhileTyping()
{
    show(PageId::Findings);
    press(Qt::Key_F, Qt::ControlModifier);
    auto* const filter = qobject_cast<QLineEdit*>(QApplication::focusWidget());
    QVERIFY(filter);
    filter->setText(QStringLiteral("ab"));
    press(Qt::Key_Backspace);
    QCOMPARE(filter->text(), QStringLiteral("a"));
    press(Qt::Key_Backspace);
    press(Qt::Key_Backspace);
    QCOMPARE(m_window->tabs().current()->id(), PageId::Findings);
    visible<QTableView>()->setFocus();
    press(Qt::Key_Backspace);
    QCOMPARE(m_window->tabs().current()->id(), PageId::Overview);
}

void KeysTest::escapeCancelsTheLastJob()
{
    const Job* const first = startEndless();
    const Job* const last = startEndless();
    press(Qt::Key_Escape);
    QVERIFY(last->isCancelled() && !first->isCancelled());
    QTRY_COMPARE(m_window->jobs().jobs().size(), std::size_t{1});
    press(Qt::Key_Escape);
    QTRY_VERIFY(m_window->jobs().jobs().empty());
}

void KeysTest::escapeInAnEditorLeavesTheJobAlone()
{
    show(PageId::Card);
    test::finishWork(*m_window);
    press(Qt::Key_N);
    press(Qt::Key_E);
    QCoreApplication::processEvents(); // the editor has its place after that
    QVERIFY(QApplication::focusWidget()->inherits("QPlainTextEdit"));
    const Job* const job = startEndless();
    press(Qt::Key_Escape);
    QVERIFY(!job->isCancelled());
    QVERIFY(!QApplication::focusWidget()->inherits("QPlainTextEdit"));
    press(Qt::Key_Escape);
    QTRY_VERIFY(m_window->jobs().jobs().empty());
}

void KeysTest::escapeInAFilterEmptiesIt()
{
    const Job* const job = startEndless();
    auto* const filter = m_window->findChild<CatalogTree*>()->findChild<QLineEdit*>();
    QVERIFY(filter);
    filter->setFocus();
    QTest::keyClicks(filter, QStringLiteral("few"));
    press(Qt::Key_Escape);
    QCOMPARE(filter->text(), QString());
    press(Qt::Key_Escape);
    QVERIFY(!job->isCancelled());
    m_window->jobs().cancelAll();
    QTRY_VERIFY(m_window->jobs().jobs().empty());
}

void KeysTest::controlFFindsOnThePage()
{
    for (const PageId page : {PageId::Findings, PageId::Columns, PageId::Rows, PageId::Card}) {
        show(page);
        test::finishWork(*m_window);
        press(Qt::Key_F, Qt::ControlModifier);
        const QWidget* const focus = QApplication::focusWidget();
        QVERIFY(m_window->tabs().current()->isAncestorOf(focus));
        QCOMPARE(focus->objectName(), QStringLiteral("filter"));
    }
}

void KeysTest::controlShiftFFiltersTheCatalog()
{
    auto* const tree = m_window->findChild<CatalogTree*>();
    press(Qt::Key_F8);
    QVERIFY(!tree->isVisible());
    press(Qt::Key_F, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(tree->isVisible());
    QVERIFY(tree->findChild<QLineEdit*>()->hasFocus());
}

void KeysTest::f9HidesTheDetails()
{
    for (const PageId page : {PageId::Findings, PageId::Columns}) {
        show(page);
        QWidget* const details = visible<ListAndDetails>()->splitter().widget(1);
        QVERIFY(details->isVisible());
        press(Qt::Key_F6);
        QVERIFY(details->isAncestorOf(QApplication::focusWidget()));
        press(Qt::Key_F9);
        QVERIFY(!details->isVisible());
        QVERIFY(visible<QTableView>()->hasFocus());
        press(Qt::Key_F9);
        QVERIFY(details->isVisible());
    }
}

void KeysTest::controlShiftCCopiesTheChart()
{
    show(PageId::Balance);
    test::finishWork(*m_window);
    const auto panels = m_window->tabs().findChildren<FigurePanel*>();
    QVERIFY(!panels.empty());
    QGuiApplication::clipboard()->clear();
    panels.back()->setFocus();
    press(Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(!QGuiApplication::clipboard()->image().isNull());
    QVERIFY(test::visibleText(*panels.back()).contains(QStringLiteral("on the clipboard")));
}

void KeysTest::shiftF10OpensTheMenuOfTheFocus()
{
    auto* const tree = m_window->findChild<CatalogTree*>()->findChild<QTreeWidget*>();
    tree->setFocus();
    tree->setCurrentItem(tree->topLevelItem(0));
    bool isOpened = false;
    QTimer::singleShot(0, this, [&isOpened] {
        auto* const menu = qobject_cast<QMenu*>(QApplication::activePopupWidget());
        isOpened = menu && menu->actions().front()->text() == QStringLiteral("Open");
        if (menu)
            menu->close();
    });
    press(Qt::Key_F10, Qt::ShiftModifier);
    QTRY_VERIFY(isOpened);
}

void KeysTest::theMenuRemovesTheDataset()
{
    QSignalSpy removed(&m_window->workspace(), &Workspace::removed);
    test::choose(*m_window, QStringLiteral("Remove from the catalog"));
    QTRY_COMPARE(removed.size(), 1);
    QTRY_VERIFY(m_window->workspace().datasets().empty());
}

void KeysTest::noMnemonicIsTwiceInAMenu()
{
    QList<QMenu*> menus = m_window->menuBar()->findChildren<QMenu*>();
    QVERIFY(menus.size() >= 5);
    for (const QMenu* menu : menus) {
        std::map<QString, QString> taken;
        for (const QAction* action : menu->actions()) {
            const QString key = QKeySequence::mnemonic(action->text()).toString();
            if (key.isEmpty())
                continue;
            QVERIFY2(taken.emplace(key, action->text()).second,
                qPrintable(action->text() + QStringLiteral(" and ") + taken[key]));
        }
    }
}

/// Of menus, of pages and of lists.
void KeysTest::allKeysAreListed()
{
    for (const Page* page : m_window->tabs().pages())
        show(page->id());
    test::finishWork(*m_window);
    std::set<QString> keys;
    for (const QShortcut* shortcut : m_window->findChildren<QShortcut*>())
        keys.insert(shortcut->key().toString(QKeySequence::NativeText));
    for (const QAction* action : m_window->findChildren<QAction*>()) {
        for (const QKeySequence& key : action->shortcuts())
            keys.insert(key.toString(QKeySequence::NativeText));
    }
    QVERIFY(keys.count(QStringLiteral("N")) && keys.count(QStringLiteral("Ctrl+G")));
    std::set<QString> listed;
    QTimer::singleShot(0, this, [&listed] {
        auto* const dialog = qobject_cast<KeysDialog*>(QApplication::activeModalWidget());
        QVERIFY(dialog);
        for (const QString& line : test::visibleText(*dialog).split(QLatin1Char('\n'))) {
            for (const QString& key : line.split(QStringLiteral(", ")))
                listed.insert(key);
        }
        dialog->reject();
    });
    press(Qt::Key_F1);
    for (const QString& key : keys)
        QVERIFY2(key.isEmpty() || listed.count(key) > 0, qPrintable(key));
}

} // namespace cupel::ui

QTEST_MAIN(cupel::ui::KeysTest)
#include "tst_keys.moc"
