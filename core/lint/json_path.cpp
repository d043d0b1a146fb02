#include "core/lint/json_path.h"

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "core/base/ascii.h"

namespace cupel::lint {

namespace {

using base::isDigit;

/// Parts of an expression: a character stands for itself, and these for others.
enum TokenKind : char { kId = 'i', kNumber = 'n', kDescend = 'd', kWhere = 'w', kOperator = 'o' };

bool isNameBegin(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == '@';
}

/// The content of a quoted text whose opening quote was taken; none where it has no end.
std::optional<std::string> takeQuoted(std::string_view& rest, char quote)
{
    std::string content;
    while (!rest.empty()) {
        const char c = rest.front();
        rest.remove_prefix(1);
        if (c == quote)
            return content;
        if (c != '\\') {
            content += c;
            continue;
        }
        if (rest.empty() || rest.front() == '\n')
            return std::nullopt;
        content += rest.front();
        rest.remove_prefix(1);
    }
    return std::nullopt;
}

/// The tokens as one text of kinds; none where a character fits nothing.
std::optional<std::string> tokensOf(std::string_view rest)
{
    constexpr std::string_view kSingle = "*.[]()$,:|&";
    std::string tokens;
    while (!rest.empty()) {
        const char c = rest.front();
        std::size_t length = 1;
        if (c == ' ' || c == '\t' || c == '\n') {
            rest.remove_prefix(1);
            continue;
        }
        if (isNameBegin(c)) {
            while (length < rest.size()
                && (isNameBegin(rest[length]) || isDigit(rest[length]) || rest[length] == '-'))
                ++length;
            tokens += rest.substr(0, length) == "where" ? kWhere : kId;
        } else if (isDigit(c) || (c == '-' && rest.size() > 1 && isDigit(rest[1]))) {
            while (length < rest.size() && isDigit(rest[length]))
                ++length;
            tokens += kNumber;
        } else if (c == '\'' || c == '"' || c == '`') {
            rest.remove_prefix(1);
            const auto content = takeQuoted(rest, c);
            if (!content || (c == '`' && *content != "this" && *content != "parent"))
                return std::nullopt;
            tokens += c == '`' ? kOperator : kId;
            continue;
        } else if (rest.substr(0, 2) == "..") {
            length = 2;
            tokens += kDescend;
        } else if (kSingle.find(c) != std::string_view::npos) {
            tokens += c;
        } else {
            return std::nullopt;
        }
        rest.remove_prefix(length);
    }
    return tokens;
}

/// Takes "[0]", "[1:2]", "[*]" or "[a,b]" off the tokens.
bool takeBrackets(std::string_view& tokens)
{
    tokens.remove_prefix(1);
    const std::size_t end = tokens.find(']');
    if (end == std::string_view::npos)
        return false;
    const std::string_view inner = tokens.substr(0, end);
    tokens.remove_prefix(end + 1);
    for (const std::string_view slice : {"n", "*", ":", "n:", ":n", "n:n"}) {
        if (inner == slice)
            return true;
    }
    for (std::size_t i = 0; i < inner.size(); ++i) {
        if (inner[i] != (i % 2 == 0 ? static_cast<char>(kId) : ','))
            return false;
    }
    return inner.size() % 2 == 1;
}

} // namespace

bool isJsonPath(std::string_view text)
{
    const auto all = tokensOf(text);
    if (!all)
        return false;
    std::string_view tokens = *all;
    std::size_t open = 0;
    bool expectsOperand = true;
    while (!tokens.empty()) {
        const char token = tokens.front();
        if (token == '[') { // an operand, or behind one
            if (!takeBrackets(tokens))
                return false;
            expectsOperand = false;
            continue;
        }
        tokens.remove_prefix(1);
        if (expectsOperand) {
            if (token == '(') {
                ++open;
                continue;
            }
            if (token != '$' && token != '*' && token != kId && token != kOperator)
                return false;
            while (token == kId && tokens.size() > 1 && tokens[0] == ',' && tokens[1] == kId)
                tokens.remove_prefix(2);
            expectsOperand = false;
        } else if (token == ')') {
            if (open == 0)
                return false;
            --open;
        } else if (std::string_view(".|&").find(token) != std::string_view::npos
            || token == kDescend || token == kWhere) {
            expectsOperand = true;
        } else {
            return false;
        }
    }
    return !expectsOperand && open == 0;
}

} // namespace cupel::lint
