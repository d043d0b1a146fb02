#include "app/batch/exit_code.h"

#include <algorithm>
#include <array>

#include "app/batch/signals.h"

namespace cupel::batch {

int exitCodeOf(base::ErrorCode code)
{
    if (code == base::ErrorCode::Cancelled && caughtSignal() != 0)
        return kSignal + caughtSignal();
    return common::exitCodeOf(code);
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
    common::printError("cupel", error, path);
}

int fail(const base::Error& error, const std::string& path)
{
    printError(error, path);
    return exitCodeOf(error.code);
}

} // namespace cupel::batch
