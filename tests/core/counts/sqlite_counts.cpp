#include "tests/core/counts/sqlite_counts.h"

#include <algorithm>
#include <charconv>
#include <functional>
#include <new>
#include <stdexcept>

#include <sqlite3.h>

#include "core/base/exact_sum.h"
#include "core/counts/check.h"
#include "core/counts/literal_profile.h"

namespace cupel::test {
namespace {

using namespace counts;
using base::ExactSum;
using base::Result;

// A cell of a Dim is a text in SQL: 'v' and the value, 'n' for not of the type, 'm' for missing.

std::string literal(const std::string& text)
{
    static constexpr char kDigits[] = "0123456789abcdef";
    std::string hex;
    for (const char c : text) {
        hex += kDigits[static_cast<unsigned char>(c) >> 4];
        hex += kDigits[static_cast<unsigned char>(c) & 15];
    }
    return "CAST(x'" + hex + "' AS TEXT)";
}

std::string literal(const CellKey& key)
{
    switch (key.kind) {
    case CellKey::Kind::Value:
        return literal("v" + key.text);
    case CellKey::Kind::NotOfType:
        return "'n'";
    case CellKey::Kind::Missing:
        break;
    }
    return "'m'";
}

CellKey keyFrom(const std::string& cell)
{
    if (cell == "m")
        return CellKey::missing();
    return cell == "n" ? CellKey::notOfType() : CellKey::value(cell.substr(1));
}

std::string literal(double number)
{
    char text[40];
    const auto end = std::to_chars(text, text + sizeof text, number, std::chars_format::scientific);
    return std::string(text, end.ptr);
}

std::string join(const std::vector<std::string>& parts, const std::string& separator)
{
    std::string joined;
    for (std::size_t i = 0; i < parts.size(); ++i)
        joined += (i == 0 ? "" : separator) + parts[i];
    return joined;
}

/// exact_sum(a[, b[, c]]): the exact sum of the products of its arguments over the rows where none
/// is NULL, rounded once.
void exactSumStep(sqlite3_context* context, int count, sqlite3_value** values)
{
    auto** const slot
        = static_cast<ExactSum**>(sqlite3_aggregate_context(context, sizeof(ExactSum*)));
    if (!*slot)
        *slot = new ExactSum;
    ExactSum product;
    product.add(1.0);
    for (int i = 0; i < count; ++i) {
        if (sqlite3_value_type(values[i]) == SQLITE_NULL)
            return;
        ExactSum factor;
        factor.add(sqlite3_value_double(values[i]));
        product = product * factor;
    }
    (*slot)->merge(product);
}

void exactSumFinal(sqlite3_context* context)
{
    auto** const slot = static_cast<ExactSum**>(sqlite3_aggregate_context(context, 0));
    sqlite3_result_double(context, slot ? (*slot)->value() : 0.0);
    if (slot)
        delete *slot;
}

/// Renders one question. `m_derived` collects columns that need the whole table: they become
/// columns of the subquery that everything else selects from.
class Renderer {
public:
    explicit Renderer(const Description& description)
        : m_description(description)
    {
    }

    std::string operator()(const ValueDim& dim) const
    {
        return cell(dim.column, "'v' || " + at("value", dim.column));
    }
    std::string operator()(const BinsDim& dim) const
    {
        const std::string x = at("number", dim.column);
        const std::vector<std::string> labels = binLabels(dim.edges);
        std::string choice = "CASE";
        for (std::size_t i = 0; i < dim.edges.size(); ++i) {
            const bool isLast = i + 1 == dim.edges.size();
            choice += " WHEN " + x + (isLast ? " <= " : " < ") + literal(dim.edges[i]) + " THEN "
                + literal(CellKey::value(labels[i]));
        }
        return cell(
            dim.column, choice + " ELSE " + literal(CellKey::value(labels.back())) + " END");
    }
    std::string operator()(const AtLeastDim& dim) const
    {
        return cell(dim.column,
            "CASE WHEN " + at("number", dim.column) + " >= " + literal(dim.threshold)
                + " THEN 'vtrue' ELSE 'vfalse' END");
    }
    std::string operator()(const MissingDim& dim) const
    {
        return "CASE " + at("kind", dim.column) + " WHEN 'm' THEN 'vmissing' ELSE 'vpresent' END";
    }
    std::string operator()(const SameDim& dim) const
    {
        const auto type
            = [this](const std::string& name) { return m_description.find(name)->type; };
        const bool asNumbers = type(dim.first) != type(dim.second)
            && table::isNumeric(type(dim.first)) && table::isNumeric(type(dim.second));
        const char* form = asNumbers ? "number" : "value";
        return cell(dim.first,
            cell(dim.second,
                "CASE WHEN " + at(form, dim.first) + " = " + at(form, dim.second)
                    + " THEN 'vsame' ELSE 'vdifferent' END"),
            dim.second);
    }
    std::string operator()(const RecodeDim& dim) const
    {
        std::string choice = "CASE";
        for (const auto& [value, label] : dim.labels)
            choice += " WHEN " + at("value", dim.column) + " = " + literal(value) + " THEN "
                + literal(CellKey::value(label));
        const std::string other = literal(CellKey::value(dim.other));
        return cell(dim.column, dim.labels.empty() ? other : choice + " ELSE " + other + " END");
    }
    std::string operator()(const RepeatsDim& dim)
    {
        const std::string first = derive("min(row) OVER (PARTITION BY " + keys(dim.keys) + ")");
        return "CASE WHEN row = " + first + " THEN 'vfirst' ELSE 'vrepeat' END";
    }
    std::string operator()(const ConflictsDim& dim)
    {
        const std::string over = " OVER (PARTITION BY " + keys(dim.keys) + ")";
        const std::string value = valueOrNull(dim.column);
        const std::string least = derive("min(" + value + ")" + over);
        const std::string most = derive("max(" + value + ")" + over);
        return "CASE WHEN " + at("kind", dim.column) + " = 'm' THEN 'm' WHEN " + least + " = "
            + most + " THEN 'vconsistent' ELSE 'vconflict' END";
    }

    std::string where(const Filter& filter)
    {
        std::vector<std::string> terms{"1"};
        for (const Filter::Term& term : filter.terms) {
            std::vector<std::string> cells;
            for (const CellKey& key : term.in)
                cells.push_back(literal(key));
            terms.push_back(std::visit(*this, term.dim) + " IN (" + join(cells, ", ") + ")");
        }
        return " WHERE " + join(terms, " AND ");
    }
    /// The table with the derived columns. Call it after everything else was rendered.
    std::string from() const { return " FROM (SELECT *" + m_derived + " FROM t)"; }
    /// Expressions that are equal for rows with equal keys.
    std::string keys(const std::vector<std::string>& names) const
    {
        std::vector<std::string> parts;
        for (const ColumnDescription& column : m_description.columns) {
            if (names.empty())
                parts.push_back(at("raw", column.name));
        }
        for (const std::string& name : names)
            parts.push_back((*this)(ValueDim{name}));
        return join(parts, ", ");
    }
    /// The cell of ValueDim, NULL where missing.
    std::string valueOrNull(const std::string& column) const
    {
        return "nullif(" + (*this)(ValueDim{column}) + ", 'm')";
    }
    std::string at(const std::string& form, const std::string& column) const
    {
        return form + std::to_string(m_description.find(column) - m_description.columns.data());
    }
    std::string weightClass(const std::string& weight) const
    {
        if (weight.empty())
            return "'valid'";
        return "CASE WHEN " + at("kind", weight) + " = 'm' THEN 'missing-weight' WHEN "
            + at("kind", weight) + " = 'n' OR " + at("number", weight)
            + " < 0 THEN 'invalid-weight' ELSE 'valid' END";
    }
    std::string sum(const Measure& measure, const std::string& weight) const
    {
        const auto number = [this](const std::string& name) { return at("number", name); };
        std::vector<std::string> factors;
        switch (measure.kind) {
        case Measure::Kind::Weight:
            factors = {number(weight)};
            break;
        case Measure::Kind::WeightSquared:
            factors = {number(weight), number(weight)};
            break;
        case Measure::Kind::X:
            factors = {number(measure.x)};
            break;
        case Measure::Kind::XSquared:
            factors = {number(measure.x), number(measure.x)};
            break;
        case Measure::Kind::XY:
            factors = {number(measure.x), number(measure.y)};
            break;
        case Measure::Kind::DifferenceSquared: {
            const std::string difference
                = "(" + number(measure.x) + " - " + number(measure.y) + ")";
            factors = {difference + " * " + difference};
            break;
        }
        }
        if (measure.weighted)
            factors.push_back(number(weight));
        return "exact_sum(" + join(factors, ", ") + ")";
    }

private:
    /// Missing and not-of-type cells of a column as such, others by an expression.
    std::string cell(const std::string& column, const std::string& otherwise,
        const std::string& missingToo = {}) const
    {
        const std::string kind = at("kind", column);
        const std::string first = missingToo.empty()
            ? kind + " = 'm'"
            : "'m' IN (" + kind + ", " + at("kind", missingToo) + ")";
        return "CASE WHEN " + first + " THEN 'm' WHEN " + kind + " = 'n' THEN 'n' ELSE " + otherwise
            + " END";
    }
    std::string derive(const std::string& expression)
    {
        const std::string name = "derived" + std::to_string(m_count++);
        m_derived += ", " + expression + " AS " + name;
        return name;
    }

    const Description& m_description;
    std::string m_derived;
    int m_count = 0;
};

/// One prepared statement. A failure is a defect of the test and throws.
class Statement {
public:
    Statement(sqlite3* database, const std::string& sql)
        : m_database(database)
    {
        if (sqlite3_prepare_v2(
                database, sql.data(), static_cast<int>(sql.size()), &m_statement, nullptr)
            != SQLITE_OK)
            throw std::runtime_error(std::string(sqlite3_errmsg(database)) + ": " + sql);
    }
    ~Statement() { sqlite3_finalize(m_statement); }
    Statement(const Statement&) = delete;
    Statement& operator=(const Statement&) = delete;

    bool step()
    {
        const int state = sqlite3_step(m_statement);
        if (state != SQLITE_ROW && state != SQLITE_DONE)
            throw std::runtime_error(sqlite3_errmsg(m_database));
        return state == SQLITE_ROW;
    }
    void reset() { sqlite3_reset(m_statement); }
    void bind(int at, const std::string& text)
    {
        sqlite3_bind_text(
            m_statement, at, text.data(), static_cast<int>(text.size()), SQLITE_TRANSIENT);
    }
    void bind(int at, const std::optional<double>& number)
    {
        if (number)
            sqlite3_bind_double(m_statement, at, *number);
        else
            sqlite3_bind_null(m_statement, at);
    }
    std::string text(int column) const
    {
        const void* bytes = sqlite3_column_blob(m_statement, column);
        const int size = sqlite3_column_bytes(m_statement, column);
        return size == 0
            ? std::string()
            : std::string(static_cast<const char*>(bytes), static_cast<std::size_t>(size));
    }
    std::int64_t integer(int column) const { return sqlite3_column_int64(m_statement, column); }
    double number(int column) const { return sqlite3_column_double(m_statement, column); }

private:
    sqlite3* m_database;
    sqlite3_stmt* m_statement = nullptr;
};

Cells answerCells(sqlite3* database, const Description& description, const CellsQuestion& question)
{
    Renderer render(description);
    std::vector<std::string> groups{render.weightClass(question.weight)};
    for (const Dim& dim : question.dims)
        groups.push_back(std::visit(render, dim));
    std::vector<std::string> columns = groups;
    columns.push_back("count(*)");
    for (const Measure& measure : question.measures)
        columns.push_back(render.sum(measure, question.weight));
    std::vector<std::string> numbers;
    for (std::size_t i = 1; i <= groups.size(); ++i)
        numbers.push_back(std::to_string(i));
    const std::string where = render.where(question.filter);
    Statement statement(database,
        "SELECT " + join(columns, ", ") + render.from() + where + " GROUP BY "
            + join(numbers, ", "));

    Cells answer;
    while (statement.step()) {
        const int dims = static_cast<int>(question.dims.size());
        Cells::Cell cell{{}, statement.integer(dims + 1), {}};
        answer.rows += cell.rows;
        if (const std::string reason = statement.text(0); reason != "valid") {
            answer.excluded[reason] += cell.rows;
            continue;
        }
        for (int d = 1; d <= dims; ++d)
            cell.keys.push_back(keyFrom(statement.text(d)));
        for (std::size_t m = 0; m < question.measures.size(); ++m)
            cell.sums.push_back(statement.number(dims + 2 + static_cast<int>(m)));
        answer.cells.push_back(std::move(cell));
    }
    std::sort(answer.cells.begin(), answer.cells.end(),
        [](const auto& a, const auto& b) { return a.keys < b.keys; });
    return answer;
}

Groups answerGroups(
    sqlite3* database, const Description& description, const GroupedQuestion& question)
{
    Renderer render(description);
    const std::string value
        = question.column.empty() ? "NULL" : render.valueOrNull(question.column);
    const std::string where = render.where(question.filter);
    const std::string grouped = "SELECT count(*) AS n, count(" + value
        + ") AS valued, count(DISTINCT " + value + ") AS kinds" + render.from() + where
        + " GROUP BY " + render.keys(question.keys);
    Statement statement(database,
        "SELECT sum(n), count(*), sum(n > 1), sum(n * (n > 1)), sum(kinds > 1),"
        " sum(valued * (kinds > 1)), max(n) FROM ("
            + grouped + ")");
    statement.step();
    Groups answer;
    std::int64_t* const fields[] = {&answer.rows, &answer.groups, &answer.repeatedGroups,
        &answer.repeatedRows, &answer.mixedGroups, &answer.mixedRows, &answer.largestGroup};
    for (int i = 0; i < 7; ++i)
        *fields[i] = statement.integer(i);
    return answer;
}

RowRefs answerRowRefs(
    sqlite3* database, const Description& description, const RowRefsQuestion& question)
{
    Renderer render(description);
    const std::string where = render.where(question.filter);
    Statement statement(database, "SELECT row" + render.from() + where + " ORDER BY row");
    RowRefs answer;
    while (statement.step()) {
        if (answer.total++ < question.limit)
            answer.rows.push_back(static_cast<std::uint64_t>(statement.integer(0)));
    }
    return answer;
}

} // namespace

void SqliteCounts::Close::operator()(sqlite3* database) const
{
    sqlite3_close(database);
}

SqliteCounts::SqliteCounts(LiteralTable table)
    : m_literal(table)
{
    sqlite3* database = nullptr;
    const int opened = sqlite3_open(":memory:", &database);
    m_database.reset(database);
    if (opened != SQLITE_OK)
        throw std::runtime_error("no in-memory database");
    for (int arguments = 1; arguments <= 3; ++arguments)
        sqlite3_create_function(database, "exact_sum", arguments, SQLITE_UTF8, nullptr, nullptr,
            exactSumStep, exactSumFinal);
    load(table);
}

void SqliteCounts::load(const LiteralTable& table)
{
    std::vector<std::string> columns{"row INTEGER PRIMARY KEY"};
    std::vector<std::string> places{"?"};
    for (std::size_t c = 0; c < table.columns.size(); ++c) {
        const std::string i = std::to_string(c);
        columns.push_back(
            "raw" + i + " TEXT, kind" + i + " TEXT, value" + i + " TEXT, number" + i + " REAL");
        places.push_back("?, ?, ?, ?");
    }
    Statement(m_database.get(), "CREATE TABLE t(" + join(columns, ", ") + ")").step();
    Statement insert(m_database.get(), "INSERT INTO t VALUES(" + join(places, ", ") + ")");
    for (std::size_t row = 0; row < table.rows.size(); ++row) {
        insert.bind(1, static_cast<double>(row));
        for (std::size_t c = 0; c < table.columns.size(); ++c) {
            const table::ColumnType type = describe().columns[c].type;
            const LiteralTable::Cell& cell = table.rows[row][c];
            const CellKey key = literalCell(cell, type);
            const int at = 2 + 4 * static_cast<int>(c);
            insert.bind(at, cell.value_or(""));
            insert.bind(at + 1,
                std::string(key.isValue()                      ? "v"
                        : key.kind == CellKey::Kind::NotOfType ? "n"
                                                               : "m"));
            insert.bind(at + 2, key.text);
            insert.bind(at + 3, literalNumber(cell, type));
        }
        insert.step();
        insert.reset();
    }
}

Result<Answer> SqliteCounts::answer(const Question& question) const
{
    if (auto valid = check(question, describe()); !valid)
        return valid.error();
    if (const auto* cells = std::get_if<CellsQuestion>(&question))
        return Answer(answerCells(m_database.get(), describe(), *cells));
    if (const auto* grouped = std::get_if<GroupedQuestion>(&question))
        return Answer(answerGroups(m_database.get(), describe(), *grouped));
    return Answer(answerRowRefs(m_database.get(), describe(), std::get<RowRefsQuestion>(question)));
}

} // namespace cupel::test
