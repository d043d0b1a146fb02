#include "ui/pages/block_cell_delegate.h"

#include <QPainter>
#include <QTextLayout>
#include <algorithm>
#include <cmath>

#include "core/reports/page.h"
#include "ui/models/mini_histogram_type.h"
#include "ui/pages/block_table_model.h"
#include "ui/theme/colors.h"
#include "ui/theme/shown.h"

namespace cupel::ui {
namespace {

bool isHead(const QModelIndex& index)
{
    const auto* const model = qobject_cast<const BlockTableModel*>(index.model());
    return index.column() == 0 && model && model->hasRowHeaders();
}

bool isLink(const QModelIndex& index)
{
    return !index.data(BlockTableModel::TargetRole).toString().isEmpty();
}

QFont cellFont(QFont font, const QModelIndex& index)
{
    font.setBold(isHead(index));
    font.setUnderline(isLink(index));
    return font;
}

/// Lay out a text in lines of a width: words that are longer break anywhere.
QSizeF layOut(QTextLayout& layout, const QModelIndex& index, bool wraps, qreal width)
{
    const Qt::Alignment alignment(index.data(Qt::TextAlignmentRole).toInt());
    QTextOption option(alignment & Qt::AlignHorizontal_Mask);
    option.setWrapMode(wraps ? QTextOption::WrapAtWordBoundaryOrAnywhere : QTextOption::NoWrap);
    layout.setTextOption(option);
    QSizeF size(0.0, 0.0);
    layout.beginLayout();
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(width);
        line.setPosition(QPointF(0.0, size.height()));
        size = QSizeF(
            std::max(size.width(), line.naturalTextWidth()), size.height() + line.height());
        if (!wraps)
            break;
    }
    layout.endLayout();
    return size;
}

QSize histogramSize(const QFontMetrics& metrics)
{
    return {metrics.averageCharWidth() * 17, metrics.height() + 6};
}

void drawHistogram(QPainter& painter, const QRect& cell, const reports::MiniHistogram& histogram,
    const QColor& color)
{
    const auto highest = std::max_element(histogram.counts.begin(), histogram.counts.end());
    if (highest == histogram.counts.end() || *highest <= 0)
        return;
    const QSize size = histogramSize(painter.fontMetrics());
    const QRectF box(cell.left() + kCellPadding, cell.center().y() - size.height() / 2.0,
        size.width(), size.height());
    const qreal step = box.width() / static_cast<qreal>(histogram.counts.size());
    const bool areApart = histogram.bars == reports::MiniHistogram::Bars::Values;
    const qreal gap = areApart ? std::min(step * 0.25, 3.0) : 0.0;
    for (std::size_t i = 0; i < histogram.counts.size(); ++i) {
        const auto share = static_cast<qreal>(histogram.counts[i]) / static_cast<qreal>(*highest);
        const qreal height = histogram.counts[i] > 0 ? std::max(share * box.height(), 1.0) : 0.0;
        painter.fillRect(QRectF(box.left() + static_cast<qreal>(i) * step, box.bottom() - height,
                             step - gap, height),
            color);
    }
}

} // namespace

void BlockCellDelegate::paint(
    QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const Colors& colors = colorsFor(option.palette);
    const bool isSelected = option.state.testFlag(QStyle::State_Selected);
    painter->save();
    if (isSelected)
        painter->fillRect(option.rect, option.palette.color(QPalette::Highlight));
    else if (option.state.testFlag(QStyle::State_MouseOver))
        painter->fillRect(option.rect, colors.card);
    painter->setPen(colors.grid);
    painter->drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
    const QVariant histogram = index.data(TableModel::HistogramRole);
    if (histogram.isValid()) {
        painter->setFont(option.font);
        drawHistogram(*painter, option.rect, histogram.value<reports::MiniHistogram>(),
            isSelected ? option.palette.color(QPalette::HighlightedText) : colors.series[0]);
    } else {
        painter->setFont(cellFont(option.font, index));
        painter->setPen(isSelected ? option.palette.color(QPalette::HighlightedText)
                : isLink(index)    ? colors.accent
                                   : colors.ink);
        painter->setClipRect(option.rect);
        const QRectF inner
            = option.rect.adjusted(kCellPadding, kCellMargin, -kCellPadding, -kCellMargin);
        QTextLayout layout(keptTogether(index.data().toString()), painter->font());
        const QSizeF size = layOut(
            layout, index, option.features.testFlag(QStyleOptionViewItem::WrapText), inner.width());
        const qreal above = std::max((inner.height() - size.height()) / 2.0, 0.0);
        layout.draw(painter, inner.topLeft() + QPointF(0.0, above));
    }
    if (option.state.testFlag(QStyle::State_HasFocus)) {
        painter->setPen(QPen(colors.accent, 1.5));
        painter->drawRect(QRectF(option.rect).adjusted(0.75, 0.75, -1.75, -1.75));
    }
    painter->restore();
}

QSize BlockCellDelegate::sizeHint(
    const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const QSize padding(2 * kCellPadding, 2 * kCellMargin);
    if (index.data(TableModel::HistogramRole).isValid())
        return histogramSize(QFontMetrics(option.font)) + padding;
    const bool wraps = option.features.testFlag(QStyleOptionViewItem::WrapText)
        && option.rect.width() > padding.width();
    constexpr qreal kEndless = 1 << 20;
    QTextLayout layout(keptTogether(index.data().toString()), cellFont(option.font, index));
    const QSizeF size
        = layOut(layout, index, wraps, wraps ? option.rect.width() - padding.width() : kEndless);
    return QSize(static_cast<int>(std::ceil(size.width())),
               static_cast<int>(std::ceil(size.height())))
        + padding;
}

} // namespace cupel::ui
