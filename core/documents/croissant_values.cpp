#include "core/documents/croissant_values.h"

#include <array>

namespace cupel::documents {

namespace {

/// Where a JSON-LD document keeps its context: in the root, or in the first map of a list.
const Node& contextHolder(const Node& root)
{
    if (root.isList() && !root.items.empty())
        return root.items.front();
    return root;
}

} // namespace

CroissantValues::CroissantValues(const Node& root)
    : m_terms(contextHolder(root))
{
    const Node* const graph = root.isList() ? &root : root.find("@graph");
    if (graph && graph->isList()) {
        for (const Node& node : graph->items) {
            const Node* const id = node.find("@id");
            if (id && id->isText())
                m_byId.emplace(id->text, &node);
            if (!m_dataset && m_terms.isA(node, "Dataset"))
                m_dataset = &node;
        }
    }
    if (!m_dataset && root.isMap() && (m_terms.isA(root, "Dataset") || !graph))
        m_dataset = &root;
}

std::vector<const Node*> CroissantValues::all(const Node& node, std::string_view name) const
{
    const Node* const value = m_terms.find(node, name);
    std::vector<const Node*> values;
    if (!value || value->isNull())
        return values;
    if (!value->isList())
        return {value};
    for (const Node& item : value->items) {
        if (!item.isNull())
            values.push_back(&item);
    }
    return values;
}

std::vector<const Node*> CroissantValues::nodesOf(const Node& node, std::string_view name)
{
    std::vector<const Node*> nodes;
    for (const Node* value : all(node, name)) {
        const Node* const id = value->members.size() == 1 ? value->find("@id") : nullptr;
        const auto found = id ? m_byId.find(id->text) : m_byId.end();
        if (found == m_byId.end())
            nodes.push_back(value);
        else if (m_reached.emplace(name, found->second).second)
            nodes.push_back(found->second);
    }
    return nodes;
}

PlacedText CroissantValues::text(const Node& value) const
{
    if (value.isScalar())
        return {value.text, value.at};
    if (value.isList())
        return value.items.empty() ? PlacedText{} : text(value.items.front());
    for (const char* key : {"@value", "en"}) {
        const Node* const found = value.find(key);
        if (found && found->isScalar())
            return {found->text, found->at};
    }
    constexpr std::array<std::string_view, 6> kTelling{
        "url", "prov:locatedAt", "@id", "name", "prov:label", "description"};
    for (const std::string_view name : kTelling) {
        const Node* const found = m_terms.find(value, name);
        if (found && found->isScalar() && !found->text.empty())
            return {found->text, found->at};
    }
    // A map of languages without English: keys such as "fr" or "de-CH".
    constexpr std::size_t kLongestTag = 12;
    for (const Node::Member& member : value.members) {
        if (member.value.isText() && member.key[0] != '@' && member.key.size() <= kLongestTag
            && m_terms.plainName(member.key) == member.key)
            return {member.value.text, member.value.at};
    }
    return {};
}

PlacedText CroissantValues::textOf(const Node& node, std::string_view name) const
{
    const std::vector<PlacedText> texts = textsOf(node, name);
    return texts.empty() ? PlacedText{} : texts.front();
}

std::vector<PlacedText> CroissantValues::textsOf(const Node& node, std::string_view name) const
{
    std::vector<PlacedText> texts;
    for (const Node* value : all(node, name)) {
        PlacedText one = text(*value);
        if (!one.text.empty())
            texts.push_back(std::move(one));
    }
    return texts;
}

std::vector<std::string> CroissantValues::idsOf(const Node& node, std::string_view name) const
{
    std::vector<std::string> ids;
    for (const Node* value : all(node, name)) {
        std::string id = value->isText() ? value->text : idOf(*value);
        if (!id.empty())
            ids.push_back(std::move(id));
    }
    return ids;
}

std::string CroissantValues::idOf(const Node& node) const
{
    const Node* const id = node.find("@id");
    return id && id->isText() ? id->text : textOf(node, "name").text;
}

} // namespace cupel::documents
