#include "core/lint/jsonld_context.h"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

namespace cupel::lint {

namespace {

using documents::Node;

constexpr std::array<std::string_view, 12> kKeywords{"@graph", "@id", "@included", "@json", "@list",
    "@nest", "@none", "@reverse", "@set", "@type", "@value", "@language"};
/// Of an address in a context: it is put before every word, so its length counts often.
constexpr std::size_t kLongestAddress = 1000;
/// Steps from a term to its address; standard contexts need two.
constexpr int kMaxSteps = 16;

bool isKeyword(std::string_view word)
{
    return std::find(kKeywords.begin(), kKeywords.end(), word) != kKeywords.end();
}

/// Part of a word before the first colon, where none of "//" follows it; npos: there is none.
std::size_t prefixEnd(std::string_view word)
{
    const std::size_t colon = word.find(':');
    if (colon == std::string_view::npos || word.substr(colon + 1, 2) == "//")
        return std::string_view::npos;
    return colon;
}

/// The definition of a term: the text itself, or "@id" of a map.
const Node* definitionOf(const JsonldContext::Definitions& context, std::string_view key)
{
    const auto found = context.find(key);
    const Node* const value = found == context.end() ? nullptr : found->second;
    return value && value->isMap() ? value->find("@id") : value;
}

/// A path without ".", ".." and empty parts, as posixpath.normpath gives it.
std::string normalPath(std::string_view path)
{
    std::vector<std::string_view> parts;
    for (std::size_t begin = 0; begin <= path.size();) {
        const std::size_t end = std::min(path.find('/', begin), path.size());
        const std::string_view part = path.substr(begin, end - begin);
        begin = end + 1;
        if (part.empty() || part == ".")
            continue;
        if (part == ".." && !parts.empty() && parts.back() != "..")
            parts.pop_back();
        else
            parts.push_back(part);
    }
    std::string whole;
    for (const std::string_view part : parts)
        whole += (whole.empty() ? "" : "/") + std::string(part);
    if (!whole.empty() && !path.empty() && path.back() == '/')
        whole += '/';
    return whole;
}

} // namespace

JsonldContext::JsonldContext(const Node& root)
{
    const Node* const context = root.find("@context");
    if (!context || !context->isMap())
        return;
    const auto address = [&](std::string_view key) {
        const Node* const value = context->find(key);
        const bool isText = value && value->isText();
        if (value && !isText && !value->isNull())
            m_fault = value;
        return isText && value->text.size() <= kLongestAddress ? value->text : std::string();
    };
    m_vocabulary = address("@vocab");
    m_base = address("@base");
    if (m_base == "cr_base_iri/") // mlcroissant's own, which it takes off again
        m_base.clear();
    m_language = address("@language");
    m_hasLanguage = context->find("@language") != nullptr;
    Definitions definitions;
    for (const Node::Member& member : context->members)
        definitions.emplace(member.key, &member.value);
    for (const Node::Member& member : context->members) {
        if (member.key != "@vocab" && member.key != "@base" && member.key != "@language"
            && member.key != "@version" && member.key != "@protected")
            readTerm(definitions, member);
    }
}

void JsonldContext::readTerm(const Definitions& context, const Node::Member& member)
{
    Term term;
    const Node& value = member.value;
    if (value.isText()) {
        term.iri = expandDefinition(context, value.text);
    } else if (value.isMap()) {
        const Node* const id = value.find("@id");
        const Node* const type = value.find("@type");
        const Node* const container = value.find("@container");
        const Node* const language = value.find("@language");
        for (const Node* part : {id, type}) {
            if (part && !part->isScalar())
                m_fault = part;
        }
        if (id)
            term.iri = id->isText() ? expandDefinition(context, id->text) : std::string();
        else if (member.key.find(':') != std::string::npos)
            term.iri = expandDefinition(context, member.key);
        else if (!m_vocabulary.empty())
            term.iri = m_vocabulary + member.key;
        if (type && type->isText())
            term.type = isKeyword(type->text) || type->text == "@vocab"
                ? type->text
                : expandDefinition(context, type->text);
        const auto holds = [container](std::string_view word) {
            return container
                && (container->text == word
                    || std::any_of(container->items.begin(), container->items.end(),
                        [word](const Node& item) { return item.text == word; }));
        };
        term.isLanguageMap = holds("@language");
        term.isList = holds("@list");
        term.hasLanguage = language != nullptr;
        if (language && language->isText())
            term.language = language->text;
    }
    constexpr std::string_view kEndsPrefix = ":/?#[]@";
    term.isPrefix
        = !term.iri.empty() && kEndsPrefix.find(term.iri.back()) != std::string_view::npos;
    if (isKeyword(term.iri))
        m_aliases[member.key] = term.iri;
    m_terms[member.key] = std::move(term);
}

std::string JsonldContext::expandDefinition(const Definitions& context, std::string word) const
{
    for (int step = 0; step < kMaxSteps && word.size() <= kLongestAddress; ++step) {
        if (isKeyword(word))
            return word;
        const std::size_t colon = prefixEnd(word);
        std::string next;
        if (colon != std::string::npos && colon > 0) {
            const Node* const prefix
                = definitionOf(context, std::string_view(word).substr(0, colon));
            next = prefix && prefix->isText() ? prefix->text + word.substr(colon + 1) : word;
        } else {
            const Node* const whole = definitionOf(context, word);
            next = whole && whole->isText() ? whole->text : word;
            if (next.find(':') == std::string::npos && !m_vocabulary.empty())
                return m_vocabulary + next;
        }
        if (next == word)
            return word;
        word = std::move(next);
    }
    return {};
}

const JsonldContext::Term* JsonldContext::term(std::string_view key) const
{
    const auto found = m_terms.find(key);
    return found == m_terms.end() ? nullptr : &found->second;
}

std::string JsonldContext::expand(std::string_view word) const
{
    if (const Term* const known = term(word))
        return known->iri;
    const std::size_t colon = prefixEnd(word);
    if (colon != std::string_view::npos) {
        const Term* const prefix = term(word.substr(0, colon));
        if (prefix && prefix->isPrefix)
            return prefix->iri + std::string(word.substr(colon + 1));
        return std::string(word);
    }
    if (word.find(':') != std::string_view::npos)
        return std::string(word);
    return m_vocabulary.empty() ? std::string() : m_vocabulary + std::string(word);
}

std::string JsonldContext::resolve(std::string_view id) const
{
    std::string whole(id);
    const std::size_t colon = prefixEnd(id);
    if (colon != std::string_view::npos) {
        const Term* const prefix = term(id.substr(0, colon));
        if (prefix && prefix->isPrefix)
            whole = prefix->iri + std::string(id.substr(colon + 1));
    }
    if (whole.find(' ') != std::string::npos)
        return {};
    return whole.find(':') != std::string::npos ? whole : resolveRelative(whole);
}

std::string JsonldContext::resolveRelative(std::string_view address) const
{
    const std::size_t end = std::min(address.find_first_of("?#"), address.size());
    const std::string_view path = address.substr(0, end);
    const std::string rest(address.substr(end));
    if (m_base.empty())
        return normalPath(path) + rest;
    const std::size_t scheme = m_base.find("://");
    const std::size_t host = scheme == std::string::npos ? 0 : scheme + 3;
    const std::size_t root = std::min(m_base.find('/', host), m_base.size());
    if (path.substr(0, 1) == "/")
        return m_base.substr(0, root) + "/" + normalPath(path) + rest;
    const std::size_t last = m_base.rfind('/');
    const std::size_t folderEnd = last == std::string::npos || last < root ? root : last;
    const std::string folder = m_base.substr(root, folderEnd - root);
    return m_base.substr(0, root) + "/" + normalPath(folder + "/" + std::string(path)) + rest;
}

std::string_view JsonldContext::keyword(std::string_view key) const
{
    const auto found = m_aliases.find(key);
    return found == m_aliases.end() ? key : std::string_view(found->second);
}

const Node* JsonldContext::find(const Node& map, std::string_view keyword) const
{
    if (m_aliases.empty())
        return map.find(keyword);
    for (const Node::Member& member : map.members) {
        if (this->keyword(member.key) == keyword)
            return &member.value;
    }
    return nullptr;
}

} // namespace cupel::lint
