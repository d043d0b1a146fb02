#pragma once

#include <QObject>

class QAbstractItemView;

namespace cupel::ui {

/// J and K move to the next and the previous row of a list while it has the focus. They do
/// nothing anywhere else, so they never stand in the way of typing.
class ListKeys : public QObject {
    Q_OBJECT

public:
    /// Lives as long as the view.
    explicit ListKeys(QAbstractItemView* view);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QAbstractItemView* m_view;
};

} // namespace cupel::ui
