#include "tests/support/json_file.h"

#include "tests/support/temp_dir.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <limits>

namespace cupel::test {

nlohmann::json readJson(const std::filesystem::path& path)
{
    return nlohmann::json::parse(readFile(path));
}

Tolerance toleranceOf(const nlohmann::json& file, const nlohmann::json& oneCase)
{
    const auto own = oneCase.find("tolerance");
    const nlohmann::json& tolerance
        = own != oneCase.end() && own->is_object() ? *own : file.at("tolerance");
    return {tolerance.at("rel").get<double>(), tolerance.at("abs").get<double>()};
}

testing::AssertionResult agrees(
    const base::Figure& actual, const nlohmann::json& expected, Tolerance tolerance)
{
    if (expected.is_null() || expected == "NaN") {
        if (!actual.isDefined() && !actual.reason().empty())
            return testing::AssertionSuccess();
        return testing::AssertionFailure() << "expected undefined with a reason";
    }
    if (!actual.isDefined())
        return testing::AssertionFailure()
            << "undefined (" << actual.reason() << "), expected " << expected.dump();
    const double wanted
        = expected == "Infinity" ? std::numeric_limits<double>::infinity() : expected.get<double>();
    const double allowed = std::max(tolerance.absolute, tolerance.relative * std::fabs(wanted));
    if (actual.value() == wanted || std::fabs(actual.value() - wanted) <= allowed)
        return testing::AssertionSuccess();
    return testing::AssertionFailure()
        << actual.value() << ", expected " << wanted << ", off by " << actual.value() - wanted;
}

} // namespace cupel::test
