#pragma once

#include <map>
#include <string>
#include <string_view>

#include "core/documents/node.h"

namespace cupel::documents {

/// The words of a Croissant file, whatever its "@context" calls them. Only what stands in the file
/// is used: a context given as an address is never fetched; the usual prefixes hold then.
class CroissantTerms {
public:
    /// Read "@context" of the root; its values may be texts or {"@id": …}.
    explicit CroissantTerms(const Node& root);

    /// A key or type by its plain name: words of schema.org and of Croissant (1.x, and 0.8 under
    /// its old address) without prefix, "@id" as it is, others as "rai:…", "prov:…", "dct:…", and
    /// what belongs to no known vocabulary as its whole IRI. http and https are alike.
    std::string plainName(std::string_view term) const;

    /// Value of the member that means a word, or null. Where several do, the first.
    const Node* find(const Node& map, std::string_view name) const;
    /// Whether "@type", a text or a list, names a class: "Dataset", "FileObject".
    bool isA(const Node& node, std::string_view type) const;

private:
    std::string iri(std::string_view term) const;

    std::map<std::string, std::string, std::less<>> m_terms;
    std::string m_vocabulary;
};

} // namespace cupel::documents
