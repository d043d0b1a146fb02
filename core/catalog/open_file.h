#pragma once

#include <cstdint>
#include <string>

#include "core/base/job.h"
#include "core/base/result.h"
#include "core/catalog/database.h"

namespace cupel::catalog {

/// A file that was found to be in order.
struct CheckedFile {
    Database database;
    std::uint32_t version = 0; ///< not above that of the format
};

/// Open a file that may come from anybody. Before anything in it is used: the path is a regular
/// file; its first 100 bytes name the format and a version that is known; its tables are those of
/// that version, word for word; its pages and values are sound. All of this takes time linear in
/// the size of the file, or it is refused. Each refusal says what the file is instead.
/// Opens for writing where file and folder allow it, else for reading.
base::Result<CheckedFile> openChecked(
    const std::string& path, const FileFormat& format, const base::JobContext& job);

} // namespace cupel::catalog
