#include "ui/pages/block_table.h"

#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QPainter>
#include <QScrollBar>
#include <algorithm>
#include <numeric>

#include "ui/pages/block_cell_delegate.h"
#include "ui/pages/block_table_model.h"
#include "ui/theme/colors.h"

namespace cupel::ui {
namespace {

constexpr int kMeasuredRows = 200;
constexpr int kWrappedRows = 200; ///< tables of more rows have rows of one line
constexpr int kMostLines = 24; ///< of a table, beyond which it scrolls
constexpr int kWidestColumn = 60; ///< in average characters
constexpr int kNarrowestColumn = 14;

} // namespace

PageHeader::PageHeader(Qt::Orientation orientation, QWidget* parent)
    : QHeaderView(orientation, parent)
{
    setHighlightSections(false);
    setSectionsClickable(false);
    setDefaultAlignment(Qt::AlignLeft | Qt::AlignBottom);
    setMinimumSectionSize(24);
}

void PageHeader::paintEvent(QPaintEvent* event)
{
    QHeaderView::paintEvent(event);
    const QRect beyond = viewport()->rect().adjusted(length() - offset(), 0, 0, 0);
    QPainter(viewport()).fillRect(beyond, colorsFor(palette()).paper);
}

void PageHeader::paintSection(QPainter* painter, const QRect& rect, int section) const
{
    const Colors& colors = colorsFor(palette());
    const QVariant alignment = model()->headerData(section, orientation(), Qt::TextAlignmentRole);
    const auto horizontal = Qt::Alignment(alignment.toInt()) & Qt::AlignHorizontal_Mask;
    painter->save();
    painter->fillRect(rect, colors.paper);
    QFont bold = font();
    bold.setBold(true);
    painter->setFont(bold);
    painter->setPen(colors.soft);
    const QRect inner = rect.adjusted(kCellPadding, 2, -kCellPadding, -5);
    painter->drawText(inner, static_cast<int>(horizontal | Qt::AlignBottom | Qt::TextWordWrap),
        model()->headerData(section, orientation(), Qt::DisplayRole).toString());
    painter->setPen(QPen(colors.grid, 2));
    painter->drawLine(rect.bottomLeft(), rect.bottomRight());
    painter->restore();
}

QSize PageHeader::sectionSizeFromContents(int section) const
{
    QFont bold = font();
    bold.setBold(true);
    const QFontMetrics metrics(bold);
    const QString text = model()->headerData(section, orientation(), Qt::DisplayRole).toString();
    return {metrics.horizontalAdvance(text) + 2 * kCellPadding, metrics.height() + 9};
}

BlockTable::BlockTable(const reports::Table& table, QWidget* parent)
    : QTableView(parent)
    , m_model(new BlockTableModel(table, this))
{
    setModel(m_model);
    setHorizontalHeader(new PageHeader(Qt::Horizontal, this));
    horizontalHeader()->setSectionResizeMode(QHeaderView::Interactive);
    verticalHeader()->hide();
    setItemDelegate(new BlockCellDelegate(this));
    setFrameShape(QFrame::NoFrame);
    setShowGrid(false);
    setWordWrap(true);
    setTabKeyNavigation(false);
    setSelectionMode(QAbstractItemView::ContiguousSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setMouseTracking(true);
    connect(this, &QTableView::clicked, this, &BlockTable::follow);
    measureColumns();
    fit();
}

QSize BlockTable::sizeHint() const
{
    return {std::accumulate(m_natural.begin(), m_natural.end(), 0), m_height};
}

QSize BlockTable::minimumSizeHint() const
{
    return {fontMetrics().averageCharWidth() * kNarrowestColumn, m_height};
}

void BlockTable::measureColumns()
{
    const int rows = std::min(m_model->rowCount(), kMeasuredRows);
    const int widest = fontMetrics().averageCharWidth() * kWidestColumn;
    m_natural.assign(static_cast<std::size_t>(m_model->columnCount()), 0);
    QStyleOptionViewItem option;
    initViewItemOption(&option);
    option.features.setFlag(QStyleOptionViewItem::WrapText, false);
    for (int column = 0; column < m_model->columnCount(); ++column) {
        int width = horizontalHeader()->sectionSizeHint(column);
        for (int row = 0; row < rows && width < widest; ++row)
            width = std::max(
                width, itemDelegate()->sizeHint(option, m_model->index(row, column)).width());
        m_natural[static_cast<std::size_t>(column)] = std::min(width, widest) + 2;
    }
}

/// Give every column what it wants, or take from the widest what is not there.
void BlockTable::fit()
{
    const int room = viewport()->width();
    m_fittedWidth = room;
    std::vector<int> widths = m_natural;
    const int least = fontMetrics().averageCharWidth() * kNarrowestColumn;
    int over = std::accumulate(widths.begin(), widths.end(), 0) - room;
    while (over > 0) {
        const auto widest = std::max_element(widths.begin(), widths.end());
        if (widest == widths.end() || *widest <= least)
            break;
        int second = least;
        for (const int width : widths)
            second = width < *widest ? std::max(second, width) : second;
        const auto count = static_cast<int>(std::count(widths.begin(), widths.end(), *widest));
        const int top = *widest;
        const int cut = std::clamp((over + count - 1) / count, 1, std::max(top - second, 1));
        std::replace(widths.begin(), widths.end(), top, top - cut);
        over -= cut * count;
    }
    for (std::size_t i = 0; i < widths.size(); ++i)
        setColumnWidth(static_cast<int>(i), widths[i]);
    const int line = fontMetrics().height() + 2 * kCellMargin;
    verticalHeader()->setDefaultSectionSize(line);
    verticalHeader()->setMinimumSectionSize(line);
    const int rows = m_model->rowCount();
    int height = rows * line;
    if (rows <= kWrappedRows) {
        resizeRowsToContents();
        height = verticalHeader()->length();
    }
    height = std::min(height, kMostLines * line);
    height += horizontalHeader()->sizeHint().height() + 2;
    if (over > 0)
        height += horizontalScrollBar()->sizeHint().height();
    if (height != m_height) {
        m_height = height;
        setFixedHeight(height);
        updateGeometry();
    }
}

void BlockTable::resizeEvent(QResizeEvent* event)
{
    QTableView::resizeEvent(event);
    if (viewport()->width() != m_fittedWidth)
        fit();
}

void BlockTable::changeEvent(QEvent* event)
{
    QTableView::changeEvent(event);
    if (event->type() == QEvent::FontChange) {
        measureColumns();
        fit();
    }
}

void BlockTable::keyPressEvent(QKeyEvent* event)
{
    if (event->matches(QKeySequence::Copy)) {
        copySelection();
        event->accept();
        return;
    }
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (isEnter && currentIndex().isValid()) {
        follow(currentIndex());
        event->accept();
        return;
    }
    QTableView::keyPressEvent(event);
}

void BlockTable::follow(const QModelIndex& index)
{
    const QString anchor = index.data(BlockTableModel::TargetRole).toString();
    if (!anchor.isEmpty())
        Q_EMIT linkActivated(anchor);
}

void BlockTable::copySelection() const
{
    QModelIndexList cells = selectionModel()->selectedIndexes();
    std::sort(cells.begin(), cells.end());
    QString text;
    for (qsizetype i = 0; i < cells.size(); ++i) {
        if (i > 0)
            text += cells[i].row() == cells[i - 1].row() ? QLatin1Char('\t') : QLatin1Char('\n');
        text += cells[i].data().toString();
    }
    if (!text.isEmpty())
        QGuiApplication::clipboard()->setText(text);
}

} // namespace cupel::ui
