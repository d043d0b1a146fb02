#pragma once

#include <vector>

#include "core/audits/audit.h"

namespace cupel::audits {

/// A value of a column that is likely to mean "missing".
struct MissingToken {
    std::string token;
    std::int64_t rows = 0;
};
/// The words that rule data.likely-missing-token looks for, among the most frequent values of a
/// column and the values that keep it from being numbers. In order of the list of words.
std::vector<MissingToken> likelyMissingTokens(const counts::ColumnDescription& column);

/// Whether nearly every cell is different, so that the column names rows rather than describing
/// them (rule data.identifier-column with the given limit for texts).
bool looksLikeIdentifier(const counts::ColumnDescription& column, double limit);

/// What the rules about single columns find.
std::vector<findings::Finding> columnFindings(
    const Facts& facts, const counts::ColumnDescription& column);
/// What reading the file told: rejected rows, stray quotes, changed names, a header of data.
std::vector<findings::Finding> importFindings(const Facts& facts);

} // namespace cupel::audits
