#include "tests/core/reports/support/json_schema.h"

#include "core/reports/schemas.h"

#include <nlohmann/json.hpp>

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wall"
#pragma GCC diagnostic ignored "-Wextra"
#include <valijson/adapters/nlohmann_json_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validator.hpp>
#pragma GCC diagnostic pop

namespace cupel::test {
namespace {

using valijson::adapters::NlohmannJsonAdapter;

/// The parsed schema of a name; it lives as long as the program.
const valijson::Schema& parsedSchema(std::string_view name)
{
    static std::map<std::string, std::unique_ptr<valijson::Schema>, std::less<>> parsed;
    const auto found = parsed.find(name);
    if (found != parsed.end())
        return *found->second;
    auto schema = std::make_unique<valijson::Schema>();
    for (const reports::Schema& shipped : reports::schemas()) {
        if (shipped.name != name)
            continue;
        const nlohmann::json text = nlohmann::json::parse(shipped.text);
        valijson::SchemaParser().populateSchema(NlohmannJsonAdapter(text), *schema);
    }
    return *parsed.emplace(name, std::move(schema)).first->second;
}

testing::AssertionResult fits(const std::string& json, const valijson::Schema& schema)
{
    const nlohmann::json document = nlohmann::json::parse(json, nullptr, false);
    if (document.is_discarded())
        return testing::AssertionFailure() << "not JSON: " << json.substr(0, 200);
    valijson::ValidationResults results;
    if (valijson::Validator().validate(schema, NlohmannJsonAdapter(document), &results))
        return testing::AssertionSuccess();
    auto failure = testing::AssertionFailure();
    for (const auto& error : results) {
        for (const std::string& part : error.context)
            failure << part;
        failure << ": " << error.description << "\n";
    }
    return failure;
}

} // namespace

testing::AssertionResult fitsSchema(const std::string& json, std::string_view schema)
{
    return fits(json, parsedSchema(schema));
}

testing::AssertionResult fitsSchemaText(const std::string& json, const std::string& schema)
{
    valijson::Schema parsed;
    const nlohmann::json text = nlohmann::json::parse(schema);
    valijson::SchemaParser(valijson::SchemaParser::kDraft4)
        .populateSchema(NlohmannJsonAdapter(text), parsed);
    return fits(json, parsed);
}

} // namespace cupel::test
