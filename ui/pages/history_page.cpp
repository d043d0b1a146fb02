#include "ui/pages/history_page.h"

#include <QHeaderView>
#include <QStackedWidget>
#include <QTableView>
#include <QVBoxLayout>
#include <utility>

#include "ui/pages/block_cell_delegate.h"
#include "ui/pages/block_table.h"
#include "ui/pages/empty_state.h"
#include "ui/pages/failure_text.h"
#include "ui/pages/history_model.h"
#include "ui/theme/plain_label.h"

namespace cupel::ui {

HistoryPage::HistoryPage(QWidget* parent)
    : Page(parent)
    , m_stack(new QStackedWidget(this))
    , m_empty(new EmptyState(this))
    , m_model(new HistoryModel(this))
    , m_table(new QTableView(this))
    , m_details(new PlainLabel)
{
    m_table->setModel(m_model);
    m_table->setAccessibleName(HistoryPage::title());
    m_table->setHorizontalHeader(new PageHeader(Qt::Horizontal, m_table));
    m_table->setItemDelegate(new BlockCellDelegate(m_table));
    m_table->verticalHeader()->hide();
    m_table->setShowGrid(false);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setTabKeyNavigation(false);
    m_table->setWordWrap(false);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setMouseTracking(true);
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 4 * kCellMargin);
    connect(m_empty, &EmptyState::acted, this, [this] {
        m_state = State::Reading;
        showState();
        Q_EMIT entriesWanted();
    });
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
        &HistoryPage::showDetails);
    m_details->setAccessibleName(tr("Details of the entry"));
    m_details->setContentsMargins(2 * kCellMargin, kCellMargin, 2 * kCellMargin, 2 * kCellMargin);
    m_details->hide();
    auto* const entries = new QWidget;
    auto* const column = new QVBoxLayout(entries);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_table, 1);
    column->addWidget(m_details);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(entries);
    auto* const whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(m_stack);
    showState();
}

void HistoryPage::setDataset(const OpenDatasetPtr& dataset)
{
    const std::string name = dataset ? dataset->name : std::string();
    const bool isKept = dataset && dataset->catalogId != 0;
    if (name != m_name || !isKept)
        m_model->setEntries({});
    showDetails();
    m_name = name;
    m_state = !dataset ? State::NoDataset : isKept ? State::Reading : State::Read;
    showState();
}

void HistoryPage::setEntries(std::vector<pipeline::HistoryEntry> entries)
{
    m_model->setEntries(std::move(entries));
    showDetails();
    m_state = State::Read;
    for (int column = 0; column < HistoryModel::Details; ++column)
        m_table->resizeColumnToContents(column);
    showState();
}

void HistoryPage::setUnread(const base::Error& error)
{
    m_state = State::Unread;
    m_why = failureText(error);
    showState();
}

void HistoryPage::showState()
{
    if (m_state == State::Reading)
        m_empty->say(tr("Reading the history"), tr("The catalog is asked what happened."));
    else if (m_state == State::Unread)
        m_empty->say(tr("The history could not be read"), m_why, tr("Try again"));
    else if (m_state == State::Read)
        m_empty->say(tr("Nothing is remembered of this dataset"),
            tr("Here stands when the dataset was read, audited, removed or restored, and who chose "
               "or said what. The catalog keeps this; a dataset that is open without a catalog has "
               "no history."));
    else
        m_empty->say(tr("No dataset is open"),
            tr("Here stands what happened to a dataset since it came into the catalog."));
    m_stack->setCurrentIndex(m_model->rowCount() > 0 ? 1 : 0);
}

/// A line of the table has room for the beginning of long ones.
void HistoryPage::showDetails()
{
    const QModelIndex current = m_table->currentIndex();
    const QString details = current.siblingAtColumn(HistoryModel::Details).data().toString();
    m_details->setText(details);
    m_details->setVisible(!details.isEmpty());
}

void HistoryPage::reveal(const Target&)
{
    if (m_model->rowCount() > 0 && !m_table->currentIndex().isValid())
        m_table->setCurrentIndex(m_model->index(0, 0));
    (m_model->rowCount() > 0 ? static_cast<QWidget*>(m_table) : m_empty)
        ->setFocus(Qt::OtherFocusReason);
}

} // namespace cupel::ui
