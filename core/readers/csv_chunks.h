#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/base/hash.h"
#include "core/base/job.h"
#include "core/base/result.h"
#include "core/readers/byte_source.h"
#include "core/readers/column_encoder.h"
#include "core/readers/csv_reader.h"
#include "core/readers/csv_row_source.h"

namespace cupel::readers {

/// What a pass over the rows of a file found, in file order.
struct ChunkTotals {
    std::uint64_t rows = 0;
    std::uint64_t rowBytes = 0;
    std::uint64_t blankBytes = 0;
    std::uint64_t blankLines = 0;
    std::uint64_t rejectedBytes = 0;
    std::uint64_t rejectedRows = 0;
    std::uint64_t toleratedRows = 0;
    std::vector<RejectedRow> rejected;
    std::vector<ToleratedRow> tolerated;
    RowIndex index;
    std::vector<base::Digest128> leaves;
    /// A separator without the blank of a detected ", " was seen: the dialect does not hold.
    bool shortDelimiter = false;
};

/// Where the rows of a file begin and how they are read.
struct ChunkPlan {
    Dialect dialect;
    std::size_t columns = 0;
    std::uint64_t rowsBegin = 0; ///< file offset after byte order mark and header
    std::uint64_t firstLine = 1; ///< line number at rowsBegin
    std::uint64_t maxRowBytes = 0;
    bool stopAtShortDelimiter = false;
    unsigned threads = 1;
};

/// Read all chunks of a file with `plan.threads` threads and encode their rows into `builder`,
/// which has as many lanes. Chunks are scanned in parallel from a guess where their first row
/// begins; a chunk counts only when the chunk before it has confirmed that begin, else it is
/// scanned again from the right one. So a quote anywhere cannot change what is read, only how fast.
base::Result<ChunkTotals> readChunks(const ByteSource& source, const ChunkPlan& plan,
    TableBuilder& builder, const base::JobContext& job);

} // namespace cupel::readers
