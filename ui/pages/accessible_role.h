#pragma once

#include <QAccessible>

class QWidget;

namespace cupel::ui {

/// Say to assistive programs what a widget is, where its class does not: a heading, a link. A link
/// or button is pressed by its slot or Q_INVOKABLE `activate()`.
void setAccessibleRole(QWidget* widget, QAccessible::Role role);

} // namespace cupel::ui
