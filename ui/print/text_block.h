#pragma once

#include <QFont>
#include <QTextLayout>
#include <memory>

#include "ui/print/words.h"

class QPainter;

namespace cupel::ui {

/// A text broken into lines of one height. Measured in units of the page.
class TextBlock {
public:
    /// `leading`: height of a line in sizes of the type.
    TextBlock(const Words& words, const QFont& font, qreal leading = 1.36);

    /// The width that no line needs to be broken for, and that of the longest word.
    qreal widest() const { return m_widest; }
    qreal longestWord() const { return m_longestWord; }

    /// Break into lines of this width; words that are longer are broken anywhere.
    void setWidth(qreal width, Qt::Alignment alignment = Qt::AlignLeft);

    int lineCount() const { return m_layout.lineCount(); }
    qreal lineHeight() const { return m_lineHeight; }
    qreal height() const { return m_lineHeight * lineCount(); }
    qreal ascent() const { return m_ascent; } ///< of the first line, from its top
    /// Width of a line as it is written.
    qreal lineWidth(int line) const;

    /// `at`: top left corner of the line.
    void drawLine(QPainter& painter, QPointF at, int line) const;

private:
    void breakLines(qreal width, QTextOption::WrapMode mode, Qt::Alignment alignment);

    QTextLayout m_layout;
    qreal m_lineHeight;
    qreal m_ascent = 0.0;
    qreal m_widest = 0.0;
    qreal m_longestWord = 0.0;
};
using TextPtr = std::shared_ptr<const TextBlock>;

/// A text at its width.
TextPtr textBlock(
    const Words& words, const QFont& font, qreal width, Qt::Alignment alignment = Qt::AlignLeft);
/// The beginning of a text on one line, with "…" where it was cut.
TextPtr oneLine(
    const QString& text, const QFont& font, qreal width, Qt::Alignment alignment = Qt::AlignLeft);
/// The same on two.
TextPtr twoLines(const QString& text, const QFont& font, qreal width);

} // namespace cupel::ui
