#include "ui/charts/panel_frame.h"

#include <QPainter>

#include "ui/theme/colors.h"

namespace cupel::ui {

PanelFrame::PanelFrame(Ground ground, QWidget* parent)
    : QFrame(parent)
    , m_ground(ground)
{
}

void PanelFrame::paintEvent(QPaintEvent*)
{
    constexpr qreal kRound = 4.0;
    const Colors& colors = colorsFor(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(colors.isDark ? colors.grid.lighter(125) : colors.grid.darker(108), 1.0));
    painter.setBrush(m_ground == Ground::Paper ? colors.paper : colors.card);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), kRound, kRound);
}

} // namespace cupel::ui
