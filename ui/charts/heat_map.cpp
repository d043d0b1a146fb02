#include "ui/charts/heat_map.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>
#include <QStyledItemDelegate>
#include <QWheelEvent>
#include <algorithm>

#include "ui/charts/contrast.h"
#include "ui/theme/colors.h"

namespace cupel::ui {
namespace {

constexpr int kMostRowsSeen = 14;
constexpr int kWidestHeader = 22; ///< in characters

/// The rate above its rows on the colour of the rate; a corner marks cells of few rows.
class HeatDelegate : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
        const QModelIndex& index) const override
    {
        const Colors& colors = colorsFor(option.palette);
        const QVariant shade = index.data(HeatMapModel::ShadeRole);
        const QColor fill = shade.isValid() ? scaleColor(shade.toDouble(), colors) : colors.paper;
        const QRect cell = option.rect.adjusted(1, 1, -1, -1);
        painter->save();
        painter->fillRect(cell, fill);
        const QColor ink = readableOn(fill, colors);
        painter->setPen(ink);
        drawTexts(*painter, option, index, cell);
        if (index.data(HeatMapModel::SmallRole).toBool())
            drawCorner(*painter, cell, ink);
        if (option.state & QStyle::State_Selected) {
            painter->setBrush(Qt::NoBrush);
            painter->setPen(QPen(ink, 3.0));
            painter->drawRect(cell.adjusted(2, 2, -2, -2));
        }
        painter->restore();
    }

    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const QFontMetrics metrics(option.font);
        const int width = std::max(metrics.horizontalAdvance(index.data().toString()),
            metrics.horizontalAdvance(index.data(HeatMapModel::CountRole).toString()));
        return {
            width + 4 * metrics.averageCharWidth(), 2 * metrics.height() + metrics.height() / 2};
    }

private:
    static void drawTexts(QPainter& painter, const QStyleOptionViewItem& option,
        const QModelIndex& index, const QRect& cell)
    {
        const QString count = index.data(HeatMapModel::CountRole).toString();
        const int line = QFontMetrics(option.font).height();
        QRect upper = cell;
        if (!count.isEmpty())
            upper.setBottom(cell.center().y() + 1);
        QFont strong = option.font;
        strong.setBold(!count.isEmpty());
        painter.setFont(strong);
        const Qt::Alignment where
            = Qt::AlignHCenter | (count.isEmpty() ? Qt::AlignVCenter : Qt::AlignBottom);
        painter.drawText(upper, static_cast<int>(where), index.data().toString());
        painter.setFont(option.font);
        const QRect lower(cell.left(), cell.center().y() + 1, cell.width(), line);
        painter.drawText(lower, Qt::AlignHCenter | Qt::AlignTop, count);
    }

    static void drawCorner(QPainter& painter, const QRect& cell, const QColor& ink)
    {
        const int side = cell.height() / 4;
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(ink, 1.2));
        for (int i = 1; i <= 3; ++i) {
            const int step = side * i / 3;
            painter.drawLine(cell.right() - step, cell.top(), cell.right(), cell.top() + step);
        }
    }
};

} // namespace

HeatMap::HeatMap(QWidget* parent)
    : QTableView(parent)
    , m_model(new HeatMapModel(this))
{
    setModel(m_model);
    setItemDelegate(new HeatDelegate(this));
    setSelectionMode(QAbstractItemView::SingleSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setTabKeyNavigation(false);
    setShowGrid(false);
    setCornerButtonEnabled(false);
    setFrameShape(QFrame::NoFrame);
    setMouseTracking(true);
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    horizontalHeader()->setHighlightSections(false);
    verticalHeader()->setHighlightSections(false);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void HeatMap::fit()
{
    const int widest = fontMetrics().averageCharWidth() * kWidestHeader;
    horizontalHeader()->setMaximumSectionSize(widest);
    verticalHeader()->setMaximumWidth(widest);
    verticalHeader()->setDefaultSectionSize(
        2 * fontMetrics().height() + fontMetrics().height() / 2 + 2);
    resizeColumnsToContents();
    updateGeometry();
}

bool HeatMap::select(std::optional<std::size_t> tableRow)
{
    const QModelIndex index = tableRow ? m_model->indexOf(*tableRow) : QModelIndex();
    if (!index.isValid()) {
        clearSelection();
        return !tableRow;
    }
    setCurrentIndex(index);
    scrollTo(index);
    return true;
}

std::optional<std::size_t> HeatMap::selectedRow() const
{
    const int row = selectionModel()->hasSelection()
        ? currentIndex().data(HeatMapModel::TableRowRole).toInt()
        : -1;
    return row < 0 ? std::nullopt : std::optional(static_cast<std::size_t>(row));
}

QSize HeatMap::wholeSize() const
{
    return {verticalHeader()->sizeHint().width() + horizontalHeader()->length(),
        horizontalHeader()->sizeHint().height() + verticalHeader()->length()};
}

void HeatMap::paintWhole(QPainter& painter) const
{
    const int left = verticalHeader()->sizeHint().width();
    const int top = horizontalHeader()->sizeHint().height();
    const int air = fontMetrics().averageCharWidth() / 2;
    painter.setFont(font());
    painter.setPen(colorsFor(palette()).ink);
    const auto heading = [&](const QRect& place, int section, Qt::Orientation orientation) {
        const QRect inner = place.adjusted(air, 0, -air, 0);
        painter.drawText(inner, Qt::AlignCenter,
            fontMetrics().elidedText(m_model->headerData(section, orientation).toString(),
                Qt::ElideRight, inner.width()));
    };
    for (int i = 0; i < m_model->columnCount(); ++i)
        heading({left + horizontalHeader()->sectionPosition(i), 0,
                    horizontalHeader()->sectionSize(i), top},
            i, Qt::Horizontal);
    QStyleOptionViewItem option;
    option.font = font();
    option.palette = palette();
    for (int i = 0; i < m_model->rowCount(); ++i) {
        const int y = top + verticalHeader()->sectionPosition(i);
        const int height = verticalHeader()->sectionSize(i);
        heading({0, y, left, height}, i, Qt::Vertical);
        for (int j = 0; j < m_model->columnCount(); ++j) {
            option.rect = {left + horizontalHeader()->sectionPosition(j), y,
                horizontalHeader()->sectionSize(j), height};
            itemDelegate()->paint(&painter, option, m_model->index(i, j));
            painter.setPen(colorsFor(palette()).ink);
        }
    }
}

void HeatMap::choose(const QModelIndex& index)
{
    const int row = index.isValid() ? index.data(HeatMapModel::TableRowRole).toInt() : -1;
    if (row >= 0)
        Q_EMIT rowActivated(static_cast<std::size_t>(row));
}

QSize HeatMap::sizeHint() const
{
    const int rows = std::clamp(m_model->rowCount(), 1, kMostRowsSeen);
    const bool hasBar
        = horizontalHeader()->length() + verticalHeader()->sizeHint().width() > width();
    return {QTableView::sizeHint().width(),
        horizontalHeader()->sizeHint().height() + rows * verticalHeader()->defaultSectionSize()
            + (hasBar ? horizontalScrollBar()->sizeHint().height() : 2)};
}

/// Room for the scroll bar is kept only where it is there.
void HeatMap::resizeEvent(QResizeEvent* event)
{
    QTableView::resizeEvent(event);
    updateGeometry();
}

QSize HeatMap::minimumSizeHint() const
{
    return {QTableView::minimumSizeHint().width(), sizeHint().height()};
}

void HeatMap::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter
        || event->key() == Qt::Key_Space)
        return choose(currentIndex());
    if (event->key() == Qt::Key_T && event->modifiers() == Qt::NoModifier) {
        Q_EMIT tableAsked();
        return;
    }
    QTableView::keyPressEvent(event);
}

void HeatMap::mouseReleaseEvent(QMouseEvent* event)
{
    QTableView::mouseReleaseEvent(event);
    if (event->button() == Qt::LeftButton)
        choose(indexAt(event->position().toPoint()));
}

/// The page scrolls, unless there is more of the map than fits.
void HeatMap::wheelEvent(QWheelEvent* event)
{
    if (verticalScrollBar()->maximum() > 0)
        QTableView::wheelEvent(event);
    else
        event->ignore();
}

void HeatMap::changeEvent(QEvent* event)
{
    QTableView::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        fit();
}

} // namespace cupel::ui
