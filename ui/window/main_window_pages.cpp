#include "ui/pages/balance_page.h"
#include "ui/pages/card_page.h"
#include "ui/pages/columns_page.h"
#include "ui/pages/fairness_page.h"
#include "ui/pages/findings_page.h"
#include "ui/pages/history_page.h"
#include "ui/pages/license_page.h"
#include "ui/pages/overview_page.h"
#include "ui/pages/rows_page.h"
#include "ui/pages/rubric_page.h"
#include "ui/window/main_window.h"
#include "ui/window/page_tabs.h"

namespace cupel::ui {

/// In the order in which a reviewer asks.
void MainWindow::addPages()
{
    auto* columns = new ColumnsPage;
    m_history = new HistoryPage;
    const std::vector<Page*> pages{new OverviewPage, new FindingsPage, columns, new BalancePage,
        new FairnessPage, new LicensePage, new CardPage, new RubricPage, new RowsPage(*m_jobs),
        m_history};
    for (Page* page : pages) {
        m_tabs->add(page);
        connect(page, &Page::rolesChosen, m_workspace, &Workspace::auditWith);
        connect(page, &Page::said, m_workspace, &Workspace::say);
        connect(page, &Page::unsaid, m_workspace, &Workspace::unsay);
    }
    connect(columns, &ColumnsPage::typeChosen, this,
        [this](const std::string& column, const std::string& type) {
            audits::Roles roles = m_workspace->dataset()->dataset().roles;
            if (type.empty())
                roles.types.erase(column);
            else
                roles.types[column] = type;
            m_workspace->auditWith(roles);
        });
}

} // namespace cupel::ui
