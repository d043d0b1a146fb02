#include "core/reports/stored_report.h"

#include <nlohmann/json.hpp>

#include "core/reports/stored_json.h"

namespace cupel::reports {
namespace {

using base::Error;
using base::ErrorCode;
using base::Result;
using nlohmann::json;

readers::CsvOptions optionsOf(const json& input)
{
    readers::CsvOptions options;
    const json& dialect = input.at("dialect");
    options.delimiter = dialect.at("delimiter").get<std::string>();
    const auto quote = dialect.at("quote").get<std::string>();
    options.quote = quote.empty() ? '\0' : quote.front();
    options.hasHeader = dialect.at("header").get<bool>();
    const json& given = input.at("options");
    options.names = given.at("names").get<std::vector<std::string>>();
    for (const auto& [column, tokens] : given.at("missing").items()) {
        if (column == "*")
            options.nullTokens = tokens.get<std::vector<std::string>>();
        else
            options.nullTokensByColumn[column] = tokens.get<std::vector<std::string>>();
    }
    for (const auto& [column, type] : given.at("types").items()) {
        if (const auto known = table::typeFromName(type.get<std::string>()))
            options.types[column] = *known;
    }
    return options;
}

Result<const json*> findFinding(
    const json& report, const std::string& fileName, std::string_view id)
{
    const json* found = nullptr;
    for (const json& finding : report.at("findings")) {
        const auto& its = finding.at("id").get_ref<const std::string&>();
        if (its == id)
            return &finding;
        if (id.empty() || its.compare(0, id.size(), id) != 0)
            continue;
        if (found) {
            return Error{ErrorCode::Usage, "several findings begin with '" + std::string(id) + "'",
                "give more of the id", {}};
        }
        found = &finding;
    }
    if (!found) {
        return Error{ErrorCode::Usage, fileName + " has no finding '" + std::string(id) + "'",
            "its ids are in \"findings\"; the summary of cupel audit shows them too", {}};
    }
    return found;
}

Result<StoredFinding> read(const json& report, const std::string& fileName, std::string_view id)
{
    const auto place = findFinding(report, fileName, id);
    if (!place)
        return place.error();
    const json& finding = **place;
    StoredFinding stored;
    stored.id = finding.at("id").get<std::string>();
    stored.message = finding.at("message").get<std::string>();
    for (const json& dataset : report.at("datasets")) {
        if (dataset.at("name") != finding.at("subject").at("dataset"))
            continue;
        const json& input = dataset.at("inputs").at(0);
        stored.file = input.at("file").get<std::string>();
        stored.hash = input.at("hash").get<std::string>();
        stored.options = optionsOf(input);
    }
    for (const json& evidence : finding.at("evidence")) {
        if (evidence.at("kind") != "rows")
            continue;
        StoredFinding::Evidence one{std::nullopt, evidence.at("count").get<std::int64_t>()};
        if (!evidence.at("filter").is_null()) {
            auto filter = counts::filterFromJson(evidence.at("filter"));
            if (!filter)
                return notAReport(fileName, filter.error().message);
            one.filter = std::move(*filter);
        }
        stored.evidence.push_back(std::move(one));
    }
    return stored;
}

} // namespace

Result<StoredFinding> storedFinding(
    std::string_view report, const std::string& fileName, std::string_view id)
{
    try {
        const auto parsed = parseReport(report, fileName);
        return parsed ? read(*parsed, fileName, id) : parsed.error();
    } catch (const json::exception&) {
        return notAReport(fileName, "a member is missing or of another type");
    }
}

} // namespace cupel::reports
