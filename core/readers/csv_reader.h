#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/base/job.h"
#include "core/base/result.h"
#include "core/readers/byte_source.h"
#include "core/table/table.h"

namespace cupel::readers {

/// How a file separates its cells.
struct Dialect {
    std::string delimiter = ","; ///< one or more bytes
    char quote = '"'; ///< '\0' = none
    bool hasHeader = true;
    std::string lineEnd = "\n"; ///< "\n" (a CR before it belongs to the line end) or "\r"
};

struct CsvOptions {
    std::optional<std::string> delimiter; ///< none: detected
    std::optional<char> quote; ///< none: '"'; '\0': no quoting
    bool hasHeader = true;
    std::vector<std::string> names; ///< replace the header's; one per column
    std::vector<std::string> nullTokens; ///< texts that mean missing in every column
    std::map<std::string, std::vector<std::string>> nullTokensByColumn;
    std::map<std::string, table::ColumnType> types;
    std::vector<std::string> codedColumns; ///< columns that need codes whatever their cardinality
    unsigned threads = 0; ///< 0: one per core
    std::uint64_t maxRowBytes = 16u << 20; ///< a longer row is rejected
    unsigned hashBits = 64; ///< tests cut it
};

/// A row that is not in the table, with the line it starts on.
struct RejectedRow {
    std::uint64_t line = 0;
    std::string reason; ///< "2 cells, expected 4"
};
/// A row that was read although its quoting breaks RFC 4180.
struct ToleratedRow {
    std::uint64_t line = 0;
    std::uint64_t column = 0; ///< of the first offending quote, in code points from 1
    std::string reason;
};

/// Where a name stands in the line of the header, in code points from 1.
struct HeaderCell {
    std::uint64_t column = 0;
    std::uint64_t endColumn = 0; ///< one past the last
};

/// What became of every byte of the input: bytes = bom + header + rows + blank + rejected.
struct ImportReport {
    std::string file; ///< as given, without directories
    std::uint64_t bytes = 0;
    std::string hash; ///< "xxh3-128:" + 32 hex digits, over 512 KiB leaves
    std::string encoding = "UTF-8";
    Dialect dialect;
    struct Accounted {
        std::uint64_t bom = 0;
        std::uint64_t header = 0;
        std::uint64_t rows = 0;
        std::uint64_t blank = 0;
        std::uint64_t rejected = 0;
    } accounted;
    std::uint64_t headerLine = 0; ///< line of the header; 0: none
    /// One per column of the file; empty where the header takes several lines or quotes oddly.
    std::vector<HeaderCell> headerCells;
    std::uint64_t rows = 0;
    std::uint64_t blankLines = 0;
    std::uint64_t rejectedRows = 0; ///< all of them
    std::vector<RejectedRow> rejected; ///< the first kListedRows, by line
    std::uint64_t toleratedRows = 0;
    std::vector<ToleratedRow> tolerated; ///< the first kListedRows, by line
    std::vector<std::string> renamedColumns; ///< sentences
};
inline constexpr std::size_t kListedRows = 1'000;

struct CsvFile {
    table::Table table;
    ImportReport report;
};

/// Read a CSV file once: every byte accounted for, rows of the wrong width rejected by line,
/// columns encoded and profiled. The result is the same for any number of threads.
/// Errors: InputMissing, InputUnreadable (directory, permission, I/O, shrank while read), NotData
/// (binary, another encoding than UTF-8, named where it can be), Empty (no bytes, or only blank
/// lines), Usage (names or options that do not fit the file), Cancelled. A file with a header and
/// no rows is a table of 0 rows.
base::Result<CsvFile> readCsv(std::shared_ptr<const ByteSource> source, const CsvOptions& options,
    const base::JobContext& job);

} // namespace cupel::readers
