#pragma once

#include <cstdint>
#include <limits>

#include "core/findings/policy.h"

namespace cupel::reports {

/// How much of the data's own text leaves the program.
enum class Privacy {
    Full, ///< everything
    Masked, ///< names, counts, metrics, and values of role columns that enough rows hold
    Aggregate, ///< names, counts and metrics; no values
};
/// A mode, and what it takes for enough. A mode alone is one with the usual smallest cell.
struct PrivacyRule {
    Privacy mode = Privacy::Masked;
    std::int64_t minCell = findings::kDefaultMinCell; ///< rows that must hold a value

    PrivacyRule() = default;
    PrivacyRule(Privacy its, std::int64_t rows = findings::kDefaultMinCell)
        : mode(its)
        , minCell(rows)
    {
    }
};
/// Rows that must hold a value of a role before it is shown.
constexpr std::int64_t leastRowsShown(const PrivacyRule& privacy)
{
    if (privacy.mode == Privacy::Full)
        return 0;
    return privacy.mode == Privacy::Masked ? privacy.minCell
                                           : std::numeric_limits<std::int64_t>::max();
}
/// As the rows of a text that the user wrote, which Masked shows whatever the smallest cell is.
inline constexpr std::int64_t kEnoughRows = std::numeric_limits<std::int64_t>::max() - 1;

} // namespace cupel::reports
