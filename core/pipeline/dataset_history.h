#pragma once

#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/catalog/catalog.h"
#include "core/pipeline/history_words.h"

namespace cupel::pipeline {

/// What happened to a dataset of a catalog, and what its events name.
struct History {
    std::vector<catalog::Event> events;
    std::vector<catalog::Version> versions;
    std::vector<catalog::StoredRun> runs;
    std::vector<HistoryEntry> entries; ///< the events in words, the newest first, long texts cut
};

/// That of a dataset in use. Fails with Usage where there is none of this name, and with Catalog.
base::Result<History> historyOf(const catalog::Catalog& catalog, const std::string& name);

} // namespace cupel::pipeline
