#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/documents/node.h"

namespace cupel::documents {

/// Puts a tree of nodes together from the events of a parser, without recursion.
class NodeBuilder {
public:
    std::size_t depth() const { return m_open.size(); }
    /// Whether the next event is a key of the map that is open.
    bool expectsKey() const;

    /// Begin a list or a map.
    void open(Node::Kind kind, Position at);
    void close();
    /// Name the next value of the open map. Where the map has the key already, returns its place
    /// and changes nothing.
    std::optional<Position> key(std::string name, Position at);
    void scalar(Node node) { add(std::move(node)); }

    /// The finished tree; null where nothing came.
    Node take() { return std::move(m_root); }

private:
    struct Open {
        Node node;
        std::map<std::string, Position> keys; ///< of a map; ordered, since keys may be hostile
        bool isNamed = false; ///< of a map: its last member awaits its value
    };
    void add(Node node);

    std::vector<Open> m_open;
    Node m_root;
};

} // namespace cupel::documents
