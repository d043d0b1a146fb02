#include "ui/charts/table_twin.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QScrollBar>
#include <QSortFilterProxyModel>
#include <algorithm>

namespace cupel::ui {
namespace {

constexpr int kMostRows = 12;
constexpr int kWidestColumn = 40; ///< in characters
constexpr int kMeasuredRows = 100;

} // namespace

TableTwin::TableTwin(const ResultTablePtr& table, QWidget* parent)
    : QTableView(parent)
    , m_model(new ResultTableModel(table, this))
    , m_sorted(new QSortFilterProxyModel(this))
{
    m_sorted->setSourceModel(m_model);
    m_sorted->setSortRole(TableModel::SortRole);
    setModel(m_sorted);
    setSortingEnabled(true);
    m_sorted->sort(-1); // as the audit made it
    horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setResizeContentsPrecision(kMeasuredRows);
    horizontalHeader()->setMaximumSectionSize(fontMetrics().averageCharWidth() * kWidestColumn);
    verticalHeader()->hide();
    verticalHeader()->setDefaultSectionSize(fontMetrics().height() * 8 / 5);
    setAlternatingRowColors(true);
    setShowGrid(false);
    setWordWrap(false);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    setFrameShape(QFrame::NoFrame);
    setTabKeyNavigation(false);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    resizeColumnsToContents();
    connect(this, &QAbstractItemView::doubleClicked, this, &TableTwin::choose);
}

void TableTwin::choose(const QModelIndex& index)
{
    if (index.isValid())
        Q_EMIT rowActivated(
            static_cast<std::size_t>(index.data(ResultTableModel::TableRowRole).toInt()));
}

void TableTwin::select(std::size_t tableRow)
{
    const QModelIndex index
        = m_sorted->mapFromSource(m_model->index(static_cast<int>(tableRow), 0));
    if (!index.isValid())
        return;
    setCurrentIndex(index);
    selectRow(index.row());
    scrollTo(index);
}

std::optional<std::size_t> TableTwin::currentRow() const
{
    if (!currentIndex().isValid())
        return std::nullopt;
    return static_cast<std::size_t>(m_sorted->mapToSource(currentIndex()).row());
}

QString TableTwin::selectedText() const
{
    QModelIndexList indexes = selectionModel()->selectedIndexes();
    std::sort(indexes.begin(), indexes.end(), [](const QModelIndex& a, const QModelIndex& b) {
        return a.row() != b.row() ? a.row() < b.row() : a.column() < b.column();
    });
    QString text;
    for (int i = 0; i < indexes.size(); ++i) {
        if (i > 0)
            text += indexes.at(i).row() == indexes.at(i - 1).row() ? QLatin1Char('\t')
                                                                   : QLatin1Char('\n');
        text += indexes.at(i).data(ResultTableModel::ExactRole).toString();
    }
    return text;
}

QSize TableTwin::sizeHint() const
{
    const int rows = std::clamp(m_sorted->rowCount(), 1, kMostRows);
    const bool hasBar = horizontalHeader()->length() > width();
    const int bar = hasBar ? horizontalScrollBar()->sizeHint().height() : 2;
    return {QTableView::sizeHint().width(),
        horizontalHeader()->sizeHint().height() + rows * verticalHeader()->defaultSectionSize()
            + bar};
}

/// Room for the scroll bar is kept only where it is there.
void TableTwin::resizeEvent(QResizeEvent* event)
{
    QTableView::resizeEvent(event);
    updateGeometry();
}

QSize TableTwin::minimumSizeHint() const
{
    return {QTableView::minimumSizeHint().width(), sizeHint().height()};
}

void TableTwin::keyPressEvent(QKeyEvent* event)
{
    if (event->matches(QKeySequence::Copy)) {
        QGuiApplication::clipboard()->setText(selectedText());
        return;
    }
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        return choose(currentIndex());
    case Qt::Key_T:
        if (event->modifiers() == Qt::NoModifier) {
            Q_EMIT chartAsked();
            return;
        }
        break;
    default:
        break;
    }
    QTableView::keyPressEvent(event);
}

void TableTwin::changeEvent(QEvent* event)
{
    QTableView::changeEvent(event);
    if (event->type() != QEvent::FontChange)
        return;
    horizontalHeader()->setMaximumSectionSize(fontMetrics().averageCharWidth() * kWidestColumn);
    verticalHeader()->setDefaultSectionSize(fontMetrics().height() * 8 / 5);
    resizeColumnsToContents();
    updateGeometry();
}

} // namespace cupel::ui
