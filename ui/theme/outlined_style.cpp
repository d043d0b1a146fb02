#include "ui/theme/outlined_style.h"

#include <QHeaderView>
#include <QPainter>
#include <QStyleOption>
#include <QTableView>
#include <algorithm>

#include "ui/theme/colors.h"

namespace cupel::ui {
namespace {

/// With the text of what is chosen as the one that signs are drawn in.
QPalette chosenPalette(const QPalette& palette)
{
    QPalette chosen = palette;
    for (const QPalette::ColorRole role :
        {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        chosen.setColor(role, palette.color(QPalette::HighlightedText));
    return chosen;
}

} // namespace

OutlinedStyle::OutlinedStyle()
    : QProxyStyle(QStringLiteral("Fusion"))
{
}

void OutlinedStyle::drawPrimitive(PrimitiveElement element, const QStyleOption* option,
    QPainter* painter, const QWidget* widget) const
{
    const auto* const item = qstyleoption_cast<const QStyleOptionViewItem*>(option);
    if (element == PE_IndicatorBranch && item && (item->state & State_Selected)) {
        QStyleOptionViewItem chosen(*item);
        chosen.palette = chosenPalette(item->palette);
        QProxyStyle::drawPrimitive(element, &chosen, painter, widget);
        return;
    }
    QProxyStyle::drawPrimitive(element, option, painter, widget);
    const bool isRound = element == PE_IndicatorRadioButton;
    const bool isOutlined = isRound || element == PE_IndicatorCheckBox
        || element == PE_IndicatorItemViewItemCheck || element == PE_FrameLineEdit
        || element == PE_PanelButtonCommand;
    if (!isOutlined)
        return;
    const Colors& colors = colorsFor(option->palette);
    const bool hasFocus = (option->state & State_HasFocus) && (option->state & State_Enabled);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(hasFocus ? colors.accent : colors.line, hasFocus ? 1.5 : 1.0));
    painter->setBrush(Qt::NoBrush);
    const QRectF rect = QRectF(option->rect).adjusted(0.5, 0.5, -0.5, -0.5);
    constexpr qreal kCorner = 2;
    if (isRound)
        painter->drawEllipse(rect);
    else
        painter->drawRoundedRect(rect, kCorner, kCorner);
    painter->restore();
}

QSize OutlinedStyle::sizeFromContents(
    ContentsType type, const QStyleOption* option, const QSize& size, const QWidget* widget) const
{
    QSize whole = QProxyStyle::sizeFromContents(type, option, size, widget);
    const auto* const button = qstyleoption_cast<const QStyleOptionButton*>(option);
    if (type != CT_PushButton || !button || button->text.isEmpty())
        return whole;
    const int withRoom = size.width() + 3 * button->fontMetrics.averageCharWidth();
    whole.setWidth(std::max(whole.width(), withRoom));
    return whole;
}

int OutlinedStyle::pixelMetric(
    PixelMetric metric, const QStyleOption* option, const QWidget* widget) const
{
    constexpr int kCellMargin = 3; // and one pixel that item views add
    if (metric == PM_FocusFrameHMargin && qobject_cast<const QTableView*>(widget))
        return kCellMargin;
    const auto* const header = qobject_cast<const QHeaderView*>(widget);
    if (metric == PM_HeaderMargin && header && qobject_cast<const QTableView*>(header->parent()))
        return kCellMargin + 1; // heads stand above the texts
    return QProxyStyle::pixelMetric(metric, option, widget);
}

} // namespace cupel::ui
