#include "core/reports/stored_json.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <functional>
#include <limits>
#include <set>
#include <vector>

#include "core/reports/json_report.h"

namespace cupel::reports {
namespace {

using base::Error;
using base::ErrorCode;
using base::Result;
using nlohmann::json;

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

/// Looks at what the parser finds, and keeps the first fault.
class Limits {
public:
    bool operator()(int depth, json::parse_event_t event, const json& parsed)
    {
        if (depth > kMaxDepth)
            m_fault = "it is nested too deeply";
        if (!m_fault.empty())
            return false;
        if (event == json::parse_event_t::object_start)
            m_keys.emplace_back();
        else if (event == json::parse_event_t::object_end)
            m_keys.pop_back();
        else if (event == json::parse_event_t::key
            && !m_keys.back().insert(parsed.get<std::string>()).second)
            m_fault = "a key occurs twice in one object";
        return true;
    }
    const std::string& fault() const { return m_fault; }

private:
    std::vector<std::set<std::string>> m_keys; ///< of the objects that are open
    std::string m_fault;
};

} // namespace

Error notAReport(const std::string& fileName, const std::string& why)
{
    return {ErrorCode::Usage, fileName + " is not a report that can be used: " + why,
        "write one with: cupel audit INPUT -o json=PATH", {}};
}

Result<json> parseStored(std::string_view text)
{
    Limits limits;
    try {
        json parsed = json::parse(text, std::ref(limits));
        if (limits.fault().empty())
            return parsed;
        return Error{ErrorCode::Usage, limits.fault(), {}, {}};
    } catch (const json::parse_error& fault) {
        return Error{ErrorCode::Usage, "it is no JSON", {}, placeOf(text, fault.byte)};
    } catch (const json::exception&) {
        return Error{ErrorCode::Usage, "it has a number beyond the range of a double", {}, {}};
    }
}

std::optional<double> storedFigure(const json& value)
{
    if (value.is_number())
        return value.get<double>();
    if (value == "Infinity")
        return std::numeric_limits<double>::infinity();
    if (value == "-Infinity")
        return -std::numeric_limits<double>::infinity();
    return std::nullopt;
}

Result<json> parseReport(std::string_view text, const std::string& fileName)
{
    auto parsed = parseStored(text);
    if (!parsed) {
        Error error = notAReport(fileName, parsed.error().message);
        error.where = parsed.error().where;
        return error;
    }
    json& report = *parsed;
    if (!report.is_object() || report.value("schema", json()) != kReportSchema)
        return notAReport(fileName, "it does not begin with \"schema\": \"cupel.report\"");
    const std::string version = report.at("schemaVersion").get<std::string>();
    if (majorVersion(version) != majorVersion(kReportSchemaVersion))
        return notAReport(fileName, "its schema version is " + version);
    return parsed;
}

} // namespace cupel::reports
