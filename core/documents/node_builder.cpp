#include "core/documents/node_builder.h"

#include <utility>

namespace cupel::documents {

bool NodeBuilder::expectsKey() const
{
    return !m_open.empty() && m_open.back().node.isMap() && !m_open.back().isNamed;
}

void NodeBuilder::open(Node::Kind kind, Position at)
{
    Open& level = m_open.emplace_back();
    level.node.kind = kind;
    level.node.at = at;
}

void NodeBuilder::close()
{
    Node finished = std::move(m_open.back().node);
    m_open.pop_back();
    add(std::move(finished));
}

std::optional<Position> NodeBuilder::key(std::string name, Position at)
{
    Open& level = m_open.back();
    const auto [place, isNew] = level.keys.emplace(name, Key{at, level.node.members.size()});
    if (!isNew)
        return place->second.at;
    level.named = level.node.members.size();
    level.node.members.push_back({std::move(name), at, {}});
    level.isNamed = true;
    return std::nullopt;
}

void NodeBuilder::repeatedKey(const std::string& name)
{
    Open& level = m_open.back();
    level.named = level.keys.at(name).member;
    level.isNamed = true;
}

void NodeBuilder::add(Node node)
{
    if (m_open.empty()) {
        m_root = std::move(node);
        return;
    }
    Open& level = m_open.back();
    if (level.node.isMap()) {
        level.node.members[level.named].value = std::move(node);
        level.isNamed = false;
    } else {
        level.node.items.push_back(std::move(node));
    }
}

} // namespace cupel::documents
