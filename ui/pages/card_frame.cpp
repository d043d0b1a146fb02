#include "ui/pages/card_frame.h"

#include <QPainter>
#include <QPainterPath>

#include "ui/theme/tone.h"

namespace cupel::ui {
namespace {

constexpr qreal kRadius = 7.0;
constexpr qreal kBar = 5.0;

QColor mixed(const QColor& base, const QColor& over, qreal share)
{
    const auto part = [share](int a, int b) { return static_cast<int>(a + (b - a) * share); };
    return QColor(part(base.red(), over.red()), part(base.green(), over.green()),
        part(base.blue(), over.blue()));
}

} // namespace

void drawCard(QPainter& painter, const QRectF& rect, reports::Tone tone, const QPalette& palette,
    CardState state)
{
    const Colors& colors = colorsFor(palette);
    const bool isPlain = tone == reports::Tone::Plain;
    const QColor bar = isPlain ? colors.line : colorOf(tone, colors);
    QColor ground = isPlain ? colors.card : mixed(colors.paper, bar, colors.isDark ? 0.10 : 0.05);
    if (state == CardState::Hovered)
        ground = mixed(ground, colors.accent, 0.08);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF inner = rect.adjusted(0.5, 0.5, -0.5, -0.5);
    QPainterPath path;
    path.addRoundedRect(inner, kRadius, kRadius);
    painter.fillPath(path, ground);
    painter.setClipPath(path);
    painter.fillRect(QRectF(inner.left(), inner.top(), kBar, inner.height()), bar);
    painter.setClipping(false);
    painter.setPen(QPen(
        state == CardState::Hovered ? colors.accent : mixed(colors.paper, colors.line, 0.55), 1));
    painter.drawPath(path);
    painter.restore();
}

CardFrame::CardFrame(reports::Tone tone, QWidget* parent)
    : QWidget(parent)
    , m_tone(tone)
    , m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins(18, 10, 14, 12);
    m_column->setSpacing(6);
}

void CardFrame::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    drawCard(painter, rect(), m_tone, palette());
}

} // namespace cupel::ui
