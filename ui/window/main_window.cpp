#include "ui/window/main_window.h"

#include <QApplication>
#include <QCloseEvent>
#include <QDragEnterEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QMessageBox>
#include <QMimeData>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

#include "ui/pages/history_page.h"
#include "ui/theme/shown.h"
#include "ui/window/catalog_tree.h"
#include "ui/window/dropped_paths.h"
#include "ui/window/jobs_strip.h"
#include "ui/window/message_bar.h"
#include "ui/window/opening.h"
#include "ui/window/page_tabs.h"
#include "ui/window/printing.h"
#include "ui/window/report_export.h"
#include "ui/window/start_page.h"

namespace cupel::ui {
namespace {

pipeline::AuditRequest sampleRequest(const QString& path)
{
    pipeline::AuditRequest request;
    request.inputs = {bytesOf(path)};
    QFile file(QFileInfo(path).path() + QStringLiteral("/roles.json"));
    if (file.open(QIODevice::ReadOnly)) {
        if (auto roles = audits::rolesFromJson(file.readAll().toStdString(), "roles.json"))
            request.roles = std::move(*roles);
    }
    return request;
}

/// The palette that the program started with: that of a later window may be the chosen one.
const QPalette& systemPalette()
{
    static const QPalette palette = QApplication::palette();
    return palette;
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
    , m_unkept(new MessageBar)
    , m_opening(new Opening(*m_workspace, *m_jobs, m_settings, *m_message, this))
    , m_printing(new Printing(*m_jobs, *m_message, this))
    , m_start(new StartPage(m_settings, *m_jobs, !samplePath().isEmpty()))
    , m_tabs(new PageTabs)
    , m_centre(new QStackedWidget)
    , m_strip(new JobsStrip(*m_jobs))
    , m_splitter(new QSplitter)
{
    setWindowTitle(tr("Cupel"));
    m_unkept->setClosable(false);
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
    column->addWidget(m_unkept);
    column->addWidget(m_message);
    column->addWidget(m_splitter, 1);
    column->addWidget(m_strip);
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
    connect(m_start, &StartPage::locateWanted, m_opening, &Opening::locatePath);
    connect(m_opening, &Opening::recentChanged, m_start, &StartPage::refresh);
    connect(m_tree, &CatalogTree::locateWanted, m_opening, &Opening::locateDataset);
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
    connect(m_workspace, &Workspace::reviewChanged, this, [this] {
        m_tabs->setDataset(m_workspace->dataset());
        updateActions();
    });
    connect(m_tabs, &PageTabs::filled, this, [this](PageId page) {
        if (page == m_history->id())
            m_workspace->loadHistory();
    });
    connect(m_workspace, &Workspace::catalogChanged, this, &MainWindow::showCatalogState);
    connect(m_workspace, &Workspace::datasetChanged, this, &MainWindow::showNotKept);
    connect(m_workspace, &Workspace::reviewStuck, this, &MainWindow::showUnkeptReview);
    connect(m_workspace, &Workspace::failed, this, &MainWindow::showFailure);
    connect(m_workspace, &Workspace::reviewKept, this, [this] {
        m_unkept->hide();
        if (m_isClosing)
            close();
    });
    connect(m_workspace, &Workspace::historyLoaded, this,
        [this](const History& history) { m_history->setEntries(history.entries); });
    connect(m_workspace, &Workspace::historyFailed, m_history, &HistoryPage::setUnread);
    connect(m_history, &HistoryPage::entriesWanted, m_workspace, &Workspace::loadHistory);
    connect(m_workspace, &Workspace::removed, this, &MainWindow::showRemoved);
    connect(m_workspace, &Workspace::restored, this, [this](const catalog::Dataset& dataset) {
        m_message->showDone(tr("%1 is in the catalog again.").arg(shown(dataset.name)));
    });
}

void MainWindow::restore()
{
    setScheme(m_settings.scheme());
    showCatalogState();
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
    // What failed before is overcome, but for edits that are still to be kept.
    if (m_message->isError() && m_workspace->unkeptReview().empty())
        m_message->hide();
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

void MainWindow::openPath(const QString& path)
{
    openPaths({bytesOf(path)});
}

void MainWindow::openPaths(const std::vector<std::string>& paths)
{
    m_opening->openPaths(paths);
}

void MainWindow::openSample()
{
    const QString path = samplePath();
    if (path.isEmpty())
        return;
    m_jobs->start(
        tr("Read the roles of the sample"), this,
        [path](const base::JobContext&) { return sampleRequest(path); },
        [this](const pipeline::AuditRequest& request) { m_workspace->open(request); });
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
    if (m_tabs->answersInWork() > 0 && !m_isClosing && !mayLoseAnswers()) {
        event->ignore();
        return;
    }
    if (!m_workspace->unkeptReview().empty() && !mayLoseReview()) {
        m_isClosing = false;
        event->ignore();
        return;
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
    if (!localPaths(*event->mimeData()).empty())
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent* event)
{
    const std::vector<std::string> paths = localPaths(*event->mimeData());
    if (paths.empty())
        return;
    event->acceptProposedAction();
    openPaths(paths);
}

} // namespace cupel::ui
