#pragma once

#include <string>

#include "core/base/job.h"
#include "core/base/result.h"
#include "core/readers/byte_source.h"

namespace cupel::readers {

/// The change hash of a source (ImportReport::hash). Fails as reading does, and with Cancelled.
base::Result<std::string> changeHashOf(const ByteSource& source, const base::JobContext& job);

/// SHA-256 of a source, for manifests. Fails with InputUnreadable where its bytes are not those of
/// the change hash (ImportReport::hash), or cannot be read, and with Cancelled.
base::Result<std::string> sha256Of(
    const ByteSource& source, const std::string& changeHash, const base::JobContext& job);

} // namespace cupel::readers
