#include "ui/theme/review_sign.h"

#include <QPainter>
#include <QPixmap>
#include <QPolygonF>

namespace cupel::ui {
namespace {

constexpr int kSignSize = 16;
constexpr qreal kSignScale = 2.0; ///< drawn for dense screens, shown smaller on others

QColor colorOfSign(ReviewSign sign, const Colors& colors)
{
    switch (sign) {
    case ReviewSign::Accepted:
        return colors.good;
    case ReviewSign::FixRequested:
        return colors.warning;
    case ReviewSign::Commented:
        return colors.note;
    case ReviewSign::Open:
    case ReviewSign::Waived:
        break;
    }
    return colors.soft;
}

void drawReviewSign(QPainter& painter, ReviewSign sign)
{
    switch (sign) {
    case ReviewSign::Open:
        painter.drawEllipse(QRectF(3, 3, 10, 10));
        break;
    case ReviewSign::Accepted:
        painter.drawPolyline(QPolygonF{{2.5, 8.5}, {6.5, 12.5}, {13.5, 3.5}});
        break;
    case ReviewSign::FixRequested:
        painter.drawLine(QPointF(4, 2), QPointF(4, 14.5));
        painter.setBrush(painter.pen().color());
        painter.drawPolygon(QPolygonF{{4, 2.5}, {13, 5.5}, {4, 9}});
        break;
    case ReviewSign::Waived:
        painter.drawEllipse(QRectF(2, 2, 12, 12));
        painter.drawPolyline(QPolygonF{{8, 5}, {8, 8.3}, {10.5, 9.8}});
        break;
    case ReviewSign::Commented:
        painter.setBrush(painter.pen().color());
        painter.drawRoundedRect(QRectF(2, 3, 12, 8), 2, 2);
        painter.drawPolygon(QPolygonF{{4.5, 11}, {8.5, 11}, {4.5, 14.5}});
        break;
    }
}

QPixmap drawnSign(ReviewSign sign, const QColor& color)
{
    QPixmap pixmap(QSize(kSignSize, kSignSize) * kSignScale);
    pixmap.setDevicePixelRatio(kSignScale);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    const qreal width = sign == ReviewSign::Accepted ? 2.2 : 1.5;
    painter.setPen(QPen(color, width, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    drawReviewSign(painter, sign);
    return pixmap;
}

} // namespace

QIcon iconOf(ReviewSign sign, const Colors& colors)
{
    QIcon icon(drawnSign(sign, colorOfSign(sign, colors)));
    icon.addPixmap(drawnSign(sign, Qt::white), QIcon::Selected);
    return icon;
}

} // namespace cupel::ui
