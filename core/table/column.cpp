#include "core/table/column.h"

#include <algorithm>
#include <utility>

namespace cupel::table {
namespace {

constexpr std::pair<ColumnType, std::string_view> kTypeNames[] = {
    {ColumnType::Text, "text"},
    {ColumnType::Integer, "integer"},
    {ColumnType::Number, "number"},
    {ColumnType::Boolean, "boolean"},
    {ColumnType::Date, "date"},
    {ColumnType::DateTime, "datetime"},
};

/// Without an early end, so that the compiler compares many at a time.
template <typename Code> std::uint32_t largestOf(const std::byte* bytes, std::size_t count)
{
    const auto* const codes = reinterpret_cast<const Code*>(bytes);
    Code largest = 0;
    for (std::size_t i = 0; i < count; ++i)
        largest = std::max(largest, codes[i]);
    return largest;
}

} // namespace

std::string_view typeName(ColumnType type)
{
    for (const auto& [candidate, name] : kTypeNames) {
        if (candidate == type)
            return name;
    }
    return {};
}

std::optional<ColumnType> typeFromName(std::string_view name)
{
    for (const auto& [type, candidate] : kTypeNames) {
        if (candidate == name)
            return type;
    }
    return std::nullopt;
}

std::uint32_t largestCode(const std::byte* codes, std::size_t count, unsigned width)
{
    if (width == 1)
        return largestOf<std::uint8_t>(codes, count);
    if (width == 2)
        return largestOf<std::uint16_t>(codes, count);
    return largestOf<std::uint32_t>(codes, count);
}

} // namespace cupel::table
