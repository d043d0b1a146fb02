#include "core/counts/where.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

#include "core/base/number.h"
#include "core/counts/check.h"
#include "core/counts/where_tokens.h"

namespace cupel::counts {
namespace {

using base::Error;
using base::ErrorCode;
using base::Result;

constexpr std::array<std::string_view, 8> kKeywords{
    "and", "or", "in", "not", "is", "missing", "between", "null"};

bool isReserved(std::string_view word)
{
    return std::any_of(kKeywords.begin(), kKeywords.end(),
        [word](std::string_view keyword) { return isKeyword(word, keyword); });
}

CellKey truth(bool value)
{
    return CellKey::value(value ? "true" : "false");
}

/// A recursive-descent reader of the grammar in where.h. A step that fails leaves its error.
class WhereParser {
public:
    WhereParser(std::string_view text, std::vector<Token> tokens, const Description& description)
        : m_text(text)
        , m_tokens(std::move(tokens))
        , m_description(description)
    {
    }

    Result<Filter> parse()
    {
        Filter filter;
        if (next().kind == Token::Kind::End)
            return filter;
        while (true) {
            comparison(filter);
            if (m_error)
                return *m_error;
            if (next().kind == Token::Kind::End)
                return filter;
            if (!takeWord("and"))
                return *expected("\"and\" or the end");
        }
    }

private:
    void comparison(Filter& filter)
    {
        const ColumnDescription* column = takeColumn();
        if (!column)
            return;
        if (takeWord("is"))
            return isMissing(*column, filter);
        if (takeWord("between"))
            return between(*column, filter);
        if (takeWord("in"))
            return addList(*column, false, filter);
        if (takeWord("not")) {
            if (!takeWord("in"))
                return void(expected("\"in\" after \"not\""));
            return addList(*column, true, filter);
        }
        if (takeSymbol("="))
            return addValues(*column, {takeValue(*column)}, false, filter);
        if (takeSymbol("!="))
            return addValues(*column, {takeValue(*column)}, true, filter);
        for (const char* order : {"<", "<=", ">", ">="}) {
            if (takeSymbol(order))
                return addOrder(*column, order, takeNumber(*column), filter);
        }
        expected("=, !=, <, <=, >, >=, in, not in, between or is");
    }

    void isMissing(const ColumnDescription& column, Filter& filter)
    {
        const bool isNegated = takeWord("not");
        if (!takeWord("missing") && !takeWord("null"))
            return void(expected(isNegated ? "\"missing\"" : "\"missing\" or \"not missing\""));
        filter.terms.push_back(
            {MissingDim{column.name}, {CellKey::value(isNegated ? "present" : "missing")}});
    }

    void between(const ColumnDescription& column, Filter& filter)
    {
        const double low = takeNumber(column);
        if (!m_error && !takeWord("and"))
            return void(expected("\"and\" and the upper end"));
        const double high = takeNumber(column);
        addOrder(column, ">=", low, filter);
        addOrder(column, "<=", high, filter);
    }

    void addList(const ColumnDescription& column, bool isNegated, Filter& filter)
    {
        if (!takeSymbol("("))
            return void(expected("\"(\" and a list of values"));
        std::vector<std::string> values{takeValue(column)};
        while (takeSymbol(","))
            values.push_back(takeValue(column));
        if (!m_error && !takeSymbol(")"))
            return void(expected("\",\" or \")\""));
        addValues(column, values, isNegated, filter);
    }

    void addValues(const ColumnDescription& column, const std::vector<std::string>& values,
        bool isNegated, Filter& filter)
    {
        if (m_error)
            return;
        if (isNegated) {
            RecodeDim listed{column.name, {}, "other"};
            for (const std::string& value : values)
                listed.labels[value] = "listed";
            filter.terms.push_back({std::move(listed), {CellKey::value("other")}});
            return;
        }
        Filter::Term term{ValueDim{column.name}, {}};
        for (const std::string& value : values)
            term.in.push_back(CellKey::value(value));
        std::sort(term.in.begin(), term.in.end());
        term.in.erase(std::unique(term.in.begin(), term.in.end()), term.in.end());
        filter.terms.push_back(std::move(term));
    }

    /// x > t is x >= the next double, x < t and x <= t are what is not x >= t and x > t.
    void addOrder(const ColumnDescription& column, std::string_view order, double t, Filter& filter)
    {
        if (m_error)
            return;
        const bool isAbove = order.front() == '>';
        const bool isStrictAbove = order == ">" || order == "<=";
        constexpr double kLargest = std::numeric_limits<double>::max();
        if (isStrictAbove && t == kLargest) {
            // No number is above the largest, every number is at least its negative.
            filter.terms.push_back({AtLeastDim{column.name, -kLargest}, {truth(!isAbove)}});
            return;
        }
        const double threshold = isStrictAbove ? std::nextafter(t, kLargest) : t;
        filter.terms.push_back({AtLeastDim{column.name, threshold}, {truth(isAbove)}});
    }

    const ColumnDescription* takeColumn()
    {
        const Token& token = next();
        const bool isBare = token.kind == Token::Kind::Word && !isReserved(token.text);
        if (!isBare && token.kind != Token::Kind::Name) {
            expected("a column name");
            return nullptr;
        }
        const ColumnDescription* column = m_description.find(token.text);
        if (!column) {
            const Error unknown = unknownColumn(token.text, m_description);
            fail(token, unknown.message, unknown.hint);
            return nullptr;
        }
        ++m_at;
        return column;
    }

    /// A value as the cells of ValueDim write it.
    std::string takeValue(const ColumnDescription& column)
    {
        if (m_error)
            return {};
        const Token& token = next();
        if (token.kind != Token::Kind::Text && token.kind != Token::Kind::Word)
            return expected("a value"), std::string();
        if (table::isNumeric(column.type)) {
            const auto number = base::parseNumber(token.text);
            if (!number)
                return expected("a number", "\"" + column.name + "\" holds numbers"), std::string();
            ++m_at;
            const bool isWhole = column.type == table::ColumnType::Integer
                && number->kind == base::Number::Kind::Integer;
            return isWhole ? base::formatInteger(number->i) : base::formatNumber(number->d + 0.0);
        }
        ++m_at;
        return token.text;
    }

    double takeNumber(const ColumnDescription& column)
    {
        if (m_error)
            return 0.0;
        if (auto fault
            = check(CellsQuestion{{AtLeastDim{column.name, 0.0}}, {}, {}, {}}, m_description);
            !fault) {
            fail(m_tokens[m_at], fault.error().message, fault.error().hint);
            return 0.0;
        }
        const Token& token = next();
        const auto number = token.kind == Token::Kind::Word || token.kind == Token::Kind::Text
            ? base::parseNumber(token.text)
            : std::nullopt;
        if (!number)
            return expected("a number"), 0.0;
        ++m_at;
        return number->d;
    }

    const Token& next() const { return m_tokens[m_at]; }
    bool takeWord(std::string_view keyword)
    {
        if (m_error || next().kind != Token::Kind::Word || !isKeyword(next().text, keyword))
            return false;
        ++m_at;
        return true;
    }
    bool takeSymbol(std::string_view symbol)
    {
        if (m_error || next().kind != Token::Kind::Symbol || next().text != symbol)
            return false;
        ++m_at;
        return true;
    }

    const std::optional<Error>& expected(const std::string& what, std::string hint = {})
    {
        const Token& token = next();
        const std::string found
            = token.kind == Token::Kind::End ? "the filter ends" : "\"" + token.text + "\" stands";
        return fail(token, found + " where " + what + " is expected", std::move(hint));
    }
    const std::optional<Error>& fail(const Token& token, std::string message, std::string hint)
    {
        if (!m_error)
            m_error = expressionError(m_text, token.begin, std::move(message), std::move(hint));
        return m_error;
    }

    std::string_view m_text;
    std::vector<Token> m_tokens;
    const Description& m_description;
    std::size_t m_at = 0;
    std::optional<Error> m_error;
};

} // namespace

Result<Filter> parseWhere(std::string_view text, const Description& description)
{
    auto tokens = tokenize(text);
    if (!tokens)
        return tokens.error();
    return WhereParser(text, std::move(*tokens), description).parse();
}

std::string quotedName(std::string_view name)
{
    const bool isBare
        = !name.empty() && !isReserved(name) && std::all_of(name.begin(), name.end(), isWordByte);
    if (isBare)
        return std::string(name);
    std::string quoted = "\"";
    for (const char c : name)
        quoted += c == '"' ? std::string("\"\"") : std::string(1, c);
    return quoted + "\"";
}

} // namespace cupel::counts
