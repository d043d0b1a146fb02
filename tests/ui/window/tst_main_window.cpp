#include <QAccessible>
#include <QApplication>
#include <QClipboard>
#include <QDir>
#include <QFileDialog>
#include <QLineEdit>
#include <QLockFile>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QTabWidget>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>
#include <QTimer>
#include <QTreeWidget>
#include <algorithm>
#include <cmath>

#include "tests/ui/support/file_size_limit.h"
#include "tests/ui/window/window_test.h"
#include "ui/pages/rows_page.h"
#include "ui/theme/tone.h"
#include "ui/window/catalog_tree.h"
#include "ui/window/page_tabs.h"

namespace cupel::ui {

class MainWindowTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void showsTheStartPageFirst();
    void opensTheSample();
    void leadsFromAFindingToItsRowsAndBack();
    void tabsHaveKeys();
    void copiesTheCommand();
    void saysThatTheRolesCouldNotBeSaved();
    void followsTheChoiceOfLight();
    void everyWidgetThatActsHasANameAndCanBeReached();
    void noNameOrDescriptionIsMarkup();
    void whatFailedIsGoneOnceADatasetIsOpen();
    void removesADatasetAndTakesItBack();
    void aSecondWindowSaysThatItOnlyReads();
    void saysThatNothingIsKept_data();
    void saysThatNothingIsKept();
    void closingKeepsWhatWasSaid();
    void aLongTitleOfAJobLeavesTheWindowAsItIs();
    void theMenuOfTheTreeMeansWhatItWasOpenedFor();
    void theTreeShowsTheBeginOfALongName();
    void theTreeMarksADatasetWithoutItsFile();
    void aLaterWindowKnowsTheLightOfTheSystem();
    void signsCanBeSeenOnWhatIsChosen_data();
    void signsCanBeSeenOnWhatIsChosen();

private:
    void choose(const QString& action) const { test::choose(*m_window, action); }
    void openSample() { test::openSample(*m_window); }
    QTabWidget* tabs() const { return m_window->findChild<QTabWidget*>(); }
    Page* page(PageId id) const;

    const test::OwnSettings m_settings;
    std::unique_ptr<QTemporaryDir> m_data;
    std::unique_ptr<MainWindow> m_window;
};

void MainWindowTest::init()
{
    m_data = std::make_unique<QTemporaryDir>();
    m_window = test::shownWindow(test::catalogIn(*m_data));
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
    QCOMPARE(tabs()->count(), 11);
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
    choose(QStringLiteral("Copy as command"));
    const QString command = QApplication::clipboard()->text();
    QVERIFY2(command.startsWith(QStringLiteral("cupel audit ")), qPrintable(command));
    QVERIFY2(command.contains(QStringLiteral("--label approved")), qPrintable(command));
}

void MainWindowTest::saysThatTheRolesCouldNotBeSaved()
{
    openSample();
    QTRY_VERIFY(m_window->jobs().jobs().empty());
    QTimer dialogs;
    connect(&dialogs, &QTimer::timeout, this, [this] {
        if (auto* dialog = qobject_cast<QFileDialog*>(QApplication::activeModalWidget())) {
            dialog->findChild<QLineEdit*>()->setText(
                m_data->filePath(QStringLiteral("roles.json")));
            QMetaObject::invokeMethod(dialog, "accept");
        }
    });
    dialogs.start(10);
    {
        const test::FileSizeLimit limit(8);
        choose(QStringLiteral("Save the roles as a file…"));
        QTRY_VERIFY(m_window->jobs().jobs().empty());
    }
    QVERIFY2(test::visibleText(*m_window).contains(
                 QStringLiteral("Save the roles failed: cannot write")),
        qPrintable(test::visibleText(*m_window)));
    QVERIFY(!test::visibleText(*m_window).contains(QStringLiteral("export failed")));
    QVERIFY(!QFile::exists(m_data->filePath(QStringLiteral("roles.json"))));
    choose(QStringLiteral("Save the roles as a file…"));
    QTRY_VERIFY(QFile::exists(m_data->filePath(QStringLiteral("roles.json"))));
    QTRY_VERIFY(m_window->jobs().jobs().empty());
}

void MainWindowTest::followsTheChoiceOfLight()
{
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

/// Qt describes a widget with its tool tip where it has no description of its own.
void MainWindowTest::noNameOrDescriptionIsMarkup()
{
    openSample();
    int described = 0;
    for (int tab = 0; tab < tabs()->count(); ++tab) {
        tabs()->setCurrentIndex(tab);
        QTRY_VERIFY(m_window->jobs().jobs().empty());
        for (QWidget* widget : m_window->findChildren<QWidget*>()) {
            QAccessibleInterface* const accessible = QAccessible::queryAccessibleInterface(widget);
            if (!accessible)
                continue;
            for (const QAccessible::Text kind : {QAccessible::Name, QAccessible::Description}) {
                const QString text = accessible->text(kind);
                described += text.isEmpty() ? 0 : 1;
                QVERIFY2(!text.startsWith(QLatin1Char('<')), qPrintable(text));
            }
        }
    }
    QVERIFY(described > 50);
}

void MainWindowTest::whatFailedIsGoneOnceADatasetIsOpen()
{
    m_window->openPath(m_data->filePath(QStringLiteral("none.csv")));
    const auto saysFailure = [this] {
        return test::visibleText(*m_window).contains(QStringLiteral("Open none.csv failed"));
    };
    QTRY_VERIFY(saysFailure());
    openSample();
    QVERIFY(!saysFailure());
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
    m_window.reset();
    const QString catalog = test::catalogIn(*m_data);
    QLockFile lock(catalog + QStringLiteral(".lock")); // as another program takes it
    QVERIFY(lock.tryLock(0));
    MainWindow second(bytesOf(catalog));
    second.show();
    QVERIFY(second.workspace().isReadOnly());
    QVERIFY(test::visibleText(second).contains(QStringLiteral("Another program")));
    QTRY_COMPARE(second.workspace().datasets().size(), std::size_t{1});
}

void MainWindowTest::saysThatNothingIsKept_data()
{
    QTest::addColumn<QString>("catalog");
    QTest::addColumn<QString>("words");
    QTest::newRow("no catalog") << QString() << QStringLiteral("No catalog is open");
    QTest::newRow("no folder") << QStringLiteral("none/c.cupel")
                               << QStringLiteral("none/c.cupel: there is no folder ");
}

void MainWindowTest::saysThatNothingIsKept()
{
    QFETCH(const QString, catalog);
    QFETCH(const QString, words);
    MainWindow window(catalog.isEmpty() ? std::string() : bytesOf(m_data->filePath(catalog)));
    window.show();
    QVERIFY2(test::visibleText(window).contains(words), qPrintable(test::visibleText(window)));
    QVERIFY(!test::visibleText(window).contains(QStringLiteral("Another program")));
}

/// The window closes once everything that was said is in the catalog.
void MainWindowTest::closingKeepsWhatWasSaid()
{
    constexpr int kEdits = 10;
    openSample();
    for (int i = 0; i < kEdits; ++i) {
        m_window->workspace().say(QStringLiteral("comment"),
            pipeline::commentTarget(pipeline::CommentOn::Column, "c" + std::to_string(i)),
            pipeline::Comment{"text", false});
    }
    m_window->close();
    QTRY_VERIFY(!m_window->isVisible());
    m_window = std::make_unique<MainWindow>(bytesOf(test::catalogIn(*m_data)));
    QVERIFY(m_window.get());
    QSignalSpy changed(&m_window->workspace(), &Workspace::datasetChanged);
    m_window->workspace().reopen("loans");
    QTRY_COMPARE(changed.size(), 1);
    QCOMPARE(
        m_window->workspace().dataset()->review->comments.size(), static_cast<std::size_t>(kEdits));
}

void MainWindowTest::aLongTitleOfAJobLeavesTheWindowAsItIs()
{
    const int before = m_window->minimumSizeHint().width();
    Job* job = m_window->jobs().start(
        QString(4'000, QLatin1Char('W')), this,
        [](const base::JobContext& context) {
            while (!context.cancelled())
                QThread::yieldCurrentThread();
            return 0;
        },
        [](int) {});
    QPushButton* stop = nullptr;
    for (QPushButton* button : m_window->findChildren<QPushButton*>()) {
        if (button->accessibleName().contains(QStringLiteral("WWWW")))
            stop = button;
    }
    QVERIFY(stop);
    QTRY_VERIFY(stop->isVisible());
    const int with = m_window->minimumSizeHint().width();
    job->cancel();
    QTRY_VERIFY(m_window->jobs().jobs().empty());
    QVERIFY2(with < std::max(before, m_window->fontMetrics().height() * 60),
        qPrintable(QString::number(with)));
}

/// The catalog is listed again while the menu is open.
void MainWindowTest::theMenuOfTheTreeMeansWhatItWasOpenedFor()
{
    const auto dataset = [](const char* name) {
        ListedDataset listed;
        listed.summary.dataset.name = name;
        return listed;
    };
    CatalogTree tree;
    tree.setDatasets({dataset("first"), dataset("second")});
    tree.show();
    std::vector<std::string> chosen;
    connect(&tree, &CatalogTree::datasetChosen, this,
        [&chosen](const std::string& name) { chosen.push_back(name); });
    connect(&tree, &CatalogTree::removeWanted, this,
        [&chosen](const std::string& name) { chosen.push_back("remove " + name); });
    auto* view = tree.findChild<QTreeWidget*>();
    for (const int action : {0, 1}) {
        tree.setDatasets({dataset("first"), dataset("second")});
        QTimer::singleShot(0, this, [&tree, &dataset, action] {
            auto* menu = qobject_cast<QMenu*>(QApplication::activePopupWidget());
            QVERIFY(menu);
            tree.setDatasets({dataset("first")});
            menu->actions().at(action)->trigger();
            menu->close();
        });
        Q_EMIT view->customContextMenuRequested(
            view->visualItemRect(view->topLevelItem(1)).center());
    }
    QCOMPARE(chosen, (std::vector<std::string>{"second", "remove second"}));
}

void MainWindowTest::theTreeShowsTheBeginOfALongName()
{
    CatalogTree tree;
    ListedDataset listed;
    listed.summary.dataset.name = std::string(1'000'000, 'N');
    tree.setDatasets({listed});
    const QString text = tree.findChild<QTreeWidget*>()->topLevelItem(0)->text(0);
    QVERIFY(text.startsWith(QStringLiteral("NNN")));
    QVERIFY(text.size() < 200);
}

/// Not by its colour alone.
void MainWindowTest::theTreeMarksADatasetWithoutItsFile()
{
    CatalogTree tree;
    ListedDataset listed;
    listed.summary.dataset.name = "first";
    listed.isMissing = true;
    tree.setDatasets({listed});
    QVERIFY(tree.findChild<QTreeWidget*>()->topLevelItem(0)->text(0).contains(
        QStringLiteral("file not found")));
}

void MainWindowTest::aLaterWindowKnowsTheLightOfTheSystem()
{
    choose(QStringLiteral("As the system"));
    const bool isDark = colorsFor(QApplication::palette()).isDark;
    choose(isDark ? QStringLiteral("Light") : QStringLiteral("Dark"));
    m_window = std::make_unique<MainWindow>(std::string());
    choose(QStringLiteral("As the system"));
    QCOMPARE(colorsFor(QApplication::palette()).isDark, isDark);
}

void MainWindowTest::signsCanBeSeenOnWhatIsChosen_data()
{
    QTest::addColumn<QString>("scheme");
    QTest::newRow("light") << QStringLiteral("Light");
    QTest::newRow("dark") << QStringLiteral("Dark");
}

void MainWindowTest::signsCanBeSeenOnWhatIsChosen()
{
    QFETCH(const QString, scheme);
    choose(scheme);
    const auto luminance = [](const QColor& color) {
        const auto linear = [](double part) {
            return part <= 0.03928 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4);
        };
        return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF())
            + 0.0722 * linear(color.blueF());
    };
    const double behind = luminance(QApplication::palette().color(QPalette::Highlight));
    for (const reports::Tone tone : {reports::Tone::Error, reports::Tone::Warning,
             reports::Tone::Note, reports::Tone::Good, reports::Tone::Question}) {
        const QImage image = iconOf(tone, colorsFor(QApplication::palette()))
                                 .pixmap(QSize(32, 32), QIcon::Selected)
                                 .toImage();
        int drawn = 0;
        int seen = 0;
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x) {
                const QColor color = image.pixelColor(x, y);
                if (color.alpha() < 255)
                    continue;
                const double front = luminance(color);
                const double contrast
                    = (std::max(front, behind) + 0.05) / (std::min(front, behind) + 0.05);
                ++drawn;
                seen += contrast >= 3.0 ? 1 : 0;
            }
        }
        QVERIFY(drawn > 0);
        QVERIFY2(seen > drawn / 2, qPrintable(wordOf(tone)));
    }
}

} // namespace cupel::ui

QTEST_MAIN(cupel::ui::MainWindowTest)
#include "tst_main_window.moc"
