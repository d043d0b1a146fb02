#include "core/readers/csv_row_source.h"

#include <algorithm>

#include "core/base/hash.h"
#include "core/base/utf8.h"
#include "core/readers/csv_row.h"

namespace cupel::readers {
namespace {

constexpr std::size_t kFirstRead = 4096;
constexpr std::uint64_t kLongestGap = 4096; ///< between rows that are read together
constexpr std::uint64_t kLongestRead = std::uint64_t{256} << 10;

/// Whether the rows of a chunk ascend in its bytes, with a mark for every kRowsPerLineMark-th.
bool isSound(const RowIndex::Chunk& chunk, std::uint64_t bytes)
{
    const std::size_t marks = (chunk.rows.size() + kRowsPerLineMark - 1) / kRowsPerLineMark;
    if (chunk.lineMarks.size() != marks || (!chunk.rows.empty() && chunk.rows.back() >= bytes))
        return false;
    // Without an early end, so that the compiler compares many at a time.
    std::uint32_t descents = 0;
    for (std::size_t i = 1; i < chunk.rows.size(); ++i)
        descents += chunk.rows[i - 1] >= chunk.rows[i] ? 1u : 0u;
    return descents == 0;
}

} // namespace

const RowIndex::Chunk& RowIndex::chunkOf(std::uint64_t row) const
{
    // The last chunk whose first row is not after `row`: chunks without rows of their own share
    // the number of the next one and are passed over.
    const auto after = std::upper_bound(m_chunks.begin(), m_chunks.end(), row,
        [](std::uint64_t wanted, const Chunk& chunk) { return wanted < chunk.firstRow; });
    return *std::prev(after);
}

bool RowIndex::isOf(std::uint64_t bytes, std::uint64_t rows) const
{
    constexpr std::uint64_t kChunk = base::kHashLeafBytes;
    if (m_chunks.size() != bytes / kChunk + (bytes % kChunk != 0 ? 1 : 0))
        return false;
    std::uint64_t row = 0;
    std::uint64_t offset = 0;
    for (const Chunk& chunk : m_chunks) {
        if (chunk.offset != offset || chunk.firstRow != row
            || !isSound(chunk, std::min(kChunk, bytes - offset)))
            return false;
        row += chunk.rows.size();
        offset += kChunk;
    }
    return row == rows;
}

CsvRowSource::CsvRowSource(std::shared_ptr<const ByteSource> source, CsvRowLayout layout)
    : m_source(std::move(source))
    , m_layout(std::move(layout))
{
}

/// A stretch of the file in memory.
struct CsvRowSource::Window {
    std::uint64_t begin = 0;
    std::vector<char> bytes;

    bool holds(std::uint64_t offset) const
    {
        return offset >= begin && offset - begin < bytes.size();
    }
};

std::uint64_t CsvRowSource::offsetOf(std::uint64_t row) const
{
    const RowIndex::Chunk& chunk = m_layout.index.chunkOf(row);
    return chunk.offset + chunk.rows[row - chunk.firstRow];
}

/// Bytes from a row to the next one of its chunk, with what was rejected between them.
std::optional<std::uint64_t> CsvRowSource::bytesToNext(std::uint64_t row) const
{
    const RowIndex::Chunk& chunk = m_layout.index.chunkOf(row);
    const std::uint64_t next = row - chunk.firstRow + 1;
    if (next == chunk.rows.size())
        return std::nullopt;
    return chunk.rows[next] - chunk.rows[next - 1];
}

/// Bytes that hold the row: up to the next one where that is known. Reading no more matters, since
/// bytes that no cache holds cost more than the call.
std::uint64_t CsvRowSource::bytesOf(std::uint64_t row) const
{
    return bytesToNext(row).value_or(kFirstRead);
}

/// Bytes from the first row on that hold it and those after it, as far as they lie close together:
/// what lies between distant rows costs more to read than another call.
std::uint64_t CsvRowSource::bytesTogether(std::span<const std::uint64_t> ascending) const
{
    const std::uint64_t begin = offsetOf(ascending.front());
    std::uint64_t end = begin + bytesOf(ascending.front());
    for (const std::uint64_t row : ascending.subspan(1)) {
        const std::uint64_t offset = offsetOf(row);
        if (offset > end + kLongestGap || offset - begin > kLongestRead)
            break;
        end = offset + bytesOf(row);
    }
    return end - begin;
}

/// Whether what was parsed can be a row of the table: where the file was changed, any bytes may
/// stand in its place.
bool CsvRowSource::isRow(
    const ParsedRow& parsed, const std::vector<char>& bytes, std::size_t begin) const
{
    if (parsed.status != ParsedRow::Status::Row || parsed.cells.size() != m_layout.columns)
        return false;
    const std::size_t size = parsed.end - begin;
    return base::firstInvalidUtf8(bytes.data() + begin, size, size) == base::kValidUtf8;
}

/// Parse a row out of the window, which is read anew from the row on, `wanted` bytes or more, where
/// it does not hold the whole row.
base::Result<void> CsvRowSource::parse(
    std::uint64_t row, std::uint64_t wanted, Window& window, ParsedRow& parsed) const
{
    const std::uint64_t offset = offsetOf(row);
    const std::uint64_t room = m_source->size() - offset;
    while (true) {
        if (window.holds(offset)) {
            const auto at = static_cast<std::size_t>(offset - window.begin);
            const std::size_t size = window.bytes.size();
            parseRow(window.bytes.data(), at, size, size - at == room, m_layout.dialect, parsed);
            if (isRow(parsed, window.bytes, at))
                return {};
            const bool hasAll = at == 0 && (size == room || size >= m_layout.maxRowBytes);
            if (parsed.status != ParsedRow::Status::NeedMore || hasAll)
                return base::Error{base::ErrorCode::InputUnreadable,
                    "row " + std::to_string(row) + " is not where it was",
                    "the file was changed: read it again", {m_source->name(), 0, 0, offset}};
            if (at == 0)
                wanted = 4 * size;
        }
        window.begin = offset;
        window.bytes.resize(static_cast<std::size_t>(std::min(wanted, room)));
        auto read = m_source->read(offset, window.bytes.data(), window.bytes.size());
        if (!read)
            return read;
    }
}

base::Result<table::Row> CsvRowSource::row(std::uint64_t index) const
{
    if (index >= m_layout.rows)
        return base::Error{base::ErrorCode::Usage,
            "there is no row " + std::to_string(index) + ", only " + std::to_string(m_layout.rows),
            "", {m_source->name(), 0, 0, 0}};
    if (auto same = m_source->unchanged(); !same)
        return same.error();
    Window window;
    ParsedRow parsed;
    if (auto found = parse(index, bytesOf(index), window, parsed); !found)
        return found.error();
    const RowIndex::Chunk& chunk = m_layout.index.chunkOf(index);
    auto line = lineOf(chunk, static_cast<std::size_t>(index - chunk.firstRow));
    if (!line)
        return line.error();
    return table::Row{index, *line, std::move(parsed.cells)};
}

base::Result<void> CsvRowSource::readCells(
    std::span<const std::uint64_t> ascending, const CellsVisitor& visit) const
{
    if (auto same = m_source->unchanged(); !same)
        return same;
    Window window;
    ParsedRow parsed;
    for (std::size_t i = 0; i < ascending.size(); ++i) {
        const std::uint64_t wanted = window.holds(offsetOf(ascending[i]))
            ? bytesOf(ascending[i])
            : bytesTogether(ascending.subspan(i));
        if (auto found = parse(ascending[i], wanted, window, parsed); !found)
            return found;
        visit(i, parsed.cells);
    }
    return {};
}

base::Result<bool> CsvRowSource::areWrittenAlike(std::span<const std::uint64_t> ascending) const
{
    if (auto same = m_source->unchanged(); !same)
        return same.error();
    std::vector<char> first;
    std::vector<char> other;
    for (const std::uint64_t row : ascending) {
        const std::optional<std::uint64_t> bytes = bytesToNext(row);
        if (!bytes || *bytes > kLongestRead)
            return false;
        other.resize(*bytes);
        if (auto read = m_source->read(offsetOf(row), other.data(), other.size()); !read)
            return read.error();
        if (row == ascending.front())
            first.swap(other);
        else if (first != other)
            return false;
    }
    return true;
}

base::Result<std::uint64_t> CsvRowSource::lineOf(
    const RowIndex::Chunk& chunk, std::size_t row) const
{
    const std::size_t mark = row / kRowsPerLineMark;
    const std::uint32_t from = chunk.rows[mark * kRowsPerLineMark];
    std::vector<char> bytes(chunk.rows[row] - from);
    if (auto read = m_source->read(chunk.offset + from, bytes.data(), bytes.size()); !read)
        return read.error();
    return chunk.line + chunk.lineMarks[mark]
        + static_cast<std::uint64_t>(
            std::count(bytes.begin(), bytes.end(), m_layout.dialect.lineEnd.back()));
}

} // namespace cupel::readers
