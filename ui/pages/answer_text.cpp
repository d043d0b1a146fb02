#include "ui/pages/answer_text.h"

#include <QEvent>
#include <QPainter>
#include <QTextBlock>
#include <QTextDocument>
#include <algorithm>
#include <cmath>

#include "ui/theme/colors.h"

namespace cupel::ui {
namespace {

constexpr int kMostAnswerLines = 16;

} // namespace

AnswerText::AnswerText(const QString& text, int lines, QWidget* parent)
    : QPlainTextEdit(parent)
    , m_lines(lines)
{
    setTabChangesFocus(true);
    setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setPlainText(text);
    moveCursor(QTextCursor::End);
    connect(this, &QPlainTextEdit::textChanged, this, &AnswerText::fit);
    fit();
}

void AnswerText::replaceText(const QString& text)
{
    QTextCursor cursor(document());
    cursor.select(QTextCursor::Document);
    cursor.insertText(text);
    setTextCursor(cursor);
}

void AnswerText::fit()
{
    int lines = 0;
    for (QTextBlock block = document()->begin(); block.isValid() && lines <= kMostAnswerLines;
         block = block.next()) {
        blockBoundingRect(block); // lays it out
        lines += std::max(block.layout() ? block.layout()->lineCount() : 1, 1);
    }
    lines = std::clamp(lines, m_lines, kMostAnswerLines);
    const int height = static_cast<int>(std::ceil(lines * fontMetrics().lineSpacing()
        + 2 * document()->documentMargin() + 2 * frameWidth() + 2));
    if (height != maximumHeight())
        setFixedHeight(height);
}

/// The frame of the style can hardly be seen in the dark.
bool AnswerText::event(QEvent* event)
{
    const bool isDone = QPlainTextEdit::event(event);
    if (event->type() == QEvent::Paint) {
        const Colors& colors = colorsFor(palette());
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(hasFocus() ? colors.accent : colors.line, hasFocus() ? 1.5 : 1.0));
        painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 2, 2);
    }
    return isDone;
}

void AnswerText::focusInEvent(QFocusEvent* event)
{
    QPlainTextEdit::focusInEvent(event);
    update();
}

void AnswerText::focusOutEvent(QFocusEvent* event)
{
    QPlainTextEdit::focusOutEvent(event);
    update();
}

void AnswerText::resizeEvent(QResizeEvent* event)
{
    QPlainTextEdit::resizeEvent(event);
    fit();
}

void AnswerText::changeEvent(QEvent* event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        fit();
}

} // namespace cupel::ui
