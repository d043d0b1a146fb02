#pragma once

#include <array>
#include <cstdint>

#include "core/readers/column_cells.h"
#include "core/readers/column_forms.h"

namespace cupel::readers {

/// Scratch space of one thread.
struct LaneScratch {
    std::array<std::uint32_t, kChunkRows> codes;
    std::array<Word, kChunkRows> words;
    std::array<std::uint8_t, kChunkRows> isOther;
};

/// The cells of one column that one lane has encoded. They start as codes. Numbers become words
/// when a dictionary does not pay; that may happen at any time, as words give every text back.
/// Codes and words become facts only when it is certain that the column cannot have codes. So what
/// the column ends as depends on its values alone.
class LaneColumn {
public:
    explicit LaneColumn(ColumnPlan& plan)
        : m_plan(plan)
    {
    }

    /// Add cells whose first is of row firstRow; `before` are the rows of all cells before.
    void encode(const ColumnCells& cells, std::uint64_t firstRow, const LaneRows& before,
        LaneScratch& scratch);
    LaneCells& cells() { return m_cells; }

private:
    void reconsider(const LaneRows& before);
    void reconsiderCodes(CodedCells& coded, const LaneRows& before);
    void add(CodedCells& coded, const ColumnCells& cells, LaneScratch& scratch);
    void add(WordCells& words, const ColumnCells& cells, LaneScratch& scratch);

    ColumnPlan& m_plan;
    LaneCells m_cells;
};

} // namespace cupel::readers
