#include "ui/pages/flow_layout.h"

#include <QWidget>
#include <algorithm>
#include <iterator>

namespace cupel::ui {

FlowLayout::FlowLayout(QWidget* parent)
    : QLayout(parent)
{
    setContentsMargins(0, 0, 0, 0);
    setSpacing(10);
}

FlowLayout::~FlowLayout()
{
    qDeleteAll(m_items);
}

void FlowLayout::addItem(QLayoutItem* item)
{
    m_items.append(item);
}

int FlowLayout::count() const
{
    return static_cast<int>(m_items.size());
}

QLayoutItem* FlowLayout::itemAt(int index) const
{
    return index >= 0 && index < count() ? m_items.at(index) : nullptr;
}

QLayoutItem* FlowLayout::takeAt(int index)
{
    return index >= 0 && index < count() ? m_items.takeAt(index) : nullptr;
}

int FlowLayout::heightForWidth(int width) const
{
    return arrange(QRect(0, 0, width, 0), Pass::Measure);
}

void FlowLayout::setGeometry(const QRect& rect)
{
    QLayout::setGeometry(rect);
    arrange(rect, Pass::Place);
}

QSize FlowLayout::sizeHint() const
{
    int width = 0;
    int height = 0;
    for (const QLayoutItem* item : shownItems()) {
        width += item->sizeHint().width() + (width > 0 ? spacing() : 0);
        height = std::max(height, item->sizeHint().height());
    }
    return {width, height};
}

QSize FlowLayout::minimumSize() const
{
    QSize size;
    for (const QLayoutItem* item : m_items)
        size = size.expandedTo(item->minimumSize());
    return size;
}

QList<QLayoutItem*> FlowLayout::shownItems() const
{
    QList<QLayoutItem*> items;
    std::copy_if(m_items.begin(), m_items.end(), std::back_inserter(items),
        [](const QLayoutItem* item) { return !item->isEmpty(); });
    return items;
}

int FlowLayout::arrange(const QRect& rect, Pass pass) const
{
    const QList<QLayoutItem*> items = shownItems();
    int y = rect.y();
    for (int first = 0; first < items.size();) {
        int width = 0;
        int height = 0;
        int end = first;
        for (; end < items.size(); ++end) {
            const QSize size = items.at(end)->sizeHint();
            const int needed = (end > first ? spacing() : 0) + size.width();
            if (end > first && width + needed > rect.width())
                break;
            width += needed;
            height = std::max(height, size.height());
        }
        for (int x = rect.x(); first < end; ++first) {
            QLayoutItem* const item = items.at(first);
            const int wide = std::min(item->sizeHint().width(), std::max(rect.width(), 0));
            if (pass == Pass::Place)
                item->setGeometry(QRect(x, y, wide, height));
            x += item->sizeHint().width() + spacing();
        }
        y += height + spacing();
    }
    return std::max(y - spacing() - rect.y(), 0);
}

} // namespace cupel::ui
