#include "core/catalog/columns.h"

#include <cstddef>
#include <optional>
#include <utility>

#include "core/catalog/rows.h"

namespace cupel::catalog {
namespace {

using base::Result;

constexpr int kFirstQuantile = 12; ///< its place in a row that is read

Result<void> writeColumn(
    Statement& insert, std::int64_t version, std::int64_t position, const ColumnInfo& column)
{
    const std::optional<ColumnInfo::Numbers>& numbers = column.numbers;
    if (!numbers)
        return insert.run(version, position, column.name, column.type, column.role, column.missing,
            column.notOfType, column.distinct, column.distinctIsExact, nullptr, nullptr, nullptr,
            nullptr, nullptr, nullptr, nullptr, nullptr, nullptr, nullptr);
    const auto& q = numbers->quantiles;
    return insert.run(version, position, column.name, column.type, column.role, column.missing,
        column.notOfType, column.distinct, column.distinctIsExact, numbers->n, numbers->min,
        numbers->max, numbers->mean, numbers->std, q[0], q[1], q[2], q[3], q[4]);
}

ColumnInfo columnOf(const Statement& row)
{
    ColumnInfo column{row.text(0), row.text(1), row.text(2), row.integer(3), row.integer(4),
        row.integer(5), row.boolean(6), {}, {}};
    if (row.isNull(7))
        return column;
    ColumnInfo::Numbers numbers{row.integer(7), row.number(8), row.number(9),
        row.optionalNumber(10), row.optionalNumber(11), {}};
    for (std::size_t i = 0; i < numbers.quantiles.size(); ++i)
        numbers.quantiles[i] = row.number(kFirstQuantile + static_cast<int>(i));
    column.numbers = numbers;
    return column;
}

} // namespace

Result<void> writeColumns(
    const Database& database, std::int64_t version, const std::vector<ColumnInfo>& columns)
{
    Result<Statement> insert = database.prepare(
        "INSERT INTO column_info (version, position, name, type, role, missing, not_of_type,"
        " distinct_count, distinct_is_exact, number_count, least, greatest, mean, std, q05, q25, "
        "q50,"
        " q75, q95) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    if (!insert)
        return insert.error();
    Result<Statement> insertValue
        = database.prepare("INSERT INTO column_value (version, \"column\", position, value, count) "
                           "VALUES (?, ?, ?, ?, ?)");
    if (!insertValue)
        return insertValue.error();
    std::int64_t position = 0;
    for (const ColumnInfo& column : columns) {
        if (Result<void> written = writeColumn(*insert, version, position, column); !written)
            return written;
        std::int64_t rank = 0;
        for (const ValueCount& top : column.top) {
            if (Result<void> written
                = insertValue->run(version, position, rank++, top.value, top.count);
                !written)
                return written;
        }
        ++position;
    }
    return {};
}

Result<std::vector<ColumnInfo>> readColumns(const Database& database, std::int64_t version)
{
    Result<std::vector<ColumnInfo>> columns = rowsOf(database,
        "SELECT name, type, role, missing, not_of_type, distinct_count, distinct_is_exact,"
        " number_count, least, greatest, mean, std, q05, q25, q50, q75, q95"
        " FROM column_info WHERE version = ? ORDER BY position",
        columnOf, version);
    if (!columns)
        return columns;
    using Placed = std::pair<std::int64_t, ValueCount>;
    const auto valueOf = [](const Statement& row) {
        return Placed(row.integer(0), ValueCount{row.text(1), row.integer(2)});
    };
    Result<std::vector<Placed>> values = rowsOf(database,
        "SELECT \"column\", value, count FROM column_value WHERE version = ?"
        " ORDER BY \"column\", position",
        valueOf, version);
    if (!values)
        return values.error();
    for (Placed& placed : *values) {
        const auto at = static_cast<std::uint64_t>(placed.first);
        if (at < columns->size())
            (*columns)[at].top.push_back(std::move(placed.second));
    }
    return columns;
}

} // namespace cupel::catalog
