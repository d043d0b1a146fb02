#include <QAccessible>
#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QDir>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTabWidget>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

#include "tests/ui/support/files.h"
#include "ui/pages/rows_page.h"
#include "ui/theme/shown.h"
#include "ui/window/main_window.h"
#include "ui/window/page_tabs.h"

namespace cupel::ui {

class MainWindowTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void showsTheStartPageFirst();
    void opensTheSample();
    void leadsFromAFindingToItsRowsAndBack();
    void tabsHaveKeys();
    void copiesTheCommand();
    void followsTheChoiceOfLight();
    void everyWidgetThatActsHasANameAndCanBeReached();
    void removesADatasetAndTakesItBack();
    void aSecondWindowSaysThatItOnlyReads();

private:
    void openSample();
    QTabWidget* tabs() const { return m_window->findChild<QTabWidget*>(); }
    Page* page(PageId id) const;

    QTemporaryDir m_home;
    std::unique_ptr<QTemporaryDir> m_data;
    std::unique_ptr<MainWindow> m_window;
};

void MainWindowTest::initTestCase()
{
    qputenv("XDG_CONFIG_HOME", m_home.path().toUtf8());
    QCoreApplication::setOrganizationName(QStringLiteral("cupel"));
    QCoreApplication::setApplicationName(QStringLiteral("cupel"));
}

void MainWindowTest::init()
{
    m_data = std::make_unique<QTemporaryDir>();
    m_window
        = std::make_unique<MainWindow>(bytesOf(m_data->filePath(QStringLiteral("catalog.cupel"))));
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
}

void MainWindowTest::cleanup()
{
    m_window.reset();
}

Page* MainWindowTest::page(PageId id) const
{
    for (Page* one : m_window->tabs().pages()) {
        if (one->id() == id)
            return one;
    }
    return nullptr;
}

void MainWindowTest::openSample()
{
    QSignalSpy changed(&m_window->workspace(), &Workspace::datasetChanged);
    m_window->openSample();
    QTRY_COMPARE_WITH_TIMEOUT(changed.size(), 1, 20'000);
    QTRY_VERIFY(m_window->jobs().jobs().empty());
}

void MainWindowTest::showsTheStartPageFirst()
{
    QVERIFY(!tabs()->isVisible());
    QVERIFY(!m_window->workspace().dataset());
}

void MainWindowTest::opensTheSample()
{
    openSample();
    QVERIFY(tabs()->isVisible());
    QCOMPARE(tabs()->currentIndex(), 0);
    QCOMPARE(tabs()->count(), 10);
    QVERIFY2(m_window->windowTitle().contains(QStringLiteral("loans")),
        qPrintable(m_window->windowTitle()));
    QCOMPARE(m_window->workspace().datasets().size(), std::size_t{1});
    QCOMPARE(QDir(test::projectFile(QStringLiteral("resources/sample")))
                 .entryList({QStringLiteral("*.cupel*")}),
        QStringList());
}

/// Enter on a finding with rows leads to its chart, or at once to its rows; as many are shown as
/// the report counts; Alt+Left goes back.
void MainWindowTest::leadsFromAFindingToItsRowsAndBack()
{
    openSample();
    const OpenDatasetPtr dataset = m_window->workspace().dataset();
    const findings::Finding* chosen = nullptr;
    for (const findings::Finding* finding : reports::rankedFindings(dataset->dataset())) {
        if (!finding->evidence.empty() && finding->evidence.front().count > 0) {
            chosen = finding;
            break;
        }
    }
    QVERIFY(chosen);
    m_window->tabs().follow({PageId::Rows, chosen->id(dataset->dataset().name), {},
        RowsQuery{chosen->evidence.front().filter}});
    auto* rows = qobject_cast<RowsPage*>(page(PageId::Rows));
    QTRY_VERIFY(!rows->isSearching());
    QTableView* view = nullptr;
    for (QTableView* one : rows->findChildren<QTableView*>()) {
        if (one->isVisible())
            view = one;
    }
    QVERIFY(view);
    QTRY_COMPARE(view->model()->rowCount(), static_cast<int>(chosen->evidence.front().count));
    QVERIFY(m_window->tabs().canGoBack());
    QTest::keyClick(m_window.get(), Qt::Key_Left, Qt::AltModifier);
    QCOMPARE(tabs()->currentIndex(), 0);
    QTest::keyClick(m_window.get(), Qt::Key_Right, Qt::AltModifier);
    QCOMPARE(tabs()->currentWidget(), static_cast<QWidget*>(rows));
}

void MainWindowTest::tabsHaveKeys()
{
    openSample();
    QTest::keyClick(m_window.get(), Qt::Key_4, Qt::ControlModifier);
    QCOMPARE(tabs()->currentIndex(), 3);
    QTest::keyClick(m_window.get(), Qt::Key_2, Qt::ControlModifier);
    QCOMPARE(tabs()->currentIndex(), 1);
}

void MainWindowTest::copiesTheCommand()
{
    openSample();
    for (QAction* action : m_window->findChildren<QAction*>()) {
        if (action->text().remove(QLatin1Char('&')) == QStringLiteral("Copy as command"))
            action->trigger();
    }
    const QString command = QApplication::clipboard()->text();
    QVERIFY2(command.startsWith(QStringLiteral("cupel audit ")), qPrintable(command));
    QVERIFY2(command.contains(QStringLiteral("--label approved")), qPrintable(command));
}

void MainWindowTest::followsTheChoiceOfLight()
{
    const auto choose = [this](const QString& text) {
        for (QAction* action : m_window->findChildren<QAction*>()) {
            if (action->text().remove(QLatin1Char('&')) == text)
                action->trigger();
        }
    };
    choose(QStringLiteral("Dark"));
    QVERIFY(colorsFor(QApplication::palette()).isDark);
    choose(QStringLiteral("Light"));
    QVERIFY(!colorsFor(QApplication::palette()).isDark);
}

void MainWindowTest::everyWidgetThatActsHasANameAndCanBeReached()
{
    openSample();
    QStringList faults;
    for (int tab = 0; tab < tabs()->count(); ++tab) {
        tabs()->setCurrentIndex(tab);
        QTRY_VERIFY(m_window->jobs().jobs().empty());
        for (const QWidget* widget : m_window->findChildren<QWidget*>()) {
            const bool acts = widget->inherits("QAbstractButton") || widget->inherits("QLineEdit")
                || widget->inherits("QComboBox") || widget->inherits("QAbstractItemView");
            const bool isReached = (widget->focusPolicy() & Qt::TabFocus) != 0;
            const bool isPart = widget->inherits("QTabBar")
                || widget->objectName().startsWith(QStringLiteral("qt_"))
                || widget->inherits("QTableCornerButton") || widget->inherits("QHeaderView");
            if (!widget->isVisible() || widget->focusProxy() || isPart || (!acts && !isReached))
                continue;
            const QString what = tabs()->tabText(tab) + QStringLiteral(": ")
                + QLatin1String(widget->metaObject()->className()) + QStringLiteral(" in ")
                + QLatin1String(widget->parent()->metaObject()->className());
            QAccessibleInterface* accessible
                = QAccessible::queryAccessibleInterface(const_cast<QWidget*>(widget));
            const bool isNamed = accessible && !accessible->text(QAccessible::Name).isEmpty();
            if (!isNamed || !isReached)
                faults << what
                        + (isNamed ? QStringLiteral(" cannot be reached")
                                   : QStringLiteral(" has no name"));
        }
    }
    faults.removeDuplicates();
    QVERIFY2(faults.isEmpty(), qPrintable(faults.join(QLatin1Char('\n'))));
}

void MainWindowTest::removesADatasetAndTakesItBack()
{
    openSample();
    QSignalSpy removed(&m_window->workspace(), &Workspace::removed);
    m_window->workspace().remove("loans");
    QTRY_COMPARE(removed.size(), 1);
    QTRY_VERIFY(m_window->workspace().datasets().empty());
    QPushButton* undo = nullptr;
    for (QPushButton* button : m_window->findChildren<QPushButton*>()) {
        if (button->isVisible() && button->text() == QStringLiteral("Undo"))
            undo = button;
    }
    QVERIFY(undo);
    QTest::mouseClick(undo, Qt::LeftButton);
    QTRY_COMPARE(m_window->workspace().datasets().size(), std::size_t{1});
}

void MainWindowTest::aSecondWindowSaysThatItOnlyReads()
{
    openSample();
    MainWindow second(bytesOf(m_data->filePath(QStringLiteral("catalog.cupel"))));
    second.show();
    QVERIFY(second.workspace().isReadOnly());
    bool isSaid = false;
    for (const QLabel* label : second.findChildren<QLabel*>())
        isSaid = isSaid
            || (label->isVisible() && label->text().contains(QStringLiteral("Another window")));
    QVERIFY(isSaid);
    QTRY_COMPARE(second.workspace().datasets().size(), std::size_t{1});
}

} // namespace cupel::ui

QTEST_MAIN(cupel::ui::MainWindowTest)
#include "tst_main_window.moc"
