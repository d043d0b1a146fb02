#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/counts/question.h"
#include "core/readers/csv_reader.h"

namespace cupel::reports {

/// A finding of a report that was written earlier, with what is needed to find its rows again.
struct StoredFinding {
    struct Evidence {
        std::optional<counts::Filter> filter; ///< none: the report's privacy mode hid it
        std::int64_t count = 0;
    };

    std::string id;
    std::string message;
    std::string file; ///< name of the input without directories
    std::string hash; ///< of the input
    readers::CsvOptions options; ///< as the input was read
    std::vector<Evidence> evidence;
};

/// Find a finding in the text of a JSON report by its id, or by the first characters of it where
/// they are those of one finding only. Fails with Usage: not a report, one of another major
/// version, nested too deeply, or without such a finding.
base::Result<StoredFinding> storedFinding(
    std::string_view report, const std::string& fileName, std::string_view id);

} // namespace cupel::reports
