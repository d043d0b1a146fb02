#include "ui/pages/list_keys.h"

#include <QAbstractItemView>
#include <QKeyEvent>
#include <algorithm>

namespace cupel::ui {

ListKeys::ListKeys(QAbstractItemView* view)
    : QObject(view)
    , m_view(view)
{
    view->installEventFilter(this);
}

bool ListKeys::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() != QEvent::KeyPress)
        return QObject::eventFilter(watched, event);
    const auto* key = static_cast<QKeyEvent*>(event);
    const bool isStep = key->key() == Qt::Key_J || key->key() == Qt::Key_K;
    if (!isStep || (key->modifiers() & ~Qt::KeypadModifier) != Qt::NoModifier)
        return QObject::eventFilter(watched, event);
    const QModelIndex current = m_view->currentIndex();
    const QAbstractItemModel* model = m_view->model();
    const int last = model->rowCount() - 1;
    if (last < 0)
        return true;
    const int step = key->key() == Qt::Key_J ? 1 : -1;
    const int row = current.isValid() ? std::clamp(current.row() + step, 0, last) : 0;
    m_view->setCurrentIndex(model->index(row, std::max(current.column(), 0)));
    return true;
}

} // namespace cupel::ui
