#pragma once

class QWidget;

namespace cupel::ui {

/// Let Tab go through a part in the order in which its layouts show it, also to what was added
/// later. The part stays where it is in the order of the window.
void tabAsLaidOut(const QWidget& part);

} // namespace cupel::ui
