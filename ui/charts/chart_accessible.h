#pragma once

namespace cupel::ui {

/// Tell assistive technology of every ChartView: its title and summary, and a child per mark.
/// Harmless to call again.
void installChartAccessibility();

} // namespace cupel::ui
