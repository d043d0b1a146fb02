#pragma once

#include <memory>
#include <string>

#include "core/base/job.h"
#include "core/base/result.h"
#include "core/catalog/data_file.h"
#include "core/catalog/data_file_head.h"
#include "core/catalog/database.h"
#include "core/catalog/write_progress.h"
#include "core/readers/byte_source.h"

namespace cupel::catalog {

/// Write the bytes of a source as frames, and see that they have the change hash. Fails with
/// InputUnreadable where they have not or cannot be read, with Catalog and with Cancelled.
base::Result<void> writeFrames(const Database& database, const readers::ByteSource& source,
    const std::string& changeHash, WriteProgress& progress);

/// The bytes that the rows of a table are read from.
struct RowBytes {
    std::shared_ptr<const readers::ByteSource> source;
    RowTexts texts = RowTexts::Absent;
};

/// Choose the original (may be null) where it is as it was, else the frames of the data file at
/// `path`, else a source that tells why there is none. Fails with Cancelled, and with Catalog where
/// the data file cannot be opened again.
base::Result<RowBytes> rowBytes(const std::string& path, const DataFileHead& head,
    std::shared_ptr<const readers::ByteSource> original, const base::JobContext& job);

} // namespace cupel::catalog
