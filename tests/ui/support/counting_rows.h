#pragma once

#include <atomic>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "core/table/row_source.h"
#include "core/table/table.h"

namespace cupel::ui::test {

/// Rows made of their number: "n" is the number, "text" a word with it. Each takes two lines.
class CountingRows final : public table::RowSource {
public:
    CountingRows(std::uint64_t rows, std::size_t columns)
        : m_rows(rows)
        , m_columns(columns)
    {
    }

    std::uint64_t rowCount() const override { return m_rows; }
    base::Result<table::Row> row(std::uint64_t index) const override
    {
        ++reads;
        if (isGone)
            return base::Error{base::ErrorCode::InputUnreadable, "the file is gone", "", {}};
        table::Row made{index, 2 + 2 * index, {}};
        for (std::size_t i = 0; i < m_columns; ++i)
            made.cells.push_back(std::to_string(index + i));
        return made;
    }

    mutable std::atomic<std::uint64_t> reads = 0;
    std::atomic<bool> isGone = false;

private:
    std::uint64_t m_rows;
    std::size_t m_columns;
};

/// A table of them that holds nothing but its columns' names.
inline std::shared_ptr<const table::Table> tableOf(
    const std::shared_ptr<const CountingRows>& rows, std::size_t columns)
{
    table::Table table;
    table.rows = rows->rowCount();
    for (std::size_t i = 0; i < columns; ++i) {
        table::Column column;
        column.name = "c" + std::to_string(i);
        column.type = table::ColumnType::Integer;
        table.columns.push_back(std::move(column));
    }
    table.source = rows;
    return std::make_shared<const table::Table>(std::move(table));
}

} // namespace cupel::ui::test
