#include "core/table/value_kind.h"

#include <cstdint>
#include <limits>
#include <numeric>
#include <optional>

#include "core/base/ascii.h"
#include "core/base/number.h"

namespace cupel::table {
namespace {

using base::isDigit;

constexpr ColumnType kTypesNarrowFirst[] = {ColumnType::Integer, ColumnType::Number,
    ColumnType::Boolean, ColumnType::Date, ColumnType::DateTime};

/// The value of `count` digits from `at` on, or -1.
int digits(std::string_view text, std::size_t at, std::size_t count)
{
    if (at + count > text.size())
        return -1;
    int value = 0;
    for (std::size_t i = at; i < at + count; ++i) {
        if (!isDigit(text[i]))
            return -1;
        value = value * 10 + (text[i] - '0');
    }
    return value;
}

bool hasAt(std::string_view text, std::size_t at, char c)
{
    return at < text.size() && text[at] == c;
}

bool beginsWithDate(std::string_view text)
{
    if (!hasAt(text, 4, '-') || !hasAt(text, 7, '-'))
        return false;
    const int year = digits(text, 0, 4);
    const int month = digits(text, 5, 2);
    const int day = digits(text, 8, 2);
    if (year < 0 || month < 1 || month > 12 || day < 1)
        return false;
    constexpr int kDays[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    const bool isLeap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    return day <= kDays[month - 1] + (isLeap && month == 2 ? 1 : 0);
}

bool isHourAndMinute(std::string_view text, std::size_t at)
{
    const int hour = digits(text, at, 2);
    const int minute = digits(text, at + 3, 2);
    return hour >= 0 && hour <= 23 && hasAt(text, at + 2, ':') && minute >= 0 && minute <= 59;
}

/// HH:MM[:SS[.fraction]][Z|+-HH:MM] from `at` to the end. A second of 60 is a leap second.
bool isTime(std::string_view text, std::size_t at)
{
    if (!isHourAndMinute(text, at))
        return false;
    at += 5;
    if (hasAt(text, at, ':')) {
        const int second = digits(text, at + 1, 2);
        if (second < 0 || second > 60)
            return false;
        at += 3;
        if (hasAt(text, at, '.')) {
            const std::size_t fraction = ++at;
            while (at < text.size() && isDigit(text[at]))
                ++at;
            if (at == fraction)
                return false;
        }
    }
    if (at == text.size() || text.substr(at) == "Z")
        return true;
    return (text[at] == '+' || text[at] == '-') && text.size() == at + 6
        && isHourAndMinute(text, at + 1);
}

bool isBoolean(std::string_view text)
{
    return text == "true" || text == "false" || text == "True" || text == "False" || text == "TRUE"
        || text == "FALSE";
}

} // namespace

ValueKind valueKind(std::string_view text)
{
    if (text.empty())
        return ValueKind::Other;
    // The first byte settles almost every word.
    const char first = text[0];
    if (first == 't' || first == 'T' || first == 'f' || first == 'F')
        return isBoolean(text) ? ValueKind::Boolean : ValueKind::Other;
    if (!isDigit(first) && first != '-' && first != '.')
        return ValueKind::Other;
    if (const std::optional<base::Number> number = base::parseNumber(text)) {
        const bool isInteger = number->kind == base::Number::Kind::Integer
            && number->i != std::numeric_limits<std::int64_t>::min();
        return isInteger ? ValueKind::Integer : ValueKind::Decimal;
    }
    if (!beginsWithDate(text))
        return ValueKind::Other;
    if (text.size() == 10)
        return ValueKind::Date;
    const bool isDateTime = (text[10] == 'T' || text[10] == ' ') && isTime(text, 11);
    return isDateTime ? ValueKind::DateTime : ValueKind::Other;
}

bool fits(ValueKind kind, ColumnType type)
{
    switch (type) {
    case ColumnType::Text:
        return true;
    case ColumnType::Integer:
        return kind == ValueKind::Integer;
    case ColumnType::Number:
        return kind == ValueKind::Integer || kind == ValueKind::Decimal;
    case ColumnType::Boolean:
        return kind == ValueKind::Boolean;
    case ColumnType::Date:
        return kind == ValueKind::Date;
    case ColumnType::DateTime:
        return kind == ValueKind::DateTime;
    }
    return false;
}

std::int64_t KindRows::total() const
{
    return std::accumulate(rows.begin(), rows.end(), std::int64_t{0});
}

std::int64_t KindRows::fitting(ColumnType type) const
{
    std::int64_t sum = 0;
    for (std::size_t i = 0; i < kValueKinds; ++i) {
        if (fits(static_cast<ValueKind>(i), type))
            sum += rows[i];
    }
    return sum;
}

ColumnType typeOf(const KindRows& rows)
{
    const std::int64_t total = rows.total();
    if (total == 0)
        return ColumnType::Text;
    for (const ColumnType type : kTypesNarrowFirst) {
        if (rows.fitting(type) == total)
            return type;
    }
    return ColumnType::Text;
}

ColumnType likelyType(const KindRows& rows)
{
    ColumnType best = ColumnType::Text;
    std::int64_t bestRows = rows.total() / 2;
    for (const ColumnType type : kTypesNarrowFirst) {
        if (rows.fitting(type) > bestRows) {
            best = type;
            bestRows = rows.fitting(type);
        }
    }
    return best;
}

} // namespace cupel::table
