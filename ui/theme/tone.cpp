#include "ui/theme/tone.h"

#include <QPainter>
#include <QPixmap>
#include <QPolygonF>

#include "ui/theme/shown.h"

namespace cupel::ui {
namespace {

constexpr int kSize = 16;
constexpr qreal kScale = 2.0; ///< drawn for dense screens, shown smaller on others

/// A different outline for each tone: octagon, triangle, disc, disc with a tick, ring.
void drawShape(QPainter& painter, reports::Tone tone)
{
    switch (tone) {
    case reports::Tone::Error:
        painter.drawPolygon(
            QPolygonF{{5, 1}, {11, 1}, {15, 5}, {15, 11}, {11, 15}, {5, 15}, {1, 11}, {1, 5}});
        break;
    case reports::Tone::Warning:
        painter.drawPolygon(QPolygonF{{8, 1}, {15.5, 14.5}, {0.5, 14.5}});
        break;
    case reports::Tone::Question:
        painter.drawEllipse(QRectF(1.5, 1.5, 13, 13));
        break;
    case reports::Tone::Note:
    case reports::Tone::Good:
    case reports::Tone::Plain:
        painter.drawEllipse(QRectF(1, 1, 14, 14));
        break;
    }
}

void drawSign(QPainter& painter, reports::Tone tone)
{
    switch (tone) {
    case reports::Tone::Error:
        painter.drawLine(QPointF(5, 5), QPointF(11, 11));
        painter.drawLine(QPointF(11, 5), QPointF(5, 11));
        break;
    case reports::Tone::Warning:
        painter.drawLine(QPointF(8, 6), QPointF(8, 10));
        painter.drawPoint(QPointF(8, 12.5));
        break;
    case reports::Tone::Note:
        painter.drawLine(QPointF(8, 7.5), QPointF(8, 12));
        painter.drawPoint(QPointF(8, 4.5));
        break;
    case reports::Tone::Good:
        painter.drawPolyline(QPolygonF{{4.5, 8.5}, {7, 11}, {11.5, 5.5}});
        break;
    case reports::Tone::Question:
        painter.drawPolyline(
            QPolygonF{{6, 6.3}, {6.6, 4.9}, {8, 4.4}, {9.6, 5.2}, {9.7, 6.6}, {8, 8}, {8, 9.2}});
        painter.drawPoint(QPointF(8, 11.6));
        break;
    case reports::Tone::Plain:
        break;
    }
}

QPixmap drawn(reports::Tone tone, const QColor& shape, const QColor& sign)
{
    QPixmap pixmap(QSize(kSize, kSize) * kScale);
    pixmap.setDevicePixelRatio(kScale);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool isRing = tone == reports::Tone::Question;
    painter.setPen(isRing ? QPen(shape, 1.5) : QPen(Qt::NoPen));
    painter.setBrush(isRing ? QBrush(Qt::NoBrush) : QBrush(shape));
    drawShape(painter, tone);
    painter.setPen(QPen(isRing ? shape : sign, 1.6, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(Qt::NoBrush);
    drawSign(painter, tone);
    return pixmap;
}

} // namespace

QColor colorOf(reports::Tone tone, const Colors& colors)
{
    switch (tone) {
    case reports::Tone::Error:
        return colors.error;
    case reports::Tone::Warning:
        return colors.warning;
    case reports::Tone::Note:
        return colors.note;
    case reports::Tone::Good:
        return colors.good;
    case reports::Tone::Question:
        return colors.question;
    case reports::Tone::Plain:
        break;
    }
    return colors.soft;
}

QIcon iconOf(reports::Tone tone, const Colors& colors)
{
    QIcon icon(drawn(tone, colorOf(tone, colors), colors.paper));
    // On the background of what is chosen, a middling blue, only white can be seen.
    icon.addPixmap(
        drawn(tone, Qt::white, colors.isDark ? colors.paper : colors.ink), QIcon::Selected);
    return icon;
}

QString wordOf(reports::Tone tone)
{
    return shown(reports::toneWord(tone));
}

} // namespace cupel::ui
