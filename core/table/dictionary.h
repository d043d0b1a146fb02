#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace cupel::table {

/// The distinct non-missing values of a column. Codes run from 1 to size(), ranked by count (most
/// frequent first), ties by value in code-point order; code 0 means missing. In a number column
/// spellings of the same number ("1.50", "1.5") are one value, written shortest. Immutable.
class Dictionary {
public:
    struct Entry {
        std::string_view value;
        std::int64_t count = 0;
        std::optional<double>
            number; ///< set where the column's type is a number and the value is one
    };

    /// Copy the entries, which are already ranked.
    explicit Dictionary(const std::vector<Entry>& ranked);

    std::uint32_t size() const { return static_cast<std::uint32_t>(m_counts.size()); }
    /// The functions below take a code from 1 to size().
    std::string_view value(std::uint32_t code) const
    {
        const std::uint64_t begin = m_ends[code - 1];
        return {m_bytes.data() + begin, static_cast<std::size_t>(m_ends[code] - begin)};
    }
    std::int64_t count(std::uint32_t code) const { return m_counts[code - 1]; }
    std::optional<double> number(std::uint32_t code) const;
    /// Code of a text, by exact equality. Linear in size().
    std::optional<std::uint32_t> find(std::string_view value) const;

private:
    std::vector<char> m_bytes;
    std::vector<std::uint64_t> m_ends; ///< size() + 1, first 0
    std::vector<std::int64_t> m_counts;
    std::vector<double> m_numbers; ///< NaN where no number; empty for non-number columns
};

} // namespace cupel::table
