#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

#include "core/lint/croissant_graph.h"

namespace cupel::lint {

namespace {

/// Walks the graph from the dataset on, without recursion: references can form a chain as long as
/// the file.
class ReferenceWalk {
public:
    explicit ReferenceWalk(const PropertyReader& reader)
        : m_reader(reader)
    {
    }

    /// Nodes that more than one reference leads to.
    std::unordered_set<const Subject*> shared() { return std::move(m_shared); }

    void from(const Subject& dataset)
    {
        enter(dataset);
        while (!m_open.empty()) {
            Step& step = m_open.back();
            if (step.next == step.values.size()) {
                m_placeOf[step.subject] = kDone;
                m_open.pop_back();
                continue;
            }
            const Value& value = *step.values[step.next++].value;
            if (!value.node->isDescribed()) {
                if (value.node->isBlank)
                    refuseEmpty(value);
                continue; // an id that nothing is said about
            }
            const auto known = m_placeOf.find(value.node);
            if (known == m_placeOf.end())
                enter(*value.node);
            else if (known->second != kDone && hasMore(m_open[known->second]))
                refuseCircle(value);
            else
                m_shared.insert(value.node);
        }
    }

private:
    static constexpr std::size_t kDone = static_cast<std::size_t>(-1);
    struct Reference {
        const Value* value = nullptr;
        std::size_t property = 0; ///< place of its property among those of the node
    };
    struct Step {
        const Subject* subject = nullptr;
        std::vector<Reference> values; ///< those that are nodes
        std::size_t next = 0;
    };

    /// Whether mlcroissant has properties of the node still to read: it loses them when the node
    /// comes up once more meanwhile.
    static bool hasMore(const Step& step)
    {
        return step.values[step.next - 1].property + 1 < step.subject->properties.size();
    }

    void enter(const Subject& subject)
    {
        m_placeOf[&subject] = m_open.size();
        Step step;
        step.subject = &subject;
        std::size_t property = 0;
        for (const auto& [iri, values] : subject.properties) {
            const bool isTagged = iri == m_reader.words().schema("name")
                || iri == m_reader.words().schema("description");
            if (isTagged)
                refuseUntagged(values);
            for (const Value& value : values) {
                if (!isTagged && value.kind == Value::Kind::Node)
                    step.values.push_back({&value, property});
            }
            ++property;
        }
        m_open.push_back(std::move(step));
    }

    void refuseUntagged(const std::vector<Value>& values) const
    {
        if (m_reader.graph().context().hasLanguage() || values.size() != 1
            || values.front().kind == Value::Kind::Node)
            return;
        m_reader.stop("CR-03", values.front().at,
            {"a name or description cannot be read: the context has no @language"},
            {"add \"@language\": \"en\" to \"@context\""});
    }

    [[noreturn]] void refuseEmpty(const Value& value) const
    {
        m_reader.stop(
            "CR-92", value.at, {"an object says nothing"}, {"leave it out, or write its members"});
    }

    [[noreturn]] void refuseCircle(const Value& value) const
    {
        m_reader.stop("CR-90", value.at,
            {"the reference to ", shown(PropertyReader::idOf(value)),
                " leads back to where it stands"},
            {"break the circle"});
    }

    const PropertyReader& m_reader;
    std::vector<Step> m_open;
    std::unordered_set<const Subject*> m_shared;
    std::unordered_map<const Subject*, std::size_t> m_placeOf; ///< in m_open, or kDone
};

} // namespace

void checkReferences(PropertyReader& reader, const Subject& dataset)
{
    ReferenceWalk walk(reader);
    walk.from(dataset);
    reader.setShared(walk.shared());
}

} // namespace cupel::lint
