#include "ui/pages/rows_page.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

#include "ui/models/finding_review.h"
#include "ui/pages/cell_reader.h"
#include "ui/pages/empty_state.h"
#include "ui/pages/filter_words.h"
#include "ui/pages/rows_filter_bar.h"
#include "ui/pages/rows_view.h"
#include "ui/theme/plain_label.h"
#include "ui/theme/shown.h"
#include "ui/theme/tip.h"

namespace cupel::ui {

RowsPage::RowsPage(JobList& jobs, QWidget* parent)
    : Page(parent)
    , m_jobs(jobs)
    , m_model(new RowsModel(this))
    , m_filterBar(new RowsFilterBar)
    , m_context(new PlainLabel)
    , m_count(new PlainLabel)
    , m_told(new PlainLabel({}, PlainLabel::Look::Small))
    , m_cancel(new QPushButton(tr("Cancel")))
    , m_more(new QToolButton)
    , m_moreMenu(new QMenu(this))
    , m_pageLabel(new PlainLabel)
    , m_goToKind(new QComboBox)
    , m_goTo(new QLineEdit)
    , m_view(new RowsView(*m_model))
    , m_reader(new CellReader)
    , m_splitter(new QSplitter(Qt::Vertical))
    , m_empty(new EmptyState)
{
    m_splitter->addWidget(m_view);
    m_splitter->addWidget(m_reader);
    m_splitter->setStretchFactor(0, 5);
    m_splitter->setStretchFactor(1, 1);
    m_splitter->setChildrenCollapsible(false);
    m_body = new QStackedWidget;
    m_body->addWidget(m_empty);
    m_body->addWidget(m_splitter);
    m_bar = makeBar();
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(m_bar);
    layout->addWidget(m_body, 1);
    layout->addWidget(m_told);
    makeActions();

    connect(m_filterBar, &RowsFilterBar::chosen, this, [this](const counts::Filter& filter) {
        m_finding.clear();
        search(filter, {});
    });
    connect(m_empty, &EmptyState::acted, this, [this] {
        if (!m_model->table()) {
            Q_EMIT locateWanted();
            return;
        }
        m_finding.clear();
        search({}, {});
    });
    connect(
        m_view->selectionModel(), &QItemSelectionModel::currentChanged, this, &RowsPage::showCell);
    connect(
        m_view->horizontalHeader(), &QHeaderView::sectionClicked, this, &RowsPage::followColumn);
    connect(m_view, &QTableView::customContextMenuRequested, this, &RowsPage::openMenu);
    connect(m_model, &RowsModel::failed, this, [this](const base::Error& error) {
        tellError(tr("The rows cannot be read any more"), error);
    });
    setDataset(nullptr);
}

QString RowsPage::title() const
{
    return tr("Rows");
}

const counts::Filter& RowsPage::filter() const
{
    return m_filterBar->filter();
}

QWidget* RowsPage::makeBar()
{
    m_context->hide();
    m_count->setAccessibleName(tr("Number of rows shown"));
    m_count->setWordWrap(false);
    m_cancel->setAccessibleName(tr("Cancel the search for rows"));
    m_cancel->hide();
    m_told->setAccessibleName(tr("What was done"));
    m_told->hide();
    m_goToKind->addItem(tr("row"));
    m_goToKind->addItem(tr("line of the file"));
    m_goToKind->setAccessibleName(tr("What to go to"));
    m_goTo->setAccessibleName(tr("Number to go to"));
    m_goTo->setPlaceholderText(tr("Ctrl+G"));
    m_goTo->setMaximumWidth(fontMetrics().averageCharWidth() * 16);
    auto* goToLabel = new PlainLabel(tr("Go to"));
    goToLabel->setWordWrap(false);
    goToLabel->setBuddy(m_goTo);
    m_more->setText(tr("Copy or export"));
    m_more->setAccessibleName(m_more->text());
    m_more->setPopupMode(QToolButton::InstantPopup);
    m_more->setToolButtonStyle(Qt::ToolButtonTextOnly);
    m_more->setFocusPolicy(Qt::StrongFocus);
    m_more->setMenu(m_moreMenu);
    auto* line = new QHBoxLayout;
    line->addWidget(m_count);
    line->addWidget(m_cancel);
    line->addStretch(1);
    line->addWidget(makePages());
    line->addWidget(goToLabel);
    line->addWidget(m_goToKind);
    line->addWidget(m_goTo);
    line->addWidget(m_more);
    auto* bar = new QWidget;
    auto* layout = new QVBoxLayout(bar);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_context);
    layout->addWidget(m_filterBar);
    layout->addLayout(line);
    connect(m_cancel, &QPushButton::clicked, this, [this] {
        if (m_search)
            m_search->cancel();
    });
    connect(m_goTo, &QLineEdit::returnPressed, this, &RowsPage::goTo);
    return bar;
}

QWidget* RowsPage::makePages()
{
    const auto button = [this](const QString& text, const QString& name, int step) {
        auto* one = new QToolButton;
        one->setText(text);
        one->setAccessibleName(name);
        setTip(*one, name);
        one->setFocusPolicy(Qt::StrongFocus);
        connect(one, &QToolButton::clicked, this,
            [this, step] { setPage(m_model->page() + static_cast<std::uint64_t>(step)); });
        return one;
    };
    m_before = button(QStringLiteral("‹"), tr("The rows before"), -1);
    m_after = button(QStringLiteral("›"), tr("The next rows"), 1);
    m_pageLabel->setWordWrap(false);
    m_pages = new QWidget;
    auto* layout = new QHBoxLayout(m_pages);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_before);
    layout->addWidget(m_pageLabel);
    layout->addWidget(m_after);
    return m_pages;
}

void RowsPage::makeActions()
{
    auto* go = new QAction(tr("Go to a row or line"), this);
    go->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_G));
    go->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    connect(go, &QAction::triggered, this, &RowsPage::startGoTo);
    auto* copy = new QAction(tr("Copy"), this);
    copy->setShortcut(QKeySequence::Copy);
    copy->setShortcutContext(Qt::WidgetShortcut);
    connect(copy, &QAction::triggered, this, [this] { copyAs(reports::RowsFormat::Csv); });
    addAction(go);
    m_view->addAction(copy);
    m_moreMenu->addAction(tr("Copy as CSV"), this, [this] { copyAs(reports::RowsFormat::Csv); });
    m_moreMenu->addAction(tr("Copy as JSON"), this, [this] { copyAs(reports::RowsFormat::Json); });
    m_moreMenu->addAction(
        tr("Copy as Markdown"), this, [this] { copyAs(reports::RowsFormat::Markdown); });
    m_moreMenu->addAction(tr("Copy as command"), this, &RowsPage::copyAsCommand);
    m_moreMenu->addSeparator();
    m_moreMenu->addAction(tr("Export the filtered rows…"), this, &RowsPage::askWhereToExport);
    m_moreMenu->addAction(tr("Audit only these rows"), this, &RowsPage::auditThese);
}

void RowsPage::setDataset(const OpenDatasetPtr& dataset)
{
    if (isSameRun(m_dataset, dataset)) {
        m_dataset = dataset; // a review says nothing of the rows
        return;
    }
    const counts::Filter before = filter();
    const std::string marked = m_model->markedColumn()
        ? m_model->table()->columns[static_cast<std::size_t>(*m_model->markedColumn())].name
        : std::string();
    if (m_search)
        m_search->cancel();
    m_search = nullptr;
    ++m_searchNumber;
    m_dataset = dataset;
    const bool hasRows = dataset && dataset->file && !dataset->noRows;
    m_model->setTable(hasRows ? TablePtr(dataset->file, &dataset->file->table) : TablePtr());
    m_filterBar->setDescription(hasRows ? &dataset->dataset().description : nullptr);
    m_bar->setVisible(hasRows);
    tell({});
    if (!hasRows) {
        m_finding.clear();
        showState(State::NoRows);
        return;
    }
    m_view->fitColumns();
    const bool stays = fits(before, dataset->dataset().description);
    if (!stays)
        m_finding.clear();
    search(stays ? before : counts::Filter(), stays ? marked : std::string());
}

void RowsPage::reveal(const Target& target)
{
    if (target.rows && m_model->table()) {
        m_finding = target.item;
        search(target.rows->filter, target.rows->column);
    }
    m_view->setFocus();
}

void RowsPage::search(const counts::Filter& filter, const std::string& column)
{
    if (m_search)
        m_search->cancel();
    m_search = nullptr;
    const std::uint64_t number = ++m_searchNumber;
    m_filterBar->setFilter(filter);
    m_model->setMarkedColumn(column);
    showContext();
    tell({});
    if (filter.terms.empty()) {
        showRows(std::make_shared<const RowNumbers>(RowNumbers::all(m_model->table()->rows)));
        return;
    }
    m_model->setRows(std::make_shared<const RowNumbers>(RowNumbers::some({})));
    showState(State::Searching);
    m_search = m_jobs.start(
        tr("Finding rows"), this,
        [table = m_model->table(), filter](
            const base::JobContext& job) { return findRows(table, filter, job); },
        [this, number](base::Result<RowNumbersPtr> found) {
            if (number == m_searchNumber)
                take(std::move(found));
        });
}

void RowsPage::take(base::Result<RowNumbersPtr> found)
{
    m_search = nullptr;
    if (found) {
        showRows(std::move(*found));
        return;
    }
    m_finding.clear();
    if (found.error().code != base::ErrorCode::Cancelled)
        tellError(tr("The rows could not be found"), found.error());
    showState(State::Stopped);
}

} // namespace cupel::ui
