#include "ui/print/text_block.h"

#include <QFontMetricsF>
#include <QPainter>

namespace cupel::ui {
namespace {

constexpr qreal kNoLimit = 4'000'000.0; ///< wider than any text that is printed

/// Qt 6.4 breaks a number with which a text begins after its point, but not one that follows
/// something, if only a sign that is never drawn.
Words withWholeNumber(Words words)
{
    if (words.text.isEmpty() || !words.text.front().isDigit())
        return words;
    constexpr QChar kWordJoiner(0x2060);
    words.text.prepend(kWordJoiner);
    for (QTextLayout::FormatRange& look : words.looks)
        ++look.start;
    return words;
}

QString elided(const QString& text, const QFont& font, qreal width)
{
    constexpr qsizetype kMost = 400;
    return QFontMetricsF(font).elidedText(text.left(kMost), Qt::ElideRight, width);
}

} // namespace

TextBlock::TextBlock(const Words& words, const QFont& font, qreal leading)
    : m_lineHeight(leading * font.pixelSize())
{
    const Words whole = withWholeNumber(words);
    m_layout.setText(whole.text);
    m_layout.setFont(font);
    m_layout.setFormats(whole.looks);
    m_layout.setCacheEnabled(true);
    breakLines(kNoLimit, QTextOption::WordWrap, Qt::AlignLeft);
    m_widest = m_layout.maximumWidth();
    m_longestWord = m_layout.minimumWidth();
    const QFontMetricsF metrics(font);
    m_ascent = (m_lineHeight - metrics.ascent() - metrics.descent()) / 2 + metrics.ascent();
}

void TextBlock::setWidth(qreal width, Qt::Alignment alignment)
{
    breakLines(width, QTextOption::WrapAtWordBoundaryOrAnywhere, alignment);
}

void TextBlock::breakLines(qreal width, QTextOption::WrapMode mode, Qt::Alignment alignment)
{
    QTextOption option(alignment);
    option.setWrapMode(mode);
    option.setTextDirection(Qt::LeftToRight);
    option.setTabStopDistance(
        QFontMetricsF(m_layout.font()).horizontalAdvance(QLatin1Char(' ')) * 8);
    m_layout.setTextOption(option);
    m_layout.beginLayout();
    for (QTextLine line = m_layout.createLine(); line.isValid(); line = m_layout.createLine())
        line.setLineWidth(width);
    m_layout.endLayout();
}

qreal TextBlock::lineWidth(int line) const
{
    return m_layout.lineAt(line).naturalTextWidth();
}

void TextBlock::drawLine(QPainter& painter, QPointF at, int line) const
{
    const QTextLine drawn = m_layout.lineAt(line);
    drawn.draw(&painter, at + QPointF(0.0, m_ascent - drawn.ascent()));
}

TextPtr textBlock(const Words& words, const QFont& font, qreal width, Qt::Alignment alignment)
{
    auto block = std::make_shared<TextBlock>(words, font);
    block->setWidth(width, alignment);
    return block;
}

TextPtr oneLine(const QString& text, const QFont& font, qreal width, Qt::Alignment alignment)
{
    return textBlock({elided(text, font, width)}, font, width + 1.0, alignment);
}

TextPtr twoLines(const QString& text, const QFont& font, qreal width)
{
    constexpr qreal kStep = 0.02; // words leave some of the first line empty
    TextPtr block;
    for (qreal room = 2.0; !block || block->lineCount() > 2; room -= kStep)
        block = textBlock({elided(text, font, room * width)}, font, width + 1.0);
    return block;
}

} // namespace cupel::ui
