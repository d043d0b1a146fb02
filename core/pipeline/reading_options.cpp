#include "core/pipeline/reading_options.h"

#include <nlohmann/json.hpp>
#include <utility>

#include "core/pipeline/catalog_records.h"

namespace cupel::pipeline {
namespace {

using Json = nlohmann::ordered_json;

readers::CsvOptions optionsIn(const Json& json)
{
    readers::CsvOptions options;
    if (const Json& delimiter = json.at("delimiter"); !delimiter.is_null())
        options.delimiter = delimiter.get<std::string>();
    if (const Json& quote = json.at("quote"); !quote.is_null()) {
        const auto text = quote.get<std::string>();
        options.quote = text.empty() ? '\0' : text.front();
    }
    options.hasHeader = json.at("header").get<bool>();
    options.names = json.at("names").get<std::vector<std::string>>();
    options.nullTokens = json.at("missing").get<std::vector<std::string>>();
    for (const auto& [column, tokens] : json.at("missingOf").items())
        options.nullTokensByColumn[column] = tokens.get<std::vector<std::string>>();
    for (const auto& [column, type] : json.at("types").items()) {
        if (const auto known = table::typeFromName(type.get<std::string>()))
            options.types[column] = *known;
    }
    options.maxRowBytes = json.at("maxRowBytes").get<std::uint64_t>();
    return options;
}

} // namespace

std::optional<readers::CsvOptions> readingOptions(const std::string& text)
{
    try {
        readers::CsvOptions options = optionsIn(Json::parse(text));
        if (readingText(options) == text)
            return options;
    } catch (const Json::exception&) {
        // It is of another program.
    }
    return std::nullopt;
}

} // namespace cupel::pipeline
