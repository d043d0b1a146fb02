#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>

#include "core/base/result.h"
#include "core/readers/byte_source.h"
#include "core/readers/csv_reader.h"

namespace cupel::readers {

/// The begin of a file, as it would be read.
struct CsvPreview {
    /// Of the rows that were looked at: types and profiles are theirs alone, and the rest of the
    /// file may change them. Its source of rows gives them.
    CsvFile file;
    bool isWhole = false; ///< the file has no more
    std::uint64_t bytes = 0; ///< that were looked at
    std::uint64_t totalBytes = 0; ///< of the file
    std::uint64_t estimatedRows = 0; ///< of the whole file; exact where isWhole
};
inline constexpr std::size_t kPreviewBytes = 256u << 10;

/// Read the rows that end within the first `most` bytes of a file, which takes milliseconds however
/// large the file is; of one whose first row is longer, that row, up to CsvOptions::maxRowBytes,
/// which takes as long as so many bytes do. Fails as readCsv() does.
base::Result<CsvPreview> previewCsv(const std::shared_ptr<const ByteSource>& source,
    const CsvOptions& options, const base::JobContext& job, std::size_t most = kPreviewBytes);

} // namespace cupel::readers
