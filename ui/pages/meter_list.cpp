#include "ui/pages/meter_list.h"

#include <QEvent>
#include <QLabel>
#include <QStyle>
#include <algorithm>

#include "ui/pages/meter_bar.h"
#include "ui/theme/plain_label.h"

namespace cupel::ui {
namespace {

constexpr int kParts = 3;
enum MeterPart { NamePart, BarPart, WordsPart };

constexpr int kColumnGap = 14;
constexpr int kRowGap = 8;
constexpr int kWordsGap = 2; ///< between a bar and its words below
constexpr int kReadableWords = 40; ///< in average characters: less of a longer text is not beside
constexpr int kUsualName = 30; ///< so that bars of several lists begin at one place
constexpr int kNarrowestName = 12;
constexpr int kNarrowestWords = 30;
constexpr int kNarrowest = 24;

int singleLineOf(const QLabel& label)
{
    return label.fontMetrics().horizontalAdvance(label.text()) + 2;
}

const QLabel& meterLabelOf(const QLayoutItem& item)
{
    return *static_cast<const QLabel*>(item.widget());
}

} // namespace

MeterList::MeterList(QWidget* parent)
    : QWidget(parent)
{
    new MeterLayout(this);
}

void MeterList::add(const QString& name, double share, const QString& words)
{
    auto* const label = new PlainLabel(name);
    auto* const bar = new MeterBar(share);
    bar->setAccessibleName(name + QStringLiteral(": ") + words);
    label->setBuddy(bar);
    static_cast<MeterLayout*>(layout())->addRow(label, bar, new PlainLabel(words));
}

void MeterList::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        layout()->invalidate(); // where the parts stand depends on it
}

MeterLayout::MeterLayout(QWidget* parent)
    : QLayout(parent)
{
    setContentsMargins(0, 0, 0, 0);
}

MeterLayout::~MeterLayout()
{
    qDeleteAll(m_items);
}

void MeterLayout::addRow(QLabel* name, MeterBar* bar, QLabel* words)
{
    for (QWidget* const part :
        {static_cast<QWidget*>(name), static_cast<QWidget*>(bar), static_cast<QWidget*>(words)})
        addWidget(part);
}

void MeterLayout::addItem(QLayoutItem* item)
{
    m_items.append(item);
}

int MeterLayout::count() const
{
    return static_cast<int>(m_items.size());
}

QLayoutItem* MeterLayout::itemAt(int index) const
{
    return index >= 0 && index < count() ? m_items.at(index) : nullptr;
}

QLayoutItem* MeterLayout::takeAt(int index)
{
    return index >= 0 && index < count() ? m_items.takeAt(index) : nullptr;
}

int MeterLayout::unit() const
{
    return parentWidget()->fontMetrics().averageCharWidth();
}

int MeterLayout::widest(int part) const
{
    int width = 0;
    for (qsizetype i = part; i < m_items.size(); i += kParts)
        width = std::max(width, singleLineOf(meterLabelOf(*m_items.at(i))));
    return width;
}

MeterLayout::Columns MeterLayout::columnsFor(int width) const
{
    Columns columns;
    if (m_items.size() < kParts)
        return columns;
    columns.name = std::min(std::max(widest(NamePart), unit() * kUsualName),
        std::max(width * 2 / 5, unit() * kNarrowestName));
    columns.bar = m_items.at(BarPart)->sizeHint().width();
    columns.words = width - columns.name - columns.bar - 2 * kColumnGap;
    columns.areWordsBelow = columns.words < std::min(widest(WordsPart), unit() * kReadableWords);
    if (columns.areWordsBelow) {
        columns.words = width - columns.name - kColumnGap;
        columns.isBarBelow = columns.words < unit() * kNarrowestWords;
        if (columns.isBarBelow)
            columns.name = columns.words = std::max(width, 1);
        columns.bar = std::min(columns.bar, columns.words);
    }
    return columns;
}

int MeterLayout::arrange(const QRect& rect, Pass pass) const
{
    const Columns columns = columnsFor(rect.width());
    const auto place = [&rect, pass, this](QLayoutItem& item, const QRect& at) {
        if (pass == Pass::Place)
            item.setGeometry(QStyle::visualRect(parentWidget()->layoutDirection(), rect, at));
    };
    const int barX = columns.isBarBelow ? rect.x() : rect.x() + columns.name + kColumnGap;
    const int wordsX = columns.areWordsBelow ? barX : barX + columns.bar + kColumnGap;
    int y = rect.y();
    for (qsizetype i = 0; i + WordsPart < m_items.size(); i += kParts) {
        QLayoutItem& name = *m_items.at(i);
        QLayoutItem& bar = *m_items.at(i + BarPart);
        QLayoutItem& words = *m_items.at(i + WordsPart);
        const int nameHeight = name.heightForWidth(columns.name);
        const int wordsHeight = words.heightForWidth(columns.words);
        const int barHeight = bar.sizeHint().height();
        const int barY = columns.isBarBelow ? y + nameHeight + kWordsGap : y;
        const int wordsY = columns.areWordsBelow ? barY + barHeight + kWordsGap : barY;
        place(name, {rect.x(), y, columns.name, nameHeight});
        place(bar, {barX, barY, columns.bar, barHeight});
        place(words, {wordsX, wordsY, columns.words, wordsHeight});
        y = std::max({y + nameHeight, barY + barHeight, wordsY + wordsHeight}) + kRowGap;
    }
    return std::max(y - kRowGap - rect.y(), 0);
}

QSize MeterLayout::sizeHint() const
{
    const int width = widest(NamePart) + unit() * kReadableWords
        + (m_items.isEmpty() ? 0 : m_items.at(BarPart)->sizeHint().width()) + 2 * kColumnGap;
    return {width, heightForWidth(width)};
}

QSize MeterLayout::minimumSize() const
{
    return {unit() * kNarrowest, 0};
}

int MeterLayout::heightForWidth(int width) const
{
    return arrange(QRect(0, 0, width, 0), Pass::Measure);
}

void MeterLayout::setGeometry(const QRect& rect)
{
    QLayout::setGeometry(rect);
    arrange(rect, Pass::Place);
}

} // namespace cupel::ui
