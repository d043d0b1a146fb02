#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/base/result.h"
#include "core/catalog/database.h"

namespace cupel::catalog {

/// All rows of a query, each as `read` makes it of the statement that stands at it.
template <typename Read, typename... Values>
auto rowsOf(
    const Database& database, std::string_view sql, const Read& read, const Values&... values)
    -> base::Result<std::vector<decltype(read(std::declval<const Statement&>()))>>
{
    base::Result<Statement> statement = database.prepare(sql);
    if (!statement)
        return statement.error();
    statement->start(values...);
    std::vector<decltype(read(std::declval<const Statement&>()))> rows;
    for (;;) {
        const base::Result<bool> more = statement->next();
        if (!more)
            return more.error();
        if (!*more)
            return rows;
        rows.push_back(read(*statement));
    }
}

/// A row that was there when its id was read.
template <typename T>
base::Result<T> unlessGone(base::Result<std::optional<T>> row, const std::string& path)
{
    if (!row)
        return row.error();
    if (!*row)
        return base::Error{base::ErrorCode::Catalog, "the catalog does not have this any more",
            "another program may have deleted it; list the catalog", {path, 0, 0, 0}};
    return std::move(**row);
}

} // namespace cupel::catalog
