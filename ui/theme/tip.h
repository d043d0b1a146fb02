#pragma once

class QString;
class QWidget;

namespace cupel::ui {

/// What a widget is for, or why it cannot be used: as its tool tip, and as its accessible
/// description, for which Qt would otherwise take the tool tip with its markup. Empty: nothing.
void setTip(QWidget& widget, const QString& plain);

} // namespace cupel::ui
