#pragma once

#include <QWidget>

class QPushButton;

namespace cupel::ui {

class PlainLabel;

/// What stands where a page has nothing to show: what would be here, why it is not, and what to do
/// about it.
class EmptyState : public QWidget {
    Q_OBJECT

public:
    explicit EmptyState(QWidget* parent = nullptr);

    /// An empty action: there is none.
    void say(const QString& title, const QString& why, const QString& action = {});

Q_SIGNALS:
    void acted();

private:
    PlainLabel* m_title;
    PlainLabel* m_why;
    QPushButton* m_action;
};

} // namespace cupel::ui
