#include "core/catalog/time_text.h"

#include <array>
#include <charconv>
#include <cstdio>
#include <optional>

#include "core/base/day.h"

namespace cupel::catalog {
namespace {

constexpr std::size_t kDay = 10; // "2027-03-31"
constexpr std::size_t kLength = 20;

/// Two digits below `limit`; -1 for anything else.
int twoDigits(std::string_view text, std::size_t at, int limit)
{
    int number = -1;
    const char* const begin = text.data() + at;
    const auto read = std::from_chars(begin, begin + 2, number);
    return read.ptr == begin + 2 && number >= 0 && number < limit ? number : -1;
}

} // namespace

std::string timeText(Time time)
{
    const auto day = std::chrono::floor<std::chrono::days>(time);
    const std::chrono::hh_mm_ss clock(time - day);
    std::array<char, 16> text{};
    std::snprintf(text.data(), text.size(), "T%02d:%02d:%02dZ",
        static_cast<int>(clock.hours().count()), static_cast<int>(clock.minutes().count()),
        static_cast<int>(clock.seconds().count()));
    return base::formatDay(day) + text.data();
}

Time timeOf(std::string_view text)
{
    if (text.size() != kLength || text[kDay] != 'T' || text[13] != ':' || text[16] != ':'
        || text[19] != 'Z')
        return {};
    const std::optional<base::Day> day = base::parseDay(text.substr(0, kDay));
    const int hours = twoDigits(text, 11, 24);
    const int minutes = twoDigits(text, 14, 60);
    const int seconds = twoDigits(text, 17, 60);
    if (!day || hours < 0 || minutes < 0 || seconds < 0)
        return {};
    return *day + std::chrono::hours(hours) + std::chrono::minutes(minutes)
        + std::chrono::seconds(seconds);
}

} // namespace cupel::catalog
