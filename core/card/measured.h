#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/base/text.h"

namespace cupel::card {

/// A value and the rows that hold it.
struct ValueRows {
    std::string value;
    std::int64_t rows = 0;
};

/// A column that plays a part, with all its values.
struct MeasuredValues {
    std::string column;
    std::vector<ValueRows> values; ///< most frequent first, ties by value
    std::int64_t missing = 0;

    /// Rows that have a value.
    std::int64_t present() const;
    const ValueRows* find(const std::string& value) const;
};

/// The languages of a text column, as far as its cells tell.
struct MeasuredLanguages {
    std::string column;
    std::int64_t rows = 0; ///< looked at
    std::int64_t told = 0; ///< whose language could be told; others are short, mixed or no prose
    std::vector<ValueRows> languages; ///< ISO 639 codes, most frequent first
};

struct MeasuredColumn {
    std::string name;
    std::string type;
    std::int64_t missing = 0;
};

/// What the counts say about a dataset, for the card and for the claims of its documents.
/// Counts are of all rows; only the texts whose languages are told are sampled, since these would
/// take far longer than all counts.
struct Measured {
    std::string file; ///< without directories
    std::uint64_t bytes = 0;
    std::string hash; ///< change hash of the file
    std::int64_t rows = 0;
    std::int64_t rejectedRows = 0;
    std::vector<MeasuredColumn> columns;
    std::optional<MeasuredValues> label;
    std::string favourable; ///< value of the label, or empty
    std::vector<MeasuredValues> groups;
    std::optional<MeasuredValues> splits;
    std::optional<std::int64_t> repeatedRows; ///< rows equal to an earlier one in all columns
    /// Of text columns; the only figures that are not of all rows. Measured where documents name
    /// languages.
    std::vector<MeasuredLanguages> languages;
    /// Columns that need not be features: label, weight, id, split, prediction, score.
    std::int64_t partColumns = 0;

    bool hasColumn(const std::string& name) const;
};

} // namespace cupel::card
