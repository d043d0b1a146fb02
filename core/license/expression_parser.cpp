#include "core/license/expression.h"
#include "core/license/spdx_list.h"

#include <optional>
#include <utility>

namespace cupel::license {
namespace {

using base::Error;
using base::ErrorCode;
using base::Result;
using Kind = Expression::Kind;

constexpr std::string_view kLicensePrefix = "LicenseRef-";
constexpr std::string_view kDocumentPrefix = "DocumentRef-";
constexpr std::string_view kAdditionPrefix = "AdditionRef-";
constexpr std::size_t kQuotedBytes = 60;

bool isIdCharacter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-'
        || c == '.';
}

bool isIdString(std::string_view text)
{
    for (const char c : text) {
        if (!isIdCharacter(c))
            return false;
    }
    return !text.empty();
}

std::string quoted(std::string_view text)
{
    if (text.size() > kQuotedBytes) {
        std::size_t end = kQuotedBytes;
        while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0u) == 0x80u)
            --end;
        return "'" + std::string(text.substr(0, end)) + "…'";
    }
    return "'" + std::string(text) + "'";
}

/// A prefix and an idstring: LicenseRef-x, or with a document DocumentRef-d:LicenseRef-x.
bool isRef(std::string_view word, std::string_view prefix)
{
    if (word.starts_with(kDocumentPrefix)) {
        const std::size_t colon = word.find(':');
        if (colon == std::string_view::npos
            || !isIdString(word.substr(kDocumentPrefix.size(), colon - kDocumentPrefix.size())))
            return false;
        word.remove_prefix(colon + 1);
    }
    return word.starts_with(prefix) && isIdString(word.substr(prefix.size()));
}

struct Lexeme {
    enum class Kind { Word, Open, Close, And, Or, With, End };
    Kind kind = Kind::End;
    std::string_view text;
    bool hasPlus = false; ///< directly behind a word
    std::size_t at = 0; ///< byte
};

/// A parser by recursive descent: or-expression, and-expression, with-expression.
class Parser {
public:
    explicit Parser(std::string_view text)
        : m_text(text)
    {
    }

    Result<Expression> parse()
    {
        if (m_text.size() > kMaxExpressionBytes)
            return error(0, "the expression is longer than 20,000 bytes", "");
        if (auto read = next(); !read)
            return read.error();
        if (m_token.kind == Lexeme::Kind::End)
            return error(0, "the expression is empty", "write a licence id such as CC-BY-4.0");
        auto whole = orExpression(0);
        if (!whole)
            return whole;
        if (m_token.kind == Lexeme::Kind::Close)
            return error(m_token.at, "')' closes nothing", "remove it, or open it before");
        if (m_token.kind != Lexeme::Kind::End)
            return error(m_token.at, "an operator is missing before " + quoted(m_token.text),
                "write AND where both licences apply, OR where one may be chosen");
        return whole;
    }

private:
    Error error(std::size_t at, std::string message, std::string hint) const
    {
        std::uint64_t column = 1;
        for (const char c : m_text.substr(0, at))
            column += (static_cast<unsigned char>(c) & 0xC0u) != 0x80u;
        return {ErrorCode::Usage, std::move(message), std::move(hint), {{}, 1, column, 0}};
    }

    Result<void> next()
    {
        while (m_at < m_text.size() && (m_text[m_at] == ' ' || m_text[m_at] == '\t'))
            ++m_at;
        m_token = {Lexeme::Kind::End, {}, false, m_at};
        if (m_at == m_text.size())
            return {};
        const char c = m_text[m_at];
        if (c == '(' || c == ')') {
            m_token = {c == '(' ? Lexeme::Kind::Open : Lexeme::Kind::Close, m_text.substr(m_at, 1),
                false, m_at};
            ++m_at;
            return {};
        }
        std::size_t end = m_at;
        while (end < m_text.size() && (isIdCharacter(m_text[end]) || m_text[end] == ':'))
            ++end;
        if (end == m_at)
            return unexpected();
        m_token = {Lexeme::Kind::Word, m_text.substr(m_at, end - m_at), false, m_at};
        m_at = end;
        if (m_text.substr(m_at, 1) == "+") {
            m_token.hasPlus = true;
            ++m_at;
        }
        return settleOperator();
    }

    Error unexpected() const
    {
        const char c = m_text[m_at];
        if (c == '+')
            return error(m_at, "'+' does not stand directly behind an id",
                "write it without a blank, as in Apache-2.0+");
        if (c == ',' || c == '/' || c == ';' || c == '&' || c == '|')
            return error(m_at, std::string("'") + c + "' joins no licences",
                "write AND where all apply, OR where one may be chosen");
        if (c == '\n' || c == '\r')
            return error(m_at, "an expression stands on one line", "join the lines");
        const auto byte = static_cast<unsigned char>(c);
        const std::size_t length = byte < 0x80 ? 1 : byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2;
        return error(m_at, quoted(m_text.substr(m_at, length)) + " cannot stand in an expression",
            "an id has letters, digits, '-' and '.'");
    }

    /// Operators are words in all upper or all lower case.
    Result<void> settleOperator()
    {
        constexpr std::pair<std::string_view, Lexeme::Kind> kOperators[]
            = {{"and", Lexeme::Kind::And}, {"or", Lexeme::Kind::Or}, {"with", Lexeme::Kind::With}};
        const std::string lower = lowerAscii(m_token.text);
        for (const auto& [word, kind] : kOperators) {
            if (lower != word)
                continue;
            std::string upper;
            for (const char c : word)
                upper += static_cast<char>(c - 'a' + 'A');
            if (m_token.text != word && m_token.text != upper)
                return error(m_token.at, "the operator " + quoted(m_token.text) + " mixes cases",
                    "write " + upper);
            if (m_token.hasPlus)
                return error(m_token.at, "'+' stands behind an operator", "put it behind an id");
            m_token.kind = kind;
        }
        return {};
    }

    Result<Expression> orExpression(std::size_t depth)
    {
        return chain(depth, Lexeme::Kind::Or, &Parser::andExpression, anyOf);
    }

    Result<Expression> andExpression(std::size_t depth)
    {
        return chain(depth, Lexeme::Kind::And, &Parser::operand, allOf);
    }

    Result<Expression> chain(std::size_t depth, Lexeme::Kind oper,
        Result<Expression> (Parser::*part)(std::size_t),
        Expression (*join)(const std::vector<Expression>&))
    {
        std::vector<Expression> parts;
        while (true) {
            auto one = (this->*part)(depth);
            if (!one)
                return one;
            parts.push_back(std::move(*one));
            if (m_token.kind != oper)
                return parts.size() == 1 ? parts.front() : join(parts);
            if (auto read = next(); !read)
                return read.error();
        }
    }

    Result<Expression> operand(std::size_t depth)
    {
        if (m_token.kind == Lexeme::Kind::Open)
            return group(depth);
        if (m_token.kind != Lexeme::Kind::Word) {
            const std::string before = m_token.kind == Lexeme::Kind::End
                ? "at the end"
                : "before " + quoted(m_token.text);
            return error(m_token.at, "a licence is missing " + before,
                "an operator stands between two licences");
        }
        auto license = simple();
        if (!license)
            return license;
        if (auto read = next(); !read)
            return read.error();
        if (m_token.kind != Lexeme::Kind::With)
            return license;
        return withException(std::move(*license));
    }

    Result<Expression> group(std::size_t depth)
    {
        const std::size_t opened = m_token.at;
        if (depth == kMaxExpressionDepth)
            return error(opened, "parentheses are nested more than 64 deep", "");
        if (auto read = next(); !read)
            return read.error();
        auto inner = orExpression(depth + 1);
        if (!inner)
            return inner;
        if (m_token.kind == Lexeme::Kind::Word)
            return error(m_token.at, "an operator is missing before " + quoted(m_token.text),
                "write AND where both licences apply, OR where one may be chosen");
        if (m_token.kind != Lexeme::Kind::Close)
            return error(opened, "'(' is never closed", "add the ')'");
        if (auto read = next(); !read)
            return read.error();
        if (m_token.kind == Lexeme::Kind::With)
            return error(m_token.at, "WITH follows a group", "put the exception behind a licence");
        return inner;
    }

    Result<Expression> simple() const
    {
        const std::string_view word = m_token.text;
        Expression license;
        license.orLater = m_token.hasPlus;
        if (isRef(word, kLicensePrefix)) {
            if (m_token.hasPlus)
                return error(m_token.at, "'+' cannot stand behind a LicenseRef",
                    "name the version in the LicenseRef itself");
            license.id = std::string(word);
            return license;
        }
        if (const SpdxLicense* known = findSpdxLicense(word)) {
            license.id = known->id;
            return license;
        }
        return notALicense(word);
    }

    Error notALicense(std::string_view word) const
    {
        if (word == "NONE" || word == "NOASSERTION")
            return error(m_token.at, quoted(word) + " is a value of a field, not an expression",
                "name a licence, or leave the expression out");
        const std::string lower = lowerAscii(word);
        if (lower.starts_with("licenseref-") || lower.starts_with("documentref-"))
            return error(m_token.at, quoted(word) + " is no reference to a licence",
                "write LicenseRef- or DocumentRef-…:LicenseRef- in this case, then letters, "
                "digits, "
                "'-' and '.'");
        if (findSpdxException(word))
            return error(m_token.at, quoted(word) + " is an exception, not a licence",
                "write it behind WITH");
        const auto nearest = nearestLicenseId(word);
        return error(m_token.at, quoted(word) + " is no id of the SPDX licence list",
            nearest ? "did you mean " + *nearest + "?"
                    : "use an id of the list, or LicenseRef- with a name of your own");
    }

    Result<Expression> withException(Expression license)
    {
        if (auto read = next(); !read)
            return read.error();
        const std::string_view word = m_token.text;
        if (m_token.kind != Lexeme::Kind::Word)
            return error(m_token.at, "an exception is missing behind WITH",
                "name one, such as Classpath-exception-2.0");
        if (m_token.hasPlus)
            return error(m_token.at, "'+' cannot stand behind an exception", "remove it");
        if (isRef(word, kAdditionPrefix)) {
            license.exception = std::string(word);
        } else if (const std::string* known = findSpdxException(word)) {
            license.exception = *known;
        } else {
            const auto nearest = nearestExceptionId(word);
            return error(m_token.at, quoted(word) + " is no exception of the SPDX licence list",
                nearest ? "did you mean " + *nearest + "?"
                        : "use an exception of the list, or AdditionRef- with a name of your own");
        }
        if (auto read = next(); !read)
            return read.error();
        return license;
    }

    std::string_view m_text;
    std::size_t m_at = 0;
    Lexeme m_token;
};

} // namespace

Result<Expression> parseExpression(std::string_view text)
{
    return Parser(text).parse();
}

} // namespace cupel::license
