#include "ui/theme/plain_label.h"

#include <QApplication>
#include <QEvent>

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

void PlainLabel::changeEvent(QEvent* event)
{
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
