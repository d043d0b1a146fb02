#pragma once

#include <string>
#include <vector>

#include "core/base/text.h"
#include "core/catalog/records.h"

namespace cupel::pipeline {

/// What happened to a dataset, for people.
struct HistoryEntry {
    catalog::Time at;
    std::string who; ///< empty: not known
    std::string what; ///< "Read", "Audited", "Removed", …; an unknown event as it is called
    base::Sentence details; ///< may be empty
};

/// The events of a dataset in words, the newest first, with what is known of the versions and runs
/// that they name.
std::vector<HistoryEntry> historyEntries(const std::vector<catalog::Event>& events,
    const std::vector<catalog::Version>& versions, const std::vector<catalog::StoredRun>& runs);

} // namespace cupel::pipeline
