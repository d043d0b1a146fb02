#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "core/readers/csv_reader.h"

namespace cupel::readers {

/// One row as the tolerant reader understands it. This reader defines what a row is; the fast
/// scanner gives the same rows for everything that follows RFC 4180 and hands the rest over.
///
/// - A quote opens a quoted cell only as the first byte of a cell; anywhere else it is text.
/// - In a quoted cell a doubled quote is one quote, and line ends are text.
/// - Text between the closing quote and the next separator belongs to the cell, if the cell lies on
///   one line. If it spans lines, the opening quote is taken as stray: the row is rejected up to
///   the end of the line that holds it, and reading resumes on the next line. The same holds for a
///   quote that never closes.
struct ParsedRow {
    enum class Status {
        Row,
        Blank, ///< an empty line
        Rejected, ///< a stray opening quote; `reason` says which
        NeedMore, ///< the bytes end inside the row
    };
    static constexpr std::size_t kNone = static_cast<std::size_t>(-1);

    Status status = Status::Row;
    std::size_t end = 0; ///< first byte after the row and its line end
    std::size_t lines = 0; ///< line ends consumed
    std::vector<std::string> cells;
    std::size_t oddQuote = kNone; ///< first quote that breaks RFC 4180, if any
    std::size_t openQuote = kNone; ///< NeedMore: the quote that is open at the end, if any
    std::string reason;
};

/// Parse the row that begins at `begin`. `atEnd`: no bytes follow `size`, so the last row may lack
/// its line end. `row` is overwritten; its memory is reused.
void parseRow(const char* bytes, std::size_t begin, std::size_t size, bool atEnd,
    const Dialect& dialect, ParsedRow& row);

/// Column of a byte in its line, in code points from 1.
std::size_t columnOf(const char* bytes, std::size_t lineBegin, std::size_t at);

} // namespace cupel::readers
