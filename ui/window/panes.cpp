#include "ui/window/panes.h"

#include <QApplication>
#include <QSplitter>
#include <algorithm>

namespace cupel::ui {
namespace {

using Panes = std::vector<QWidget*>;

/// The innermost one; none: the end.
Panes::const_iterator paneOf(const Panes& panes, const QWidget* widget)
{
    for (; widget; widget = widget->parentWidget()) {
        if (const auto found = std::find(panes.begin(), panes.end(), widget); found != panes.end())
            return found;
    }
    return panes.end();
}

bool takesFocus(const QWidget& widget)
{
    return (widget.focusPolicy() & Qt::TabFocus) != 0 && !widget.focusProxy() && widget.isVisible()
        && widget.isEnabled();
}

/// What had the focus last, else the first in the order of Tab; null: nothing takes it.
QWidget* entryOf(const Panes& panes, QWidget& pane)
{
    const auto isOwn = [&](const QWidget& widget) {
        const auto found = paneOf(panes, &widget);
        return found != panes.end() && *found == &pane && takesFocus(widget);
    };
    if (QWidget* const last = pane.focusWidget(); last && isOwn(*last))
        return last;
    QWidget* one = &pane;
    do {
        if (isOwn(*one))
            return one;
        one = one->nextInFocusChain();
    } while (one != &pane);
    return nullptr;
}

} // namespace

std::vector<QWidget*> panesOf(QWidget& part)
{
    Panes panes{&part};
    for (const QSplitter* splitter : part.findChildren<QSplitter*>()) {
        if (!splitter->isVisible())
            continue;
        for (int i = 0; i < splitter->count(); ++i)
            panes.push_back(splitter->widget(i));
    }
    return panes;
}

void goToPane(const std::vector<QWidget*>& panes, int step)
{
    const auto count = static_cast<int>(panes.size());
    const auto found = paneOf(panes, QApplication::focusWidget());
    int at
        = found == panes.end() ? (step > 0 ? -1 : count) : static_cast<int>(found - panes.begin());
    for (int tried = 0; tried < count; ++tried) {
        at = (at + step + count) % count;
        QWidget& pane = *panes[static_cast<std::size_t>(at)];
        if (!pane.isVisible())
            continue;
        if (QWidget* const entry = entryOf(panes, pane)) {
            entry->setFocus(step > 0 ? Qt::TabFocusReason : Qt::BacktabFocusReason);
            return;
        }
    }
}

} // namespace cupel::ui
