#include "core/lint/value_forms.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>

#include "core/base/ascii.h"

namespace cupel::lint {

namespace {

using base::isDigit;
using base::isLetter;

/// Reads a text from its begin.
class Cursor {
public:
    explicit Cursor(std::string_view text)
        : m_rest(text)
    {
    }
    bool atEnd() const { return m_rest.empty(); }
    std::string_view rest() const { return m_rest; }
    bool take(char c)
    {
        if (m_rest.empty() || m_rest.front() != c)
            return false;
        m_rest.remove_prefix(1);
        return true;
    }
    /// Exactly this many digits, as a number.
    std::optional<int> digits(std::size_t count)
    {
        int value = 0;
        if (m_rest.size() < count)
            return std::nullopt;
        for (std::size_t i = 0; i < count; ++i) {
            if (!isDigit(m_rest[i]))
                return std::nullopt;
            value = value * 10 + (m_rest[i] - '0');
        }
        m_rest.remove_prefix(count);
        return value;
    }
    void skip(std::size_t count) { m_rest.remove_prefix(std::min(count, m_rest.size())); }

private:
    std::string_view m_rest;
};

bool isLeap(int year)
{
    return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

int daysOf(int year, int month)
{
    constexpr std::array<int, 12> kDays{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    return kDays.at(static_cast<std::size_t>(month - 1)) + (month == 2 && isLeap(year) ? 1 : 0);
}

struct Date {
    int year = 1;
    int month = 1;
    int day = 1;
    bool isReal() const
    {
        return year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= daysOf(year, month);
    }
};

/// YYYY, YYYY-MM, YYYY-MM-DD, YYYYMMDD; only the last two may have a time behind them.
std::optional<Date> commonDate(Cursor& text)
{
    Date date;
    const auto year = text.digits(4);
    if (!year)
        return std::nullopt;
    date.year = *year;
    if (text.atEnd())
        return date;
    const bool hasDash = text.take('-');
    const auto month = text.digits(2);
    if (!month || (text.atEnd() && !hasDash))
        return std::nullopt;
    date.month = *month;
    if (text.atEnd())
        return date;
    if (hasDash && !text.take('-'))
        return std::nullopt;
    const auto day = text.digits(2);
    if (!day)
        return std::nullopt;
    date.day = *day;
    return date;
}

/// YYYY-Www-D, YYYYWwwD, the day may be absent; YYYY-DDD, YYYYDDD.
std::optional<Date> uncommonDate(Cursor& text)
{
    const auto year = text.digits(4);
    if (!year)
        return std::nullopt;
    const bool hasDash = text.take('-');
    if (text.take('W')) {
        const auto week = text.digits(2);
        std::optional<int> day = 1;
        if (week && !text.atEnd()) {
            if (text.take('-') != hasDash)
                return std::nullopt;
            day = text.digits(1);
        }
        const bool isReal
            = week && day && *week >= 1 && *week <= 53 && *day >= 1 && *day <= 7 && *year >= 1;
        return isReal ? std::optional<Date>(Date{*year, 1, 1}) : std::nullopt;
    }
    const auto day = text.digits(3);
    if (!day || *day < 1 || *day > 365 + (isLeap(*year) ? 1 : 0) || *year < 1)
        return std::nullopt;
    return Date{*year, 1, 1};
}

bool isOffset(Cursor text)
{
    if (text.rest() == "Z" || text.rest() == "z")
        return true;
    if (!text.take('+') && !text.take('-'))
        return false;
    const auto hours = text.digits(2);
    if (!hours || *hours > 23)
        return false;
    if (text.atEnd())
        return true;
    text.take(':');
    const auto minutes = text.digits(2);
    return minutes && *minutes <= 59 && text.atEnd();
}

bool isTime(Cursor text)
{
    std::array<int, 3> parts{};
    constexpr std::array<int, 3> kMost{24, 59, 59};
    bool hasColon = false;
    bool hasFraction = false;
    if (text.rest().size() < 2)
        return false;
    for (std::size_t part = 0; !text.atEnd() && part < 4; ++part) {
        const char next = text.rest().front();
        if (next == '-' || next == '+' || next == 'Z' || next == 'z') {
            if (!isOffset(text))
                return false;
            text.skip(text.rest().size());
            break;
        }
        if (part == 1)
            hasColon = text.take(':');
        else if (part == 2 && hasColon && !text.take(':'))
            return false;
        if (part < 3) {
            const auto value = text.digits(2);
            if (!value || *value > kMost.at(part))
                return false;
            parts.at(part) = *value;
        } else if (next == '.' || next == ',') {
            text.skip(1);
            const std::string_view rest = text.rest();
            const std::size_t count = std::min(rest.find_first_not_of("0123456789"), rest.size());
            if (count == 0)
                return false;
            hasFraction = rest.substr(0, std::min<std::size_t>(count, 6)).find_first_not_of('0')
                != std::string_view::npos;
            text.skip(count);
            if (!text.atEnd() && !isOffset(text))
                return false;
            text.skip(text.rest().size());
        } else {
            return false;
        }
    }
    return text.atEnd() && (parts[0] != 24 || (parts[1] == 0 && parts[2] == 0 && !hasFraction));
}

/// Digits without leading zeros.
bool takeNumber(Cursor& text)
{
    if (text.take('0'))
        return true;
    const std::string_view rest = text.rest();
    const std::size_t count = std::min(rest.find_first_not_of("0123456789"), rest.size());
    text.skip(count);
    return count > 0;
}

/// Parts of letters, digits and dashes with dots between; numbers among them without leading zeros
/// where that is asked.
bool takeParts(Cursor& text, bool isStrict)
{
    do {
        std::size_t count = 0;
        bool isNumber = true;
        const std::string_view rest = text.rest();
        while (count < rest.size()
            && (isDigit(rest[count]) || isLetter(rest[count]) || rest[count] == '-')) {
            isNumber = isNumber && isDigit(rest[count]);
            ++count;
        }
        if (count == 0 || (isStrict && isNumber && count > 1 && rest.front() == '0'))
            return false;
        text.skip(count);
    } while (text.take('.'));
    return true;
}

} // namespace

bool isIsoDate(std::string_view text)
{
    if (std::any_of(text.begin(), text.end(), [](char c) { return (c & 0x80) != 0; }))
        return false;
    Cursor common(text);
    Cursor uncommon(text);
    auto date = commonDate(common);
    Cursor& rest = date ? common : uncommon;
    if (!date)
        date = uncommonDate(uncommon);
    if (!date || !date->isReal())
        return false;
    if (rest.atEnd())
        return true;
    rest.skip(1); // any character stands between date and time
    return isTime(rest);
}

bool isVersion(std::string_view text)
{
    if (!text.empty() && text.back() == '\n')
        text.remove_suffix(1);
    Cursor rest(text);
    if (!takeNumber(rest))
        return false;
    if (!rest.take('.'))
        return rest.atEnd();
    if (!takeNumber(rest))
        return false;
    if (!rest.take('.'))
        return rest.atEnd();
    if (!takeNumber(rest))
        return false;
    if (rest.take('-') && !takeParts(rest, true))
        return false;
    if (rest.take('+') && !takeParts(rest, false))
        return false;
    return rest.atEnd();
}

bool isArrayShape(std::string_view text)
{
    constexpr std::string_view kWhite = " \t\n\r\f\v";
    for (std::size_t begin = 0; begin <= text.size();) {
        const std::size_t end = std::min(text.find(',', begin), text.size());
        std::string_view part = text.substr(begin, end - begin);
        begin = end + 1;
        part.remove_prefix(std::min(part.find_first_not_of(kWhite), part.size()));
        part = part.substr(0, part.find_last_not_of(kWhite) + 1);
        if (!part.empty() && (part.front() == '-' || part.front() == '+'))
            part.remove_prefix(1);
        // Single underlines may stand between digits.
        bool wasDigit = false;
        for (const char c : part) {
            if (!isDigit(c) && !(c == '_' && wasDigit))
                return false;
            wasDigit = isDigit(c);
        }
        if (!wasDigit)
            return false;
    }
    return true;
}

bool isHex(std::string_view text, std::size_t digits)
{
    return text.size() == digits && std::all_of(text.begin(), text.end(), [](char c) {
        return isDigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
    });
}

bool isAddress(std::string_view text)
{
    const std::size_t colon = text.find(':');
    if (colon == std::string_view::npos || colon == 0 || colon + 1 == text.size()
        || !isLetter(text.front()))
        return false;
    const bool hasScheme
        = std::all_of(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(colon),
            [](char c) { return isLetter(c) || isDigit(c) || c == '+' || c == '-' || c == '.'; });
    std::string_view rest = text.substr(colon + 1);
    if (rest.substr(0, 2) == "//") {
        rest.remove_prefix(2);
        if (rest.empty() || rest.front() == '/' || rest.front() == '?' || rest.front() == '#')
            return hasScheme && text.substr(0, colon) == "file";
    }
    return hasScheme && text.find_first_of(" \t\n\r\f\v<>\"") == std::string_view::npos;
}

} // namespace cupel::lint
