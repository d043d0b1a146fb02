#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>

#include "core/base/result.h"

namespace cupel::readers {

/// Bytes that can be read at any offset, by several threads at once.
class ByteSource {
public:
    virtual ~ByteSource() = default;
    virtual const std::string& name() const = 0; ///< file name without directories
    virtual std::uint64_t size() const = 0;
    /// Read exactly `bytes` at `offset` into `to`. Fails with InputUnreadable when the source is
    /// shorter than it was when opened, or on an I/O error.
    virtual base::Result<void> read(std::uint64_t offset, char* to, std::size_t bytes) const = 0;
    /// Whether the source is as it was when opened (size and time of change of a file).
    virtual base::Result<void> unchanged() const = 0;
    /// When a file was last written to, in nanoseconds since 1970; none for what is no file.
    virtual std::optional<std::int64_t> modifiedNs() const { return std::nullopt; }
};

/// Open a regular file. Directories, missing paths, devices and sockets are refused with the
/// reason.
base::Result<std::shared_ptr<const ByteSource>> openFile(const std::string& path);
/// Bytes in memory, for tests.
std::shared_ptr<const ByteSource> memorySource(std::string name, std::string bytes);

} // namespace cupel::readers
