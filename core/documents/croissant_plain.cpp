#include "core/documents/croissant_plain.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <map>
#include <string>
#include <string_view>
#include <utility>

#include "core/documents/croissant_names.h"
#include "core/documents/croissant_values.h"

namespace cupel::documents {

namespace {

/// Properties whose nodes stand in "@graph" where a document has one; other references are to be
/// left as such.
constexpr std::array<std::string_view, 8> kNodes{"distribution", "recordSet", "field", "subField",
    "creator", "publisher", "license", "isPartOf"};
/// Beyond this depth references are not followed, so that no chain of them is too deep to walk.
constexpr int kDeepestReference = 32;

template <std::size_t N>
bool isOneOf(const std::array<std::string_view, N>& names, std::string_view name)
{
    return std::find(names.begin(), names.end(), name) != names.end();
}

class PlainWords {
public:
    explicit PlainWords(const Node& root)
        : m_values(root)
    {
    }

    Node dataset() { return m_values.dataset() ? map(*m_values.dataset(), 0) : Node{}; }

private:
    Node map(const Node& node, int depth)
    {
        Node result;
        result.kind = Node::Kind::Map;
        result.at = node.at;
        std::map<std::string, std::size_t> places;
        for (const Node::Member& member : node.members) {
            if (member.key == "@context" || member.key == "@graph")
                continue;
            const std::string plain = m_values.terms().plainName(member.key);
            std::string name = standardName(plain).name;
            Node value = valueOf(node, member, plain, depth);
            const auto [place, isNew] = places.emplace(name, result.members.size());
            if (isNew)
                result.members.push_back({std::move(name), member.at, std::move(value)});
            else
                append(result.members[place->second].value, std::move(value));
        }
        return result;
    }

    /// Values of a property that the document writes by two names.
    static void append(Node& to, Node value)
    {
        if (!to.isList()) {
            Node list;
            list.kind = Node::Kind::List;
            list.at = to.at;
            list.items.push_back(std::move(to));
            to = std::move(list);
        }
        if (value.isList()) {
            std::move(value.items.begin(), value.items.end(), std::back_inserter(to.items));
        } else {
            to.items.push_back(std::move(value));
        }
    }

    Node valueOf(const Node& node, const Node::Member& member, const std::string& name, int depth)
    {
        if (name == "data" || name == "examples")
            return member.value;
        if (name == "@type" || name == "dataType")
            return types(member.value, depth);
        if (!isOneOf(kNodes, name) || depth >= kDeepestReference)
            return value(member.value, depth);
        Node list;
        list.kind = Node::Kind::List;
        list.at = member.value.at;
        for (const Node* const one : m_values.nodesOf(node, name))
            list.items.push_back(value(*one, depth + 1));
        const bool isOne = !member.value.isList() && list.items.size() == 1;
        return isOne ? Node(std::move(list.items.front())) : list;
    }

    Node value(const Node& node, int depth)
    {
        if (node.isMap())
            return map(node, depth + 1);
        if (!node.isList())
            return node;
        Node list;
        list.kind = Node::Kind::List;
        list.at = node.at;
        for (const Node& item : node.items) {
            if (!item.isNull())
                list.items.push_back(value(item, depth + 1));
        }
        return list;
    }

    /// Names of classes, which are words of the context too.
    Node types(const Node& node, int depth)
    {
        if (node.isText()) {
            Node type = node;
            type.text = m_values.terms().plainName(node.text);
            return type;
        }
        if (!node.isList())
            return value(node, depth);
        Node list = node;
        for (Node& item : list.items)
            item = types(item, depth + 1);
        return list;
    }

    CroissantValues m_values;
};

} // namespace

Node plainCroissant(const Node& root)
{
    return PlainWords(root).dataset();
}

const Node* contextLanguage(const Node& root)
{
    const Node* const context = root.find("@context");
    if (!context)
        return nullptr;
    if (const Node* const language = context->find("@language"))
        return language;
    for (const Node& part : context->items) {
        if (const Node* const language = part.find("@language"))
            return language;
    }
    return nullptr;
}

} // namespace cupel::documents
