#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/documents/croissant.h"
#include "core/documents/croissant_terms.h"

namespace cupel::documents {

/// Values of a Croissant node in the shapes that JSON-LD allows: one or a list of them, a text or
/// an object around it, a map of languages, a reference by "@id".
class CroissantValues {
public:
    explicit CroissantValues(const Node& root);

    const CroissantTerms& terms() const { return m_terms; }
    /// The node of the dataset: the root, or one of "@graph" or of a list at the root; else null.
    const Node* dataset() const { return m_dataset; }

    /// The values of a property: none, one, or those of the list.
    std::vector<const Node*> all(const Node& node, std::string_view name) const;
    /// As all(), with references by "@id" followed into "@graph". Each node is reached once by a
    /// property: a file of a few kilobytes could otherwise stand for any number of them.
    std::vector<const Node*> nodesOf(const Node& node, std::string_view name);
    /// Text of a scalar or of an object: its @value, English or first language, url, @id, label or
    /// name. Empty where there is none.
    PlacedText text(const Node& value) const;
    PlacedText textOf(const Node& node, std::string_view name) const;
    std::vector<PlacedText> textsOf(const Node& node, std::string_view name) const;
    /// Ids that a property refers to, by {"@id": …} or by a plain text.
    std::vector<std::string> idsOf(const Node& node, std::string_view name) const;
    /// "@id" of a node, or its name.
    std::string idOf(const Node& node) const;

private:
    CroissantTerms m_terms;
    const Node* m_dataset = nullptr;
    std::map<std::string, const Node*, std::less<>> m_byId; ///< of "@graph"
    std::set<std::pair<std::string, const Node*>> m_reached; ///< by property
};

} // namespace cupel::documents
