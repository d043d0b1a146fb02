#include "core/lint/croissant_graph.h"

#include <algorithm>
#include <optional>
#include <set>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

namespace cupel::lint {

namespace {

using documents::Node;

/// A node of the graph with what it is, in the order in which mlcroissant lists them.
struct Entry {
    const CroissantNode* node = nullptr;
    const RecordSetNode* recordSet = nullptr;
    const FieldNode* field = nullptr;
    const CroissantNode* parent = nullptr; ///< of a field
    std::size_t sources = 0; ///< edges that end here
    std::vector<std::size_t> to; ///< edges that begin here
};

class GraphCheck {
public:
    GraphCheck(const PropertyReader& reader, const DatasetNode& dataset)
        : m_reader(reader)
        , m_dataset(dataset)
    {
    }

    void run()
    {
        addEntries();
        checkDuplicates();
        linkContainers();
        for (std::size_t i = 0; i < m_entries.size(); ++i) {
            if (m_entries[i].recordSet)
                linkRecordSet(i);
        }
        for (std::size_t i = 0; i < m_entries.size(); ++i) {
            if (m_entries[i].recordSet && m_entries[i].sources == 0
                && !m_entries[i].recordSet->hasData)
                checkWithoutSources(*m_entries[i].recordSet);
        }
        for (std::size_t i = 0; i < m_entries.size(); ++i) {
            if (m_entries[i].field)
                checkDataType(i);
        }
        // What follows is looked at only where all is well so far.
        if (m_reader.issues().errors() > 0)
            return;
        checkCircles();
        for (const Entry& entry : m_entries) {
            if (entry.recordSet)
                checkJoins(*entry.recordSet);
        }
    }

private:
    void addEntries()
    {
        const auto add = [this](const CroissantNode& node) -> Entry& {
            Entry& entry = m_entries.emplace_back();
            entry.node = &node;
            return entry;
        };
        add(m_dataset);
        for (const ResourceNode& resource : m_dataset.distribution)
            add(resource);
        for (const RecordSetNode& recordSet : m_dataset.recordSets)
            add(recordSet).recordSet = &recordSet;
        const auto addField = [&](const FieldNode& field, const CroissantNode& parent) {
            Entry& entry = add(field);
            entry.field = &field;
            entry.parent = &parent;
            m_indexOf[&field] = m_entries.size() - 1;
        };
        for (const RecordSetNode& recordSet : m_dataset.recordSets) {
            for (const FieldNode& field : recordSet.fields)
                addField(field, recordSet);
            for (const FieldNode& field : recordSet.fields) {
                for (const FieldNode& subField : field.subFields)
                    addField(subField, field);
            }
        }
    }

    void error(const char* rule, const CroissantNode& node, const Node* at, base::Sentence message,
        base::Sentence fix, const std::string& parameters)
    {
        m_reader.issues().add(rule, Level::Error, at ? at : node.subject->at, std::move(message),
            std::move(fix), node.trail + "\n" + parameters);
    }

    void checkDuplicates()
    {
        for (std::size_t i = 0; i < m_entries.size(); ++i) {
            const CroissantNode& node = *m_entries[i].node;
            if (!m_firstOf.emplace(node.id, i).second) {
                error("CR-65", node, nullptr, {"another node has the id ", shown(node.id), " too"},
                    {"give each node an id of its own"}, node.id);
            }
            m_lastOf[node.id] = i;
        }
    }

    /// Draw an edge from the node of an id; where there is none, that is an error of the other end.
    void link(const char* rule, const std::string& id, std::size_t to, const Node* at)
    {
        const auto from = m_lastOf.find(id);
        if (from == m_lastOf.end()) {
            const CroissantNode& node = *m_entries[to].node;
            error(rule, node, at, {"there is no node ", shown(id)},
                {"write the \"@id\" of a file, file set or field, character for character"},
                id + "\n" + node.id);
            return;
        }
        m_entries[from->second].to.push_back(to);
        ++m_entries[to].sources;
    }

    void linkContainers()
    {
        for (std::size_t i = 0; i < m_dataset.distribution.size(); ++i) {
            for (const ResourceNode::Container& container : m_dataset.distribution[i].containedIn) {
                if (!container.id.empty())
                    link("CR-35", container.id, i + 1, container.at);
            }
        }
    }

    void linkRecordSet(std::size_t index)
    {
        for (const FieldNode& field : m_entries[index].recordSet->fields) {
            const std::size_t own = m_indexOf.at(&field);
            link("CR-55", m_entries[index].node->id, own, nullptr);
            const bool refersToField = isField(field.references);
            if (field.source.target)
                link("CR-55", *field.source.target, index, field.source.at);
            if (field.references.target) {
                link("CR-55", *field.references.target, refersToField ? own : index,
                    field.references.at);
            }
            for (const FieldNode& subField : field.subFields) {
                if (subField.source.target)
                    link("CR-55", *subField.source.target, index, subField.source.at);
                // mlcroissant looks at what the field refers to, not the sub-field.
                if (subField.references.target) {
                    link("CR-55", *subField.references.target,
                        refersToField ? m_indexOf.at(&subField) : index, subField.references.at);
                }
            }
        }
    }

    bool isField(const Origin& origin) const
    {
        const auto found = origin.target ? m_lastOf.find(*origin.target) : m_lastOf.end();
        return found != m_lastOf.end() && m_entries[found->second].field;
    }

    /// A record set that nothing leads to: each of its fields says why.
    void checkWithoutSources(const RecordSetNode& recordSet)
    {
        for (const FieldNode& field : recordSet.fields) {
            const bool hasSource = field.source.target.has_value();
            if (!hasSource && !field.hasValue && field.subFields.empty()) {
                error("CR-53", field, nullptr,
                    {"the field ", shown(field.id), " has neither a source nor a value"},
                    {"say where its values come from"}, field.id);
            } else if (field.hasValue && field.dataTypes.empty()) {
                error("CR-56", field, nullptr,
                    {"the field ", shown(field.id), " has a value, but no dataType"},
                    {"add the type of the value"}, field.id);
            } else if (hasSource) {
                error("CR-54", field, field.source.at,
                    {"the source ", shown(*field.source.target), " of the field ",
                        shown(field.name), " does not exist"},
                    {"write the \"@id\" of a file, file set or field, character for character"},
                    *field.source.target);
            }
        }
    }

    /// The field that a field takes its type from, where it has none itself; null: it needs none,
    /// or there is none.
    const FieldNode* typeSource(const FieldNode& field) const
    {
        const auto found
            = field.source.target ? m_firstOf.find(*field.source.target) : m_firstOf.end();
        return found == m_firstOf.end() ? nullptr : m_entries[found->second].field;
    }

    static bool needsNoType(const FieldNode& field)
    {
        return !field.subFields.empty()
            || std::any_of(field.dataTypes.begin(), field.dataTypes.end(),
                [](const std::string& type) { return isValueType(type); });
    }

    void checkDataType(std::size_t index)
    {
        const FieldNode* last = nullptr;
        const FieldNode* field = m_entries[index].field;
        while (field && !needsNoType(*field)) {
            const auto [known, isNew] = m_typed.emplace(field, index);
            if (!isNew && known->second == index) {
                m_reader.stop("CR-90", field->source.at,
                    {"the field ", shown(field->id), " is read from itself"}, {"break the circle"});
            }
            if (!isNew)
                return; // what is wrong there was said before
            last = field;
            field = typeSource(*field);
        }
        if (field || !last)
            return;
        std::string types;
        for (const std::string& type : last->dataTypes)
            types += type + "\n";
        error("CR-51", *last, nullptr,
            {"the field ", shown(last->id),
                last->dataTypes.empty() ? " has no dataType"
                                        : " has no dataType that values can have"},
            {"write one such as sc:Text or cr:Int64, beside its meaning"}, types);
    }

    void checkCircles()
    {
        std::vector<std::size_t> open;
        std::vector<std::size_t> sources;
        for (std::size_t i = 0; i < m_entries.size(); ++i) {
            sources.push_back(m_entries[i].sources);
            if (m_entries[i].sources == 0)
                open.push_back(i);
        }
        std::size_t done = 0;
        while (!open.empty()) {
            const std::size_t from = open.back();
            open.pop_back();
            ++done;
            for (const std::size_t to : m_entries[from].to) {
                if (--sources[to] == 0)
                    open.push_back(to);
            }
        }
        if (done == m_entries.size())
            return;
        const auto stuck = static_cast<std::size_t>(
            std::find_if(sources.begin(), sources.end(), [](std::size_t n) { return n > 0; })
            - sources.begin());
        const CroissantNode& node = *m_entries[stuck].node;
        m_reader.stop("CR-90", node.subject->at,
            {"the sources of ", shown(node.id), " lead back to itself"}, {"break the circle"});
    }

    /// What a source belongs to: the record set of a field, else itself.
    std::string holderOf(const std::string& id) const
    {
        const Entry& entry = m_entries[m_firstOf.at(id)];
        return entry.field ? entry.parent->id : id;
    }

    void checkJoins(const RecordSetNode& recordSet)
    {
        std::set<std::string> sources;
        std::set<std::pair<std::string, std::string>> joins;
        for (const FieldNode& field : recordSet.fields) {
            if (!field.source.target)
                continue;
            const std::string source = holderOf(*field.source.target);
            sources.insert(source);
            if (!field.references.target)
                continue;
            const std::string other = holderOf(*field.references.target);
            joins.emplace(source, other);
            joins.emplace(other, source);
        }
        std::size_t missing = 0;
        for (auto a = sources.begin(); a != sources.end(); ++a) {
            for (auto b = std::next(a); b != sources.end(); ++b) {
                if (joins.count({*a, *b}) > 0)
                    continue;
                if (++missing > IssueList::kMost)
                    return;
                error("CR-44", recordSet, nullptr,
                    {"the record set ", shown(recordSet.name), " is read from ", shown(*a), " and ",
                        shown(*b), ", but nothing joins them"},
                    {"add references to the field that both have"}, *a + "\n" + *b);
            }
        }
    }

    const PropertyReader& m_reader;
    const DatasetNode& m_dataset;
    std::vector<Entry> m_entries;
    std::unordered_map<std::string, std::size_t> m_firstOf;
    std::unordered_map<std::string, std::size_t> m_lastOf;
    std::unordered_map<const FieldNode*, std::size_t> m_indexOf;
    /// Fields whose type was looked for, by the entry from which that was.
    std::unordered_map<const FieldNode*, std::size_t> m_typed;
};

} // namespace

void checkGraph(const PropertyReader& reader, const DatasetNode& dataset)
{
    GraphCheck(reader, dataset).run();
}

} // namespace cupel::lint
