#include "benchmarks/duckdb/answers.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <stdexcept>

#include <nlohmann/json.hpp>

namespace cupel::bench {
namespace {

using nlohmann::ordered_json;

constexpr std::array<const char*, 5> kQuantiles{"0.05", "0.25", "0.5", "0.75", "0.95"};
constexpr int kBins = 40;
/// Up to here a column is grouped by value, which gives its exact distinct count and its most
/// frequent values; the sketch that decides may be a third too low.
constexpr std::int64_t kGroupedValues = 180'000;

struct ColumnFacts {
    std::string name;
    bool isNumber = false;
    std::int64_t present = 0;
    std::int64_t aboutDistinct = 0;
    double min = 0.0;
    double max = 0.0;
    ordered_json json;
};

std::string quoted(const std::string& text, char quote)
{
    std::string result(1, quote);
    for (const char c : text) {
        if (c == quote)
            result += c;
        result += c;
    }
    return result + quote;
}
std::string identifier(const std::string& name)
{
    return quoted(name, '"');
}

std::string fileTable(const Job& job)
{
    return "read_csv(" + quoted(job.file, '\'')
        + ", header = true, delim = ',', quote = '\"', escape = '\"')";
}

double toDouble(const std::string& text)
{
    double value = 0.0;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
}
std::int64_t toInteger(const std::string& text)
{
    std::int64_t value = 0;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
}
ordered_json numberOrNull(const Database::Cell& cell)
{
    return cell ? ordered_json(toDouble(*cell)) : ordered_json();
}
/// A double as SQL that reads back to the same double.
std::string literal(double value)
{
    std::array<char, 32> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr;
    return "'" + std::string(digits.data(), end) + "'::DOUBLE";
}

/// The names that Cupel's reports use for DuckDB's types.
std::string typeName(const std::string& type)
{
    if (type == "VARCHAR")
        return "text";
    if (type == "BIGINT")
        return "integer";
    if (type == "DOUBLE")
        return "number";
    throw std::runtime_error("the benchmark files hold no column of type " + type);
}

/// One scan of the table for the facts that need no order: counts, sums and extremes of all
/// columns.
std::vector<ColumnFacts> scan(const Database& database)
{
    std::vector<ColumnFacts> columns;
    std::string sql = "SELECT count(*)::VARCHAR";
    for (const Database::Row& row :
        database.query("SELECT column_name, data_type FROM duckdb_columns() WHERE table_name = 't' "
                       "ORDER BY column_index")) {
        ColumnFacts column;
        column.name = row[0].value();
        const std::string type = typeName(row[1].value());
        column.isNumber = type != "text";
        column.json = {{"name", column.name}, {"type", type}};
        const std::string c = identifier(column.name);
        const std::string x = column.isNumber ? c : "length(" + c + ")";
        for (const std::string& aggregate : {"count(" + c + ")", "approx_count_distinct(" + c + ")",
                 "min(" + x + ")", "max(" + x + ")", "avg(" + x + ")"})
            sql += ", " + aggregate + "::VARCHAR";
        sql += column.isNumber ? ", stddev_samp(" + c + ")::VARCHAR" : ", NULL::VARCHAR";
        columns.push_back(std::move(column));
    }
    const Database::Row facts = database.query(sql + " FROM t").at(0);
    const std::int64_t rows = toInteger(facts[0].value());
    for (std::size_t i = 0; i < columns.size(); ++i) {
        const Database::Cell* const fact = &facts[1 + 6 * i];
        ColumnFacts& column = columns[i];
        column.present = toInteger(fact[0].value());
        column.aboutDistinct = toInteger(fact[1].value());
        column.json["rows"] = rows;
        column.json["missing"] = rows - column.present;
        column.json["distinct"] = {{"value", column.aboutDistinct}, {"exact", false}};
        if (column.present == 0)
            continue;
        ordered_json& target = column.isNumber ? column.json : column.json["lengths"];
        target["min"] = numberOrNull(fact[2]);
        target["max"] = numberOrNull(fact[3]);
        target["mean"] = numberOrNull(fact[4]);
        if (column.isNumber)
            target["std"] = numberOrNull(fact[5]);
        column.min = column.isNumber ? toDouble(fact[2].value()) : 0.0;
        column.max = column.isNumber ? toDouble(fact[3].value()) : 0.0;
    }
    return columns;
}

/// The value at rank max(1, ceil(p n)): one window over the grouped values where there are few,
/// DuckDB's exact quantiles over the rows where there are many.
void addQuantiles(const Database& database, ColumnFacts& column, bool grouped)
{
    std::string sql;
    if (grouped) {
        for (const char* p : kQuantiles) {
            const double rank = std::ceil(toDouble(p) * static_cast<double>(column.present));
            const auto whole = static_cast<std::int64_t>(std::max(1.0, rank));
            sql += (sql.empty() ? "SELECT " : ", ")
                + ("min(v) FILTER (upto >= " + std::to_string(whole) + ")::VARCHAR");
        }
        sql += " FROM (SELECT v, sum(n) OVER (ORDER BY v) AS upto FROM g WHERE v IS NOT NULL)";
    } else {
        std::string list;
        for (std::size_t i = 0; i < kQuantiles.size(); ++i) {
            list += (i == 0 ? "" : ", ") + std::string(kQuantiles[i]);
            sql += (i == 0 ? "SELECT q[" : ", q[") + std::to_string(i + 1) + "]::VARCHAR";
        }
        sql += " FROM (SELECT quantile_disc(" + identifier(column.name) + ", [" + list
            + "]) AS q FROM t)";
    }
    const Database::Row row = database.query(sql).at(0);
    ordered_json& quantiles = column.json["quantiles"];
    for (std::size_t i = 0; i < kQuantiles.size(); ++i)
        quantiles[kQuantiles[i]] = numberOrNull(row[i]);
}

/// Counts between min + i (max - min) / 40, each bin with its lower edge, the last with both.
void addHistogram(const Database& database, ColumnFacts& column, bool grouped)
{
    const double range = column.max - column.min;
    std::vector<double> edges;
    for (int i = 0; i <= kBins; ++i)
        edges.push_back(column.min + i * range / kBins);
    edges.back() = column.max;
    std::vector<std::int64_t> counts(kBins, 0);
    if (range == 0.0) {
        counts.front() = column.present;
    } else {
        const std::string low = literal(column.min);
        const std::string width = literal(range);
        const auto edge
            = [&](const std::string& b) { return low + " + " + b + " * " + width + " / 40"; };
        const std::string source = grouped ? "SELECT v::DOUBLE AS x, n FROM g WHERE v IS NOT NULL"
                                           : "SELECT x::DOUBLE AS x, 1 AS n FROM (SELECT "
                + identifier(column.name) + " AS x FROM t) WHERE x IS NOT NULL";
        // The guess may be one bin off where a value meets an edge; the edges themselves decide.
        const std::string sql = "SELECT (CASE WHEN b > 0 AND x < " + edge("b")
            + " THEN b - 1 WHEN b < 39 AND x >= " + edge("(b + 1)")
            + " THEN b + 1 ELSE b END)::VARCHAR AS k, sum(n)::VARCHAR FROM (SELECT x, n, "
              "least(39, floor((x - "
            + low + ") * 40 / " + width + "))::INTEGER AS b FROM (" + source + ")) GROUP BY k";
        for (const Database::Row& row : database.query(sql))
            counts[static_cast<std::size_t>(toInteger(row[0].value()))] = toInteger(row[1].value());
    }
    column.json["histogram"] = {{"edges", edges}, {"counts", counts}};
}

void addDetails(const Database& database, ColumnFacts& column, const Job& job)
{
    const std::string c = identifier(column.name);
    const bool grouped = column.aboutDistinct <= kGroupedValues;
    if (grouped) {
        database.run("CREATE OR REPLACE TEMP TABLE g AS SELECT " + c
            + " AS v, count(*) AS n FROM t GROUP BY v");
        const std::string distinct
            = database.query("SELECT count(v)::VARCHAR FROM g").at(0)[0].value();
        column.json["distinct"] = {{"value", toInteger(distinct)}, {"exact", true}};
        ordered_json top = ordered_json::array();
        for (const Database::Row& row :
            database.query("SELECT v::VARCHAR AS text, n::VARCHAR FROM g WHERE v IS NOT NULL "
                           "ORDER BY g.n DESC, text LIMIT 20"))
            top.push_back({{"value", row[0].value()}, {"count", toInteger(row[1].value())}});
        column.json["top"] = top;
    } else if (job.countAllDistinct) {
        const std::string distinct = database
                                         .query("SELECT count(*)::VARCHAR FROM (SELECT DISTINCT "
                                             + c + " AS v FROM t) WHERE v IS NOT NULL")
                                         .at(0)[0]
                                         .value();
        column.json["distinct"] = {{"value", toInteger(distinct)}, {"exact", true}};
    }
    if (column.isNumber && column.present > 0) {
        addQuantiles(database, column, grouped);
        addHistogram(database, column, grouped);
    }
}

ordered_json crossTab(const Database& database, const std::vector<std::string>& names)
{
    std::string select;
    std::string keys;
    for (const std::string& name : names) {
        select += identifier(name) + "::VARCHAR, ";
        keys += (keys.empty() ? "" : ", ") + identifier(name);
    }
    ordered_json cells = ordered_json::array();
    for (const Database::Row& row : database.query("SELECT " + select
             + "count(*)::VARCHAR FROM t GROUP BY " + keys + " ORDER BY " + keys)) {
        ordered_json cell = ordered_json::array();
        for (std::size_t i = 0; i < names.size(); ++i)
            cell.push_back(row[i] ? ordered_json(*row[i]) : ordered_json());
        cell.push_back(toInteger(row.back().value()));
        cells.push_back(cell);
    }
    return {{"columns", names}, {"cells", cells}};
}

ordered_json crossTabs(const Database& database, const Job& job)
{
    ordered_json tables = ordered_json::array();
    for (const std::string& group : job.groups)
        tables.push_back(crossTab(database, {job.label, group}));
    if (job.groups.size() == 2)
        tables.push_back(crossTab(database, {job.label, job.groups[0], job.groups[1]}));
    return tables;
}

void readFile(const Database& database, const Job& job)
{
    database.run("CREATE TABLE t AS SELECT * FROM " + fileTable(job));
}

} // namespace

ordered_json readOnly(const Database& database, const Job& job)
{
    readFile(database, job);
    return {
        {"rows", toInteger(database.query("SELECT count(*)::VARCHAR FROM t").at(0)[0].value())}};
}

ordered_json summarizeOnly(const Database& database, const Job& job)
{
    ordered_json columns = ordered_json::array();
    std::int64_t rows = 0;
    for (const Database::Row& row :
        database.query("SELECT column_name, column_type, min, max, avg::VARCHAR, std::VARCHAR, "
                       "count::VARCHAR FROM (SUMMARIZE SELECT * FROM "
            + fileTable(job) + ")")) {
        rows = toInteger(row[6].value());
        const std::string type = typeName(row[1].value());
        ordered_json column = {{"name", row[0].value()}, {"type", type}, {"rows", rows}};
        if (type != "text") {
            column["min"] = numberOrNull(row[2]);
            column["max"] = numberOrNull(row[3]);
            column["mean"] = numberOrNull(row[4]);
            column["std"] = numberOrNull(row[5]);
        }
        columns.push_back(column);
    }
    return {{"rows", rows}, {"columns", columns}};
}

ordered_json sameOutput(const Database& database, const Job& job)
{
    readFile(database, job);
    ordered_json columns = ordered_json::array();
    std::int64_t rows = 0;
    std::string all;
    for (ColumnFacts& column : scan(database)) {
        addDetails(database, column, job);
        rows = column.json["rows"];
        all += (all.empty() ? "" : ", ") + identifier(column.name);
        columns.push_back(std::move(column.json));
    }
    const std::string distinctRows
        = database.query("SELECT count(*)::VARCHAR FROM (SELECT DISTINCT hash(" + all + ") FROM t)")
              .at(0)[0]
              .value();
    return {{"rows", rows}, {"columns", columns}, {"duplicateRows", rows - toInteger(distinctRows)},
        {"crossTabs", crossTabs(database, job)}};
}

} // namespace cupel::bench
