#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "core/audits/judging.h"

namespace cupel::audits {

/// One split and the rows of the run's filter in it.
struct Split {
    std::string name;
    std::int64_t rows = 0;

    base::DataText text() const { return base::DataText::roleValue(name, rows); }
};

/// The splits of the run.
struct Splits {
    std::string column;
    std::vector<Split> splits; ///< the reference first, then code-point order
    std::string referenceOrigin; ///< "named train", "largest split"
    std::map<std::string, std::int64_t> excluded; ///< rows that are in none

    std::int64_t rows() const;
    base::DataText columnText() const { return base::DataText::name(column); }
};

/// Rows by split, without weights.
counts::CellsQuestion splitQuestion(const Facts& facts);
/// The splits with rows. The reference is the one named like a training split ("train", "training",
/// in any case), else the largest, the first of equal ones.
Splits splitsOf(const Facts& facts, const counts::Cells& cells);

/// Why there is nothing to compare: a result with a reason; without one where there is a split
/// column and a row.
AuditResult splitRefusal(const Facts& facts);

} // namespace cupel::audits
