#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <vector>

#include "core/base/result.h"

namespace cupel::table {

/// One row as it stands in the source: the cells' texts after unquoting, and where it is.
struct Row {
    std::uint64_t index = 0; ///< 0-based among the accepted rows
    std::uint64_t line = 0; ///< first line in the file, from 1
    std::vector<std::string> cells; ///< one per column, empty = missing
};

/// Gives the text of any accepted row, in under a millisecond. Reentrant.
class RowSource {
public:
    virtual ~RowSource() = default;
    virtual std::uint64_t rowCount() const = 0;
    /// Fails with InputUnreadable when the source is gone or changed.
    virtual base::Result<Row> row(std::uint64_t index) const = 0;

    /// Receives the cells of the i-th row that was asked for; they are overwritten by the next.
    using CellsVisitor = std::function<void(std::size_t i, const std::vector<std::string>& cells)>;
    /// Visit many rows, in the order given, which ascends. For whoever needs no line numbers:
    /// sources may do this far faster than row by row. Fails as row() does.
    virtual base::Result<void> readCells(
        std::span<const std::uint64_t> ascending, const CellsVisitor& visit) const
    {
        for (std::size_t i = 0; i < ascending.size(); ++i) {
            const auto one = row(ascending[i]);
            if (!one)
                return one.error();
            visit(i, one->cells);
        }
        return {};
    }

    /// Whether rows (ascending) stand in the source byte for byte alike, so that all their cells
    /// are the same. No: perhaps not, or it is not known. Fails as row() does.
    virtual base::Result<bool> areWrittenAlike(std::span<const std::uint64_t> /*ascending*/) const
    {
        return false;
    }
};

} // namespace cupel::table
