#include "ui/pages/link_label.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QResizeEvent>
#include <algorithm>

#include "ui/pages/accessible_role.h"
#include "ui/theme/colors.h"

namespace cupel::ui {
namespace {

constexpr int kChevronRoom = 18;
constexpr int kAsideGap = 16;
constexpr int kLongestSentence = 100; ///< in average characters
constexpr int kLeastBesideAside = 60;

bool isForward(const QKeyEvent& event)
{
    return event.key() == Qt::Key_Return || event.key() == Qt::Key_Enter
        || event.key() == Qt::Key_Space;
}

} // namespace

LinkLabel::LinkLabel(const QString& text, Style style, QWidget* parent)
    : PlainLabel(text, Look::Body, parent)
    , m_style(style)
{
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    setAccessibleRole(this, QAccessible::Link);
    setAccessibleName(text);
    if (style == Style::Link) {
        setForegroundRole(QPalette::Link);
        showUnderline(true);
    } else {
        setContentsMargins(0, 0, kChevronRoom, 0);
    }
}

void LinkLabel::setAside(const QString& word)
{
    m_aside = word;
    setAccessibleDescription(word);
    updateGeometry();
    update();
}

int LinkLabel::asideRoom() const
{
    return m_aside.isEmpty() ? 0 : fontMetrics().horizontalAdvance(m_aside) + kAsideGap;
}

/// What is left free after the sentence.
int LinkLabel::endRoom(int width) const
{
    if (m_style == Style::Link)
        return 0;
    const int unit = fontMetrics().averageCharWidth();
    const int room = kChevronRoom + asideRoom();
    const bool hasAside = width - room >= unit * kLeastBesideAside;
    return std::max(hasAside ? room : kChevronRoom, width - unit * kLongestSentence);
}

int LinkLabel::heightForWidth(int width) const
{
    const QMargins now = contentsMargins();
    return PlainLabel::heightForWidth(width - endRoom(width) + now.left() + now.right());
}

void LinkLabel::resizeEvent(QResizeEvent* event)
{
    PlainLabel::resizeEvent(event);
    const int end = endRoom(width());
    const bool isMirrored = layoutDirection() == Qt::RightToLeft;
    setContentsMargins(isMirrored ? end : 0, 0, isMirrored ? 0 : end, 0);
}

void LinkLabel::activate()
{
    Q_EMIT activated();
}

void LinkLabel::keyPressEvent(QKeyEvent* event)
{
    if (!isForward(*event)) {
        PlainLabel::keyPressEvent(event);
        return;
    }
    event->accept();
    activate();
}

void LinkLabel::mouseReleaseEvent(QMouseEvent* event)
{
    PlainLabel::mouseReleaseEvent(event);
    if (event->button() == Qt::LeftButton && !hasSelectedText() && rect().contains(event->pos()))
        activate();
}

void LinkLabel::enterEvent(QEnterEvent* event)
{
    PlainLabel::enterEvent(event);
    setCursor(Qt::PointingHandCursor);
    showUnderline(true);
}

void LinkLabel::leaveEvent(QEvent* event)
{
    PlainLabel::leaveEvent(event);
    showUnderline(m_style == Style::Link);
}

void LinkLabel::focusInEvent(QFocusEvent* event)
{
    PlainLabel::focusInEvent(event);
    update();
}

void LinkLabel::focusOutEvent(QFocusEvent* event)
{
    PlainLabel::focusOutEvent(event);
    update();
}

void LinkLabel::paintEvent(QPaintEvent* event)
{
    PlainLabel::paintEvent(event);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (m_style == Style::Row)
        drawEnd(painter);
    if (hasFocus()) {
        painter.setPen(QPen(colorsFor(palette()).accent, 1.5));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(rect()).adjusted(0.75, 0.75, -0.75, -0.75), 3, 3);
    }
}

void LinkLabel::drawEnd(QPainter& painter) const
{
    const bool isMirrored = layoutDirection() == Qt::RightToLeft;
    const qreal tip = isMirrored ? 4.5 : width() - 4.5;
    const qreal back = isMirrored ? tip + 5 : tip - 5;
    const qreal middle = fontMetrics().height() / 2.0 + contentsRect().top();
    painter.setPen(
        QPen(colorsFor(palette()).accent, 1.8, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPolyline(QPolygonF{{back, middle - 5}, {tip, middle}, {back, middle + 5}});
    if (endRoom(width()) < kChevronRoom + asideRoom())
        return;
    QFont plain = font();
    plain.setUnderline(false);
    painter.setFont(plain);
    painter.setPen(palette().color(QPalette::PlaceholderText));
    const QRect line(0, contentsRect().top(), width(), fontMetrics().height());
    painter.drawText(
        isMirrored ? line.adjusted(kChevronRoom, 0, 0, 0) : line.adjusted(0, 0, -kChevronRoom, 0),
        static_cast<int>(Qt::AlignTrailing | Qt::AlignVCenter), m_aside);
}

void LinkLabel::showUnderline(bool isShown)
{
    QFont its = font();
    its.setUnderline(isShown);
    setFont(its);
}

} // namespace cupel::ui
