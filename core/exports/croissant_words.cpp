#include "core/exports/croissant_words.h"

#include <algorithm>
#include <array>
#include <set>

#include <nlohmann/json.hpp>

#include "core/reports/node_json.h"

namespace cupel::exports {

namespace {

using documents::Node;
using Json = nlohmann::ordered_json;

constexpr std::array<std::string_view, 34> kTerms{"annotation", "arrayShape", "citeAs", "column",
    "containedIn", "equivalentProperty", "excludes", "extract", "field", "fileProperty",
    "fileObject", "fileSet", "format", "includes", "isArray", "isLiveDataset", "jsonPath", "key",
    "md5", "parentField", "path", "recordSet", "references", "regex", "readLines", "repeated",
    "replace", "samplingRate", "sdVersion", "separator", "source", "subField", "transform",
    "unArchive"};
/// Classes and data types of Croissant's own; other plain names are of schema.org.
constexpr std::array<std::string_view, 26> kClasses{"FileObject", "FileSet", "RecordSet", "Field",
    "DataSource", "Extract", "Transform", "Format", "BoundingBox", "Label", "Split",
    "SegmentationMask", "TrainingSplit", "ValidationSplit", "TestSplit", "Float16", "Float32",
    "Float64", "Int8", "Int16", "Int32", "Int64", "UInt8", "UInt16", "UInt32", "UInt64"};

template <std::size_t N>
bool isOneOf(const std::array<std::string_view, N>& names, std::string_view name)
{
    return std::find(names.begin(), names.end(), name) != names.end();
}

std::string typeName(const std::string& plain)
{
    if (plain.empty() || plain.find(':') != std::string::npos)
        return plain;
    return (isOneOf(kClasses, plain) ? "cr:" : "sc:") + plain;
}

void nameTypes(Json& type)
{
    if (type.is_string())
        type = typeName(type.get<std::string>());
    for (Json& one : type) {
        if (type.is_array())
            nameTypes(one);
    }
}

void nameTypesWithin(Json& json)
{
    if (json.is_array()) {
        for (Json& item : json)
            nameTypesWithin(item);
        return;
    }
    if (!json.is_object())
        return;
    for (auto& [key, value] : json.items()) {
        if (key == "data" || key == "examples")
            continue;
        if (key == "@type" || key == "dataType")
            nameTypes(value);
        nameTypesWithin(value);
    }
}

void rename(Json& object, const char* from, const std::string& to)
{
    Json::object_t renamed;
    for (auto& [key, value] : object.items())
        renamed.push_back({key == from ? to : key, std::move(value)});
    object = std::move(renamed);
}

/// References that are written as texts become objects.
void refer(Json& object, const char* member)
{
    const auto found = object.find(member);
    if (found == object.end())
        return;
    Json& value = *found;
    const auto asReference = [](Json& one) {
        if (one.is_string())
            one = Json{{"@id", one.get<std::string>()}};
    };
    asReference(value);
    if (value.is_array())
        std::for_each(value.begin(), value.end(), asReference);
}

/// Before 1.0 names were ids.
void identify(Json& node, const std::string& within)
{
    if (node.contains("@id") || !node.contains("name") || !node["name"].is_string())
        return;
    const std::string id = within + node["name"].get<std::string>();
    Json::object_t named;
    for (auto& [key, value] : node.items()) {
        named.push_back({key, std::move(value)});
        if (key == "@type")
            named.push_back({"@id", id});
    }
    node = std::move(named);
    if (!node.contains("@id"))
        node["@id"] = id;
}

template <typename Use> void forEach(Json& parent, const char* member, Use use)
{
    const auto found = parent.find(member);
    if (found == parent.end())
        return;
    if (!found->is_array())
        use(*found);
    else
        std::for_each(found->begin(), found->end(), use);
}

bool isA(const Json& node, std::string_view type)
{
    const auto found = node.find("@type");
    if (found == node.end())
        return false;
    return *found == type
        || (found->is_array() && std::find(found->begin(), found->end(), type) != found->end());
}

class RecordSetOf11 {
public:
    explicit RecordSetOf11(const Json& distribution)
    {
        for (const Json& file : distribution) {
            if (isA(file, "cr:FileSet") && file.contains("@id") && file["@id"].is_string())
                m_fileSets.insert(file["@id"].get<std::string>());
        }
    }

    void rewrite(Json& set)
    {
        if (!set.is_object())
            return;
        identify(set, {});
        const std::string within
            = set.contains("@id") && set["@id"].is_string() ? set["@id"].get<std::string>() : "";
        refer(set, "key");
        forEach(set, "field", [&](Json& field) { rewriteField(field, within + "/"); });
        rewriteData(set, within + "/");
    }

private:
    void rewriteField(Json& field, const std::string& within)
    {
        if (!field.is_object())
            return;
        identify(field, within);
        const auto references = field.find("references");
        const bool isSource = references != field.end() && references->is_object()
            && references->contains("extract") && !field.contains("source");
        if (isSource)
            rename(field, "references", "source");
        forEach(field, "source", [this](Json& source) { rewriteSource(source); });
        forEach(field, "references", [this](Json& source) { rewriteSource(source); });
        const auto repeated = field.find("repeated");
        if (repeated != field.end() && !field.contains("isArray")) {
            const bool isArray = *repeated == true;
            field.erase(repeated);
            if (isArray) {
                field["isArray"] = true;
                field["arrayShape"] = "-1";
            }
        }
        const std::string own = field.contains("@id") && field["@id"].is_string()
            ? field["@id"].get<std::string>() + "/"
            : within;
        forEach(field, "subField", [&](Json& sub) { rewriteField(sub, own); });
    }

    /// "distribution" of 0.8 is a file or a set of files.
    void rewriteSource(Json& source)
    {
        if (!source.is_object())
            return;
        const auto file = source.find("distribution");
        if (file != source.end()) {
            const Json id = file->is_object() && file->contains("@id") ? (*file)["@id"] : *file;
            const bool isSet = id.is_string() && m_fileSets.contains(id.get<std::string>());
            rename(source, "distribution", isSet ? "fileSet" : "fileObject");
        }
        if (source.contains("applyTransform"))
            rename(source, "applyTransform", "transform");
        for (const char* const member : {"fileObject", "fileSet", "field"})
            refer(source, member);
    }

    /// Keys of inline records are whole ids of fields since 1.0.
    static void rewriteData(Json& set, const std::string& within)
    {
        std::set<std::string> ids;
        forEach(set, "field", [&ids](Json& field) {
            if (field.is_object() && field.contains("@id") && field["@id"].is_string())
                ids.insert(field["@id"].get<std::string>());
        });
        for (const char* const member : {"data", "examples"}) {
            forEach(set, member, [&](Json& record) {
                if (!record.is_object())
                    return;
                Json::object_t renamed;
                for (auto& [key, value] : record.items()) {
                    const bool isShort = !ids.contains(key) && ids.contains(within + key);
                    renamed.push_back({isShort ? within + key : key, std::move(value)});
                }
                record = std::move(renamed);
            });
        }
    }

    std::set<std::string> m_fileSets;
};

} // namespace

Json croissantContext(const std::string& language, bool hasLanguageMaps)
{
    Json context{{"@language", language}, {"@vocab", "https://schema.org/"}};
    for (const std::string_view term : kTerms)
        context[std::string(term)] = "cr:" + std::string(term);
    context["conformsTo"] = "dct:conformsTo";
    context["cr"] = "http://mlcommons.org/croissant/";
    context["data"] = {{"@id", "cr:data"}, {"@type", "@json"}};
    context["dataType"] = {{"@id", "cr:dataType"}, {"@type", "@vocab"}};
    context["dct"] = "http://purl.org/dc/terms/";
    context["examples"] = {{"@id", "cr:examples"}, {"@type", "@json"}};
    context["prov"] = "http://www.w3.org/ns/prov#";
    context["rai"] = "http://mlcommons.org/croissant/RAI/";
    context["sc"] = "https://schema.org/";
    if (hasLanguageMaps) {
        for (const char* const term : {"name", "description"})
            context[term] = {{"@id", std::string("sc:") + term}, {"@container", "@language"}};
    }
    return context;
}

Json inContext(const Node& plain)
{
    Json json = reports::nodeJson(plain);
    nameTypesWithin(json);
    return json;
}

Json resourceOf11(const Node& plain)
{
    Json file = inContext(plain);
    if (file.is_object()) {
        identify(file, {});
        refer(file, "containedIn");
    }
    return file;
}

Json recordSetOf11(const Node& plain, const Json& distribution)
{
    Json set = inContext(plain);
    RecordSetOf11(distribution).rewrite(set);
    return set;
}

std::string idPart(std::string_view name)
{
    std::string id;
    for (const char c : name) {
        const bool isSafe = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')
            || (c >= '0' && c <= '9') || std::string_view("._-~").find(c) != std::string_view::npos;
        if (isSafe) {
            id += c;
        } else {
            constexpr std::string_view kDigits = "0123456789ABCDEF";
            const auto byte = static_cast<unsigned char>(c);
            id += '%';
            id += kDigits[byte >> 4U];
            id += kDigits[byte & 15U];
        }
    }
    return id;
}

} // namespace cupel::exports
