#include "ui/pages/histogram_delegate.h"

#include <QPainter>
#include <algorithm>

#include "ui/models/columns_model.h"
#include "ui/theme/colors.h"

namespace cupel::ui {
namespace {

constexpr qreal kCellPadding = 4.0;

/// Bars of counts: bins touch each other, values stand apart. What is not 0 is seen.
void drawBars(QPainter& painter, const QRectF& area, const reports::MiniHistogram& histogram)
{
    const auto bars = static_cast<qreal>(histogram.counts.size());
    const auto largest
        = static_cast<qreal>(*std::max_element(histogram.counts.begin(), histogram.counts.end()));
    if (largest <= 0.0)
        return;
    const bool areBins = histogram.bars == reports::MiniHistogram::Bars::Bins;
    const qreal width = area.width() / bars;
    const qreal gap = areBins ? 0.0 : std::min(1.0, width / 4.0);
    qreal x = area.left();
    for (const std::int64_t count : histogram.counts) {
        if (count > 0) {
            const qreal height = std::max(area.height() * static_cast<qreal>(count) / largest, 1.0);
            painter.drawRect(QRectF(x, area.bottom() - height, width - gap, height));
        }
        x += width;
    }
}

} // namespace

void HistogramDelegate::paint(
    QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    QStyledItemDelegate::paint(painter, option, index); // the background
    const auto histogram = index.data(TableModel::HistogramRole).value<reports::MiniHistogram>();
    if (histogram.counts.empty())
        return;
    const Colors& colors = colorsFor(option.palette);
    const bool isSelected = option.state.testFlag(QStyle::State_Selected);
    const QRectF area
        = QRectF(option.rect).adjusted(kCellPadding, kCellPadding, -kCellPadding, -kCellPadding);
    painter->save();
    painter->setPen(Qt::NoPen);
    painter->setBrush(
        isSelected ? option.palette.color(QPalette::HighlightedText) : colors.series[0]);
    drawBars(*painter, area, histogram);
    painter->restore();
}

QSize HistogramDelegate::sizeHint(
    const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const QSize size = QStyledItemDelegate::sizeHint(option, index);
    return {std::max(size.width(), option.fontMetrics.averageCharWidth() * 20), size.height()};
}

} // namespace cupel::ui
