#include "app/batch/today.h"

#include <chrono>

#include "app/batch/source_date.h"

namespace cupel::batch {

base::Result<base::Day> today()
{
    using std::chrono::days;
    using std::chrono::floor;
    const auto given = sourceTime();
    if (!given)
        return given.error();
    return *given ? floor<days>(**given) : floor<days>(std::chrono::system_clock::now());
}

} // namespace cupel::batch
