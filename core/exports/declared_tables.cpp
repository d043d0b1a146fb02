#include "core/exports/declared_tables.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "core/card/prose.h"
#include "core/exports/hub_features.h"
#include "core/exports/nodes.h"

namespace cupel::exports {

namespace {

using documents::Node;

/// Name and type of a field; null where it is nested or its type is none of the Hub's.
Node featureOf(const Node& field)
{
    const Node* const types = field.find("dataType");
    const Node* const isArray = field.find("isArray");
    if (!types || (isArray && isArray->text == "true"))
        return {};
    std::string type = types->isText() ? hubType(types->text) : std::string();
    for (const Node& one : types->items)
        type = type.empty() ? hubType(one.text) : type;
    if (type.empty())
        return {};
    // The loader knows the column by its name in the file.
    const Node* const column = field.path("source", "extract", "column");
    std::string name = column ? column->text : labelOf(field);
    if (!column)
        name.erase(0, name.find_last_of('/') + 1);
    return mapNode({{"name", textNode(std::move(name))}, {"dtype", textNode(std::move(type))}});
}

} // namespace

DeclaredTable declaredTable(const Node& set)
{
    DeclaredTable table{labelOf(set), {}, {}};
    const Node* const fields = set.find("field");
    const Node* const type = set.find("dataType");
    if (!fields || set.find("data") || (type && type->text == "Split"))
        return table;
    bool isOfOne = true;
    const auto add = [&](const Node& field) {
        Node feature = featureOf(field);
        if (feature.isNull())
            return;
        table.features.push_back(std::move(feature));
        const Node* const file = field.path("source", "fileObject", "@id");
        isOfOne &= file && (table.file.empty() || table.file == file->text);
        if (file)
            table.file = file->text;
    };
    if (fields->isMap())
        add(*fields);
    for (const Node& field : fields->items)
        add(field);
    if (!isOfOne)
        table.file.clear();
    return table;
}

bool isDataPath(const std::string& path)
{
    constexpr std::array<std::string_view, 6> kEndings{
        ".csv", ".tsv", ".json", ".jsonl", ".parquet", ".txt"};
    const std::string name = card::lowered(path);
    const bool isData = std::any_of(kEndings.begin(), kEndings.end(),
        [&name](std::string_view ending) { return name.ends_with(ending); });
    const bool isAddress = name.starts_with("https://") || name.starts_with("http://");
    const bool isBelow = path.find(':') == std::string::npos && !path.starts_with('/')
        && path.find("..") == std::string::npos;
    return isData && (isAddress || isBelow);
}

} // namespace cupel::exports
