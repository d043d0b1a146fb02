#include "ui/pages/heading_label.h"

#include <QPainter>

#include "ui/pages/accessible_role.h"
#include "ui/theme/colors.h"

namespace cupel::ui {
namespace {

constexpr int kRuleRoom = 5;

PlainLabel::Look lookOfLevel(int level)
{
    return level <= 3 ? PlainLabel::Look::Heading : PlainLabel::Look::Body;
}

} // namespace

HeadingLabel::HeadingLabel(const QString& text, int level, QWidget* parent)
    : PlainLabel(text, lookOfLevel(level), parent)
    , m_level(level)
{
    setAccessibleRole(this, QAccessible::Heading);
    setAccessibleName(text);
    setTextInteractionFlags(Qt::TextSelectableByMouse);
    if (level == 2) {
        setContentsMargins(0, 12, 0, kRuleRoom);
    } else {
        setContentsMargins(0, 8, 0, 0);
        QFont its = font();
        its.setBold(true);
        if (level == 3)
            its.setPointSizeF(its.pointSizeF() * 0.9);
        setFont(its);
    }
}

void HeadingLabel::paintEvent(QPaintEvent* event)
{
    PlainLabel::paintEvent(event);
    const Colors& colors = colorsFor(palette());
    QPainter painter(this);
    if (m_level == 2) {
        painter.setPen(QPen(colors.grid, 2));
        painter.drawLine(0, height() - 1, width(), height() - 1);
    }
    if (hasFocus()) {
        painter.setPen(QPen(colors.accent, 2));
        painter.drawLine(0, height() - 1, width(), height() - 1);
    }
}

void HeadingLabel::focusInEvent(QFocusEvent* event)
{
    PlainLabel::focusInEvent(event);
    update();
}

void HeadingLabel::focusOutEvent(QFocusEvent* event)
{
    PlainLabel::focusOutEvent(event);
    update();
}

} // namespace cupel::ui
