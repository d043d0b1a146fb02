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
    /// Name the next value of the open map by a key that it has: the value takes the other's place.
    void repeatedKey(const std::string& name);
    void scalar(Node node) { add(std::move(node)); }

    /// The finished tree; null where nothing came.
    Node take() { return std::move(m_root); }

private:
    struct Key {
        Position at;
        std::size_t member = 0;
    };
    struct Open {
        Node node;
        std::map<std::string, Key> keys; ///< of a map; ordered, since keys may be hostile
        bool isNamed = false; ///< of a map: a member awaits its value
        std::size_t named = 0; ///< which one
    };
    void add(Node node);

    std::vector<Open> m_open;
    Node m_root;
};

} // namespace cupel::documents
