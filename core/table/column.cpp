#include "core/table/column.h"

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

} // namespace cupel::table
