#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

#include "core/base/hash.h"
#include "core/base/result.h"
#include "core/catalog/file_format.h"

namespace cupel::catalog {

/// A data file is a database of SQLite with these tables. `segment` lists the pieces of all arrays
/// and `content` holds their bytes, so that the list is read without them. `source_frame` holds the
/// input in zstd frames (readers::kFrameBytes) by their offset, where it is kept.
///
/// A file of another version is not converted but written again: whatever changes the bytes of a
/// segment or the fields of the head adds a version.
const FileFormat& dataFileFormat();
inline constexpr unsigned kDataFilePage = 65'536;

/// What a segment is a piece of.
enum class SegmentKind : std::uint8_t {
    Head, ///< everything that is no array, as data_file_head.h writes it
    RowHashes, ///< 8 bytes per row
    RowIndex, ///< whole chunks, as data_file_parts.h writes them
    Cells, ///< codes or numbers of a column
    Rows, ///< numbers of rows, 8 bytes each: those missing in a sketch, or not of the type
    Dictionary, ///< of a column, as data_file_parts.h writes it
};
inline constexpr unsigned kSegmentKinds = 6;

/// Bytes of a segment that is written: so few that a piece is still in the cache when it is checked
/// after it was read, and that threads can share the work.
inline constexpr std::size_t kSegmentBytes = std::size_t{1} << 20;
/// A larger one is not read.
inline constexpr std::size_t kMostSegmentBytes = std::size_t{64} << 20;

/// One piece of an array. The pieces of an array follow each other in the order of their ids.
struct Segment {
    std::int64_t id = 0;
    SegmentKind kind = SegmentKind::Head;
    std::size_t column = 0; ///< 0 for what belongs to no column
    std::size_t bytes = 0;
    base::Digest128 digest{};
};

/// The error for a data file that cannot be used.
base::Error unusable(const std::string& path, const std::string& reason);

} // namespace cupel::catalog
