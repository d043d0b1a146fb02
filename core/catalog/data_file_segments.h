#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <vector>

#include "core/base/job.h"
#include "core/base/result.h"
#include "core/catalog/data_file_format.h"

namespace cupel::catalog {

class Database;

/// Open a data file for reading, untrusted as it is: its head, its tables and nothing else. Fails
/// with Catalog.
base::Result<Database> openDataFile(const std::string& path);

/// All segments of a data file.
class SegmentList {
public:
    /// Read the list, or say why it cannot be right: segments of unknown kinds, or more bytes than
    /// the file has. Fails with Catalog.
    static base::Result<SegmentList> read(const std::string& path);

    /// The pieces of an array, in order.
    std::span<const Segment> of(SegmentKind kind, std::size_t column = 0) const;
    std::size_t size() const { return m_segments.size(); }

private:
    std::vector<Segment> m_segments; ///< sorted by kind, column and id
};

/// Bytes of all segments together.
std::uint64_t bytesOf(std::span<const Segment> segments);

/// A segment on its way into memory.
struct SegmentTask {
    Segment segment;
    std::byte* to = nullptr; ///< null: nowhere, `accept` takes what it needs
    /// Whether the bytes, whose digest is right, can be used. Called once, by any thread.
    std::function<bool(std::span<const std::byte>)> accept;
};

/// Load segments with several threads. Fails with Catalog for the first that is damaged or not
/// accepted, and with Cancelled.
base::Result<void> loadSegments(const std::string& path, std::span<const SegmentTask> tasks,
    unsigned threads, const base::JobContext& job);

} // namespace cupel::catalog
