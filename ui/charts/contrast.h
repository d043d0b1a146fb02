#pragma once

#include <QColor>

#include "ui/theme/colors.h"

namespace cupel::ui {

/// Contrast of two opaque colours, 1 to 21 (WCAG 2.1, "contrast ratio").
double contrastOf(const QColor& a, const QColor& b);
/// A colour for text on a background: the ink of the window where it can be read there, else black
/// or white, which have a contrast of at least 4.5 on any background.
QColor readableOn(const QColor& background, const Colors& colors);
/// The colour of a share of the largest value: from the paper to a strong colour, its lightness
/// changing in one direction. `share` from 0 to 1.
QColor scaleColor(double share, const Colors& colors);

} // namespace cupel::ui
