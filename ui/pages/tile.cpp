#include "ui/pages/tile.h"

#include <QEvent>
#include <QFontMetrics>
#include <QKeyEvent>
#include <QPainter>

#include "ui/pages/accessible_role.h"
#include "ui/pages/card_frame.h"
#include "ui/theme/tone.h"

namespace cupel::ui {
namespace {

constexpr int kLeft = 16;
constexpr int kRight = 14;
constexpr int kTop = 8;
constexpr int kIconGap = 6;

int iconExtent(const QFontMetrics& metrics, reports::Tone tone)
{
    return tone == reports::Tone::Plain ? 0 : metrics.ascent() + 2;
}

/// An icon and words behind it, on one line.
void drawMarked(QPainter& painter, const QRect& line, reports::Tone tone, const QString& words,
    const QPalette& palette)
{
    const Colors& colors = colorsFor(palette);
    const int icon = iconExtent(painter.fontMetrics(), tone);
    if (icon > 0)
        iconOf(tone, colors)
            .paint(
                &painter, QRect(line.left(), line.top() + (line.height() - icon) / 2, icon, icon));
    painter.setPen(colorOf(tone, colors));
    painter.drawText(line.adjusted(icon > 0 ? icon + kIconGap : 0, 0, 0, 0),
        static_cast<int>(Qt::AlignVCenter | Qt::AlignLeft), words);
}

int markedWidth(const QFontMetrics& metrics, reports::Tone tone, const QString& words)
{
    const int icon = iconExtent(metrics, tone);
    return icon + (icon > 0 ? kIconGap : 0) + metrics.horizontalAdvance(words);
}

} // namespace

FigureTile::FigureTile(
    const QString& figure, const QString& label, reports::Tone tone, QWidget* parent)
    : QWidget(parent)
    , m_figure(figure)
    , m_label(label)
    , m_tone(tone)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setAccessibleRole(this, QAccessible::StaticText);
    setAccessibleName(figure + QLatin1Char(' ') + label);
}

QFont FigureTile::figureFont() const
{
    QFont large = font();
    large.setPointSizeF(large.pointSizeF() * 1.7);
    large.setWeight(QFont::DemiBold);
    return large;
}

QSize FigureTile::sizeHint() const
{
    const QFontMetrics figure(figureFont());
    const QFontMetrics label(font());
    const int width = std::max({figure.horizontalAdvance(m_figure),
        markedWidth(label, m_tone, m_label), label.averageCharWidth() * 9});
    return {kLeft + width + kRight, 2 * kTop + figure.height() + label.height()};
}

void FigureTile::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    drawCard(painter, rect(), m_tone, palette());
    painter.setFont(figureFont());
    painter.setPen(colorsFor(palette()).ink);
    const int figureHeight = painter.fontMetrics().height();
    painter.drawText(QRect(kLeft, kTop, width() - kLeft, figureHeight),
        static_cast<int>(Qt::AlignVCenter | Qt::AlignLeft), m_figure);
    painter.setFont(font());
    drawMarked(painter, QRect(kLeft, kTop + figureHeight, width() - kLeft, fontMetrics().height()),
        m_tone, m_label, palette());
}

void FigureTile::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    updateGeometry();
}

TopicTile::TopicTile(
    const QString& title, const QString& words, reports::Tone tone, QWidget* parent)
    : QAbstractButton(parent)
    , m_title(title)
    , m_words(words)
    , m_tone(tone)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setCursor(Qt::PointingHandCursor);
    setAccessibleName(title + QStringLiteral(": ") + words);
}

QFont TopicTile::titleFont() const
{
    QFont bold = font();
    bold.setBold(true);
    return bold;
}

QSize TopicTile::sizeHint() const
{
    const QFontMetrics title(titleFont());
    const QFontMetrics words(font());
    const int width = std::max({title.horizontalAdvance(m_title),
        markedWidth(words, m_tone, m_words), words.averageCharWidth() * 18});
    return {kLeft + width + kRight, 2 * kTop + title.height() + 2 + words.height()};
}

void TopicTile::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    drawCard(painter, rect(), m_tone, palette(),
        underMouse() || isDown() ? CardState::Hovered : CardState::Resting);
    const Colors& colors = colorsFor(palette());
    painter.setFont(titleFont());
    painter.setPen(colors.ink);
    const int titleHeight = painter.fontMetrics().height();
    painter.drawText(QRect(kLeft, kTop, width() - kLeft, titleHeight),
        static_cast<int>(Qt::AlignVCenter | Qt::AlignLeft), m_title);
    painter.setFont(font());
    drawMarked(painter,
        QRect(kLeft, kTop + titleHeight + 2, width() - kLeft, fontMetrics().height()), m_tone,
        m_words, palette());
    if (hasFocus()) {
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(colors.accent, 2));
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 7, 7);
    }
}

void TopicTile::changeEvent(QEvent* event)
{
    QAbstractButton::changeEvent(event);
    updateGeometry();
}

void TopicTile::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        click();
    else
        QAbstractButton::keyPressEvent(event);
}

void TopicTile::enterEvent(QEnterEvent* event)
{
    QAbstractButton::enterEvent(event);
    update();
}

void TopicTile::leaveEvent(QEvent* event)
{
    QAbstractButton::leaveEvent(event);
    update();
}

} // namespace cupel::ui
