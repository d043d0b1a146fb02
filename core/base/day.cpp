#include "core/base/day.h"

#include <algorithm>

namespace cupel::base {
namespace {

/// Digits as a number, or -1 where one is none.
int digits(std::string_view text)
{
    int value = 0;
    for (const char c : text) {
        if (c < '0' || c > '9')
            return -1;
        value = value * 10 + (c - '0');
    }
    return value;
}

std::string padded(unsigned value, std::size_t width)
{
    const std::string text = std::to_string(value);
    return std::string(width - std::min(width, text.size()), '0') + text;
}

} // namespace

std::optional<Day> parseDay(std::string_view text)
{
    if (text.size() != 10 || text[4] != '-' || text[7] != '-')
        return std::nullopt;
    const int year = digits(text.substr(0, 4));
    const int month = digits(text.substr(5, 2));
    const int day = digits(text.substr(8, 2));
    if (year < 0 || month < 0 || day < 0)
        return std::nullopt;
    const std::chrono::year_month_day date{std::chrono::year(year),
        std::chrono::month(static_cast<unsigned>(month)),
        std::chrono::day(static_cast<unsigned>(day))};
    return date.ok() ? std::optional<Day>(date) : std::nullopt;
}

std::string formatDay(Day day)
{
    const std::chrono::year_month_day date(day);
    return padded(static_cast<unsigned>(static_cast<int>(date.year())), 4) + "-"
        + padded(static_cast<unsigned>(date.month()), 2) + "-"
        + padded(static_cast<unsigned>(date.day()), 2);
}

} // namespace cupel::base
