#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "core/readers/csv_reader.h"
#include "core/readers/csv_row.h"
#include "core/readers/csv_row_source.h"

namespace cupel::readers {

/// What the rows of one chunk are: marks for the encoder and the account of every byte.
struct ScannedRows {
    struct Rejected {
        std::uint64_t line; ///< line ends before the row, from the chunk's first row
        std::string reason;
    };
    struct Tolerated {
        std::uint64_t line;
        std::uint64_t column;
        std::string reason;
    };

    std::vector<std::uint32_t> marks; ///< as CellBlock::marks, one more row of room
    std::vector<std::uint32_t> rowBegins; ///< accepted rows, in bytes from the chunk's begin
    /// Line ends before every kRowsPerLineMark-th accepted row, from the chunk's first row.
    std::vector<std::uint32_t> lineMarks;
    std::string repairs; ///< well-formed copies of tolerated rows
    std::vector<std::uint32_t> repairedRows; ///< rows whose marks are relative to `repairs`
    std::vector<Rejected> rejected; ///< the first kListedRows of the chunk
    std::vector<Tolerated> tolerated;
    std::uint64_t rejectedRows = 0;
    std::uint64_t toleratedRows = 0;
    std::uint64_t blankLines = 0;
    std::uint64_t rowBytes = 0;
    std::uint64_t blankBytes = 0;
    std::uint64_t rejectedBytes = 0;
    std::uint64_t lines = 0; ///< line ends from the first row's begin to `end`
    std::size_t end = 0; ///< begin of the next row, from the chunk's begin
    std::size_t skipFrom = 0; ///< LongRow: the rejected line ends at the first line end from here
    /// A separator that is only the first byte of a longer delimiter was seen outside quotes.
    bool shortDelimiter = false;

    void restart(std::size_t begin);
    void accept(std::size_t rowBegin);
};

/// Finds the rows of a chunk at several bytes per cycle: 64 bytes at a time become bit masks of
/// quotes, delimiters and line ends; a prefix xor of the quote mask tells what is inside quotes
/// (as in Langdale and Lemire, "Parsing Gigabytes of JSON per Second", section 3.1). Every quote
/// is checked to stand where RFC 4180 lets it; a row with any other quote is read by parseRow().
class CsvScanner {
public:
    enum class Status {
        Done, ///< rows.end >= limit
        NeedMore, ///< the row at rows.end is longer than the bytes given
        LongRow, ///< rejected; its line ends beyond the bytes given, at or after rows.skipFrom
    };

    CsvScanner(const Dialect& dialect, std::size_t columns, std::uint64_t maxRowBytes);

    /// Scan rows from rows.end on, until one begins at or after `limit`. `bytes` has 64 readable
    /// bytes after `size`, the first of them writable when `atEnd` (no bytes follow in the file).
    Status scan(char* bytes, std::size_t size, std::size_t limit, bool atEnd, ScannedRows& rows);

private:
    struct Cursor;
    struct Marking;
    struct Masks;
    void begin(Cursor& cursor, std::size_t at, ScannedRows& rows) const;
    template <bool kOneByte> Masks masksAt(Cursor& cursor, const Marking& marking) const;
    template <bool kOneByte> Status scanRows(Cursor& cursor, std::size_t limit, ScannedRows& rows);
    bool finishRow(Cursor& cursor, std::size_t lineEnd, ScannedRows& rows) const;
    Status readRow(Cursor& cursor, ScannedRows& rows);
    Status longRow(Cursor& cursor, ScannedRows& rows);
    void keepRow(const Cursor& cursor, ScannedRows& rows);
    void reject(const Cursor& cursor, std::string reason, ScannedRows& rows) const;
    std::string widthReason(std::size_t cells) const;

    Dialect m_dialect;
    char m_newline;
    std::size_t m_columns;
    std::uint64_t m_maxRowBytes;
    bool m_delimiterOverlapsItself;
    ParsedRow m_row;
};

/// Begin of the first row at or after `from`, if the bytes before it end inside quotes or not, and
/// `previous` is the byte before it. ParsedRow::kNone when the bytes hold none. A guess: it is
/// right when all quotes before are well-formed. 64 bytes are readable after `size`.
std::size_t guessRowBegin(
    const char* bytes, std::size_t size, char previous, bool insideQuotes, const Dialect& dialect);

} // namespace cupel::readers
