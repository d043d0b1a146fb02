#include "app/batch/source_date.h"

#include <array>
#include <cstdio>
#include <cstdlib>

#include "core/base/day.h"
#include "core/base/number.h"

namespace cupel::batch {

base::Result<std::optional<std::chrono::sys_seconds>> sourceTime()
{
    using Time = std::optional<std::chrono::sys_seconds>;
    const char* const given = std::getenv("SOURCE_DATE_EPOCH");
    if (!given || *given == '\0')
        return Time();
    constexpr std::int64_t kYear9999 = 253'402'300'799;
    const auto number = base::parseNumber(given);
    if (!number || number->kind != base::Number::Kind::Integer || number->i < 0
        || number->i > kYear9999) {
        return base::Error{base::ErrorCode::Usage,
            "SOURCE_DATE_EPOCH is not a number of seconds since 1970",
            "set it like SOURCE_DATE_EPOCH=$(git log -1 --format=%ct), or unset it", {}};
    }
    return Time(std::chrono::seconds(number->i));
}

base::Result<std::string> sourceDate()
{
    const auto time = sourceTime();
    if (!time)
        return time.error();
    if (!*time)
        return std::string();
    const auto day = std::chrono::floor<std::chrono::days>(**time);
    const std::chrono::hh_mm_ss clock(**time - day);
    std::array<char, 16> text{};
    std::snprintf(text.data(), text.size(), "T%02d:%02d:%02dZ",
        static_cast<int>(clock.hours().count()), static_cast<int>(clock.minutes().count()),
        static_cast<int>(clock.seconds().count()));
    return base::formatDay(day) + text.data();
}

} // namespace cupel::batch
