#include "core/table/dictionary.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace cupel::table {

Dictionary::Dictionary(const std::vector<Entry>& ranked)
{
    std::uint64_t bytes = 0;
    for (const Entry& entry : ranked)
        bytes += entry.value.size();
    m_bytes.reserve(bytes);
    m_ends.reserve(ranked.size() + 1);
    m_counts.reserve(ranked.size());
    m_ends.push_back(0);
    const bool hasNumbers = std::any_of(
        ranked.begin(), ranked.end(), [](const Entry& entry) { return entry.number.has_value(); });
    if (hasNumbers)
        m_numbers.reserve(ranked.size());
    for (const Entry& entry : ranked) {
        m_bytes.insert(m_bytes.end(), entry.value.begin(), entry.value.end());
        m_ends.push_back(m_bytes.size());
        m_counts.push_back(entry.count);
        if (hasNumbers)
            m_numbers.push_back(entry.number.value_or(std::numeric_limits<double>::quiet_NaN()));
    }
}

std::optional<double> Dictionary::number(std::uint32_t code) const
{
    if (m_numbers.empty() || std::isnan(m_numbers[code - 1]))
        return std::nullopt;
    return m_numbers[code - 1];
}

std::optional<std::uint32_t> Dictionary::find(std::string_view wanted) const
{
    for (std::uint32_t code = 1; code <= size(); ++code) {
        if (value(code) == wanted)
            return code;
    }
    return std::nullopt;
}

} // namespace cupel::table
