#pragma once

#include <string>
#include <vector>

#include "core/audits/result.h"
#include "core/charts/chart_spec.h"
#include "core/reports/page.h"
#include "core/reports/privacy.h"

/// A chart as shapes, before any format: every renderer of the reports draws the same ones.
namespace cupel::reports {

/// How a shape is to look; each renderer has its own pens and colours.
enum class ChartLook {
    Grid,
    Base, ///< the line that bars stand on
    Range, ///< an interval
    Mark, ///< a bar, a bin or a point
    OwnMark, ///< of a row of our own words
    Label, ///< of a row, or of a mark of the axis upward: ends at its place
    OwnLabel, ///< of a row of our own words
    Tick, ///< of a mark of the axis: centred
    Name, ///< of the axis: centred
    Value, ///< of a row: begins at its place
};

struct ChartShape {
    enum class Form {
        Line, ///< from (x1, y1) to (x2, y2)
        Box, ///< between these corners
        Dot, ///< around (x1, y1), x2 wide and high from there
        Arrow, ///< its tip at (x1, y1), its back at x2
        Words, ///< on the base line at (x1, y1), 12 high but for marks, which are 11
    };
    Form form = Form::Line;
    ChartLook look = ChartLook::Grid;
    double x1 = 0.0;
    double y1 = 0.0;
    double x2 = 0.0;
    double y2 = 0.0;
    std::string text = {}; ///< shown through the view and fitted, not escaped
};

/// Shapes that belong together, in the order in which they are drawn.
struct ChartPart {
    std::string words; ///< the whole row that they show; empty: of the axes
    std::vector<ChartShape> shapes;
};

/// Of a height that fits its rows; the width is the same for all.
struct ChartPicture {
    double width = 0.0;
    double height = 0.0;
    std::string title;
    std::string summary; ///< in a sentence
    std::vector<ChartPart> parts;
};

ChartPicture chartPicture(
    const charts::ChartSpec& spec, const audits::ResultTable& table, const PrivacyView& view);

inline constexpr double kArrowHeight = 6.0; ///< half of it
/// Size of the picture of a column.
inline constexpr double kMiniWidth = 120.0;
inline constexpr double kMiniHeight = 24.0;

/// The bars of a picture of a column, from left to right, none of those that are empty.
struct MiniBar {
    double left = 0.0;
    double width = 0.0;
    double height = 0.0;
};
std::vector<MiniBar> miniBars(const MiniHistogram& histogram);

} // namespace cupel::reports
