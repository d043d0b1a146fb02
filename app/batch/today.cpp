#include "app/batch/today.h"

#include "app/batch/source_date.h"

namespace cupel::batch {

base::Result<std::chrono::sys_seconds> now()
{
    const auto given = sourceTime();
    if (!given)
        return given.error();
    return *given ? **given
                  : std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
}

base::Result<base::Day> today()
{
    const auto time = now();
    if (!time)
        return time.error();
    return std::chrono::floor<std::chrono::days>(*time);
}

} // namespace cupel::batch
