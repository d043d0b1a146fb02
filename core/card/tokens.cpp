#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "core/base/ascii.h"
#include "core/base/number.h"
#include "core/card/prose.h"

namespace cupel::card {
namespace {

using base::isDigit;

bool isWordByte(char c)
{
    return isDigit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'
        || (static_cast<unsigned char>(c) & 0x80) != 0;
}

/// Bytes of a mark between groups of three digits at `at`: a comma, a blank, an apostrophe, a
/// no-break or thin space. 0 for none.
std::size_t groupMark(std::string_view text, std::size_t at)
{
    for (const std::string_view mark : {",", " ", "'", "\u00a0", "\u2009", "\u202f", "\u2019"}) {
        if (text.substr(at).starts_with(mark))
            return mark.size();
    }
    return 0;
}

bool isGroup(std::string_view text, std::size_t at)
{
    return at + 3 <= text.size() && isDigit(text[at]) && isDigit(text[at + 1])
        && isDigit(text[at + 2]) && (at + 3 == text.size() || !isDigit(text[at + 3]));
}

/// The digits of a number from `at` on with their groups, a point and decimals; `at` moves behind
/// them.
std::string numberText(std::string_view text, std::size_t& at)
{
    std::string digits;
    std::size_t first = at;
    while (at < text.size() && isDigit(text[at]))
        digits += text[at++];
    if (at - first <= 3) {
        for (std::size_t mark = groupMark(text, at); mark > 0 && isGroup(text, at + mark);
             mark = groupMark(text, at)) {
            digits += text.substr(at + mark, 3);
            at += mark + 3;
        }
    }
    if (at + 1 < text.size() && text[at] == '.' && isDigit(text[at + 1])) {
        digits += text[at++];
        while (at < text.size() && isDigit(text[at]))
            digits += text[at++];
    }
    return digits;
}

/// Part of a date, a time, a version or a range: no quantity.
bool isPartOfName(std::string_view text, std::size_t begin, std::size_t end)
{
    if (begin > 0) {
        const char c = text[begin - 1];
        if (isWordByte(c) || c == '.' || c == '#' || c == '$' || c == '\\')
            return true;
        if ((c == '-' || c == '/' || c == ':') && begin > 1 && isWordByte(text[begin - 2]))
            return true;
    }
    if (end < text.size()) {
        const char c = text[end];
        const bool isMore = end + 1 < text.size() && isWordByte(text[end + 1]);
        if ((c == '-' || c == '/' || c == ':' || c == '.') && isMore)
            return true;
    }
    return false;
}

/// What a word after a number multiplies it by; single letters must stand right behind it, since
/// "5 B" are bytes.
double factorOf(std::string_view word, bool isAttached)
{
    if (word == "thousand" || (isAttached && word == "k"))
        return 1e3;
    if (word == "million" || word == "mio" || (isAttached && word == "m"))
        return 1e6;
    if (word == "billion" || word == "bn" || (isAttached && word == "b"))
        return 1e9;
    return 1.0;
}

std::string wordAt(std::string_view text, std::size_t at)
{
    std::size_t end = at;
    while (end < text.size() && isWordByte(text[end]))
        ++end;
    return lowered(text.substr(at, end - at));
}

std::size_t skipBlanks(std::string_view text, std::size_t at)
{
    while (at < text.size() && (text[at] == ' ' || text[at] == '\n' || text[at] == '\t'))
        ++at;
    return at;
}

char characterBefore(std::string_view text, std::size_t at)
{
    while (at > 0) {
        const char c = text[--at];
        if (c != ' ' && c != '\n' && c != '\t')
            return c;
    }
    return ' ';
}

bool saysAbout(const std::vector<Token>& before)
{
    if (before.empty())
        return false;
    constexpr std::array<std::string_view, 9> kWords{
        "about", "approximately", "around", "roughly", "nearly", "almost", "over", "circa", "ca"};
    const std::string& last = before.back().text;
    const bool isMoreThan = last == "than" && before.size() > 1
        && (before[before.size() - 2].text == "more" || before[before.size() - 2].text == "less");
    return isMoreThan || std::find(kWords.begin(), kWords.end(), last) != kWords.end();
}

Token number(std::string_view text, std::size_t& at, const std::vector<Token>& before)
{
    Token token;
    token.begin = at;
    token.before = characterBefore(text, at);
    token.isNumber = true;
    const std::string digits = numberText(text, at);
    const std::size_t point = digits.find('.');
    token.isWhole = point == std::string::npos;
    const auto parsed = base::parseNumber(digits);
    token.value = parsed ? parsed->d : 0.0;
    token.isNumber = parsed.has_value();
    token.step
        = token.isWhole ? 1.0 : std::pow(10.0, -static_cast<double>(digits.size() - point - 1));
    token.isApproximate = saysAbout(before) || token.before == '~';
    const std::size_t next = skipBlanks(text, at);
    const std::string word = wordAt(text, next);
    if (const double factor = factorOf(word, next == at); factor != 1.0) {
        token.value *= factor;
        token.step *= factor;
        token.isApproximate = true;
        token.isWhole = true;
        at = next + word.size();
    } else if (next < text.size() && text[next] == '%') {
        token.isPercent = true;
        at = next + 1;
    } else if (word == "percent") {
        token.isPercent = true;
        at = next + word.size();
    }
    // A round number that is said to be about right is right to its last digit that is not 0.
    if (token.isApproximate && token.value > 0.0) {
        while (std::fmod(token.value, token.step * 10.0) == 0.0)
            token.step *= 10.0;
    }
    token.text = digits;
    token.end = at;
    return token;
}

} // namespace

std::vector<Token> tokens(std::string_view text)
{
    std::vector<Token> all;
    for (std::size_t at = 0; at < text.size();) {
        if (!isWordByte(text[at])) {
            ++at;
            continue;
        }
        std::size_t end = at;
        if (isDigit(text[at])) {
            numberText(text, end);
            // "5pt" is a name, "32k" is not.
            const std::string suffix = wordAt(text, end);
            const bool isName
                = isPartOfName(text, at, end) || (!suffix.empty() && factorOf(suffix, true) == 1.0);
            if (!isName) {
                all.push_back(number(text, at, all));
                continue;
            }
        }
        Token token;
        token.begin = at;
        token.before = characterBefore(text, at);
        at = end;
        while (at < text.size()
            && (isWordByte(text[at])
                || ((text[at] == '-' || text[at] == '.' || text[at] == '/' || text[at] == ':')
                    && at + 1 < text.size() && isWordByte(text[at + 1]))))
            ++at;
        token.end = at;
        token.text = lowered(text.substr(token.begin, at - token.begin));
        all.push_back(std::move(token));
    }
    return all;
}

} // namespace cupel::card
