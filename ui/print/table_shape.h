#pragma once

#include <numeric>
#include <vector>

#include "ui/print/print_style.h"
#include "ui/print/table_needs.h"

namespace cupel::ui {

constexpr qreal kBetweenColumns = points(9.0);

/// How columns are set: which, how wide, in which size, and how often beside each other.
struct TableShape {
    std::vector<std::size_t> columns;
    std::vector<qreal> widths;
    qreal size = kType.table;
    std::size_t strips = 1;

    qreal width() const
    {
        return std::accumulate(
            widths.begin(), widths.end(), kBetweenColumns * static_cast<qreal>(columns.size() - 1));
    }
    qreal left(std::size_t strip) const
    {
        constexpr qreal kBetweenStrips = points(26.0);
        return static_cast<qreal>(strip) * (width() + kBetweenStrips);
    }
};

/// Columns that stand beside those that name the rows.
struct TablePart {
    TableShape shape;
    std::size_t naming = 0; ///< columns, which each part repeats; 0: there is one part
    ColumnGroup beside = {};
};

/// How to set a table on this width: narrow ones of many rows several times beside each other, wide
/// ones in the size of type that takes least room for what it costs to read, and those that are too
/// wide even in the smallest in parts.
std::vector<TablePart> tableParts(const TableNeeds& needs, qreal width);

} // namespace cupel::ui
