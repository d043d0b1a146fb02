#pragma once

#include <vector>

class QWidget;

/// The parts of a window between which keys move.
namespace cupel::ui {

/// A part, and the panes that it is split into, in the order in which they lie.
std::vector<QWidget*> panesOf(QWidget& part);

/// Give the focus to the next pane that can take it, or with -1 to the one before; after the last
/// comes the first. In a pane that had the focus, what had it has it again. A pane may lie within
/// another one, which then stands for what is around it.
void goToPane(const std::vector<QWidget*>& panes, int step);

} // namespace cupel::ui
