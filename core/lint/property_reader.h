#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_set>
#include <utility>
#include <vector>

#include "core/lint/croissant_words.h"
#include "core/lint/issue_list.h"
#include "core/lint/jsonld_graph.h"

namespace cupel::lint {

/// mlcroissant would break off here with an exception; what was found so far stands.
struct Stopped { };

/// Reads properties of nodes the way mlcroissant does: a value of another type than expected is an
/// error and counts as absent, of a list where one value is expected the first item is taken.
class PropertyReader {
public:
    PropertyReader(const JsonldGraph& graph, Words words, IssueList& issues)
        : m_graph(graph)
        , m_words(words)
        , m_issues(issues)
    {
    }

    /// Nodes that several references lead to. mlcroissant reads them again for each of them, which
    /// turns lists of names into lists of values.
    void setShared(std::unordered_set<const Subject*> shared) { m_shared = std::move(shared); }

    const JsonldGraph& graph() const { return m_graph; }
    const Words& words() const { return m_words; }
    IssueList& issues() const { return m_issues; }

    /// What is left of a property's values.
    struct Read {
        std::vector<Value> values;
        std::size_t wrong = 0; ///< values of another type
        bool isFilled() const; ///< whether Python would call it true
        const documents::Node* at() const { return values.empty() ? nullptr : values.front().at; }
    };
    Read plain(const Subject& subject, const PlainProperty& property) const;
    /// Read and forget: for the errors alone.
    void checkAll(const Subject& subject, const std::vector<PlainProperty>& properties) const;

    /// A name or description.
    struct Tagged {
        enum class Form { Absent, Text, Map, List };
        Form form = Form::Absent;
        std::string text; ///< of a map or list all that tells it apart
        const documents::Node* at = nullptr;
    };
    /// `mayBeMap`: texts in several languages are fine, as everywhere but in names of files.
    Tagged tagged(const Subject& subject, std::string_view word, bool mayBeMap) const;

    /// Id of the node that a value refers to; a text is an id itself.
    static std::string idOf(const Value& value);

    /// CR-27 or its kin: a value is not what the property takes.
    void wrongType(const char* rule, std::string_view property, const Value& value,
        const std::string& expected) const;
    /// CR-28 where there are several values.
    void expectOne(std::string_view property, const std::vector<Value>& values) const;
    /// An error that makes mlcroissant break off.
    [[noreturn]] void stop(const char* rule, const documents::Node* at, base::Sentence message,
        base::Sentence fix) const;

private:
    /// A list of names of a node that several references lead to.
    void readShared(
        std::string_view word, const std::vector<Value>& all, bool mayBeMap, Tagged& read) const;
    /// Several names where one is expected.
    void refuseSeveral(const Subject& subject, std::string_view word, const std::vector<Value>& all,
        Tagged& read) const;

    const JsonldGraph& m_graph;
    Words m_words;
    IssueList& m_issues;
    std::unordered_set<const Subject*> m_shared;
};

/// Whether Python would call the value true.
bool isTrue(const Value& value);

} // namespace cupel::lint
