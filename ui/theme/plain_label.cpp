#include "ui/theme/plain_label.h"

#include <QApplication>
#include <QEvent>

#include "ui/theme/shown.h"

namespace cupel::ui {

PlainLabel::PlainLabel(const QString& text, Look look, QWidget* parent)
    : QLabel(parent)
    , m_look(look)
{
    setTextFormat(Qt::PlainText);
    setText(text);
    setWordWrap(true);
    setTextInteractionFlags(Qt::TextSelectableByMouse);
    applyLook();
}

void PlainLabel::setText(const QString& text)
{
    QLabel::setText(keptTogether(text));
}

int PlainLabel::heightForWidth(int width) const
{
    if (width < 0)
        return QLabel::heightForWidth(width);
    if (m_measuredText != text() || m_measuredLeast != minimumSize()) {
        m_measuredText = text();
        m_measuredLeast = minimumSize();
        m_heights = {};
    }
    for (const Height& one : m_heights) {
        if (one.width == width)
            return one.height;
    }
    const int height = QLabel::heightForWidth(width);
    m_heights[m_nextHeight] = {width, height};
    m_nextHeight = (m_nextHeight + 1) % m_heights.size();
    return height;
}

void PlainLabel::changeEvent(QEvent* event)
{
    m_heights = {}; // the font, the margins
    QLabel::changeEvent(event);
    if (event->type() == QEvent::ApplicationFontChange)
        applyLook();
}

void PlainLabel::applyLook()
{
    QFont font = QApplication::font();
    switch (m_look) {
    case Look::Body:
        break;
    case Look::Small:
        font.setPointSizeF(font.pointSizeF() * 0.9);
        setForegroundRole(QPalette::PlaceholderText);
        break;
    case Look::Heading:
        font.setPointSizeF(font.pointSizeF() * 1.25);
        font.setBold(true);
        break;
    case Look::Title:
        font.setPointSizeF(font.pointSizeF() * 1.7);
        font.setBold(true);
        break;
    }
    setFont(font);
}

} // namespace cupel::ui
