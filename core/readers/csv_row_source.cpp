#include "core/readers/csv_row_source.h"

#include <algorithm>

#include "core/readers/csv_row.h"

namespace cupel::readers {
namespace {

constexpr std::size_t kFirstRead = 4096;

} // namespace

const RowIndex::Chunk& RowIndex::chunkOf(std::uint64_t row) const
{
    // The last chunk whose first row is not after `row`: chunks without rows of their own share
    // the number of the next one and are passed over.
    const auto after = std::upper_bound(m_chunks.begin(), m_chunks.end(), row,
        [](std::uint64_t wanted, const Chunk& chunk) { return wanted < chunk.firstRow; });
    return *std::prev(after);
}

CsvRowSource::CsvRowSource(std::shared_ptr<const ByteSource> source, Dialect dialect,
    RowIndex index, std::uint64_t rows, std::uint64_t maxRowBytes)
    : m_source(std::move(source))
    , m_dialect(std::move(dialect))
    , m_index(std::move(index))
    , m_rows(rows)
    , m_maxRowBytes(maxRowBytes)
{
}

base::Result<table::Row> CsvRowSource::row(std::uint64_t index) const
{
    if (index >= m_rows)
        return base::Error{base::ErrorCode::Usage,
            "there is no row " + std::to_string(index) + ", only " + std::to_string(m_rows), "",
            {m_source->name(), 0, 0, 0}};
    if (auto same = m_source->unchanged(); !same)
        return same.error();
    const RowIndex::Chunk& chunk = m_index.chunkOf(index);
    const std::uint64_t offset = chunk.offset + chunk.rows[index - chunk.firstRow];

    ParsedRow parsed;
    std::vector<char> bytes;
    for (std::uint64_t wanted = kFirstRead;; wanted *= 4) {
        const std::uint64_t room = m_source->size() - offset;
        const auto size = static_cast<std::size_t>(std::min({wanted, room, m_maxRowBytes}));
        bytes.resize(size);
        if (auto read = m_source->read(offset, bytes.data(), size); !read)
            return read.error();
        parseRow(bytes.data(), 0, size, size == room, m_dialect, parsed);
        if (parsed.status == ParsedRow::Status::Row)
            break;
        if (parsed.status != ParsedRow::Status::NeedMore || size == room || size == m_maxRowBytes)
            return base::Error{base::ErrorCode::InputUnreadable,
                "row " + std::to_string(index) + " is not where it was",
                "the file was changed: read it again", {m_source->name(), 0, 0, offset}};
    }
    auto line = lineOf(chunk, offset);
    if (!line)
        return line.error();
    return table::Row{index, *line, std::move(parsed.cells)};
}

base::Result<std::uint64_t> CsvRowSource::lineOf(
    const RowIndex::Chunk& chunk, std::uint64_t offset) const
{
    std::vector<char> bytes(static_cast<std::size_t>(offset - chunk.rowBegin));
    if (auto read = m_source->read(chunk.rowBegin, bytes.data(), bytes.size()); !read)
        return read.error();
    return chunk.line
        + static_cast<std::uint64_t>(
            std::count(bytes.begin(), bytes.end(), m_dialect.lineEnd.back()));
}

} // namespace cupel::readers
