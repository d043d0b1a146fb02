#include "core/exports/hub_features.h"

#include <array>
#include <utility>

#include <nlohmann/json.hpp>

#include "core/exports/croissant_words.h"

namespace cupel::exports {

namespace {

using documents::Node;
using Json = nlohmann::ordered_json;

struct TypeNames {
    std::string_view hub;
    std::string_view croissant; ///< plain
    std::string_view prefix;
};
/// Of several names on one side the first is written.
constexpr std::array<TypeNames, 26> kTypes{
    {{"string", "Text", "sc:"}, {"large_string", "Text", "sc:"}, {"string", "URL", "sc:"},
        {"bool", "Boolean", "sc:"}, {"int8", "Int8", "cr:"}, {"int16", "Int16", "cr:"},
        {"int32", "Int32", "cr:"}, {"int64", "Int64", "cr:"}, {"int64", "Integer", "sc:"},
        {"uint8", "UInt8", "cr:"}, {"uint16", "UInt16", "cr:"}, {"uint32", "UInt32", "cr:"},
        {"uint64", "UInt64", "cr:"}, {"float16", "Float16", "cr:"}, {"float32", "Float32", "cr:"},
        {"float64", "Float64", "cr:"}, {"float64", "Float", "sc:"}, {"date32", "Date", "sc:"},
        {"date64", "Date", "sc:"}, {"timestamp[s]", "DateTime", "sc:"},
        {"timestamp[ms]", "DateTime", "sc:"}, {"timestamp[us]", "DateTime", "sc:"},
        {"timestamp[ns]", "DateTime", "sc:"}, {"image", "ImageObject", "sc:"},
        {"audio", "AudioObject", "sc:"}, {"video", "VideoObject", "sc:"}}};

std::string textOf(const Node& node, const char* name, const char* otherwise)
{
    const Node* const found = node.find(name);
    return found && found->isScalar() && !found->text.empty() ? found->text : otherwise;
}

HubTable tableOf(const Node& info)
{
    HubTable table;
    table.config = textOf(info, "config_name", "default");
    const Node* const features = info.find("features");
    if (!features)
        return table;
    for (const Node& feature : features->items) {
        const Node* const name = feature.find("name");
        const Node* const type = feature.find("dtype");
        if (!name || !type || feature.find("sequence") || feature.find("list"))
            continue;
        if (type->find("class_label")) {
            table.features.push_back({name->text, "sc:Integer", true});
            continue;
        }
        for (const TypeNames& one : kTypes) {
            if (type->text == one.hub) {
                table.features.push_back(
                    {name->text, std::string(one.prefix) + std::string(one.croissant), false});
                break;
            }
        }
    }
    return table;
}

} // namespace

std::vector<HubFiles> hubFiles(const Node& configs)
{
    std::vector<HubFiles> all;
    for (const Node& config : configs.items) {
        HubFiles files;
        files.config = textOf(config, "config_name", "default");
        const auto add = [&files](const Node& one) {
            if (one.isText())
                files.paths.push_back(one.text);
            for (const Node& item : one.items) {
                if (item.isText())
                    files.paths.push_back(item.text);
            }
        };
        if (const Node* const data = config.find("data_files")) {
            add(*data);
            for (const Node& entry : data->items) {
                if (const Node* const path = entry.find("path"))
                    add(*path);
            }
        }
        if (!files.paths.empty())
            all.push_back(std::move(files));
    }
    return all;
}

std::vector<HubTable> hubTables(const Node& info)
{
    std::vector<HubTable> tables;
    if (info.isMap())
        tables.push_back(tableOf(info));
    for (const Node& one : info.items)
        tables.push_back(tableOf(one));
    return tables;
}

Json recordSetOf(const HubTable& table, const std::string& fileSet)
{
    const std::string id = idPart(table.config);
    Json fields = Json::array();
    for (const HubFeature& feature : table.features) {
        Json type = feature.dataType;
        if (feature.isLabel)
            type = Json::array({feature.dataType, "cr:Label"});
        fields.push_back({{"@type", "cr:Field"}, {"@id", id + "/" + idPart(feature.name)},
            {"name", feature.name}, {"dataType", std::move(type)},
            {"source",
                {{"fileSet", {{"@id", fileSet}}}, {"extract", {{"column", feature.name}}}}}});
    }
    return {{"@type", "cr:RecordSet"}, {"@id", id}, {"name", table.config},
        {"field", std::move(fields)}};
}

std::string hubType(table::ColumnType type)
{
    // The loader makes no times of texts with a zone or with fractions of seconds.
    constexpr std::array<const char*, 6> kOfColumns{
        "string", "int64", "float64", "bool", "date32", "string"};
    return kOfColumns[static_cast<std::size_t>(type)];
}

std::string hubType(std::string_view dataType)
{
    for (const TypeNames& one : kTypes) {
        if (one.croissant == dataType)
            return std::string(one.hub);
    }
    return {};
}

} // namespace cupel::exports
