#include "app/batch/exit_code.h"

#include <algorithm>
#include <array>
#include <cstdio>

#include "app/batch/signals.h"
#include "core/base/cut_text.h"
#include "core/reports/terminal_text.h"

namespace cupel::batch {

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
        return kIncomplete;
    case base::ErrorCode::Cancelled:
        return caughtSignal() != 0 ? kSignal + caughtSignal() : static_cast<int>(kIncomplete);
    case base::ErrorCode::Catalog:
        return kCatalog;
    case base::ErrorCode::Internal:
        return kInternal;
    }
    return kInternal;
}

int stronger(int a, int b)
{
    static constexpr std::array kOrder{
        kInternal, kUsage, kCatalog, kInput, kIncomplete, kReview, kEmpty, kFindings};
    if (a > kSignal || b > kSignal)
        return std::max(a, b);
    const auto rank
        = [](int code) { return std::find(kOrder.begin(), kOrder.end(), code) - kOrder.begin(); };
    return rank(a) <= rank(b) ? a : b;
}

void printError(const base::Error& error, const std::string& path)
{
    std::string where = path.empty() ? error.where.file : path;
    if (error.where.line > 0)
        where
            += (where.empty() ? "" : " ") + std::string("line ") + std::to_string(error.where.line);
    if (error.where.line > 0 && error.where.column > 0)
        where += ", column " + std::to_string(error.where.column);
    constexpr std::size_t kLongest = 2'000; // a column may have a name of a megabyte
    std::string text = "cupel: " + reports::visibleText(where) + (where.empty() ? "" : ": ")
        + reports::visibleText(base::cutText(error.message, kLongest)) + "\n";
    if (!error.hint.empty())
        text += "  try: " + reports::visibleText(base::cutText(error.hint, kLongest)) + "\n";
    std::fputs(text.c_str(), stderr);
}

int fail(const base::Error& error, const std::string& path)
{
    printError(error, path);
    return exitCodeOf(error.code);
}

} // namespace cupel::batch
