#pragma once

#include <vector>

#include "core/reports/page.h"
#include "core/reports/privacy.h"
#include "ui/print/column_widths.h"
#include "ui/print/print_style.h"
#include "ui/print/words.h"

namespace cupel::ui {

constexpr qreal kTableLeading = 1.28;
constexpr qreal kMiniInCellWidth = points(60.0);
constexpr qreal kMiniInCellHeight = points(11.0);

/// The words of a table's head or caption.
Words headWords(const base::Sentence& sentence, const reports::PrivacyView& view);

/// What the columns of a table ask for in type of a table's usual size.
struct TableNeeds {
    /// Of so many rows, and no column yet.
    explicit TableNeeds(std::size_t rows = 0)
        : cells(rows)
    {
    }
    /// Measure the next column of these rows.
    void addColumn(const reports::Table& table, const reports::PrivacyView& view);

    std::vector<ColumnNeed> columns;
    CellWidths cells; ///< how wide each one is on one line, row by row
    std::vector<bool> areFigures; ///< columns that are set flush right

    TableNeeds scaled(qreal factor) const;
    /// Of the columns, in this order.
    TableNeeds of(const std::vector<std::size_t>& columns) const;
};

} // namespace cupel::ui
