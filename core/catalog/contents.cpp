#include "core/catalog/contents.h"

#include <string>
#include <string_view>
#include <utility>

#include "core/catalog/columns.h"
#include "core/catalog/rows.h"

namespace cupel::catalog {
namespace {

using base::Result;

/// Run a statement for every item, with the version, the item's position and what `fields` gives.
template <typename Items, typename Write>
Result<void> writeAll(
    const Database& database, std::string_view sql, const Items& items, const Write& write)
{
    Result<Statement> insert = database.prepare(sql);
    if (!insert)
        return insert.error();
    std::int64_t position = 0;
    for (const auto& item : items) {
        if (Result<void> written = write(*insert, position++, item); !written)
            return written;
    }
    return {};
}

constexpr const char* kTables[]
    = {"column_info", "role", "document", "card_field", "license_claim"};

Result<void> deleteContents(const Database& database, std::int64_t version)
{
    for (const char* table : kTables) {
        if (Result<void> gone
            = database.run(std::string("DELETE FROM ") + table + " WHERE version = ?", version);
            !gone)
            return gone;
    }
    return {};
}

Result<void> writeRoles(
    const Database& database, std::int64_t version, const std::vector<RoleInfo>& roles)
{
    return writeAll(database,
        "INSERT INTO role (version, position, role, \"column\", value, details_json) VALUES (?, ?, "
        "?, ?, ?, ?)",
        roles, [&](Statement& insert, std::int64_t position, const RoleInfo& role) {
            return insert.run(version, position, role.role, role.column, role.value, role.details);
        });
}

Result<void> writeDocuments(
    const Database& database, std::int64_t version, const std::vector<DocumentInfo>& documents)
{
    return writeAll(database,
        "INSERT INTO document (version, position, kind, file, bytes, hash, problems) VALUES (?, ?, "
        "?, ?, ?, ?, ?)",
        documents, [&](Statement& insert, std::int64_t position, const DocumentInfo& document) {
            return insert.run(version, position, document.kind, document.file, document.bytes,
                document.hash, document.problems);
        });
}

Result<void> writeCardFields(
    const Database& database, std::int64_t version, const std::vector<CardFieldInfo>& fields)
{
    return writeAll(database,
        "INSERT INTO card_field (version, position, key, state, reason, is_needed, text, source) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        fields, [&](Statement& insert, std::int64_t position, const CardFieldInfo& field) {
            return insert.run(version, position, field.key, field.state, field.reason,
                field.isNeeded, field.text, field.source);
        });
}

Result<void> writeClaims(
    const Database& database, std::int64_t version, const std::vector<LicenseClaimInfo>& claims)
{
    return writeAll(database,
        "INSERT INTO license_claim (version, position, kind, source, line, raw, expression, "
        "covers) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        claims, [&](Statement& insert, std::int64_t position, const LicenseClaimInfo& claim) {
            return insert.run(version, position, claim.kind, claim.source, claim.line, claim.raw,
                claim.expression, claim.covers);
        });
}

RoleInfo roleOf(const Statement& row)
{
    return {row.text(0), row.text(1), row.text(2), row.text(3)};
}
DocumentInfo documentOf(const Statement& row)
{
    return {row.text(0), row.text(1), row.integer(2), row.text(3), row.integer(4)};
}
CardFieldInfo cardFieldOf(const Statement& row)
{
    return {row.text(0), row.text(1), row.text(2), row.boolean(3), row.text(4), row.text(5)};
}
LicenseClaimInfo claimOf(const Statement& row)
{
    return {row.text(0), row.text(1), row.integer(2), row.text(3), row.text(4), row.text(5)};
}

/// Put the rows of a version into a member of its contents.
template <typename Item, typename Read>
Result<void> readAll(const Database& database, std::string_view sql, std::int64_t version,
    const Read& read, std::vector<Item>& items)
{
    Result<std::vector<Item>> rows = rowsOf(database, sql, read, version);
    if (!rows)
        return rows.error();
    items = std::move(*rows);
    return {};
}

} // namespace

Result<void> writeContents(const Database& database, std::int64_t version, const Contents& contents)
{
    Result<void> written = deleteContents(database, version);
    if (written)
        written = writeColumns(database, version, contents.columns);
    if (written)
        written = writeRoles(database, version, contents.roles);
    if (written)
        written = writeDocuments(database, version, contents.documents);
    if (written)
        written = writeCardFields(database, version, contents.cardFields);
    if (written)
        written = writeClaims(database, version, contents.licenseClaims);
    return written;
}

Result<Contents> readContents(const Database& database, std::int64_t version)
{
    Contents contents;
    Result<std::vector<ColumnInfo>> columns = readColumns(database, version);
    if (!columns)
        return columns.error();
    contents.columns = std::move(*columns);
    Result<void> read = readAll(database,
        "SELECT role, \"column\", value, details_json FROM role WHERE version = ? ORDER BY "
        "position",
        version, roleOf, contents.roles);
    if (read)
        read = readAll(database,
            "SELECT kind, file, bytes, hash, problems FROM document WHERE version = ? ORDER BY "
            "position",
            version, documentOf, contents.documents);
    if (read)
        read = readAll(database,
            "SELECT key, state, reason, is_needed, text, source FROM card_field WHERE version = ? "
            "ORDER BY position",
            version, cardFieldOf, contents.cardFields);
    if (read)
        read = readAll(database,
            "SELECT kind, source, line, raw, expression, covers FROM license_claim WHERE version = "
            "? ORDER BY position",
            version, claimOf, contents.licenseClaims);
    if (!read)
        return read.error();
    return contents;
}

} // namespace cupel::catalog
