#include "core/catalog/data_file.h"

#include <algorithm>
#include <functional>
#include <new>
#include <thread>
#include <utility>

#include "core/catalog/data_file_format.h"
#include "core/catalog/data_file_head.h"
#include "core/catalog/data_file_parts.h"
#include "core/catalog/data_file_rows.h"
#include "core/catalog/data_file_segments.h"
#include "core/counts/parallel.h"
#include "core/readers/csv_row_source.h"

namespace cupel::catalog {
namespace {

using base::Result;
using readers::RowIndex;
using table::NumberColumn;
using ByteSpan = std::span<const std::byte>;

std::string_view textOf(ByteSpan bytes)
{
    return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

bool areRows(const std::vector<std::uint64_t>& numbers, std::uint64_t rows)
{
    return (numbers.empty() || numbers.back() < rows)
        && std::adjacent_find(numbers.begin(), numbers.end(), std::greater_equal<>())
        == numbers.end();
}

/// Loads the arrays of a table whose head is known.
class ArrayLoader {
public:
    ArrayLoader(const std::string& path, const SegmentList& list, DataFileHead& head,
        unsigned threads, const base::JobContext& job)
        : m_path(path)
        , m_list(list)
        , m_head(head)
        , m_table(head.file.table)
        , m_threads(threads)
        , m_job(job)
        , m_dictionaries(m_table.columns.size())
    {
    }

    /// Fill the table and give the index of its rows.
    Result<RowIndex> load()
    {
        if (!plan())
            return unusable(m_path, "the lengths of its parts contradict each other");
        if (auto loaded = loadSegments(m_path, m_tasks, m_threads, m_job); !loaded)
            return loaded.error();
        std::vector<char> isRight(m_table.columns.size());
        counts::forEachItem(isRight.size(), m_threads,
            [&](unsigned, std::size_t column) { isRight[column] = finish(column) ? 1 : 0; });
        if (std::count(isRight.begin(), isRight.end(), 1) != std::ssize(isRight))
            return unusable(m_path, "a column contradicts what is said of it");
        return index();
    }

private:
    /// Give every array its memory, no more than the file has bytes for it.
    bool plan()
    {
        const std::uint64_t hashes = bytesOf(m_list.of(SegmentKind::RowHashes));
        if (hashes % sizeof(std::uint64_t) != 0 || hashes / sizeof(std::uint64_t) != m_table.rows)
            return false;
        bool fits = addBuffer(SegmentKind::RowHashes, 0, sizeof(std::uint64_t), m_table.rowHashes);
        for (std::size_t column = 0; fits && column < m_table.columns.size(); ++column)
            fits = std::visit([this, column](auto& cells) { return planCells(column, cells); },
                m_table.columns[column].cells);
        const std::span<const Segment> index = m_list.of(SegmentKind::RowIndex);
        m_index.resize(index.size());
        for (std::size_t i = 0; i < index.size(); ++i) {
            m_tasks.push_back({index[i], nullptr, [this, i](ByteSpan bytes) {
                                   auto chunks = decodeIndex(textOf(bytes));
                                   if (chunks)
                                       m_index[i] = std::move(*chunks);
                                   return chunks.has_value();
                               }});
        }
        const std::size_t heads = m_list.of(SegmentKind::Head).size();
        return fits && heads + m_tasks.size() == m_list.size();
    }

    bool planCells(std::size_t column, table::CodeColumn& cells)
    {
        const std::span<const Segment> dictionary = m_list.of(SegmentKind::Dictionary, column);
        m_dictionaries[column].resize(bytesOf(dictionary));
        auto* const to = reinterpret_cast<std::byte*>(m_dictionaries[column].data());
        const std::uint32_t size = m_head.facts.dictionarySizes[column];
        const unsigned width = cells.width;
        return addArray(SegmentKind::Dictionary, column, to, m_dictionaries[column].size())
            && addBuffer(
                SegmentKind::Cells, column, width, cells.codes, [width, size](ByteSpan bytes) {
                    return table::largestCode(bytes.data(), bytes.size() / width, width) <= size;
                });
    }
    bool planCells(std::size_t column, NumberColumn& cells)
    {
        const bool isNarrow = cells.kind == NumberColumn::Kind::Int32;
        const std::size_t width = isNarrow ? sizeof(std::int32_t) : sizeof(std::int64_t);
        return addBuffer(SegmentKind::Cells, column, width, cells.values)
            && addRows(column, m_table.columns[column].profile.notOfType, cells.notOfTypeRows);
    }
    bool planCells(std::size_t column, table::TextSketch& cells)
    {
        return addRows(column, m_table.columns[column].profile.missing, cells.missingRows);
    }

    bool addBuffer(SegmentKind kind, std::size_t column, std::size_t width, table::Buffer& buffer,
        const std::function<bool(ByteSpan)>& accept = {})
    {
        if (bytesOf(m_list.of(kind, column)) != m_table.rows * width)
            return false;
        buffer = table::Buffer(m_table.rows * width);
        return addArray(kind, column, buffer.data(), buffer.size(), accept);
    }
    bool addRows(std::size_t column, std::int64_t count, std::vector<std::uint64_t>& rows)
    {
        const std::uint64_t bytes = static_cast<std::uint64_t>(count) * sizeof(std::uint64_t);
        if (bytesOf(m_list.of(SegmentKind::Rows, column)) != bytes)
            return false;
        rows.resize(static_cast<std::size_t>(count));
        return addArray(
            SegmentKind::Rows, column, reinterpret_cast<std::byte*>(rows.data()), bytes);
    }
    bool addArray(SegmentKind kind, std::size_t column, std::byte* to, std::uint64_t bytes,
        const std::function<bool(ByteSpan)>& accept = {})
    {
        constexpr std::size_t kWidest = sizeof(std::uint64_t);
        std::uint64_t at = 0;
        for (const Segment& segment : m_list.of(kind, column)) {
            // A piece begins with a whole element.
            if (kind != SegmentKind::Dictionary && at % kWidest != 0)
                return false;
            m_tasks.push_back({segment, to + at, accept});
            at += segment.bytes;
        }
        return at == bytes;
    }

    bool finish(std::size_t column)
    {
        table::Column& one = m_table.columns[column];
        if (auto* const codes = std::get_if<table::CodeColumn>(&one.cells)) {
            const std::uint32_t size = m_head.facts.dictionarySizes[column];
            codes->dictionary = decodeDictionary(m_dictionaries[column], size, one);
            m_dictionaries[column] = {};
            return codes->dictionary != nullptr;
        }
        if (const auto* const numbers = std::get_if<NumberColumn>(&one.cells))
            return areRows(numbers->notOfTypeRows, m_table.rows);
        return areRows(std::get<table::TextSketch>(one.cells).missingRows, m_table.rows);
    }

    Result<RowIndex> index()
    {
        RowIndex index;
        for (auto& piece : m_index) {
            for (RowIndex::Chunk& chunk : piece)
                index.add(std::move(chunk));
        }
        if (!index.isOf(m_head.file.report.bytes, m_table.rows))
            return unusable(m_path, "its index of rows is damaged");
        return index;
    }

    const std::string& m_path;
    const SegmentList& m_list;
    DataFileHead& m_head;
    table::Table& m_table;
    unsigned m_threads;
    const base::JobContext& m_job;
    std::vector<SegmentTask> m_tasks;
    std::vector<std::string> m_dictionaries; ///< by column
    std::vector<std::vector<RowIndex::Chunk>> m_index; ///< by segment
};

Result<DataFileHead> loadHead(
    const std::string& path, const SegmentList& list, const base::JobContext& job)
{
    const std::span<const Segment> segments = list.of(SegmentKind::Head);
    std::string bytes(static_cast<std::size_t>(bytesOf(segments)), '\0');
    std::vector<SegmentTask> tasks;
    std::size_t at = 0;
    for (const Segment& segment : segments) {
        tasks.push_back({segment, reinterpret_cast<std::byte*>(bytes.data()) + at, {}});
        at += segment.bytes;
    }
    if (auto loaded = loadSegments(path, tasks, 1, job); !loaded)
        return loaded.error();
    auto head = decodeHead(bytes);
    if (!head)
        return unusable(path, "what it says of the table contradicts itself");
    return std::move(*head);
}

Result<DataFile> load(const std::string& path, std::shared_ptr<const readers::ByteSource> original,
    unsigned threads, const base::JobContext& job)
{
    const auto list = SegmentList::read(path);
    if (!list)
        return list.error();
    auto head = loadHead(path, *list, job);
    if (!head)
        return head.error();
    auto index = ArrayLoader(path, *list, *head, threads, job).load();
    if (!index)
        return index.error();
    auto bytes = rowBytes(path, *head, std::move(original), job);
    if (!bytes)
        return bytes.error();
    table::Table& table = head->file.table;
    table.source = std::make_shared<readers::CsvRowSource>(std::move(bytes->source),
        readers::CsvRowLayout{head->file.report.dialect, std::move(*index), table.rows,
            table.columns.size(), head->facts.maxRowBytes});
    return DataFile{
        std::move(head->file), std::move(head->options), bytes->texts, head->facts.keepsSource};
}

} // namespace

Result<DataFile> readDataFile(const std::string& path,
    std::shared_ptr<const readers::ByteSource> original, unsigned threads,
    const base::JobContext& job)
{
    try {
        const unsigned used
            = threads > 0 ? threads : std::max(std::thread::hardware_concurrency(), 1u);
        return load(path, std::move(original), used, job);
    } catch (const std::bad_alloc&) {
        return unusable(path, "there is not enough memory for it");
    }
}

} // namespace cupel::catalog
