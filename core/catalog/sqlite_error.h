#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"

struct sqlite3;

namespace cupel::catalog {

/// What to try where a file may not be used.
inline constexpr const char* kCheckRights = "check its permissions and those of its folder";

/// The error for a result code of SQLite: in words for people, with what to try, about a file that
/// is a `noun` ("catalog"). `remedy` is the hint where the file is damaged. Its code is Catalog;
/// without memory it is Internal.
base::Error sqliteError(int code, sqlite3* handle, std::string_view noun, std::string_view remedy,
    const std::string& path);

/// What SQLite finds wrong in a file, one per line, without its headlines.
std::vector<std::string> damageLines(const std::string& found);

} // namespace cupel::catalog
