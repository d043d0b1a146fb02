#pragma once

#include <cstdint>

#include "core/readers/csv_preview.h"

namespace cupel::pipeline {

/// What reading, auditing and keeping a file will take, guessed from its size and its first rows:
/// bytes mostly within a factor of two; seconds as on two cores of 2023, with few groups.
struct ImportEstimate {
    double seconds = 0.0;
    std::uint64_t catalogBytes = 0; ///< that a catalog grows by, without keeping the source
};

ImportEstimate estimateImport(const readers::CsvPreview& preview);

} // namespace cupel::pipeline
