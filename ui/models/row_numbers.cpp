#include "ui/models/row_numbers.h"

#include <algorithm>

#include "core/counts/local_counts.h"

namespace cupel::ui {

std::uint64_t RowNumbers::placeOf(std::uint64_t row) const
{
    if (m_areAll)
        return std::min(row, m_count);
    const auto found = std::lower_bound(m_rows.begin(), m_rows.end(), row);
    return static_cast<std::uint64_t>(found - m_rows.begin());
}

base::Result<RowNumbersPtr> findRows(const std::shared_ptr<const table::Table>& table,
    const counts::Filter& filter, const base::JobContext& job)
{
    if (filter.terms.empty())
        return RowNumbersPtr(std::make_shared<RowNumbers>(RowNumbers::all(table->rows)));
    job.progress(0, 0, "finding rows");
    const counts::LocalCounts source(table, 0, job);
    auto answer
        = source.answer(counts::RowRefsQuestion{filter, static_cast<std::int64_t>(table->rows)});
    if (job.cancelled())
        return base::Error{base::ErrorCode::Cancelled, "cancelled while finding rows", "", {}};
    if (!answer)
        return answer.error();
    std::vector<std::uint64_t>& rows = std::get<counts::RowRefs>(*answer).rows;
    rows.shrink_to_fit();
    return RowNumbersPtr(std::make_shared<RowNumbers>(rows.size() == table->rows
            ? RowNumbers::all(table->rows)
            : RowNumbers::some(std::move(rows))));
}

base::Result<std::optional<std::uint64_t>> rowOfLine(
    const table::RowSource& source, std::uint64_t line)
{
    std::uint64_t first = 0; // rows before it begin on or before the line
    std::uint64_t end = source.rowCount(); // rows from it on begin after the line
    while (first < end) {
        const std::uint64_t middle = first + (end - first) / 2;
        const auto row = source.row(middle);
        if (!row)
            return row.error();
        if (row->line <= line)
            first = middle + 1;
        else
            end = middle;
    }
    if (source.rowCount() == 0)
        return std::optional<std::uint64_t>();
    return std::optional<std::uint64_t>(first == 0 ? 0 : first - 1);
}

} // namespace cupel::ui
