#include "core/reports/read_options_json.h"

#include <nlohmann/json.hpp>

namespace cupel::reports {
namespace {

using Json = nlohmann::ordered_json;

} // namespace

Json toJson(const readers::CsvOptions& options, const readers::Dialect& dialect)
{
    Json json = Json::object();
    json["delimiter"] = dialect.delimiter;
    json["quote"] = dialect.quote == '\0' ? Json(nullptr) : Json(std::string(1, dialect.quote));
    json["header"] = dialect.hasHeader;
    json["names"] = options.names;
    json["nullTokens"] = options.nullTokens;
    json["nullTokensByColumn"] = options.nullTokensByColumn;
    Json types = Json::object();
    for (const auto& [column, type] : options.types)
        types[column] = std::string(table::typeName(type));
    json["types"] = std::move(types);
    json["codedColumns"] = options.codedColumns;
    return json;
}

base::Result<readers::CsvOptions> readOptionsFromJson(const Json& json)
{
    const char* member = "";
    try {
        readers::CsvOptions options;
        options.delimiter = json.at(member = "delimiter").get<std::string>();
        const Json& quote = json.at(member = "quote");
        options.quote = '\0';
        if (!quote.is_null() && quote.get<std::string>().size() == 1)
            options.quote = quote.get<std::string>()[0];
        options.hasHeader = json.at(member = "header").get<bool>();
        options.names = json.at(member = "names").get<std::vector<std::string>>();
        options.nullTokens = json.at(member = "nullTokens").get<std::vector<std::string>>();
        for (const auto& [column, tokens] : json.at(member = "nullTokensByColumn").items())
            options.nullTokensByColumn[column] = tokens.get<std::vector<std::string>>();
        for (const auto& [column, name] : json.at(member = "types").items()) {
            const auto type = table::typeFromName(name.get<std::string>());
            if (!type)
                throw std::invalid_argument("type");
            options.types[column] = *type;
        }
        options.codedColumns = json.at(member = "codedColumns").get<std::vector<std::string>>();
        return options;
    } catch (const std::exception&) {
        return base::Error{base::ErrorCode::Usage,
            std::string("the report does not say how the input was read: '") + member
                + "' is missing or not of its type",
            "write the report again with this version", {}};
    }
}

} // namespace cupel::reports
