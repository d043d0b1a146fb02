#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/table/buffer.h"
#include "core/table/column.h"
#include "core/table/row_source.h"

namespace cupel::table {

/// A dataset in memory: columns, one hash per row, and a way back to the text of any row.
/// Immutable once read; shared between threads by const reference.
struct Table {
    std::uint64_t rows = 0;
    std::vector<Column> columns;
    /// One 64-bit hash per row: the sum modulo 2^64 over columns c of cellHash(text) *
    /// columnSalt(c) (see core/table/cell_hash.h), so the contribution of a column whose text is
    /// known can be taken out. Missing cells contribute nothing. Equal rows have equal hashes, not
    /// the other way round: whoever uses it verifies candidates cell by cell.
    Buffer rowHashes;
    unsigned hashBits
        = 64; ///< low bits of the row hashes that are kept, the others 0; fewer only in tests
    std::shared_ptr<const RowSource> source;

    std::optional<std::size_t> find(std::string_view name) const
    {
        for (std::size_t i = 0; i < columns.size(); ++i) {
            if (columns[i].name == name)
                return i;
        }
        return std::nullopt;
    }
};

} // namespace cupel::table
