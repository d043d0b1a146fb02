#include <QClipboard>
#include <QDir>
#include <QFileDialog>
#include <QGuiApplication>
#include <QMessageBox>
#include <QPushButton>
#include <algorithm>

#include "core/reports/text_forms.h"
#include "ui/jobs/catalog_work.h"
#include "ui/theme/plural_forms.h"
#include "ui/theme/shown.h"
#include "ui/window/catalog_dates.h"
#include "ui/window/catalog_tree.h"
#include "ui/window/main_window.h"
#include "ui/window/message_bar.h"
#include "ui/window/opening.h"
#include "ui/window/page_tabs.h"

namespace cupel::ui {
namespace {

/// "waive a finding: column:income, of adult"; the first of many.
QString unkeptWords(const std::vector<Workspace::Unkept>& all)
{
    constexpr std::size_t kMostLines = 8;
    constexpr std::size_t kColumns = 60;
    QStringList lines;
    for (std::size_t i = 0; i < std::min(all.size(), kMostLines); ++i)
        lines << MainWindow::tr("• %1: %2, of %3")
                     .arg(all[i].words, shown(reports::shortened(all[i].change.target, kColumns)),
                         shown(reports::shortened(all[i].dataset, kColumns)));
    if (all.size() > kMostLines)
        lines << MainWindow::tr("and %n more", nullptr, static_cast<int>(all.size() - kMostLines));
    return lines.join(QLatin1Char('\n'));
}

base::Error foundError(const std::string& catalog, std::size_t problems)
{
    return {base::ErrorCode::Catalog,
        std::to_string(problems) + (problems == 1 ? " problem was" : " problems were")
            + " found in it",
        "restore a backup, or import the datasets into a new catalog", {catalog, 0, 0, 0}};
}

/// The first of many.
QString problemWords(const std::vector<catalog::CheckProblem>& problems)
{
    constexpr std::size_t kMostLines = 8;
    QStringList lines;
    for (std::size_t i = 0; i < std::min(problems.size(), kMostLines); ++i)
        lines << QStringLiteral("• %1").arg(shown(problems[i].text));
    if (problems.size() > kMostLines)
        lines << MainWindow::tr("and %n more; cupel catalog check prints all", nullptr,
            static_cast<int>(problems.size() - kMostLines));
    return lines.join(QLatin1Char('\n'));
}

/// That a catalog is sound, and what there is to know of it all the same.
QString soundWords(const std::string& path, const std::vector<catalog::CheckProblem>& harmless)
{
    QString words = MainWindow::tr("No problem found in the catalog %1.").arg(shown(path));
    for (const catalog::CheckProblem& one : harmless)
        words += QLatin1Char(' ') + shown(one.text) + QLatin1Char('.');
    return words;
}

/// All that was said, whole, for whoever wants to keep it elsewhere.
QString unkeptText(const std::vector<Workspace::Unkept>& all)
{
    QStringList lines;
    for (const Workspace::Unkept& one : all)
        lines << QStringLiteral("%1\t%2\t%3\t%4")
                     .arg(shown(one.dataset), one.words, shown(one.change.target),
                         shown(one.change.value.value_or("")));
    return lines.join(QLatin1Char('\n'));
}

} // namespace

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

/// Another catalog in this window, in the place of one that is of no use; a new one has a new name.
void MainWindow::changeCatalog()
{
    const QString path = QFileDialog::getSaveFileName(this, tr("Choose another catalog"), {},
        tr("Catalogs (*.cupel);;All files (*)"), nullptr, QFileDialog::DontConfirmOverwrite);
    if (path.isEmpty()) {
        showCatalogState();
        return;
    }
    m_workspace->useCatalog(bytesOf(path));
    m_opening->resume();
}

void MainWindow::goOnWithoutKeeping()
{
    m_workspace->useCatalog({});
    m_opening->resume();
}

void MainWindow::checkCatalog()
{
    const std::string path = m_workspace->catalogPath();
    const QString title = tr("Check the catalog");
    m_jobs->start(
        title, this, [path](const base::JobContext& job) { return checkedCatalog(path, job); },
        [this, path, title](const base::Result<std::vector<catalog::CheckProblem>>& problems) {
            if (!problems && problems.error().code == base::ErrorCode::Cancelled)
                return;
            if (!problems)
                m_message->showError(title, problems.error());
            else if (std::all_of(problems->begin(), problems->end(), &catalog::isHarmless))
                m_message->showDone(soundWords(path, *problems));
            else
                m_message->showError(
                    title, foundError(path, problems->size()), {}, problemWords(*problems));
        });
}

void MainWindow::backUpCatalog()
{
    const std::string path = m_workspace->catalogPath();
    const QString to = QFileDialog::getSaveFileName(this, tr("Back up the catalog"),
        QDir::home().filePath(tr("catalog-backup.cupel")), tr("Catalogs (*.cupel);;All files (*)"),
        nullptr, QFileDialog::DontConfirmOverwrite);
    if (to.isEmpty())
        return;
    const QString title = tr("Back up the catalog");
    m_jobs->start(
        title, this,
        [path, copy = bytesOf(to)](
            const base::JobContext& job) { return ui::backUpCatalog(path, copy, job); },
        [this, to, title](const base::Result<void>& done) {
            if (done)
                m_message->showDone(
                    tr("Backed up to %1, without the data files beside the catalog.")
                        .arg(shown(bytesOf(to))));
            else if (done.error().code != base::ErrorCode::Cancelled)
                m_message->showError(title, done.error());
        });
}

void MainWindow::showCatalogState()
{
    updateActions();
    const QString path = shown(m_workspace->catalogPath());
    const CatalogState state = m_workspace->catalogState();
    m_tree->setReadOnly(state != CatalogState::Writable);
    switch (state) {
    case CatalogState::None:
        m_banner->showDone(
            tr("No catalog is open: what is found is gone when the window is closed."));
        break;
    case CatalogState::Writable:
        m_banner->hide();
        break;
    case CatalogState::OpenElsewhere:
        m_banner->showDone(tr("Another program has this catalog open: this window shows it, and "
                              "keeps nothing of what it finds."),
            tr("Try again"), [this] { m_workspace->tryToWrite(); });
        break;
    case CatalogState::FolderProtected:
        m_banner->showDone(tr("Nothing can be written beside the catalog %1: %2. This window keeps "
                              "nothing of what it finds.")
                               .arg(path, shown(m_workspace->whyNotWritten().message)),
            tr("Try again"), [this] {
                if (isDefaultCatalog(m_workspace->catalogPath()))
                    defaultCatalog(); // makes its folder
                m_workspace->tryToWrite();
            });
        break;
    case CatalogState::FileProtected:
        m_banner->showDone(tr("The catalog %1 can only be read: this window keeps nothing of what "
                              "it finds.")
                               .arg(path));
        break;
    case CatalogState::Unusable:
        m_banner->showError(tr("Open the catalog"), m_workspace->trouble(),
            {{tr("Try again"),
                 [this] {
                     m_workspace->refresh();
                     m_opening->resume();
                 }},
                {tr("Go on without keeping"), [this] { goOnWithoutKeeping(); }},
                {tr("Choose another catalog…"), [this] { changeCatalog(); }}},
            tr("Nothing in it was changed."));
        break;
    }
}

void MainWindow::locateOpenDataset()
{
    m_opening->locatePath(QString::fromStdString(m_workspace->dataset()->request.inputs.front()));
}

void MainWindow::showFailure(const QString& what, const base::Error& error)
{
    m_isClosing = false;
    // The banner says it, with what can be done.
    if (error.code == base::ErrorCode::Catalog
        && m_workspace->catalogState() == CatalogState::Unusable) {
        showCatalogState();
        return;
    }
    std::vector<MessageAction> actions;
    if (error.code == base::ErrorCode::InputMissing && !error.where.file.empty()) {
        const QString path = QString::fromStdString(error.where.file);
        actions.push_back({tr("Locate…"), [this, path] { m_opening->locatePath(path); }});
    }
    m_message->showError(what, error, actions);
}

/// What was found is shown though the catalog does not have it.
void MainWindow::showNotKept()
{
    const OpenDatasetPtr dataset = m_workspace->dataset();
    if (dataset && dataset->notKept) {
        m_message->showError(tr("Keep %1").arg(shown(dataset->name)), *dataset->notKept,
            {{tr("Try again"), [this] { m_workspace->auditAgain(); }}},
            tr("What was found is shown, and gone when the window is closed."));
    }
}

void MainWindow::showRemoved(const catalog::Dataset& dataset)
{
    m_message->showDone(
        tr("%1 was removed from the catalog. It can be brought back until %2: here, "
           "or later with File, Removed datasets.")
            .arg(shown(dataset.name),
                dayWords(dataset.removedAt.value_or(dataset.addedAt) + catalog::kKeepRemoved)),
        tr("Undo"), [this, id = dataset.id] { m_workspace->restore(id); });
}

/// What could not be put into the catalog is seen until it is there, or given up.
void MainWindow::showUnkeptReview(const base::Error& error)
{
    m_isClosing = false;
    const std::vector<Workspace::Unkept> all = m_workspace->unkeptReview();
    m_unkept->showError(tr("Keep what was said"), error,
        {{tr("Try again"), [this] { m_workspace->keepAgain(); }},
            {tr("Copy what was said"),
                [this, error] {
                    QGuiApplication::clipboard()->setText(unkeptText(m_workspace->unkeptReview()));
                    showUnkeptReview(error);
                }},
            {tr("Give it up"), [this] { m_workspace->giveUpReview(); }}},
        tr("Not in the catalog yet:") + QLatin1Char('\n') + unkeptWords(all));
}

/// Whether a person who closes the window gives up what could not be kept.
bool MainWindow::mayLoseAnswers()
{
    const auto count = static_cast<std::int64_t>(m_tabs->answersInWork());
    QMessageBox question(QMessageBox::Warning, tr("Close Cupel"),
        tr("%1 answer(s) on the Data Card or the rubric not kept yet. Close the window and lose "
           "that?",
            nullptr, pluralOf(count))
            .arg(counted(count)),
        QMessageBox::NoButton, this);
    question.setTextFormat(Qt::PlainText);
    QPushButton* lose = question.addButton(tr("Close and lose it"), QMessageBox::DestructiveRole);
    question.setDefaultButton(question.addButton(QMessageBox::Cancel));
    question.exec();
    return question.clickedButton() == lose;
}

bool MainWindow::mayLoseReview()
{
    QMessageBox question(QMessageBox::Warning, tr("Close Cupel"),
        tr("This could not be put into the catalog, and is lost with the window:")
            + QLatin1Char('\n') + unkeptWords(m_workspace->unkeptReview()),
        QMessageBox::NoButton, this);
    question.setTextFormat(Qt::PlainText);
    QPushButton* again = question.addButton(tr("Try again"), QMessageBox::AcceptRole);
    QPushButton* lose = question.addButton(tr("Close and lose it"), QMessageBox::DestructiveRole);
    question.addButton(QMessageBox::Cancel);
    question.setDefaultButton(again);
    question.exec();
    if (question.clickedButton() == again)
        m_workspace->keepAgain();
    else if (question.clickedButton() == lose)
        m_workspace->giveUpReview();
    return question.clickedButton() == lose;
}

} // namespace cupel::ui
