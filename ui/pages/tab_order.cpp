#include "ui/pages/tab_order.h"

#include <QLayout>
#include <QWidget>
#include <vector>

namespace cupel::ui {
namespace {

void addFocusable(QLayout& layout, std::vector<QWidget*>& order)
{
    for (int i = 0; i < layout.count(); ++i) {
        QLayoutItem* const item = layout.itemAt(i);
        if (QLayout* const inner = item->layout()) {
            addFocusable(*inner, order);
            continue;
        }
        QWidget* const widget = item->widget();
        if (!widget)
            continue;
        if ((widget->focusPolicy() & Qt::TabFocus) != 0 && !widget->focusProxy())
            order.push_back(widget);
        else if (widget->layout())
            addFocusable(*widget->layout(), order);
    }
}

} // namespace

void tabAsLaidOut(const QWidget& part)
{
    std::vector<QWidget*> order;
    if (part.layout())
        addFocusable(*part.layout(), order);
    for (std::size_t i = 1; i < order.size(); ++i)
        QWidget::setTabOrder(order[i - 1], order[i]);
}

} // namespace cupel::ui
