#include "ui/pages/list_and_details.h"

#include <QApplication>
#include <QHeaderView>
#include <QSplitter>
#include <QStyle>
#include <QTableView>
#include <QVBoxLayout>
#include <algorithm>

#include "ui/pages/empty_state.h"
#include "ui/pages/list_keys.h"

namespace cupel::ui {
namespace {

enum Shown { Nothing, Things };

constexpr int kWholeRoom = 172; ///< of list and details, in characters
constexpr int kLeastDetails = 36;

void setUpList(QTableView& list)
{
    list.setSelectionBehavior(QAbstractItemView::SelectRows);
    list.setSelectionMode(QAbstractItemView::SingleSelection);
    list.setAlternatingRowColors(true);
    list.setShowGrid(false);
    list.setTabKeyNavigation(false);
    list.setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    list.setSortingEnabled(true);
    list.sortByColumn(-1, Qt::AscendingOrder);
    list.verticalHeader()->hide();
    list.horizontalHeader()->setHighlightSections(false);
    new ListKeys(&list);
}

} // namespace

ListAndDetails::ListAndDetails(QTableView* list, QWidget* parent)
    : QStackedWidget(parent)
    , m_list(list)
    , m_empty(new EmptyState)
    , m_noMatch(new EmptyState)
    , m_matches(new QStackedWidget)
    , m_splitter(new QSplitter)
{
    setUpList(*m_list);
    m_matches->addWidget(m_noMatch);
    m_matches->addWidget(m_list);
    m_splitter->setChildrenCollapsible(false);
    const int margin = style()->pixelMetric(QStyle::PM_LayoutLeftMargin);
    m_splitter->setContentsMargins(margin, margin, margin, margin);
    addWidget(m_empty);
    addWidget(m_splitter);
}

void ListAndDetails::compose(std::initializer_list<QWidget*> above, QWidget* details, int room)
{
    auto* const left = new QWidget;
    auto* const column = new QVBoxLayout(left);
    column->setContentsMargins(0, 0, 0, 0);
    for (QWidget* one : above)
        column->addWidget(one);
    column->addWidget(m_matches, 1);
    m_splitter->addWidget(left);
    m_splitter->addWidget(details);
    m_splitter->setStretchFactor(0, 3);
    m_splitter->setStretchFactor(1, 1);
    const int unit = fontMetrics().averageCharWidth();
    m_splitter->setSizes({unit * (kWholeRoom - room), unit * room});
    details->setMinimumWidth(std::max(unit * kLeastDetails, details->minimumSizeHint().width()));
}

void ListAndDetails::toggleDetails()
{
    QWidget* const details = m_splitter->widget(1);
    const bool hadFocus = details->isAncestorOf(QApplication::focusWidget());
    details->setVisible(details->isHidden());
    if (hadFocus)
        m_list->setFocus(Qt::OtherFocusReason);
}

void ListAndDetails::showCounts(int all, int shown)
{
    setCurrentIndex(all == 0 ? Nothing : Things);
    m_matches->setCurrentIndex(all > 0 && shown == 0 ? Nothing : Things);
}

} // namespace cupel::ui
