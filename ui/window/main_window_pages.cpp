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

void MainWindow::addPages()
{
}

} // namespace cupel::ui
