#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "core/base/result.h"
#include "core/catalog/catalog.h"

namespace cupel::pipeline {

/// A run over a version of a dataset.
struct RunOfVersion {
    std::int64_t run = 0;
    std::size_t place
        = 0; ///< of the version among those of the run, and of its dataset in the report
};

enum class RunsWanted { All, WithReport };
/// The newest run over the first of these versions that has one; none: none has. Fails with
/// Catalog.
base::Result<std::optional<RunOfVersion>> lastRun(const catalog::Catalog& catalog,
    const std::vector<catalog::Version>& versions, RunsWanted wanted = RunsWanted::All);

} // namespace cupel::pipeline
