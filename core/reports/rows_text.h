#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace cupel::reports {

enum class RowsFormat { Csv, Json, Markdown };

/// Rows of a table as text, with the line of each in the source first. CSV (RFC 4180, with the
/// formula guard) and JSON (one object per line) are what `cupel rows` prints; Markdown is a table
/// in which nothing is markup.
class RowsText {
public:
    RowsText(RowsFormat format, std::vector<std::string> columns);

    /// What stands before the rows; may be empty.
    std::string header() const;
    /// One row; `cells` are as many as the columns.
    std::string row(std::uint64_t line, const std::vector<std::string>& cells) const;

private:
    RowsFormat m_format;
    std::vector<std::string> m_columns;
};

} // namespace cupel::reports
