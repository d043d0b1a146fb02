#include "ui/pages/tone_mark.h"

#include <QEvent>
#include <QFontMetrics>
#include <QPainter>

#include "ui/pages/accessible_role.h"
#include "ui/theme/tone.h"

namespace cupel::ui {
namespace {

constexpr int kMarkGap = 6;

}

ToneMark::ToneMark(reports::Tone tone, const QString& word, QWidget* parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setAccessibleRole(this, QAccessible::StaticText);
    setTone(tone, word);
}

void ToneMark::setTone(reports::Tone tone, const QString& word)
{
    m_tone = tone;
    m_word = word.isEmpty() ? wordOf(tone) : word;
    setAccessibleName(m_word);
    updateGeometry();
    update();
}

QFont ToneMark::wordFont() const
{
    QFont bold = font();
    bold.setBold(true);
    return bold;
}

int ToneMark::iconSize() const
{
    return m_tone == reports::Tone::Plain ? 0 : QFontMetrics(font()).ascent() + 2;
}

QSize ToneMark::sizeHint() const
{
    const QFontMetrics metrics(wordFont());
    const int icon = iconSize();
    const int gap = icon > 0 && !m_word.isEmpty() ? kMarkGap : 0;
    return {icon + gap + metrics.horizontalAdvance(m_word), std::max(icon, metrics.height())};
}

void ToneMark::paintEvent(QPaintEvent*)
{
    const Colors& colors = colorsFor(palette());
    QPainter painter(this);
    const int icon = iconSize();
    const QRect place = layoutDirection() == Qt::RightToLeft
        ? QRect(width() - icon, (height() - icon) / 2, icon, icon)
        : QRect(0, (height() - icon) / 2, icon, icon);
    if (icon > 0)
        iconOf(m_tone, colors).paint(&painter, place);
    painter.setFont(wordFont());
    painter.setPen(colorOf(m_tone, colors));
    const int used = icon > 0 ? icon + kMarkGap : 0;
    const QRect words = layoutDirection() == Qt::RightToLeft ? rect().adjusted(0, 0, -used, 0)
                                                             : rect().adjusted(used, 0, 0, 0);
    painter.drawText(words, static_cast<int>(Qt::AlignVCenter | Qt::AlignLeading), m_word);
}

void ToneMark::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::ApplicationFontChange)
        updateGeometry();
}

} // namespace cupel::ui
