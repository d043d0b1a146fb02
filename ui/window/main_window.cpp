#include "ui/window/main_window.h"

#include <QApplication>
#include <QCloseEvent>
#include <QDragEnterEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QMenu>
#include <QMessageBox>
#include <QMimeData>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

#include "core/reports/roles_text.h"
#include "ui/dialogs/import_dialog.h"
#include "ui/pages/history_page.h"
#include "ui/theme/shown.h"
#include "ui/window/catalog_tree.h"
#include "ui/window/dropped_paths.h"
#include "ui/window/jobs_strip.h"
#include "ui/window/message_bar.h"
#include "ui/window/page_tabs.h"
#include "ui/window/report_export.h"
#include "ui/window/start_page.h"

namespace cupel::ui {
namespace {

audits::Roles rolesOf(const QByteArray& json)
{
    if (json.isEmpty())
        return {};
    auto roles = audits::rolesFromJson(json.toStdString(), "settings");
    return roles ? std::move(*roles) : audits::Roles{};
}

/// The palette that the program started with: that of a later window may be the chosen one.
const QPalette& systemPalette()
{
    static const QPalette palette = QApplication::palette();
    return palette;
}

QString fileNameOf(const QString& path)
{
    return shown(bytesOf(QFileInfo(path).fileName()));
}

} // namespace

MainWindow::MainWindow(const std::string& catalog, QWidget* parent)
    : QMainWindow(parent)
    , m_systemPalette(systemPalette())
    , m_jobs(new JobList(this))
    , m_workspace(new Workspace(catalog, *m_jobs, this))
    , m_tree(new CatalogTree)
    , m_message(new MessageBar)
    , m_banner(new MessageBar)
    , m_start(new StartPage(m_settings, !samplePath().isEmpty()))
    , m_tabs(new PageTabs)
    , m_centre(new QStackedWidget)
    , m_splitter(new QSplitter)
{
    setWindowTitle(tr("Cupel"));
    setAcceptDrops(true);
    addPages();
    m_centre->addWidget(m_start);
    m_centre->addWidget(m_tabs);
    m_splitter->addWidget(m_tree);
    m_splitter->addWidget(m_centre);
    m_splitter->setStretchFactor(1, 1);
    m_splitter->setCollapsible(1, false);
    auto* whole = new QWidget;
    auto* column = new QVBoxLayout(whole);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_banner);
    column->addWidget(m_message);
    column->addWidget(m_splitter, 1);
    column->addWidget(new JobsStrip(*m_jobs));
    setCentralWidget(whole);
    makeFileMenu();
    makeEditMenu();
    makeViewMenu();
    makeDatasetMenu();
    makeHelpMenu();
    connectParts();
    restore();
    updateActions();
    m_start->setFocus();
    m_workspace->refresh();
}

/// Workers may still hand over their answers: they end before the parts that wait for them.
MainWindow::~MainWindow()
{
    delete m_jobs;
}

void MainWindow::connectParts()
{
    connect(m_start, &StartPage::openWanted, this, &MainWindow::chooseDataset);
    connect(m_start, &StartPage::sampleWanted, this, &MainWindow::openSample);
    connect(m_start, &StartPage::pathChosen, this, &MainWindow::openPath);
    connect(m_tree, &CatalogTree::datasetChosen, m_workspace, &Workspace::reopen);
    connect(m_tree, &CatalogTree::removeWanted, m_workspace, &Workspace::remove);
    connect(m_tree, &CatalogTree::columnChosen, m_tabs, [this](const std::string& column) {
        m_tabs->follow({PageId::Columns, column});
    });
    connect(m_tabs, &PageTabs::moved, this, &MainWindow::updateActions);
    connect(m_workspace, &Workspace::busyChanged, this, &MainWindow::updateActions);
    connect(m_workspace, &Workspace::datasetChanged, this, &MainWindow::showDataset);
    connect(m_workspace, &Workspace::datasetsChanged, this,
        [this] { m_tree->setDatasets(m_workspace->datasets()); });
    connect(m_workspace, &Workspace::reviewChanged, this,
        [this] { m_tabs->setDataset(m_workspace->dataset()); });
    connect(m_tabs, &PageTabs::filled, this, [this](PageId page) {
        if (page == m_history->id())
            m_workspace->loadHistory();
    });
    connect(m_workspace, &Workspace::failed, this,
        [this](const QString& what, const base::Error& error) {
            m_isClosing = false;
            m_message->showError(what, error);
        });
    connect(m_workspace, &Workspace::reviewKept, this, [this] {
        if (m_isClosing)
            close();
    });
    connect(m_workspace, &Workspace::historyLoaded, this,
        [this](const History& history) { m_history->setEntries(history.entries); });
    connect(m_workspace, &Workspace::removed, this, [this](const std::string& name) {
        m_message->showDone(
            tr("%1 was removed from the catalog; it can be brought back for 30 days.")
                .arg(shown(name)),
            tr("Undo"), [this, name] { m_workspace->restore(name); });
    });
}

void MainWindow::restore()
{
    setScheme(m_settings.scheme());
    m_tree->setReadOnly(m_workspace->isReadOnly());
    if (m_workspace->catalogPath().empty()) {
        m_banner->showDone(
            tr("No catalog is open: what is found is gone when the window is closed."));
    } else if (m_workspace->isOpenElsewhere()) {
        m_banner->showDone(tr("Another window has this catalog open: this one shows it, and keeps "
                              "nothing of what it finds."));
    } else if (m_workspace->isReadOnly()) {
        m_banner->showDone(tr("The folder of the catalog %1 cannot be written: this window keeps "
                              "nothing of what it finds.")
                               .arg(shown(m_workspace->catalogPath())));
    }
    const int unit = fontMetrics().height();
    resize(unit * 80, unit * 50);
    m_splitter->setSizes({unit * 15, unit * 65});
    restoreGeometry(m_settings.geometry());
    m_splitter->restoreState(m_settings.layout());
    m_tabs->restoreLayouts(m_settings.pageLayouts());
    m_tabs->setFirstPage(m_settings.shownPage());
}

void MainWindow::showDataset()
{
    const OpenDatasetPtr& dataset = m_workspace->dataset();
    m_tree->setOpen(dataset);
    m_tabs->setDataset(dataset);
    m_centre->setCurrentWidget(m_tabs);
    setWindowTitle(tr("%1 – Cupel").arg(shown(dataset->name)));
    updateActions();
}

void MainWindow::chooseDataset()
{
    const QString path = QFileDialog::getOpenFileName(this, tr("Open a dataset"), {},
        tr("Tables (*.csv *.tsv *.tab *.data *.txt);;All files (*)"));
    if (!path.isEmpty())
        openPath(path);
}

void MainWindow::chooseCatalog()
{
    const QString path = QFileDialog::getOpenFileName(
        this, tr("Open a catalog"), {}, tr("Catalogs (*.cupel);;All files (*)"));
    if (path.isEmpty())
        return;
    auto* window = new MainWindow(bytesOf(path));
    window->setAttribute(Qt::WA_DeleteOnClose);
    window->show();
}

void MainWindow::openPath(const QString& path)
{
    const QStringList tables = tablesAt(QFileInfo(path).absoluteFilePath());
    if (tables.isEmpty()) {
        m_message->showError(tr("Open %1").arg(fileNameOf(path)),
            {base::ErrorCode::InputMissing, "no table was found there",
                "give a CSV file, or a folder that holds one", {}});
        return;
    }
    if (tables.size() == 1) {
        openTable(tables.front());
        return;
    }
    QMenu menu(tr("Which table?"));
    for (const QString& table : tables) {
        menu.addAction(fileNameOf(table).replace(QLatin1Char('&'), QStringLiteral("&&")), this,
            [this, table] { openTable(table); });
    }
    menu.exec(mapToGlobal(rect().center()));
}

void MainWindow::openTable(const QString& path)
{
    ImportDialog dialog(bytesOf(path), rolesOf(m_settings.rolesFor(path)), *m_jobs, this);
    if (dialog.exec() != QDialog::Accepted)
        return;
    const pipeline::AuditRequest request = dialog.request();
    if (dialog.isToRemember()) {
        m_settings.setRolesFor(
            path, QByteArray::fromStdString(reports::rolesJsonText(request.roles)));
    }
    m_settings.addRecent(path);
    m_start->refresh();
    m_workspace->open(request);
}

void MainWindow::openSample()
{
    const QString path = samplePath();
    if (path.isEmpty())
        return;
    pipeline::AuditRequest request;
    request.inputs = {bytesOf(path)};
    QFile roles(QFileInfo(path).path() + QStringLiteral("/roles.json"));
    if (roles.open(QIODevice::ReadOnly))
        request.roles = rolesOf(roles.readAll());
    m_workspace->open(std::move(request));
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    if (m_workspace->isBusy() && !m_isClosing) {
        QMessageBox question(QMessageBox::Question, tr("Close Cupel"),
            tr("A dataset is still being audited. Close the window and stop that?"),
            QMessageBox::Close | QMessageBox::Cancel, this);
        question.setTextFormat(Qt::PlainText);
        if (question.exec() != QMessageBox::Close) {
            event->ignore();
            return;
        }
    }
    m_isClosing = m_workspace->isKeepingReview();
    if (m_isClosing) {
        event->ignore();
        return;
    }
    m_settings.setWindow(saveGeometry(), m_splitter->saveState());
    m_settings.setPageLayouts(m_tabs->layouts());
    m_settings.setShownPage(m_tabs->shownPage());
    m_jobs->cancelAll();
    event->accept();
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event)
{
    const QList<QUrl> urls = event->mimeData()->urls();
    if (urls.size() == 1 && urls.front().isLocalFile())
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent* event)
{
    const QList<QUrl> urls = event->mimeData()->urls();
    if (urls.size() != 1 || !urls.front().isLocalFile())
        return;
    event->acceptProposedAction();
    const QString path = urls.front().toLocalFile();
    // The source of the drag waits for this function, so the dialog comes after it.
    QMetaObject::invokeMethod(
        this, [this, path] { openPath(path); }, Qt::QueuedConnection);
}

} // namespace cupel::ui
