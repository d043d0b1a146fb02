#include "core/documents/croissant_terms.h"

#include <algorithm>
#include <array>

namespace cupel::documents {

namespace {

struct Vocabulary {
    std::string_view prefix; ///< as files usually write it
    std::string_view iri; ///< without "http://" or "https://"
    std::string_view plain; ///< what plainName() writes in its place
};
/// Longer addresses before those they begin with.
constexpr std::array<Vocabulary, 8> kVocabularies{
    {{"sc", "schema.org/", ""}, {"schema", "schema.org/", ""},
        {"rai", "mlcommons.org/croissant/RAI/", "rai:"}, {"cr", "mlcommons.org/croissant/", ""},
        {"ml", "mlcommons.org/schema/", ""}, {"dct", "purl.org/dc/terms/", "dct:"},
        {"prov", "www.w3.org/ns/prov#", "prov:"}, {"dcterms", "purl.org/dc/terms/", "dct:"}}};

/// Of a context's address; it is put before every word, so its length counts often.
constexpr std::size_t kLongestAddress = 1000;

std::string_view withoutScheme(std::string_view iri)
{
    for (const std::string_view scheme : {"http://", "https://"}) {
        if (iri.substr(0, scheme.size()) == scheme)
            return iri.substr(scheme.size());
    }
    return {};
}

} // namespace

CroissantTerms::CroissantTerms(const Node& root)
    : m_vocabulary("https://schema.org/")
{
    const Node* const context = root.find("@context");
    std::vector<const Node*> parts;
    if (context && context->isMap())
        parts.push_back(context);
    for (std::size_t i = 0; context && i < context->items.size(); ++i)
        parts.push_back(&context->items[i]);
    for (const Node* part : parts) {
        for (const Node::Member& member : part->members) {
            const Node* const value
                = member.value.isMap() ? member.value.find("@id") : &member.value;
            if (!value || !value->isText() || value->text.size() > kLongestAddress)
                continue;
            if (member.key == "@vocab")
                m_vocabulary = value->text;
            else if (member.key.substr(0, 1) != "@")
                m_terms[member.key] = value->text;
        }
    }
}

std::string CroissantTerms::iri(std::string_view term) const
{
    std::string current(term);
    // A term stands for "prefix:name", the prefix for an address: two steps, and one to spare.
    for (int step = 0; step < 3; ++step) {
        const auto whole = m_terms.find(current);
        if (whole != m_terms.end() && whole->second != current) {
            current = whole->second;
            continue;
        }
        const std::size_t colon = current.find(':');
        if (colon == std::string::npos)
            return m_vocabulary + current;
        if (current.compare(colon, 3, "://") == 0)
            return current;
        const std::string prefix = current.substr(0, colon);
        const auto known = m_terms.find(prefix);
        if (known != m_terms.end()) {
            current = known->second + current.substr(colon + 1);
            continue;
        }
        for (const Vocabulary& one : kVocabularies) {
            if (one.prefix == prefix)
                return "https://" + std::string(one.iri) + current.substr(colon + 1);
        }
        return current;
    }
    return current;
}

std::string CroissantTerms::plainName(std::string_view term) const
{
    if (term.substr(0, 1) == "@")
        return std::string(term);
    const std::string whole = iri(term);
    const std::string_view address = withoutScheme(whole);
    for (const Vocabulary& one : kVocabularies) {
        if (address.substr(0, one.iri.size()) == one.iri)
            return std::string(one.plain) + std::string(address.substr(one.iri.size()));
    }
    return whole;
}

const Node* CroissantTerms::find(const Node& map, std::string_view name) const
{
    for (const Node::Member& member : map.members) {
        if (plainName(member.key) == name)
            return &member.value;
    }
    return nullptr;
}

bool CroissantTerms::isA(const Node& node, std::string_view type) const
{
    const Node* const types = node.find("@type");
    if (!types)
        return false;
    if (types->isText())
        return plainName(types->text) == type;
    return std::any_of(types->items.begin(), types->items.end(),
        [&](const Node& one) { return one.isText() && plainName(one.text) == type; });
}

} // namespace cupel::documents
