#pragma once

#include <cstdint>

#include "core/base/result.h"
#include "core/readers/byte_source.h"
#include "core/readers/csv_preview.h"

namespace cupel::pipeline {

/// What reading, auditing and keeping a file will take, guessed from its size and its first rows:
/// bytes mostly within a factor of two; seconds as on two cores of 2023, with few groups.
struct ImportEstimate {
    double seconds = 0.0;
    std::uint64_t catalogBytes = 0; ///< that a catalog grows by, without keeping the source
};

ImportEstimate estimateImport(const readers::CsvPreview& preview);

/// Bytes that a catalog grows by where it keeps those of a file as well, guessed from how the first
/// ones of it are compressed; takes milliseconds. Fails as reading the source does.
base::Result<std::uint64_t> estimateKeptSource(const readers::ByteSource& source);

} // namespace cupel::pipeline
