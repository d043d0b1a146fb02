#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace cupel::catalog {

/// One kind of file of SQLite that Cupel writes.
struct FileFormat {
    std::uint32_t applicationId = 0;
    std::string_view noun; ///< "catalog": what messages call it
    std::string_view remedy; ///< what to try where the file is damaged
    /// SQL that makes version 1 from an empty file, version 2 from version 1, and so on. The last
    /// one is the version that is written.
    std::span<const std::string_view> versions;

    std::uint32_t version() const { return static_cast<std::uint32_t>(versions.size()); }
};

} // namespace cupel::catalog
