#include "core/readers/csv_chunks.h"

#include <algorithm>
#include <atomic>
#include <cstring>
#include <exception>
#include <memory>
#include <mutex>
#include <thread>

#include "core/base/utf8.h"
#include "core/readers/byte_masks.h"
#include "core/readers/csv_scanner.h"
#include "core/readers/text_check.h"

namespace cupel::readers {
namespace {

using base::Error;
using base::ErrorCode;
using base::Result;

constexpr std::size_t kChunk = base::kHashLeafBytes;
constexpr std::size_t kLookBack = 64; ///< bytes before the chunk, at least 3 for UTF-8
constexpr std::size_t kPadding = 128;
constexpr std::size_t kFirstOverlap = 4096;

/// Bytes of one chunk: some before it, the chunk, and some of the next, as far as its last row
/// needs them.
class ChunkBytes {
public:
    char* at() { return m_memory.get() + kLookBack; } ///< first byte of the chunk
    std::size_t size() const { return m_size; } ///< bytes from there on
    bool atEnd() const { return m_atEnd; } ///< no bytes follow in the file

    Result<void> load(const ByteSource& source, std::uint64_t offset)
    {
        m_offset = offset;
        m_size = 0;
        reserve(kChunk + m_overlap);
        const std::size_t before = offset == 0 ? 0 : kLookBack;
        m_atEnd = offset + kChunk + m_overlap >= source.size();
        m_size = static_cast<std::size_t>(
            std::min<std::uint64_t>(kChunk + m_overlap, source.size() - offset));
        return source.read(offset - before, at() - before, m_size + before);
    }
    /// Read twice as far into the next chunks; kept for the chunks to come.
    Result<void> extend(const ByteSource& source)
    {
        m_overlap = std::max(m_overlap * 2, m_size - std::min(m_size, kChunk));
        const std::size_t have = m_size;
        const auto size = static_cast<std::size_t>(
            std::min<std::uint64_t>(kChunk + m_overlap, source.size() - m_offset));
        reserve(size);
        auto read = source.read(m_offset + have, at() + have, size - have);
        m_size = size;
        m_atEnd = m_offset + size == source.size();
        return read;
    }
    /// Append bytes after the chunk's own and their padding; returns their place from at().
    std::size_t append(const std::string& text)
    {
        const std::size_t place = m_size + 1;
        reserve(place + text.size());
        std::memcpy(at() + place, text.data(), text.size());
        return place;
    }

private:
    void reserve(std::size_t size)
    {
        if (size <= m_capacity)
            return;
        auto memory = std::make_unique<char[]>(kLookBack + size + kPadding);
        if (m_memory)
            std::memcpy(memory.get(), m_memory.get(), kLookBack + std::min(m_size, m_capacity));
        m_memory = std::move(memory);
        m_capacity = size;
    }

    std::unique_ptr<char[]> m_memory;
    std::size_t m_capacity = 0;
    std::size_t m_size = 0;
    std::size_t m_overlap = kFirstOverlap;
    std::uint64_t m_offset = 0;
    bool m_atEnd = false;
};

/// Hands a value from chunk to chunk in file order.
class Relay {
public:
    /// Wait until it is the turn of `chunk`.
    void await(std::uint64_t chunk) const
    {
        // The chunk before is mostly almost done: give way a few times before sleeping.
        for (int patience = 64; m_turn.load(std::memory_order_acquire) != chunk && patience > 0;
             --patience)
            std::this_thread::yield();
        for (std::uint64_t now = m_turn.load(std::memory_order_acquire); now != chunk;
             now = m_turn.load(std::memory_order_acquire))
            m_turn.wait(now, std::memory_order_acquire);
    }
    void pass(std::uint64_t chunk)
    {
        m_turn.store(chunk + 1, std::memory_order_release);
        m_turn.notify_all();
    }

private:
    std::atomic<std::uint64_t> m_turn{0};
};

class ChunkPass {
public:
    ChunkPass(const ByteSource& source, const ChunkPlan& plan, TableBuilder& builder,
        const base::JobContext& job)
        : m_source(source)
        , m_plan(plan)
        , m_builder(builder)
        , m_job(job)
        , m_chunks((source.size() + kChunk - 1) / kChunk)
        , m_rowBegin(plan.rowsBegin)
        , m_line(plan.firstLine)
    {
        m_totals.leaves.resize(m_chunks);
    }

    Result<ChunkTotals> run()
    {
        std::vector<std::thread> helpers;
        for (unsigned lane = 1; lane < m_plan.threads; ++lane)
            helpers.emplace_back([this, lane] { work(lane); });
        work(0);
        for (std::thread& helper : helpers)
            helper.join();
        if (m_exception)
            std::rethrow_exception(m_exception);
        if (m_invalidUtf8 != UINT64_MAX)
            return notUtf8(m_source, m_invalidUtf8, m_plan.dialect.lineEnd.back());
        if (m_error)
            return *m_error;
        return std::move(m_totals);
    }

private:
    struct Lane {
        ChunkBytes bytes;
        ScannedRows rows;
        CsvScanner scanner;
        bool correction = false; ///< what the last guess was corrected by
    };

    void work(unsigned laneNumber)
    {
        Lane lane{{}, {}, {m_plan.dialect, m_plan.columns, m_plan.maxRowBytes}, false};
        while (!m_stop.load(std::memory_order_relaxed)) {
            const std::uint64_t chunk = m_next.fetch_add(1, std::memory_order_relaxed);
            if (chunk >= m_chunks)
                return;
            int passed = 0;
            try {
                if (auto done = readChunk(lane, laneNumber, chunk, passed); !done)
                    fail(done.error());
            } catch (...) {
                const std::lock_guard lock(m_failure);
                m_exception = std::current_exception();
                m_stop = true;
            }
            // Whoever waits for this chunk must not wait for ever.
            if (passed < 1) {
                m_parityRelay.await(chunk);
                m_parityRelay.pass(chunk);
            }
            if (passed < 2) {
                m_rowRelay.await(chunk);
                m_rowRelay.pass(chunk);
            }
        }
    }

    void fail(const Error& error)
    {
        const std::lock_guard lock(m_failure);
        if (!m_error)
            m_error = error;
        m_stop = true;
    }

    /// Parity of the quotes before the chunk, corrected by what earlier chunks confirmed.
    bool guessInsideQuotes(Lane& lane, std::uint64_t chunk, std::size_t own, int& passed)
    {
        const char quote = m_plan.dialect.quote;
        const bool odd = quote != '\0' && oddCount(lane.bytes.at(), own, quote);
        m_parityRelay.await(chunk);
        const bool inside = m_parity;
        m_parity ^= odd;
        m_parityRelay.pass(chunk);
        passed = 1;
        lane.correction = m_parityCorrection.load(std::memory_order_relaxed);
        return inside != lane.correction;
    }

    Result<void> readChunk(Lane& lane, unsigned laneNumber, std::uint64_t chunk, int& passed)
    {
        if (m_job.cancelled())
            return Error{ErrorCode::Cancelled, "cancelled", "", {m_source.name(), 0, 0, 0}};
        const std::uint64_t offset = chunk * kChunk;
        if (auto loaded = lane.bytes.load(m_source, offset); !loaded)
            return loaded;
        const auto own
            = static_cast<std::size_t>(std::min<std::uint64_t>(kChunk, m_source.size() - offset));
        m_totals.leaves[chunk] = base::digest128(lane.bytes.at(), own);
        checkUtf8(lane, offset, own);

        const bool inside = guessInsideQuotes(lane, chunk, own, passed);
        std::size_t guess = guessRowBegin(lane.bytes.at(), lane.bytes.size(),
            chunk == 0 ? '\0' : lane.bytes.at()[-1], inside, m_plan.dialect);
        if (offset <= m_plan.rowsBegin)
            guess = static_cast<std::size_t>(m_plan.rowsBegin - offset);
        if (guess != ParsedRow::kNone) {
            lane.rows.restart(guess);
            if (auto scanned = scan(lane, offset, own); !scanned)
                return scanned;
        }

        m_rowRelay.await(chunk);
        if (m_rowBegin != offset + guess) {
            // Most likely a stray quote lies before: guess the other way from here on.
            if (guess < own && m_rowBegin < offset + own)
                m_parityCorrection.store(!lane.correction, std::memory_order_relaxed);
            lane.rows.restart(static_cast<std::size_t>(m_rowBegin - offset));
            if (auto scanned = scan(lane, offset, own); !scanned)
                return scanned;
        }
        const std::uint64_t firstRow = m_totals.rows;
        account(lane.rows, offset);
        m_rowRelay.pass(chunk);
        passed = 2;

        encode(lane, laneNumber, firstRow);
        if (const std::unique_lock lock(m_progress, std::try_to_lock); lock)
            m_job.progress(
                std::min<std::uint64_t>(offset + own, m_source.size()), m_source.size(), "reading");
        return {};
    }

    void checkUtf8(Lane& lane, std::uint64_t offset, std::size_t own)
    {
        // A sequence that began in the chunk before is checked again from its first byte.
        std::size_t back = 0;
        while (back < 3 && back < offset
            && (static_cast<unsigned char>(lane.bytes.at()[-static_cast<std::ptrdiff_t>(back)])
                   & 0xC0)
                == 0x80)
            ++back;
        if ((static_cast<unsigned char>(lane.bytes.at()[-static_cast<std::ptrdiff_t>(back)]) & 0xC0)
            == 0x80)
            back = 0;
        const std::size_t found
            = base::firstInvalidUtf8(lane.bytes.at() - back, own + back, lane.bytes.size() + back);
        if (found == base::kValidUtf8)
            return;
        const std::lock_guard lock(m_failure);
        m_invalidUtf8 = std::min(m_invalidUtf8, offset - back + found);
        m_stop = true;
    }

    /// Scan the lane's chunk from rows.end on, reading further where its last row needs it.
    Result<void> scan(Lane& lane, std::uint64_t offset, std::size_t own)
    {
        while (true) {
            const auto status = lane.scanner.scan(
                lane.bytes.at(), lane.bytes.size(), own, lane.bytes.atEnd(), lane.rows);
            if (status == CsvScanner::Status::Done)
                return {};
            if (status == CsvScanner::Status::NeedMore) {
                if (auto extended = lane.bytes.extend(m_source); !extended)
                    return extended;
                continue;
            }
            auto skipped = skipLine(offset + lane.rows.skipFrom);
            if (!skipped)
                return skipped.error();
            lane.rows.rejectedBytes += *skipped - (offset + lane.rows.skipFrom);
            lane.rows.lines += 1;
            lane.rows.end = static_cast<std::size_t>(*skipped - offset);
        }
    }

    /// Offset after the first line end from `offset` on.
    Result<std::uint64_t> skipLine(std::uint64_t offset) const
    {
        std::vector<char> bytes(std::size_t{1} << 20);
        while (offset < m_source.size()) {
            if (m_job.cancelled())
                return Error{ErrorCode::Cancelled, "cancelled", "", {m_source.name(), 0, 0, 0}};
            const auto size = static_cast<std::size_t>(
                std::min<std::uint64_t>(bytes.size(), m_source.size() - offset));
            if (auto read = m_source.read(offset, bytes.data(), size); !read)
                return read.error();
            if (const void* end = std::memchr(bytes.data(), m_plan.dialect.lineEnd.back(), size))
                return offset
                    + static_cast<std::uint64_t>(static_cast<const char*>(end) - bytes.data()) + 1;
            offset += size;
        }
        return m_source.size();
    }

    /// Add a confirmed chunk to the totals. Called in file order.
    void account(const ScannedRows& rows, std::uint64_t offset)
    {
        for (const auto& row : rows.rejected) {
            if (m_totals.rejected.size() < kListedRows)
                m_totals.rejected.push_back({m_line + row.line, row.reason});
        }
        for (const auto& row : rows.tolerated) {
            if (m_totals.tolerated.size() < kListedRows)
                m_totals.tolerated.push_back({m_line + row.line, row.column, row.reason});
        }
        m_totals.index.add({offset, m_totals.rows, m_line, rows.rowBegins, rows.lineMarks});
        m_totals.rows += rows.rowBegins.size();
        m_totals.rowBytes += rows.rowBytes;
        m_totals.blankBytes += rows.blankBytes;
        m_totals.blankLines += rows.blankLines;
        m_totals.rejectedBytes += rows.rejectedBytes;
        m_totals.rejectedRows += rows.rejectedRows;
        m_totals.toleratedRows += rows.toleratedRows;
        m_totals.shortDelimiter |= rows.shortDelimiter;
        if (rows.shortDelimiter && m_plan.stopAtShortDelimiter)
            m_stop = true;
        m_line += rows.lines;
        m_rowBegin = offset + rows.end;
    }

    void encode(Lane& lane, unsigned laneNumber, std::uint64_t firstRow)
    {
        ScannedRows& rows = lane.rows;
        if (rows.rowBegins.empty() || m_stop.load(std::memory_order_relaxed))
            return;
        const std::size_t stride = m_plan.columns + 1;
        if (!rows.repairedRows.empty()) {
            const std::size_t place = lane.bytes.append(rows.repairs);
            for (const std::uint32_t row : rows.repairedRows) {
                for (std::size_t i = 0; i < stride; ++i)
                    rows.marks[row * stride + i] += static_cast<std::uint32_t>(place);
            }
        }
        CellBlock block;
        block.bytes = lane.bytes.at();
        block.rows = rows.rowBegins.size();
        block.columns = m_plan.columns;
        block.delimiterBytes = m_plan.dialect.delimiter.size();
        block.quote = m_plan.dialect.quote;
        block.marks = rows.marks.data();
        m_builder.encode(laneNumber, block, firstRow);
    }

    const ByteSource& m_source;
    const ChunkPlan& m_plan;
    TableBuilder& m_builder;
    const base::JobContext& m_job;
    const std::uint64_t m_chunks;

    std::atomic<std::uint64_t> m_next{0};
    std::atomic<bool> m_stop{false};
    std::mutex m_progress;

    std::mutex m_failure; ///< guards the next three
    std::optional<Error> m_error;
    std::exception_ptr m_exception;
    std::uint64_t m_invalidUtf8 = UINT64_MAX;

    Relay m_parityRelay; ///< hands on m_parity
    bool m_parity = false;
    std::atomic<bool> m_parityCorrection{false};

    Relay m_rowRelay; ///< hands on the next three
    std::uint64_t m_rowBegin;
    std::uint64_t m_line;
    ChunkTotals m_totals;
};

} // namespace

Result<ChunkTotals> readChunks(const ByteSource& source, const ChunkPlan& plan,
    TableBuilder& builder, const base::JobContext& job)
{
    return ChunkPass(source, plan, builder, job).run();
}

} // namespace cupel::readers
