#pragma once

#include <map>
#include <string>
#include <string_view>

#include "core/documents/node.h"

namespace cupel::lint {

/// The "@context" of a JSON-LD document as rdflib 6.1.1 reads it, which mlcroissant stands on:
/// terms, prefixes, @vocab, @base, @language, coercion to @id, @vocab and @json, maps of languages,
/// other names for keywords. Contexts elsewhere are never fetched, those inside of nodes are passed
/// over.
class JsonldContext {
public:
    struct Term {
        std::string iri; ///< empty: what it names is dropped
        std::string type; ///< "@id", "@vocab", "@json" or the address of a type of values
        std::string language;
        bool hasLanguage = false; ///< the term sets its own, which may be none
        bool isLanguageMap = false;
        bool isList = false;
        bool isPrefix = false; ///< may stand before a colon
    };

    /// Members of a context by their names.
    using Definitions = std::map<std::string_view, const documents::Node*>;

    /// Of the root of the document; a context that is no map counts as empty.
    explicit JsonldContext(const documents::Node& root);

    /// A term that the context defines, or null.
    const Term* term(std::string_view key) const;
    /// The address of a key or type; empty where it has none.
    std::string expand(std::string_view word) const;
    /// The id of a node as mlcroissant shows it: relative ones without base, absolute ones whole.
    /// Empty where it cannot be one, because it holds a blank.
    std::string resolve(std::string_view id) const;
    /// "@id", "@type" and the like, also for a key that the context declares to mean it; else the
    /// key.
    std::string_view keyword(std::string_view key) const;
    /// Member of a map by keyword, or null.
    const documents::Node* find(const documents::Node& map, std::string_view keyword) const;

    /// A part of the context that is of no use to anyone, such as a number for an address, or null.
    const documents::Node* fault() const { return m_fault; }
    bool hasLanguage() const { return m_hasLanguage; }
    const std::string& language() const { return m_language; } ///< of texts without one
    /// Whether the context binds the word itself.
    bool declares(std::string_view key) const { return m_terms.count(key) > 0; }
    const std::map<std::string, Term, std::less<>>& terms() const { return m_terms; }

private:
    std::string expandDefinition(const Definitions& context, std::string word) const;
    void readTerm(const Definitions& context, const documents::Node::Member& member);
    std::string resolveRelative(std::string_view address) const;

    std::map<std::string, Term, std::less<>> m_terms;
    std::map<std::string, std::string, std::less<>> m_aliases; ///< key -> keyword
    std::string m_vocabulary;
    std::string m_base;
    std::string m_language;
    bool m_hasLanguage = false;
    const documents::Node* m_fault = nullptr;
};

} // namespace cupel::lint
