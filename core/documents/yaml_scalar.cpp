#include "core/documents/yaml_scalar.h"

#include <algorithm>
#include <array>

namespace cupel::documents {

namespace {

template <std::size_t N>
bool isOneOf(std::string_view text, const std::array<std::string_view, N>& words)
{
    return std::find(words.begin(), words.end(), text) != words.end();
}

/// Remove the digits of a base that lead the text; whether there was one.
bool takeDigits(std::string_view& text, std::string_view digits = "0123456789")
{
    const std::size_t count = std::min(text.find_first_not_of(digits), text.size());
    text.remove_prefix(count);
    return count > 0;
}

bool takeOne(std::string_view& text, std::string_view choice)
{
    if (text.empty() || choice.find(text.front()) == std::string_view::npos)
        return false;
    text.remove_prefix(1);
    return true;
}

bool isInBase(std::string_view text, std::string_view prefix, std::string_view digits)
{
    if (text.substr(0, prefix.size()) != prefix)
        return false;
    text.remove_prefix(prefix.size());
    return takeDigits(text, digits) && text.empty();
}

bool isNumber(std::string_view text)
{
    if (isInBase(text, "0x", "0123456789abcdefABCDEF") || isInBase(text, "0o", "01234567"))
        return true;
    if (isOneOf<3>(text, {".nan", ".NaN", ".NAN"}))
        return true;
    takeOne(text, "+-");
    if (isOneOf<3>(text, {".inf", ".Inf", ".INF"}))
        return true;
    const bool hasWhole = takeDigits(text);
    const bool hasFraction = takeOne(text, ".") && takeDigits(text);
    if (!hasWhole && !hasFraction)
        return false;
    if (takeOne(text, "eE")) {
        takeOne(text, "+-");
        if (!takeDigits(text))
            return false;
    }
    return text.empty();
}

} // namespace

Node::Kind coreKind(std::string_view plain)
{
    if (isOneOf<5>(plain, {"", "~", "null", "Null", "NULL"}))
        return Node::Kind::Null;
    if (isOneOf<6>(plain, {"true", "True", "TRUE", "false", "False", "FALSE"}))
        return Node::Kind::Bool;
    return isNumber(plain) ? Node::Kind::Number : Node::Kind::Text;
}

} // namespace cupel::documents
