#include "core/exports/nodes.h"

#include "core/card/filler.h"

namespace cupel::exports {

using documents::Node;

Node textNode(std::string text)
{
    Node node;
    node.kind = Node::Kind::Text;
    node.text = std::move(text);
    return node;
}

Node numberNode(std::uint64_t number)
{
    Node node;
    node.kind = Node::Kind::Number;
    node.text = std::to_string(number);
    return node;
}

Node listNode(std::vector<Node> items)
{
    Node node;
    node.kind = Node::Kind::List;
    node.items = std::move(items);
    return node;
}

Node mapNode(std::vector<std::pair<std::string, Node>> members)
{
    Node node;
    node.kind = Node::Kind::Map;
    for (auto& [key, value] : members)
        node.members.push_back({std::move(key), {}, std::move(value)});
    return node;
}

std::string labelOf(const Node& node)
{
    return card::flatText(node);
}

} // namespace cupel::exports
