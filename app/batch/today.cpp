#include "app/batch/today.h"

#include <chrono>
#include <cstdlib>

#include "core/base/number.h"

namespace cupel::batch {

base::Result<base::Day> today()
{
    using std::chrono::days;
    using std::chrono::floor;
    const char* given = std::getenv("SOURCE_DATE_EPOCH");
    if (!given || *given == '\0')
        return floor<days>(std::chrono::system_clock::now());
    constexpr std::int64_t kYear9999 = 253'402'300'799;
    const auto number = base::parseNumber(given);
    if (!number || number->kind != base::Number::Kind::Integer || number->i < 0
        || number->i > kYear9999) {
        return base::Error{base::ErrorCode::Usage,
            "SOURCE_DATE_EPOCH is not a number of seconds since 1970",
            "set it like SOURCE_DATE_EPOCH=$(git log -1 --format=%ct), or unset it", {}};
    }
    return floor<days>(std::chrono::sys_seconds(std::chrono::seconds(number->i)));
}

} // namespace cupel::batch
