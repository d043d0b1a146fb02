#include "ui/pages/meter_bar.h"

#include <QPainter>
#include <algorithm>

#include "ui/pages/accessible_role.h"
#include "ui/theme/colors.h"

namespace cupel::ui {

MeterBar::MeterBar(double share, QWidget* parent)
    : QWidget(parent)
    , m_share(std::clamp(share, 0.0, 1.0))
{
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    setAccessibleRole(this, QAccessible::Indicator);
}

QSize MeterBar::sizeHint() const
{
    return {fontMetrics().averageCharWidth() * 32, fontMetrics().height()};
}

QSize MeterBar::minimumSizeHint() const
{
    return {fontMetrics().averageCharWidth() * 10, fontMetrics().height()};
}

void MeterBar::paintEvent(QPaintEvent*)
{
    const Colors& colors = colorsFor(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const qreal thick = std::min<qreal>(height(), fontMetrics().ascent() * 0.85);
    const QRectF track(0.5, (height() - thick) / 2.0, width() - 1.0, thick);
    painter.setPen(QPen(colors.line, 1));
    painter.setBrush(colors.card);
    painter.drawRoundedRect(track, 3, 3);
    if (m_share <= 0.0)
        return;
    const qreal filled = std::max(track.width() * m_share, 2.0);
    const bool isMirrored = layoutDirection() == Qt::RightToLeft;
    const QRectF bar(
        isMirrored ? track.right() - filled : track.left(), track.top(), filled, track.height());
    painter.setPen(QPen(colors.ink, 1));
    painter.setBrush(colors.series[0]);
    painter.drawRoundedRect(bar, 3, 3);
}

} // namespace cupel::ui
