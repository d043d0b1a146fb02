#include <QDateTime>
#include <QFileDialog>
#include <QLocale>

#include "core/reports/license_page.h"
#include "ui/jobs/compare_work.h"
#include "ui/jobs/dataset_work.h"
#include "ui/jobs/verdict_work.h"
#include "ui/pages/balance_page.h"
#include "ui/pages/card_page.h"
#include "ui/pages/columns_page.h"
#include "ui/pages/compare_page.h"
#include "ui/pages/fairness_page.h"
#include "ui/pages/findings_page.h"
#include "ui/pages/history_page.h"
#include "ui/pages/license_page.h"
#include "ui/pages/overview_page.h"
#include "ui/pages/rows_page.h"
#include "ui/pages/rubric_page.h"
#include "ui/pages/text_forms.h"
#include "ui/theme/shown.h"
#include "ui/window/main_window.h"
#include "ui/window/page_tabs.h"

namespace cupel::ui {
namespace {

QString dayOf(catalog::Time at)
{
    const auto seconds = at.time_since_epoch().count();
    return QLocale().toString(QDateTime::fromSecsSinceEpoch(seconds), QLocale::ShortFormat);
}

/// Other versions of the open dataset, the latest first, then other datasets.
std::vector<CompareChoice> choicesFor(const OpenDataset& open,
    const std::vector<catalog::Version>& versions, const std::vector<ListedDataset>& datasets)
{
    std::vector<CompareChoice> choices;
    for (auto version = versions.rbegin(); version != versions.rend(); ++version) {
        if (version->number == open.version)
            continue;
        choices.push_back({MainWindow::tr("Version %1, of %2")
                               .arg(counted(version->number), dayOf(version->importedAt)),
            open.name + "@" + std::to_string(version->number), true});
    }
    for (const ListedDataset& one : datasets) {
        if (one.summary.dataset.name != open.name && one.summary.lastRun)
            choices.push_back(
                {shownShort(one.summary.dataset.name), one.summary.dataset.name, false});
    }
    return choices;
}

} // namespace

/// In the order in which a reviewer asks.
void MainWindow::addPages()
{
    auto* columns = new ColumnsPage;
    auto* findings = new FindingsPage;
    auto* rows = new RowsPage(*m_jobs);
    auto* compare = new ComparePage;
    auto* license = new LicensePage;
    auto* card = new CardPage;
    m_history = new HistoryPage;
    const std::vector<Page*> pages{new OverviewPage, findings, columns, new BalancePage,
        new FairnessPage, license, card, new RubricPage, rows, compare, m_history};
    for (Page* page : pages) {
        m_tabs->add(page);
        connect(page, &Page::rolesChosen, m_workspace, &Workspace::chooseRoles);
        connect(page, &Page::rolesEdited, this, [this](const RolesEdit& edit) {
            m_workspace->chooseRoles(edit(m_workspace->roles()));
        });
        connect(page, &Page::said, m_workspace, &Workspace::say);
        connect(page, &Page::unsaid, m_workspace, &Workspace::unsay);
    }
    connect(columns, &ColumnsPage::typeChosen, this,
        [this](const std::string& column, const std::string& type) {
            audits::Roles roles = m_workspace->roles();
            if (type.empty())
                roles.types.erase(column);
            else
                roles.types[column] = type;
            m_workspace->chooseRoles(roles);
        });
    connect(findings, &FindingsPage::limitWanted, this, &MainWindow::changeLimits);
    connect(rows, &RowsPage::whereChosen, m_workspace, &Workspace::chooseRows);
    connect(rows, &RowsPage::locateWanted, this, &MainWindow::locateOpenDataset);
    connect(license, &LicensePage::lookupWanted, this, [this, license](const std::string& text) {
        m_jobs->start(
            tr("Look up a licence"), license,
            [text](const base::JobContext&) -> base::Result<reports::Page> {
                return reports::licenseLookupPage(text);
            },
            [license, text](base::Result<reports::Page> page) {
                if (page)
                    license->takeLookup(text, std::move(*page));
            });
    });
    connect(card, &CardPage::verdictsWanted, this, [this, card](const OpenDatasetPtr& dataset) {
        m_jobs->start(
            tr("Read the documents"), card,
            [dataset](const base::JobContext& job) { return verdictsOn(*dataset, job); },
            [card, dataset](base::Result<std::vector<reports::Block>> verdicts) {
                card->takeVerdicts(dataset, std::move(verdicts));
            });
    });
    connectComparison(*compare);
}

void MainWindow::connectComparison(ComparePage& page)
{
    connect(m_tabs, &PageTabs::filled, this, [this, &page](PageId filled) {
        if (filled == page.id())
            m_workspace->loadHistory();
    });
    connect(m_workspace, &Workspace::historyLoaded, this, [this, &page](const History& history) {
        if (m_tabs->isFilled(page))
            page.setChoices(
                choicesFor(*m_workspace->dataset(), history.versions, m_workspace->datasets()));
    });
    connect(m_workspace, &Workspace::historyFailed, &page, &ComparePage::setUnread);
    connect(&page, &ComparePage::choicesWanted, m_workspace, &Workspace::loadHistory);
    connect(&page, &ComparePage::compareWanted, this, [this, &page](const std::string& other) {
        m_jobs->start(
            tr("Compare with %1").arg(shownShort(other)), &page,
            [open = m_workspace->dataset(), other, catalog = m_workspace->catalogPath()](
                const base::JobContext& job) { return comparisonWith(open, other, catalog, job); },
            [this, &page, other, open = m_workspace->dataset()](
                base::Result<reports::Page> compared) {
                if (isSameRun(open, m_workspace->dataset()))
                    page.take(other, std::move(compared));
            });
    });
    connect(&page, &ComparePage::fileWanted, this, [this, &page] {
        const QString path = QFileDialog::getOpenFileName(
            this, tr("Compare with a report"), {}, tr("JSON reports (*.json);;All files (*)"));
        if (!path.isEmpty())
            page.compareWithFile(bytesOf(path));
    });
    connect(&page, &ComparePage::compareFileWanted, this, [this, &page](const std::string& path) {
        m_jobs->start(
            tr("Compare with %1").arg(fileNameOf(path)), &page,
            [open = m_workspace->dataset(), path](
                const base::JobContext& job) { return comparisonWithFile(open, path, job); },
            [this, &page, path, open = m_workspace->dataset()](
                base::Result<reports::Page> compared) {
                if (isSameRun(open, m_workspace->dataset()))
                    page.take(path, std::move(compared));
            });
    });
}

} // namespace cupel::ui
