#include "ui/pages/verbatim_text.h"

#include <QEvent>
#include <QFontDatabase>
#include <QTextBlock>
#include <QTextDocument>
#include <algorithm>
#include <cmath>

namespace cupel::ui {
namespace {

constexpr int kMostShownLines = 22;
constexpr int kTextMargin = 8;

} // namespace

VerbatimText::VerbatimText(const QString& text, QWidget* parent)
    : QPlainTextEdit(parent)
{
    setReadOnly(true);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setTabChangesFocus(true);
    setUndoRedoEnabled(false);
    setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    document()->setDocumentMargin(kTextMargin);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setFrameShape(QFrame::NoFrame);
    viewport()->setBackgroundRole(QPalette::AlternateBase);
    setPlainText(text);
    fit();
}

QSize VerbatimText::sizeHint() const
{
    return {fontMetrics().averageCharWidth() * 80, m_height};
}

QSize VerbatimText::minimumSizeHint() const
{
    return {fontMetrics().averageCharWidth() * 20, m_height};
}

void VerbatimText::fit()
{
    int lines = 0;
    for (QTextBlock block = document()->begin(); block.isValid() && lines <= kMostShownLines;
         block = block.next()) {
        blockBoundingRect(block); // lays it out
        lines += std::max(block.layout() ? block.layout()->lineCount() : 1, 1);
    }
    lines = std::clamp(lines, 1, kMostShownLines);
    const int height = static_cast<int>(std::ceil(lines * fontMetrics().lineSpacing()
        + 2 * document()->documentMargin() + 2 * frameWidth() + 2));
    if (height != m_height) {
        m_height = height;
        setFixedHeight(height);
        updateGeometry();
    }
}

void VerbatimText::resizeEvent(QResizeEvent* event)
{
    QPlainTextEdit::resizeEvent(event);
    fit();
}

void VerbatimText::changeEvent(QEvent* event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::ApplicationFontChange)
        setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
}

} // namespace cupel::ui
