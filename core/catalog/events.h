#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json_fwd.hpp>

#include "core/base/result.h"
#include "core/catalog/database.h"
#include "core/catalog/notes.h"
#include "core/catalog/records.h"

namespace cupel::catalog {

/// What the event of a file that is elsewhere now is called.
inline constexpr std::string_view kRelocateEvent = "relocate";

/// What an event holds of before and after: JSON on one line, without what is no UTF-8.
std::string eventJson(const nlohmann::ordered_json& json);

/// Write down what happens to a dataset, within the transaction that does it. before and after are
/// of eventJson(), or empty; so is `who` where that is not known.
base::Result<void> addEvent(const Database& database, Time at, std::string_view what,
    std::int64_t dataset, std::string_view name, std::string_view before, std::string_view after,
    std::string_view who = {});

/// The dataset of a version. Fails with Catalog where it is gone.
base::Result<Dataset> datasetOfVersion(const Database& database, std::int64_t version);

/// Write down what is to be noted of versions, within the transaction that puts them in. No
/// function: nothing is.
base::Result<void> addNotes(const Database& database, const Catalog& catalog, const NotesOf& notes,
    const std::vector<std::int64_t>& versions, Time at);

} // namespace cupel::catalog
