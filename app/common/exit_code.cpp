#include "app/common/exit_code.h"

#include <cstdio>

#include "core/base/cut_text.h"
#include "core/reports/terminal_text.h"

namespace cupel::common {

int exitCodeOf(base::ErrorCode code)
{
    switch (code) {
    case base::ErrorCode::Usage:
        return kUsage;
    case base::ErrorCode::InputMissing:
    case base::ErrorCode::InputUnreadable:
    case base::ErrorCode::NotData:
        return kInput;
    case base::ErrorCode::Empty:
        return kEmpty;
    case base::ErrorCode::OutputFailed:
    case base::ErrorCode::Cancelled:
        return kIncomplete;
    case base::ErrorCode::Catalog:
        return kCatalog;
    case base::ErrorCode::Internal:
        return kInternal;
    }
    return kInternal;
}

void printError(std::string_view program, const base::Error& error, const std::string& path)
{
    std::string where = path.empty() ? error.where.file : path;
    if (error.where.line > 0)
        where
            += (where.empty() ? "" : " ") + std::string("line ") + std::to_string(error.where.line);
    if (error.where.line > 0 && error.where.column > 0)
        where += ", column " + std::to_string(error.where.column);
    constexpr std::size_t kLongest = 2'000; // a column may have a name of a megabyte
    std::string text = std::string(program) + ": " + reports::visibleText(where)
        + (where.empty() ? "" : ": ") + reports::visibleText(base::cutText(error.message, kLongest))
        + "\n";
    if (!error.hint.empty())
        text += "  try: " + reports::visibleText(base::cutText(error.hint, kLongest)) + "\n";
    std::fputs(text.c_str(), stderr);
}

} // namespace cupel::common
