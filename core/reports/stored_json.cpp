#include "core/reports/stored_json.h"

#include <nlohmann/json.hpp>

#include <algorithm>

#include "core/reports/json_report.h"

namespace cupel::reports {
namespace {

constexpr int kMaxDepth = 64; ///< a report needs about ten levels

/// "1" of "1.4.0".
std::string_view majorVersion(std::string_view version)
{
    return version.substr(0, version.find('.'));
}

/// Line and column of a byte, counted from one; columns in bytes.
base::Location placeOf(std::string_view text, std::size_t byte)
{
    const std::string_view before = text.substr(0, byte > 0 ? byte - 1 : 0);
    const std::size_t lineBreak = before.rfind('\n');
    const std::size_t begin = lineBreak == std::string_view::npos ? 0 : lineBreak + 1;
    return {{}, static_cast<std::uint64_t>(std::count(before.begin(), before.end(), '\n')) + 1,
        before.size() - begin + 1, 0};
}

} // namespace

using base::Error;
using base::ErrorCode;
using base::Result;
using nlohmann::json;

Error notAReport(const std::string& fileName, const std::string& why)
{
    return {ErrorCode::Usage, fileName + " is not a report that can be used: " + why,
        "write one with: cupel audit INPUT -o json=PATH", {}};
}

Result<json> parseReport(std::string_view text, const std::string& fileName)
{
    bool isTooDeep = false;
    const auto limitDepth = [&isTooDeep](int depth, json::parse_event_t, json&) {
        isTooDeep = isTooDeep || depth > kMaxDepth;
        return !isTooDeep;
    };
    json report;
    try {
        report = json::parse(text, limitDepth);
    } catch (const json::parse_error& fault) {
        Error error = notAReport(fileName, "it is no JSON");
        error.where = placeOf(text, fault.byte);
        return error;
    }
    if (isTooDeep)
        return notAReport(fileName, "it is nested too deeply");
    if (!report.is_object() || report.value("schema", json()) != kReportSchema)
        return notAReport(fileName, "it does not begin with \"schema\": \"cupel.report\"");
    const std::string version = report.at("schemaVersion").get<std::string>();
    if (majorVersion(version) != majorVersion(kReportSchemaVersion))
        return notAReport(fileName, "its schema version is " + version);
    return report;
}

} // namespace cupel::reports
