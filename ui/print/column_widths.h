#pragma once

#include <QtGlobal>
#include <cstddef>
#include <vector>

namespace cupel::ui {

/// What a column of a table asks for: the width of its longest word, and the one at which nothing
/// in it is broken.
struct ColumnNeed {
    qreal least = 0.0;
    qreal widest = 0.0;
};

/// Widths of all columns that fill at most `room`: each as wide as it asks, or, where that is too
/// much, none narrower than its longest word and what is left shared so that the narrow ones are
/// not broken. For needs whose least widths fit into the room.
std::vector<qreal> columnWidths(const std::vector<ColumnNeed>& needs, qreal room);

/// How wide each cell is on one line, row by row.
using CellWidths = std::vector<std::vector<qreal>>;
/// The same, with room moved between columns where that makes the table shorter.
std::vector<qreal> shortestWidths(
    const std::vector<ColumnNeed>& needs, const CellWidths& cells, qreal room);
/// Lines that a table of these widths takes, about.
qreal lineCount(const CellWidths& cells, const std::vector<qreal>& widths);

/// Columns that stand beside those that name the rows in one part of a table that is too wide: from
/// `first` to before `end`. Each part has one at least.
struct ColumnGroup {
    std::size_t first = 0;
    std::size_t end = 0;
};
std::vector<ColumnGroup> columnGroups(
    const std::vector<ColumnNeed>& needs, std::size_t naming, qreal room);

} // namespace cupel::ui
