#include "core/catalog/schema_check.h"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace cupel::catalog {
namespace {

using base::Error;
using base::ErrorCode;
using base::Result;

/// A line of sqlite_schema.
struct SchemaItem {
    std::string type;
    std::string name;
    std::string table;
    std::optional<std::string> sql; ///< none: an index that a constraint brings along
    friend bool operator==(const SchemaItem&, const SchemaItem&) = default;
};

/// The lines in order, `most` at most.
Result<std::vector<SchemaItem>> itemsOf(const Database& database, std::size_t most)
{
    Result<Statement> rows = database.prepare(
        "SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY name, type LIMIT ?");
    if (!rows)
        return rows.error();
    rows->start(most);
    std::vector<SchemaItem> items;
    for (;;) {
        const Result<bool> more = rows->next();
        if (!more)
            return more.error();
        if (!*more)
            return items;
        items.push_back({rows->text(0), rows->text(1), rows->text(2), rows->optionalText(3)});
    }
}

} // namespace

Result<void> checkSchema(const Database& database, std::uint32_t version)
{
    constexpr std::size_t kMost = 1'000;
    const Result<Database> fresh = Database::inMemory(database.format(), version);
    if (!fresh)
        return fresh.error();
    const Result<std::vector<SchemaItem>> expected = itemsOf(*fresh, kMost);
    if (!expected)
        return expected.error();
    const Result<std::vector<SchemaItem>> found = itemsOf(database, expected->size() + 1);
    if (!found)
        return found.error();
    for (std::size_t i = 0; i < std::max(expected->size(), found->size()); ++i) {
        if (i < expected->size() && i < found->size() && (*expected)[i] == (*found)[i])
            continue;
        // Both are in order, so the lesser name is the one that only one of them has.
        const bool isExtra = i >= expected->size()
            || (i < found->size() && (*found)[i].name <= (*expected)[i].name);
        const SchemaItem& item = isExtra ? (*found)[i] : (*expected)[i];
        return Error{ErrorCode::Catalog,
            "the " + std::string(database.format().noun)
                + " is damaged or was changed by another program: its " + item.type + " \""
                + item.name + "\" is not what it was",
            std::string(database.format().remedy), {database.path(), 0, 0, 0}};
    }
    return {};
}

} // namespace cupel::catalog
