#pragma once

#include <cstdint>
#include <deque>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "core/documents/node.h"
#include "core/lint/jsonld_context.h"

namespace cupel::lint {

struct Subject;

/// What a property of a node has: a literal, JSON as it stands, or another node.
struct Value {
    enum class Kind { Text, Integer, Number, Bool, Json, Node };
    Kind kind = Kind::Text;
    std::string_view text; ///< of a literal
    std::string_view language; ///< of a text; empty: none
    const Subject* node = nullptr;
    const documents::Node* at = nullptr; ///< where it stands
};

/// A node of the graph. All that the document says under one "@id" runs together, each value once.
struct Subject {
    std::string id; ///< relative ones without base
    bool isBlank = false; ///< the document gives it no id
    std::uint64_t number = 0; ///< unique
    const documents::Node* at = nullptr; ///< where it is described, or else first referred to
    std::vector<std::string_view> types; ///< addresses, in order
    std::map<std::string_view, std::vector<Value>> properties; ///< by address
    /// Where more is said about a node that was described before, or null.
    const documents::Node* more = nullptr;

    bool isDescribed() const { return !types.empty() || !properties.empty(); }
    /// First type; empty where there is none.
    std::string_view type() const { return types.empty() ? std::string_view() : types.front(); }
    /// Values of a property; an empty list where it is absent.
    const std::vector<Value>& values(std::string_view iri) const;
};

/// A JSON-LD document as a graph, the way that mlcroissant gets it from rdflib. The document must
/// outlive it.
class JsonldGraph {
public:
    explicit JsonldGraph(const documents::Node& root);

    const JsonldContext& context() const { return m_context; }
    /// Whether anything was said.
    bool isEmpty() const { return m_statements == 0; }
    /// The node of type https://schema.org/Dataset, or null.
    const Subject* dataset() const;
    /// Nodes in the order in which they begin.
    const std::deque<Subject>& subjects() const { return m_subjects; }
    /// A text that is tagged with something that is no language, or null.
    const documents::Node* wrongLanguage() const { return m_wrongLanguage; }

private:
    using Term = JsonldContext::Term;

    Subject* addNode(const documents::Node& map);
    void addMember(Subject& subject, const std::string& key, const documents::Node& value);
    void addObject(Subject& subject, const std::string& iri, const Term* term,
        const documents::Node& value, const std::string* language);
    void addTypes(Subject& subject, const documents::Node& value);
    void addLiteral(Subject& subject, const std::string& iri, const documents::Node& value,
        const std::string& type, const std::string& language);
    void addValue(Subject& subject, const std::string& iri, Value value);
    Subject* subjectOf(const std::string& id, const documents::Node& at);
    std::string_view interned(const std::string& text);
    /// Whether a statement was not made before.
    bool isNew(const std::string& statement);

    JsonldContext m_context;
    std::deque<Subject> m_subjects;
    std::unordered_map<std::string, Subject*> m_byId;
    std::set<std::string, std::less<>> m_texts;
    std::unordered_set<std::string> m_known; ///< statements, by their hash
    std::uint64_t m_statements = 0;
    const documents::Node* m_wrongLanguage = nullptr;
};

} // namespace cupel::lint
