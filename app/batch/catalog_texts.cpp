#include "app/batch/catalog_texts.h"

#include <algorithm>
#include <chrono>

#include "core/base/day.h"
#include "core/reports/terminal_text.h"

namespace cupel::batch {

std::string timeText(catalog::Time time)
{
    const auto day = std::chrono::floor<std::chrono::days>(time);
    const std::chrono::hh_mm_ss clock(time - day);
    const auto two = [](auto count) { return (count < 10 ? "0" : "") + std::to_string(count); };
    return base::formatDay(day) + "T" + two(clock.hours().count()) + ":"
        + two(clock.minutes().count()) + ":" + two(clock.seconds().count()) + "Z";
}

std::string aligned(const std::vector<std::vector<std::string>>& rows)
{
    std::vector<std::size_t> widths;
    for (const auto& row : rows) {
        widths.resize(std::max(widths.size(), row.size()));
        for (std::size_t i = 0; i < row.size(); ++i)
            widths[i] = std::max(widths[i], reports::displayWidth(row[i]));
    }
    std::string text;
    for (const auto& row : rows) {
        for (std::size_t i = 0; i < row.size(); ++i) {
            text += row[i];
            if (i + 1 < row.size())
                text.append(widths[i] - reports::displayWidth(row[i]) + 2, ' ');
        }
        text += '\n';
    }
    return text;
}

} // namespace cupel::batch
