#pragma once

#include <vector>

#include "core/reports/chart_shapes.h"
#include "ui/print/piece.h"

namespace cupel::ui {

/// A chart of this width, drawn with the shapes of the reports, and how high it is.
struct ChartInks {
    std::vector<Ink> inks;
    qreal height = 0.0;
};
ChartInks chartInks(const reports::ChartPicture& picture, qreal width);

/// The picture of a column in a cell.
std::vector<Ink> miniInks(const reports::MiniHistogram& histogram, QRectF rect);

} // namespace cupel::ui
