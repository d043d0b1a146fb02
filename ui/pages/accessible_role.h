#pragma once

#include <QAccessible>

class QWidget;

namespace cupel::ui {

/// Say to assistive programs what a widget is, where its class does not: a heading, a link. A link
/// is pressed by its slot `activate()`. To be said before anything else that assistive programs are
/// told of the widget, such as its name.
void setAccessibleRole(QWidget* widget, QAccessible::Role role);

} // namespace cupel::ui
