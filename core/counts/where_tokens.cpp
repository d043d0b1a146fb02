#include "core/counts/where_tokens.h"

#include <algorithm>
#include <optional>

namespace cupel::counts {
namespace {

using base::Error;
using base::ErrorCode;
using base::Result;

bool isBlank(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/// Read a quoted text from its opening quote; `at` then stands after the closing one. None when it
/// does not close.
std::optional<std::string> readQuoted(std::string_view text, std::size_t& at)
{
    const char quote = text[at++];
    std::string content;
    for (; at < text.size(); ++at) {
        if (text[at] != quote) {
            content += text[at];
        } else if (at + 1 < text.size() && text[at + 1] == quote) {
            content += quote;
            ++at;
        } else {
            ++at;
            return content;
        }
    }
    return std::nullopt;
}

/// The symbol at a byte, longest first; empty when there is none.
std::string_view symbolAt(std::string_view text)
{
    for (const std::string_view symbol :
        {"!=", "<>", "<=", ">=", "==", "=", "<", ">", "(", ")", ","}) {
        if (text.substr(0, symbol.size()) == symbol)
            return symbol;
    }
    return {};
}

Result<Token> readToken(std::string_view text, std::size_t& at)
{
    const std::size_t begin = at;
    const char first = text[at];
    if (first == '\'' || first == '"' || first == '`') {
        auto content = readQuoted(text, at);
        if (!content)
            return expressionError(text, begin,
                std::string("the quote ") + first + " is not closed",
                std::string("end it with ") + first + "; a quote inside is doubled");
        return Token{
            first == '\'' ? Token::Kind::Text : Token::Kind::Name, std::move(*content), begin};
    }
    if (isWordByte(first) || first == '+') {
        // The sign of an exponent belongs to a number: 1e+5.
        ++at;
        while (at < text.size()
            && (isWordByte(text[at])
                || (text[at] == '+' && (text[at - 1] == 'e' || text[at - 1] == 'E'))))
            ++at;
        return Token{Token::Kind::Word, std::string(text.substr(begin, at - begin)), begin};
    }
    const std::string_view symbol = symbolAt(text.substr(at));
    if (symbol.empty())
        return expressionError(text, begin, std::string("'") + first + "' means nothing here",
            "put names with blanks or signs in double quotes, values in single quotes");
    at += symbol.size();
    const std::string_view spelling = symbol == "<>" ? "!=" : symbol == "==" ? "=" : symbol;
    return Token{Token::Kind::Symbol, std::string(spelling), begin};
}

} // namespace

bool isWordByte(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_'
        || c == '-' || c == '.' || static_cast<unsigned char>(c) >= 0x80;
}

bool isKeyword(std::string_view word, std::string_view keyword)
{
    const auto sameLetter = [](char a, char b) {
        return (a >= 'A' && a <= 'Z' ? static_cast<char>(a - 'A' + 'a') : a) == b;
    };
    return std::equal(word.begin(), word.end(), keyword.begin(), keyword.end(), sameLetter);
}

Error expressionError(
    std::string_view text, std::size_t byte, std::string message, std::string hint)
{
    const auto isFirstByte = [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; };
    const auto column = static_cast<std::uint64_t>(1
        + std::count_if(
            text.begin(), text.begin() + static_cast<std::ptrdiff_t>(byte), isFirstByte));
    return {ErrorCode::Usage, "column " + std::to_string(column) + " of the filter: " + message,
        std::move(hint), {{}, 0, column, 0}};
}

Result<std::vector<Token>> tokenize(std::string_view text)
{
    std::vector<Token> tokens;
    std::size_t at = 0;
    while (true) {
        while (at < text.size() && isBlank(text[at]))
            ++at;
        if (at == text.size())
            break;
        auto token = readToken(text, at);
        if (!token)
            return token.error();
        tokens.push_back(std::move(*token));
    }
    tokens.push_back({Token::Kind::End, {}, text.size()});
    return tokens;
}

} // namespace cupel::counts
