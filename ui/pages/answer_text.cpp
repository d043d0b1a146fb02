#include "ui/pages/answer_text.h"

#include <QEvent>
#include <QTextBlock>
#include <QTextDocument>
#include <algorithm>
#include <cmath>

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
