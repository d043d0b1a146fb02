#include "core/reports/node_json.h"

#include <cmath>

#include <nlohmann/json.hpp>

#include "core/base/number.h"

namespace cupel::reports {

using documents::Node;
using Json = nlohmann::ordered_json;

Json nodeJson(const Node& node)
{
    switch (node.kind) {
    case Node::Kind::Null:
        return nullptr;
    case Node::Kind::Bool:
        return node.text == "true";
    case Node::Kind::Number: {
        const auto number = base::parseNumber(node.text);
        if (!number || !std::isfinite(number->d))
            return node.text;
        return number->kind == base::Number::Kind::Integer ? Json(number->i) : Json(number->d);
    }
    case Node::Kind::Text:
        return node.text;
    case Node::Kind::List: {
        Json list = Json::array();
        for (const Node& item : node.items)
            list.push_back(nodeJson(item));
        return list;
    }
    case Node::Kind::Map:
        break;
    }
    // Appended as they come: a look for each name among those before would take its time.
    Json::object_t map;
    for (const Node::Member& member : node.members)
        map.push_back({member.key, nodeJson(member.value)});
    return map;
}

} // namespace cupel::reports
