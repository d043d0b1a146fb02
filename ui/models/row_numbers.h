#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

#include "core/base/job.h"
#include "core/base/result.h"
#include "core/counts/question.h"
#include "core/table/table.h"

namespace cupel::ui {

/// The rows that pass a filter, in the order of the table. They take 8 bytes each, and nothing
/// where all rows pass.
class RowNumbers {
public:
    /// All rows of a table of so many.
    static RowNumbers all(std::uint64_t rows) { return {rows, {}, true}; }
    /// Some of them, ascending.
    static RowNumbers some(std::vector<std::uint64_t> rows)
    {
        const auto count = static_cast<std::uint64_t>(rows.size());
        return {count, std::move(rows), false};
    }

    std::uint64_t count() const { return m_count; }
    /// Number of the i-th row in the table, from 0.
    std::uint64_t at(std::uint64_t i) const
    {
        return m_areAll ? i : m_rows[static_cast<std::size_t>(i)];
    }
    /// Where a row of the table stands among these, or the first after it; count(): none.
    std::uint64_t placeOf(std::uint64_t row) const;

private:
    RowNumbers(std::uint64_t count, std::vector<std::uint64_t> rows, bool areAll)
        : m_count(count)
        , m_rows(std::move(rows))
        , m_areAll(areAll)
    {
    }

    std::uint64_t m_count = 0;
    std::vector<std::uint64_t> m_rows;
    bool m_areAll = true;
};
using RowNumbersPtr = std::shared_ptr<const RowNumbers>;

/// Find the rows that pass. Passes over all of them, or more than once: work for a job.
base::Result<RowNumbersPtr> findRows(const std::shared_ptr<const table::Table>& table,
    const counts::Filter& filter, const base::JobContext& job);

/// The accepted row that a line of the source belongs to, the last one before it where it belongs
/// to none; none: there is no row. Looks at as many rows as their number has binary digits.
base::Result<std::optional<std::uint64_t>> rowOfLine(
    const table::RowSource& source, std::uint64_t line);

} // namespace cupel::ui
