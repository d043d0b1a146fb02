#include <QAction>
#include <QActionGroup>
#include <QApplication>
#include <QClipboard>
#include <QFileDialog>
#include <QMenu>
#include <QMenuBar>
#include <QMessageBox>
#include <QSplitter>
#include <QStackedWidget>

#include "core/base/cut_text.h"
#include "core/reports/roles_text.h"
#include "ui/dialogs/command_palette.h"
#include "ui/dialogs/limits_dialog.h"
#include "ui/jobs/whole_file.h"
#include "ui/pages/dataset_command.h"
#include "ui/theme/shown.h"
#include "ui/window/catalog_tree.h"
#include "ui/window/keys_dialog.h"
#include "ui/window/main_window.h"
#include "ui/window/message_bar.h"
#include "ui/window/page_tabs.h"
#include "ui/window/printing.h"
#include "ui/window/removed_dialog.h"

namespace cupel::ui {
namespace {

/// Bytes of a name of the data in which the palette looks for what is typed.
constexpr std::size_t kMostSearched = 4'000;

/// The text of an action without the marks of its mnemonic.
QString plainText(const QAction& action)
{
    QString text = action.text();
    return text.remove(QLatin1Char('&'));
}

} // namespace

QAction* MainWindow::addAction(
    QMenu* menu, const QString& text, const QKeySequence& key, std::function<void()> run)
{
    QAction* action = menu->addAction(text);
    action->setShortcut(key);
    connect(action, &QAction::triggered, this, [run = std::move(run)] { run(); });
    m_actions.push_back(action);
    return action;
}

void MainWindow::makeFileMenu()
{
    QMenu* menu = menuBar()->addMenu(tr("&File"));
    addAction(menu, tr("&Open dataset…"), QKeySequence::Open, [this] { chooseDataset(); });
    addAction(menu, tr("Open &catalog…"), tr("Ctrl+Shift+O"), [this] { chooseCatalog(); });
    m_catalogActions = {
        addAction(menu, tr("Chec&k the catalog"), {}, [this] { checkCatalog(); }),
        addAction(menu, tr("&Back up the catalog…"), {}, [this] { backUpCatalog(); }),
    };
    m_removedDatasets = addAction(
        menu, tr("Re&moved datasets…"), {}, [this] { RemovedDialog(*m_workspace, this).exec(); });
    addAction(menu, tr("Open the &sample"), {}, [this] { openSample(); });
    addAction(menu, tr("S&tart page"), {}, [this] { m_centre->setCurrentIndex(0); });
    menu->addSeparator();
    m_datasetActions.push_back(
        addAction(menu, tr("&Export…"), tr("Ctrl+E"), [this] { exportAs(); }));
    m_datasetActions.push_back(addAction(menu, tr("&Print…"), QKeySequence::Print,
        [this] { m_printing->print(m_workspace->dataset(), printedDocument()); }));
    m_datasetActions.push_back(addAction(menu, tr("Print pre&view…"), {},
        [this] { m_printing->preview(m_workspace->dataset(), printedDocument()); }));
    m_datasetActions.push_back(
        addAction(menu, tr("Save the &roles as a file…"), {}, [this] { saveRoles(); }));
    menu->addSeparator();
    addAction(menu, tr("Close &window"), QKeySequence::Close, [this] { close(); });
    addAction(menu, tr("&Quit"), QKeySequence::Quit, [] { QApplication::closeAllWindows(); });
}

void MainWindow::makeEditMenu()
{
    QMenu* menu = menuBar()->addMenu(tr("&Edit"));
    QAction* undo = m_workspace->undoStack().createUndoAction(this, tr("&Undo"));
    undo->setShortcut(QKeySequence::Undo);
    QAction* redo = m_workspace->undoStack().createRedoAction(this, tr("&Redo"));
    redo->setShortcuts({QKeySequence(tr("Ctrl+Shift+Z")), QKeySequence(tr("Ctrl+Y"))});
    for (QAction* action : {undo, redo}) {
        menu->addAction(action);
        m_actions.push_back(action);
    }
    menu->addSeparator();
    m_datasetActions.push_back(
        addAction(menu, tr("Copy as &command"), {}, [this] { copyCommand(); }));
    m_datasetActions.push_back(
        addAction(menu, tr("Copy the c&hart"), tr("Ctrl+Shift+C"), [this] { copyChart(); }));
    menu->addSeparator();
    m_datasetActions.push_back(
        addAction(menu, tr("F&ind on this page"), QKeySequence::Find, [this] { findOnPage(); }));
    addAction(menu, tr("Fi&lter the catalog"), tr("Ctrl+Shift+F"), [this] { filterCatalog(); });
    addAction(menu, tr("&Find an action, a column or a finding…"), tr("Ctrl+K"),
        [this] { showPalette(); });
}

void MainWindow::makeViewMenu()
{
    QMenu* menu = menuBar()->addMenu(tr("&View"));
    m_back = addAction(menu, tr("&Back"), {}, [this] { m_tabs->back(); });
    m_back->setShortcuts({QKeySequence(tr("Alt+Left")), QKeySequence(tr("Backspace"))});
    m_forward = addAction(menu, tr("&Forward"), tr("Alt+Right"), [this] { m_tabs->forward(); });
    menu->addSeparator();
    for (std::size_t i = 0; i < m_tabs->pages().size(); ++i) {
        const int index = static_cast<int>(i);
        const QKeySequence key
            = index < 9 ? QKeySequence(QStringLiteral("Ctrl+%1").arg(index + 1)) : QKeySequence();
        m_datasetActions.push_back(addAction(menu, m_tabs->pages()[i]->title(), key, [this, index] {
            m_centre->setCurrentWidget(m_tabs);
            m_tabs->showTab(index);
        }));
    }
    menu->addSeparator();
    QMenu* theme = menu->addMenu(tr("&Theme"));
    auto* group = new QActionGroup(this);
    for (const auto& [text, scheme] : {std::pair{tr("As the &system"), Scheme::System},
             std::pair{tr("&Light"), Scheme::Light}, std::pair{tr("&Dark"), Scheme::Dark}}) {
        QAction* action
            = addAction(theme, text, {}, [this, chosen = scheme] { setScheme(chosen); });
        action->setCheckable(true);
        action->setChecked(m_settings.scheme() == scheme);
        group->addAction(action);
    }
    addPaneActions(menu);
    addAction(menu, tr("Show or hide the &catalog"), tr("F8"),
        [this] { m_tree->setVisible(!m_tree->isVisible()); });
    addAction(menu, tr("F&ull screen"), tr("F11"),
        [this] { isFullScreen() ? showNormal() : showFullScreen(); });
    addAction(menu, tr("&Reset the layout"), {}, [this] {
        m_settings.resetWindow();
        m_tabs->resetLayouts();
        m_tree->show();
        const int unit = fontMetrics().height();
        m_splitter->setSizes({unit * 15, unit * 65});
    });
}

void MainWindow::makeDatasetMenu()
{
    QMenu* menu = menuBar()->addMenu(tr("&Dataset"));
    m_datasetActions.push_back(
        addAction(menu, tr("&Audit again"), tr("F5"), [this] { m_workspace->auditAgain(); }));
    m_datasetActions.push_back(addAction(
        menu, tr("&Roles of the columns"), {}, [this] { m_tabs->follow({PageId::Fairness}); }));
    menu->addSeparator();
    m_datasetActions.push_back(
        addAction(menu, tr("Audit with a &policy…"), {}, [this] { choosePolicy(); }));
    m_withoutPolicy = addAction(
        menu, tr("Audit &without a policy"), {}, [this] { m_workspace->usePolicy({}); });
    m_datasetActions.push_back(
        addAction(menu, tr("&Limits of this audit…"), {}, [this] { changeLimits({}); }));
    m_allRows = addAction(menu, tr("Audit all r&ows"), {}, [this] { m_workspace->chooseRows({}); });
    menu->addSeparator();
    m_remove = addAction(menu, tr("Re&move from the catalog"), {},
        [this] { m_workspace->remove(m_workspace->dataset()->name); });
    menu->addSeparator();
    addAction(menu, tr("&Stop all work"), tr("Ctrl+."), [this] { m_jobs->cancelAll(); });
}

void MainWindow::makeHelpMenu()
{
    QMenu* menu = menuBar()->addMenu(tr("&Help"));
    addAction(menu, tr("&Keyboard"), tr("F1"), [this] { showKeys(); });
    addAction(menu, tr("&About Cupel"), {}, [this] { showAbout(); });
}

void MainWindow::updateActions()
{
    const bool isOpen = m_workspace->dataset() != nullptr;
    for (QAction* action : m_datasetActions)
        action->setEnabled(isOpen);
    m_withoutPolicy->setEnabled(isOpen && m_workspace->choice().hasPolicy());
    m_allRows->setEnabled(isOpen && !m_workspace->choice().where.empty());
    // What is not kept may have the name of another one that is.
    m_remove->setEnabled(isOpen && m_workspace->dataset()->canReview);
    const CatalogState state = m_workspace->catalogState();
    for (QAction* action : m_catalogActions)
        action->setEnabled(state != CatalogState::None);
    m_removedDatasets->setEnabled(state != CatalogState::None && state != CatalogState::Unusable);
    m_back->setEnabled(isOpen && m_tabs->canGoBack());
    m_forward->setEnabled(isOpen && m_tabs->canGoForward());
}

void MainWindow::choosePolicy()
{
    const QString path = QFileDialog::getOpenFileName(
        this, tr("Audit with a policy"), {}, tr("Policies (*.yaml *.yml *.json);;All files (*)"));
    if (!path.isEmpty())
        m_workspace->choosePolicy(bytesOf(path));
}

/// `rule`: whose limit is asked about first; empty: none.
void MainWindow::changeLimits(const std::string& rule)
{
    LimitsDialog dialog(m_workspace->choice().policy, this);
    dialog.showRule(rule);
    const OpenDatasetPtr open = m_workspace->dataset();
    // Another dataset may be open by then, of which nothing was asked.
    if (dialog.exec() == QDialog::Accepted && isSameDataset(open, m_workspace->dataset()))
        m_workspace->chooseLimits(dialog.flags());
}

void MainWindow::setScheme(Scheme scheme)
{
    m_settings.setScheme(scheme);
    applyScheme(*qApp, scheme, m_systemPalette);
}

void MainWindow::showPalette()
{
    std::vector<Command> commands;
    for (QAction* action : m_actions) {
        if (action->isEnabled())
            commands.push_back({plainText(*action), tr("Action"), [action] { action->trigger(); }});
    }
    if (const OpenDatasetPtr dataset = m_workspace->dataset()) {
        for (const findings::Finding* finding : reports::rankedFindings(dataset->dataset())) {
            commands.push_back(
                {shown(finding->message), tr("Finding"), [this, dataset, finding] {
                     m_tabs->follow({PageId::Findings, finding->id(dataset->dataset().name)});
                 }});
        }
        for (const counts::ColumnDescription& column : dataset->dataset().description.columns) {
            commands.push_back({shown(base::cutText(column.name, kMostSearched)), tr("Column"),
                [this, dataset, &column] {
                    m_tabs->follow({PageId::Columns, column.name});
                }});
        }
    }
    CommandPalette(std::move(commands), this).exec();
}

ExportKind::What MainWindow::printedDocument() const
{
    const Page* page = m_centre->currentWidget() == m_tabs ? m_tabs->current() : nullptr;
    return printedOf(*m_workspace->dataset(), page ? page->id() : PageId::Overview);
}

void MainWindow::saveRoles()
{
    const QString path = QFileDialog::getSaveFileName(this, tr("Save the roles"),
        QDir::home().filePath(QStringLiteral("roles.json")), tr("Roles (*.json)"));
    if (path.isEmpty())
        return;
    m_jobs->start(
        tr("Save the roles"), this,
        [path, dataset = m_workspace->dataset()](const base::JobContext&) {
            return writeFile(path, reports::rolesJsonText(dataset->dataset().roles));
        },
        [this, path](const base::Result<void>& written) {
            if (written)
                m_message->showDone(tr("Written: %1").arg(shown(bytesOf(path))));
            else
                m_message->showError(tr("Save the roles"), written.error());
        });
}

void MainWindow::copyCommand()
{
    const reports::AuditCommand command = commandOf(*m_workspace->dataset());
    QApplication::clipboard()->setText(QString::fromStdString(command.text));
    QStringList unsaid;
    for (const std::string& sentence : command.unsaid)
        unsaid << shown(sentence);
    m_message->showDone(
        tr("Copied the command that comes to the same. %1").arg(unsaid.join(QLatin1Char(' '))));
}

void MainWindow::showKeys()
{
    KeysDialog(m_actions, this).exec();
}

void MainWindow::showAbout()
{
    QMessageBox about(this);
    about.setWindowTitle(tr("About Cupel"));
    about.setTextFormat(Qt::PlainText);
    about.setText(tr("Cupel %1 audits datasets before anyone trusts them. It shows gaps and how "
                     "sure they are; it never certifies that data is fair or legal.")
                      .arg(QApplication::applicationVersion()));
    about.setInformativeText(
        tr("Free software under the GNU General Public License, version 3 or later."));
    about.exec();
}

} // namespace cupel::ui
