#include <QApplication>
#include <QCheckBox>
#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QLineEdit>
#include <QStackedWidget>

#include "ui/charts/figure_panel.h"
#include "ui/pages/list_and_details.h"
#include "ui/pages/page_filter.h"
#include "ui/window/catalog_tree.h"
#include "ui/window/jobs_strip.h"
#include "ui/window/main_window.h"
#include "ui/window/message_bar.h"
#include "ui/window/page_tabs.h"
#include "ui/window/panes.h"

namespace cupel::ui {
namespace {

/// The one that has the focus, else the first that is seen; null: there is none.
FigurePanel* chartIn(const QWidget& page)
{
    for (QWidget* one = QApplication::focusWidget(); one; one = one->parentWidget()) {
        if (auto* const panel = qobject_cast<FigurePanel*>(one))
            return panel;
    }
    for (FigurePanel* panel : page.findChildren<FigurePanel*>()) {
        if (panel->isVisible() && !panel->visibleRegion().isEmpty())
            return panel;
    }
    return nullptr;
}

} // namespace

void MainWindow::addPaneActions(QMenu* menu)
{
    addAction(menu, tr("&Next part of the window"), tr("F6"), [this] { moveToPane(1); });
    addAction(menu, tr("&Previous part of the window"), tr("Shift+F6"), [this] { moveToPane(-1); });
    m_datasetActions.push_back(
        addAction(menu, tr("Show or hide the &details"), tr("F9"), [this] { toggleDetails(); }));
}

void MainWindow::moveToPane(int step)
{
    std::vector<QWidget*> panes{m_banner, m_unkept, m_message, m_tree};
    QWidget* const shownPage = m_centre->currentWidget();
    for (QWidget* pane : panesOf(*shownPage))
        panes.push_back(pane);
    panes.push_back(m_strip);
    goToPane(panes, step);
}

void MainWindow::findOnPage()
{
    for (QWidget* filter : m_centre->findChildren<QWidget*>(filterName())) {
        if (!filter->isVisible())
            continue;
        filter->setFocus(Qt::ShortcutFocusReason);
        if (auto* const text = qobject_cast<QLineEdit*>(filter))
            text->selectAll();
        return;
    }
    showPalette();
}

void MainWindow::filterCatalog()
{
    m_tree->show();
    m_tree->focusFilter();
}

void MainWindow::toggleDetails()
{
    for (ListAndDetails* parts : m_centre->findChildren<ListAndDetails*>()) {
        if (parts->isVisible())
            parts->toggleDetails();
    }
}

void MainWindow::copyChart()
{
    if (FigurePanel* const chart = chartIn(*m_centre))
        chart->copyImage();
    else
        m_message->showDone(tr("No chart is shown here."));
}

/// Keys that nothing in the window took.
void MainWindow::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_F10 && event->modifiers() == Qt::ShiftModifier) {
        openMenuOfFocus();
        return;
    }
    if (event->key() == Qt::Key_Escape && event->modifiers() == Qt::NoModifier) {
        auto* const typed = qobject_cast<QLineEdit*>(focusWidget());
        if (typed && !typed->isReadOnly())
            typed->clear();
        else if (!event->isAutoRepeat() && !m_jobs->jobs().empty())
            m_jobs->jobs().back()->cancel();
        return;
    }
    QMainWindow::keyPressEvent(event);
}

/// As the key Menu does.
void MainWindow::openMenuOfFocus()
{
    QWidget* const focus = focusWidget();
    if (!focus)
        return;
    const QPoint at = focus->inputMethodQuery(Qt::ImCursorRectangle).toRect().center();
    QContextMenuEvent asked(QContextMenuEvent::Keyboard, at, focus->mapToGlobal(at));
    QCoreApplication::sendEvent(focus, &asked);
}

} // namespace cupel::ui
