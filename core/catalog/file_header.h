#pragma once

#include <cstdint>
#include <optional>

#include "core/base/result.h"
#include "core/catalog/database.h"

namespace cupel::catalog {

/// What the first 100 bytes of a file of SQLite say.
struct FileHeader {
    std::uint32_t applicationId = 0;
    std::uint32_t version = 0; ///< that the application gave
};

/// Look at the first bytes of a file before SQLite does; none where they are no header. They are
/// read through its handle: closing another one would give up the locks that this program holds on
/// the file.
base::Result<std::optional<FileHeader>> readHeader(const Database& database);

} // namespace cupel::catalog
