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

/// The limit of rule data.identifier-column for a column where no policy gives one: whole numbers
/// often differ without naming anything.
findings::Limit usualIdentifierLimit(const counts::ColumnDescription& column);
/// Whether so many cells are different that the column names rows rather than describing them.
bool looksLikeIdentifier(const counts::ColumnDescription& column, const findings::Limit& limit);

/// What the rules about single columns find.
std::vector<findings::Finding> columnFindings(
    const Facts& facts, const counts::ColumnDescription& column);
/// What reading the file told: rejected rows, stray quotes, changed names, a header of data.
std::vector<findings::Finding> importFindings(const Facts& facts);

} // namespace cupel::audits
