#include "core/lint/issue.h"

#include <algorithm>

namespace cupel::lint {

std::string_view levelName(Level level)
{
    switch (level) {
    case Level::Note:
        return "note";
    case Level::Warning:
        return "warning";
    case Level::Error:
        break;
    }
    return "error";
}

bool Verdict::isValid() const
{
    return std::none_of(issues.begin(), issues.end(),
        [](const Issue& issue) { return issue.level == Level::Error; });
}

} // namespace cupel::lint
