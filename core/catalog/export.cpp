#include <cmath>
#include <optional>
#include <string>
#include <utility>

#include <nlohmann/json.hpp>

#include "core/base/number.h"
#include "core/base/utf8.h"
#include "core/catalog/catalog.h"
#include "core/catalog/copy_file.h"

namespace cupel::catalog {
namespace {

using base::Result;

/// A table and the columns that put its rows into an order of their own.
struct TableOrder {
    const char* table;
    const char* order;
};
constexpr TableOrder kTables[] = {
    {"dataset", "id"},
    {"version", "id"},
    {"column_info", "version, position"},
    {"column_value", "version, \"column\", position"},
    {"role", "version, position"},
    {"document", "version, position"},
    {"card_field", "version, position"},
    {"license_claim", "version, position"},
    {"run", "id"},
    {"run_reason", "run, position"},
    {"run_version", "run, position"},
    {"metric", "run, position"},
    {"finding", "run, position"},
    {"review", "dataset, kind, target"},
    {"event", "id"},
};

std::string quoted(std::string_view text)
{
    return nlohmann::json(text).dump();
}

std::string hexadecimal(std::string_view bytes)
{
    static constexpr char kDigits[] = "0123456789abcdef";
    std::string text;
    for (const char c : bytes) {
        text += kDigits[static_cast<unsigned char>(c) >> 4];
        text += kDigits[static_cast<unsigned char>(c) & 15];
    }
    return text;
}

std::string jsonOf(const Statement& row, int column)
{
    if (row.isNull(column))
        return "null";
    if (row.isInteger(column))
        return base::formatInteger(row.integer(column));
    if (row.isReal(column))
        return base::formatNumber(row.number(column));
    const std::string_view bytes = row.bytes(column);
    if (base::firstInvalidUtf8(bytes.data(), bytes.size(), bytes.size()) == base::kValidUtf8)
        return quoted(bytes);
    return R"({"bytes": ")" + hexadecimal(bytes) + "\"}";
}

/// The rows of a table, each an object on its own line.
Result<void> exportTable(const Database& database, const TableOrder& table, const TextSink& sink)
{
    Result<Statement> rows = database.prepare(
        std::string("SELECT * FROM ") + table.table + " ORDER BY " + table.order);
    if (!rows)
        return rows.error();
    rows->start();
    const char* separator = "\n";
    for (;;) {
        const Result<bool> more = rows->next();
        if (!more)
            return more.error();
        if (!*more)
            return {};
        std::string line = std::string(separator) + "      {";
        separator = ",\n";
        for (int i = 0; i < rows->columns(); ++i)
            line += (i > 0 ? ", " : "") + quoted(rows->columnName(i)) + ": " + jsonOf(*rows, i);
        line += '}';
        if (Result<void> taken = sink(line); !taken)
            return taken;
    }
}

} // namespace

Result<void> Catalog::exportTo(const TextSink& sink, const base::JobContext& job) const
{
    const Result<Transaction> moment = Transaction::begin(m_database, Transaction::Kind::Read);
    if (!moment)
        return moment.error();
    const Limit limit(m_database, {}, job);
    std::string begin = "{\n  \"schema\": \"cupel.catalog\",\n  \"version\": "
        + std::to_string(m_database.format().version()) + ",\n  \"tables\": {";
    for (const TableOrder& table : kTables) {
        if (Result<void> taken = sink(begin + "\n    \"" + table.table + "\": ["); !taken)
            return taken;
        if (Result<void> rows = exportTable(m_database, table, sink); !rows)
            return rows;
        begin = "\n    ],";
    }
    return sink("\n    ]\n  }\n}\n");
}

Result<void> Catalog::backupTo(const std::string& path, const base::JobContext& job) const
{
    return copyFile(m_database, path, job);
}

} // namespace cupel::catalog
