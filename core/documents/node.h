#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace cupel::documents {

/// Where a text stands in a document: line and column count from one, columns in code points; 0 =
/// not known.
struct Position {
    std::uint64_t line = 0;
    std::uint64_t column = 0;
    friend bool operator==(const Position&, const Position&) = default;
};

/// A value of a YAML or JSON document with its place. Scalars keep their text as it stands in the
/// document, so that 1.0 and 1.00, or integers beyond 64 bits, lose nothing; numbers are read from
/// it with base::parseNumber().
struct Node {
    enum class Kind { Null, Bool, Number, Text, List, Map };
    Kind kind = Kind::Null;
    std::string text; ///< of a scalar: unescaped text, digits, or "true"/"false"
    Position at;
    std::vector<Node> items; ///< of a list
    /// Of a map, in the order of the document. Keys are unique.
    struct Member;
    std::vector<Member> members;
    bool isPlain = false; ///< of a YAML scalar: it stands without quotes

    bool isNull() const { return kind == Kind::Null; }
    bool isText() const { return kind == Kind::Text; }
    bool isList() const { return kind == Kind::List; }
    bool isMap() const { return kind == Kind::Map; }
    bool isScalar() const { return kind != Kind::List && kind != Kind::Map; }

    /// Member of a map, or null.
    const Node* find(std::string_view key) const;
    /// Follow members by name: path("dataset_info", "splits"); null where one is absent.
    template <typename... Keys> const Node* path(std::string_view key, Keys... more) const
    {
        const Node* const next = find(key);
        if constexpr (sizeof...(more) == 0)
            return next;
        else
            return next ? next->path(more...) : nullptr;
    }
};

struct Node::Member {
    std::string key;
    Position at; ///< of the key
    Node value;
};

} // namespace cupel::documents
