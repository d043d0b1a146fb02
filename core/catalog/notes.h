#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"

namespace cupel::catalog {

class Catalog;

/// What the event of other roles or types is called.
inline constexpr std::string_view kRolesEvent = "roles";

/// An event of the dataset of a version, besides the one that says what was put in.
struct Note {
    std::int64_t version = 0; ///< its id
    std::string what;
    std::string before; ///< JSON, or empty
    std::string after; ///< JSON, or empty
    std::string who; ///< empty: not known
};

/// What is to be noted of versions that are put in, by their ids. It is asked within the
/// transaction, before their run is there: the notes are in the catalog with the run, or neither
/// is. An error ends the transaction.
using NotesOf = std::function<base::Result<std::vector<Note>>(
    const Catalog&, const std::vector<std::int64_t>& versions)>;

} // namespace cupel::catalog
