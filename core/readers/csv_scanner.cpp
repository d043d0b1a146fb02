#include "core/readers/csv_scanner.h"

#include <algorithm>
#include <bit>
#include <cstring>

#include "core/readers/byte_masks.h"

namespace cupel::readers {
namespace {

constexpr std::uint64_t kAllOnes = ~std::uint64_t{0};
/// Marks that one block of 64 bytes can add, with room to spare.
constexpr std::size_t kMarksPerBlock = 192;

std::uint64_t lineEnds(const char* bytes, std::size_t from, std::size_t to, char newline)
{
    return static_cast<std::uint64_t>(std::count(bytes + from, bytes + to, newline));
}

} // namespace

void ScannedRows::restart(std::size_t begin)
{
    rowBegins.clear();
    lineMarks.clear();
    repairs.clear();
    repairedRows.clear();
    rejected.clear();
    tolerated.clear();
    rejectedRows = toleratedRows = blankLines = rowBytes = blankBytes = rejectedBytes = lines = 0;
    end = begin;
    skipFrom = 0;
    shortDelimiter = false;
}

void ScannedRows::accept(std::size_t rowBegin)
{
    if (rowBegins.size() % kRowsPerLineMark == 0)
        lineMarks.push_back(static_cast<std::uint32_t>(lines));
    rowBegins.push_back(static_cast<std::uint32_t>(rowBegin));
}

/// Where the scan stands: the row in progress and what the last block hands to the next.
struct CsvScanner::Cursor {
    char* bytes = nullptr;
    std::size_t size = 0; ///< end of the bytes to scan, a lent line end included
    std::size_t dataSize = 0; ///< end of the file's own bytes
    bool atEnd = false;
    std::size_t at = 0; ///< begin of the next block
    std::size_t rowBegin = 0;
    std::size_t rowMark = 0; ///< index in marks of the row's begin
    std::size_t mark = 0; ///< marks written
    std::uint64_t quotedLines = 0; ///< line ends inside quotes of the row in progress
    std::uint64_t inQuotes = 0; ///< all ones when the last block ended inside quotes
    std::uint64_t mayOpen = 1; ///< bit 0: a quote at the block's first byte may open
    std::uint64_t afterClose = 0; ///< bit 0: the block's first byte follows a closing quote
    std::uint64_t delimiters = 0; ///< delimiters of the last block
};

/// The bytes that tell cells apart. A copy of its own is not reloaded after each write to the
/// marks.
struct CsvScanner::Marking {
    char newline;
    char delimiter; ///< the first byte
    char quote;
};

/// One block as masks, outside quotes where not said otherwise.
struct CsvScanner::Masks {
    std::uint64_t separators = 0; ///< first bytes of delimiters, and line ends
    std::uint64_t rowEnds = 0;
    std::uint64_t quotedLines = 0; ///< line ends inside quotes
    std::uint64_t odd = 0; ///< quotes where none may stand, or what follows a closing one
    bool shortDelimiter = false;
};

CsvScanner::CsvScanner(const Dialect& dialect, std::size_t columns, std::uint64_t maxRowBytes)
    : m_dialect(dialect)
    , m_newline(dialect.lineEnd.back())
    , m_columns(columns)
    , m_maxRowBytes(maxRowBytes)
    , m_delimiterOverlapsItself(false)
{
    const std::string& text = m_dialect.delimiter;
    for (std::size_t shift = 1; shift < text.size(); ++shift)
        m_delimiterOverlapsItself
            |= text.compare(shift, std::string::npos, text, 0, text.size() - shift) == 0;
}

void CsvScanner::begin(Cursor& cursor, std::size_t at, ScannedRows& rows) const
{
    cursor.at = cursor.rowBegin = at;
    cursor.rowMark = rows.rowBegins.size() * (m_columns + 1);
    cursor.mark = cursor.rowMark;
    if (rows.marks.size() < cursor.mark + kMarksPerBlock)
        rows.marks.resize(2 * (cursor.mark + kMarksPerBlock));
    rows.marks[cursor.mark++] = static_cast<std::uint32_t>(at);
    cursor.quotedLines = 0;
    cursor.inQuotes = 0;
    cursor.mayOpen = 1;
    cursor.afterClose = 0;
    cursor.delimiters = 0;
}

/// kOneByte: the delimiter is one byte long.
template <bool kOneByte>
[[gnu::always_inline]] inline CsvScanner::Masks CsvScanner::masksAt(
    Cursor& cursor, const Marking& marking) const
{
    const std::size_t width = kOneByte ? 1 : m_dialect.delimiter.size();
    const char* bytes = cursor.bytes + cursor.at;
    const std::uint64_t valid = bitsBelow(cursor.size - cursor.at);
    const Block64 block(bytes);
    const std::uint64_t newlines = block.equals(marking.newline) & valid;
    const std::uint64_t first = block.equals(marking.delimiter) & valid;
    std::uint64_t delimiters = first;
    for (std::size_t i = 1; i < width; ++i)
        delimiters &= Block64(bytes + i).equals(m_dialect.delimiter[i]);
    const std::uint64_t quotes = marking.quote == '\0' ? 0 : block.equals(marking.quote) & valid;

    Masks masks;
    std::uint64_t inside = 0;
    std::uint64_t closesAtEnd = 0;
    if ((quotes | cursor.inQuotes | cursor.afterClose) != 0) {
        inside = prefixXor(quotes) ^ cursor.inQuotes;
        const std::uint64_t opening = quotes & inside;
        const std::uint64_t closing = quotes & ~inside;
        // A quote may open after a separator or, doubled, after a closing one; after a closing
        // quote comes a separator, or the opening quote of a doubled one.
        const std::uint64_t cellBegins = (newlines & ~inside) << 1 | (delimiters & ~inside) << width
            | cursor.delimiters >> (64 - width) | cursor.mayOpen;
        const std::uint64_t carriages = marking.newline == '\n'
            ? block.equals('\r') & (newlines & bitsBelow(cursor.dataSize - cursor.at)) >> 1
            : 0;
        const std::uint64_t follows = closing << 1 | cursor.afterClose;
        masks.odd = opening & ~(cellBegins | closing << 1);
        masks.odd |= follows & valid & ~(delimiters | newlines | opening | carriages);
        closesAtEnd = closing >> 63;
        cursor.inQuotes = (inside >> 63) != 0 ? kAllOnes : 0;
    }
    cursor.afterClose = closesAtEnd;
    cursor.mayOpen = closesAtEnd | (newlines & ~inside) >> 63;
    cursor.delimiters = delimiters & ~inside;
    masks.separators = (delimiters | newlines) & ~inside;
    masks.rowEnds = newlines & ~inside;
    masks.quotedLines = newlines & inside;
    masks.shortDelimiter = (first & ~delimiters & ~inside) != 0;
    return masks;
}

CsvScanner::Status CsvScanner::scan(
    char* bytes, std::size_t size, std::size_t limit, bool atEnd, ScannedRows& rows)
{
    Cursor cursor;
    cursor.bytes = bytes;
    cursor.size = cursor.dataSize = size;
    cursor.atEnd = atEnd;
    if (rows.end >= limit)
        return Status::Done;
    // The last row of a file may lack its line end: one is lent, and not counted.
    if (atEnd && bytes[size - 1] != m_newline)
        bytes[cursor.size++] = m_newline;
    begin(cursor, rows.end, rows);

    const Status status = m_dialect.delimiter.size() == 1 ? scanRows<true>(cursor, limit, rows)
                                                          : scanRows<false>(cursor, limit, rows);
    rows.end
        = status == Status::Done ? std::min(cursor.rowBegin, cursor.dataSize) : cursor.rowBegin;
    return status;
}

template <bool kOneByte>
CsvScanner::Status CsvScanner::scanRows(Cursor& cursor, std::size_t limit, ScannedRows& rows)
{
    const Marking marking{m_newline, m_dialect.delimiter[0], m_dialect.quote};
    while (cursor.rowBegin < limit) {
        bool byRules = cursor.at >= cursor.size || m_delimiterOverlapsItself;
        if (!byRules) {
            if (rows.marks.size() < cursor.mark + kMarksPerBlock)
                rows.marks.resize(rows.marks.size() * 2);
            const Masks masks = masksAt<kOneByte>(cursor, marking);
            rows.shortDelimiter |= masks.shortDelimiter;
            // An odd quote is in the row in progress: that row is read by the rules.
            byRules = masks.odd != 0;
            std::uint64_t separators = masks.separators;
            if (byRules) [[unlikely]]
                separators &= bitsBelow(static_cast<std::size_t>(std::countr_zero(masks.odd)));
            std::uint64_t quotedLines = masks.quotedLines;
            const auto addMarks = [&](std::uint64_t bits) {
                cursor.mark += writePositions(
                    bits, static_cast<std::uint32_t>(cursor.at), rows.marks.data() + cursor.mark);
            };
            for (std::uint64_t ends = masks.rowEnds & separators; ends != 0; ends &= ends - 1) {
                const auto bit = static_cast<std::size_t>(std::countr_zero(ends));
                const std::uint64_t upToEnd = bitsBelow(bit + 1);
                addMarks(separators & upToEnd);
                separators &= ~upToEnd;
                if (quotedLines != 0) {
                    cursor.quotedLines += countBits(quotedLines & upToEnd);
                    quotedLines &= ~upToEnd;
                }
                const bool isFinished = finishRow(cursor, cursor.at + bit, rows);
                if (cursor.rowBegin >= limit)
                    return Status::Done;
                if (!isFinished) {
                    byRules = true;
                    break;
                }
            }
            if (!byRules) {
                addMarks(separators);
                if (quotedLines != 0)
                    cursor.quotedLines += countBits(quotedLines);
                cursor.at += 64;
                continue;
            }
        }
        if (const Status status = readRow(cursor, rows); status != Status::Done)
            return status;
    }
    return Status::Done;
}

/// Close the row in progress at its line end. False when the row is too long and must be read by
/// the rules; the cursor then still stands at its begin.
bool CsvScanner::finishRow(Cursor& cursor, std::size_t lineEnd, ScannedRows& rows) const
{
    if (lineEnd + 1 - cursor.rowBegin > m_maxRowBytes)
        return false;
    std::size_t end = lineEnd;
    if (m_newline == '\n' && lineEnd > cursor.rowBegin && cursor.bytes[lineEnd - 1] == '\r'
        && lineEnd < cursor.dataSize)
        --end;
    rows.marks[cursor.mark - 1] = static_cast<std::uint32_t>(end);
    const std::uint64_t bytes = std::min(lineEnd + 1, cursor.dataSize) - cursor.rowBegin;
    const std::size_t cells = cursor.mark - cursor.rowMark - 1;
    if (end == cursor.rowBegin) {
        ++rows.blankLines;
        rows.blankBytes += bytes;
    } else if (cells == m_columns) {
        rows.accept(cursor.rowBegin);
        rows.rowBytes += bytes;
        cursor.rowMark += m_columns + 1;
    } else {
        rows.rejectedBytes += bytes;
        reject(cursor, widthReason(cells), rows);
    }
    rows.lines += 1 + cursor.quotedLines;
    cursor.quotedLines = 0;
    cursor.rowBegin = lineEnd + 1;
    cursor.mark = cursor.rowMark;
    rows.marks[cursor.mark++] = static_cast<std::uint32_t>(cursor.rowBegin);
    return true;
}

CsvScanner::Status CsvScanner::readRow(Cursor& cursor, ScannedRows& rows)
{
    const std::size_t room = cursor.dataSize - cursor.rowBegin;
    const std::size_t size
        = room > m_maxRowBytes ? cursor.rowBegin + m_maxRowBytes : cursor.dataSize;
    const bool atEnd = cursor.atEnd && size == cursor.dataSize;
    parseRow(cursor.bytes, cursor.rowBegin, size, atEnd, m_dialect, m_row);
    const std::uint64_t bytes = m_row.end - cursor.rowBegin;
    switch (m_row.status) {
    case ParsedRow::Status::NeedMore:
        return room < m_maxRowBytes ? Status::NeedMore : longRow(cursor, rows);
    case ParsedRow::Status::Blank:
        ++rows.blankLines;
        rows.blankBytes += bytes;
        break;
    case ParsedRow::Status::Rejected:
        rows.rejectedBytes += bytes;
        reject(cursor, m_row.reason, rows);
        break;
    case ParsedRow::Status::Row:
        if (m_row.cells.size() == m_columns) {
            rows.rowBytes += bytes;
            keepRow(cursor, rows);
        } else {
            rows.rejectedBytes += bytes;
            reject(cursor, widthReason(m_row.cells.size()), rows);
        }
        break;
    }
    rows.lines += m_row.lines;
    begin(cursor, m_row.end, rows);
    return Status::Done;
}

/// Reject a row longer than m_maxRowBytes. Where a quote is open at that length it is taken as
/// stray: only its line goes.
CsvScanner::Status CsvScanner::longRow(Cursor& cursor, ScannedRows& rows)
{
    const std::string limit = std::to_string(m_maxRowBytes) + " bytes";
    const bool open = m_row.openQuote != ParsedRow::kNone;
    const std::size_t from = open ? m_row.openQuote : cursor.rowBegin + m_maxRowBytes;
    reject(cursor,
        open ? "a quote does not close within " + limit : "the row is longer than " + limit, rows);
    const void* found = from < cursor.dataSize
        ? std::memchr(cursor.bytes + from, m_newline, cursor.dataSize - from)
        : nullptr;
    const std::size_t known = found
        ? static_cast<std::size_t>(static_cast<const char*>(found) - cursor.bytes) + 1
        : cursor.dataSize;
    rows.lines += lineEnds(cursor.bytes, cursor.rowBegin, known, m_newline);
    rows.rejectedBytes += known - cursor.rowBegin;
    if (!found && !cursor.atEnd) {
        cursor.rowBegin = known;
        rows.skipFrom = known;
        return Status::LongRow;
    }
    begin(cursor, known, rows);
    return Status::Done;
}

/// Keep the parsed row as a well-formed copy, so that the encoder needs to know one form only.
void CsvScanner::keepRow(const Cursor& cursor, ScannedRows& rows)
{
    if (m_row.oddQuote != ParsedRow::kNone) {
        ++rows.toleratedRows;
        std::size_t lineBegin = m_row.oddQuote;
        while (lineBegin > cursor.rowBegin && cursor.bytes[lineBegin - 1] != m_newline)
            --lineBegin;
        if (rows.tolerated.size() < kListedRows)
            rows.tolerated.push_back(
                {rows.lines + lineEnds(cursor.bytes, cursor.rowBegin, lineBegin, m_newline),
                    columnOf(cursor.bytes, lineBegin, m_row.oddQuote),
                    "a quote stands in the middle of a cell and is read as text"});
    }
    rows.marks.resize(std::max(rows.marks.size(), cursor.rowMark + m_columns + 1));
    std::uint32_t* marks = rows.marks.data() + cursor.rowMark;
    *marks++ = static_cast<std::uint32_t>(rows.repairs.size());
    const std::string special = m_dialect.delimiter.substr(0, 1) + m_dialect.quote + "\r\n";
    for (const std::string& cell : m_row.cells) {
        if (m_dialect.quote != '\0' && cell.find_first_of(special) != std::string::npos) {
            rows.repairs += m_dialect.quote;
            for (const char byte : cell) {
                if (byte == m_dialect.quote)
                    rows.repairs += m_dialect.quote;
                rows.repairs += byte;
            }
            rows.repairs += m_dialect.quote;
        } else {
            rows.repairs += cell;
        }
        *marks++ = static_cast<std::uint32_t>(rows.repairs.size());
        rows.repairs += m_dialect.delimiter;
    }
    rows.repairedRows.push_back(static_cast<std::uint32_t>(rows.rowBegins.size()));
    rows.accept(cursor.rowBegin);
}

void CsvScanner::reject(const Cursor&, std::string reason, ScannedRows& rows) const
{
    ++rows.rejectedRows;
    if (rows.rejected.size() < kListedRows)
        rows.rejected.push_back({rows.lines, std::move(reason)});
}

std::string CsvScanner::widthReason(std::size_t cells) const
{
    return std::to_string(cells) + (cells == 1 ? " cell, expected " : " cells, expected ")
        + std::to_string(m_columns);
}

std::size_t guessRowBegin(
    const char* bytes, std::size_t size, char previous, bool insideQuotes, const Dialect& dialect)
{
    const char newline = dialect.lineEnd.back();
    if (!insideQuotes && previous == newline)
        return 0;
    std::uint64_t carry = insideQuotes ? kAllOnes : 0;
    for (std::size_t at = 0; at < size; at += 64) {
        const Block64 block(bytes + at);
        const std::uint64_t valid = bitsBelow(size - at);
        const std::uint64_t quotes
            = dialect.quote == '\0' ? 0 : block.equals(dialect.quote) & valid;
        const std::uint64_t inside = prefixXor(quotes) ^ carry;
        const std::uint64_t ends = block.equals(newline) & valid & ~inside;
        if (ends != 0)
            return at + static_cast<std::size_t>(std::countr_zero(ends)) + 1;
        carry = (inside >> 63) != 0 ? kAllOnes : 0;
    }
    return ParsedRow::kNone;
}

} // namespace cupel::readers
