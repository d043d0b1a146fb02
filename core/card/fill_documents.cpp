#include <algorithm>
#include <string>
#include <utility>

#include "core/card/crosswalk.h"
#include "core/card/fill.h"
#include "core/card/prose.h"

namespace cupel::card {
namespace {

using documents::Document;
using documents::DocumentKind;
using documents::Node;
using documents::Section;

/// "sc:name", "https://schema.org/name" and "name" are one property.
std::string_view localName(std::string_view property)
{
    const std::size_t mark = property.find_last_of(":/#");
    return mark == std::string_view::npos ? property : property.substr(mark + 1);
}

/// A value in one line: the text of a scalar, what names an object, list items joined.
std::string flatText(const Node& node)
{
    if (node.isScalar())
        return node.text;
    std::string text;
    if (node.isList()) {
        for (const Node& item : node.items) {
            const std::string one = flatText(item);
            if (!one.empty())
                text += (text.empty() ? "" : ", ") + one;
        }
        return text;
    }
    for (const char* const name : {"name", "@value", "url", "@id", "label"}) {
        for (const Node::Member& member : node.members) {
            if (localName(member.key) == name || member.key == name)
                return flatText(member.value);
        }
    }
    for (const Node::Member& member : node.members) {
        const std::string one = flatText(member.value);
        if (!one.empty())
            text += (text.empty() ? "" : ", ") + member.key + ": " + one;
    }
    return text;
}

int rank(State state)
{
    switch (state) {
    case State::Absent:
        return 0;
    case State::Placeholder:
        return 1;
    case State::Thin:
        return 2;
    default:
        return 3;
    }
}

class Filler {
public:
    Filler(Card& card, const Document& document)
        : m_card(card)
        , m_document(document)
    {
    }

    void fill()
    {
        if (m_document.kind == DocumentKind::Card) {
            fillFrontMatter();
            fillSections();
        } else if (m_document.kind == DocumentKind::Croissant) {
            fillCroissant();
        }
    }

private:
    void answer(std::string_view key, std::string_view text, std::uint64_t line)
    {
        FieldValue* const value = m_card.find(key);
        const Field& field = *model().find(key);
        const State state = stateOf(field, text);
        if (state != State::Placeholder) {
            value->answers.push_back(
                {{base::DataText::document(std::string(trimmed(text)))}, m_document.file, line});
        }
        if (rank(state) > rank(value->state))
            value->state = state;
    }

    void fillRoutes(std::span<const Route> routes, std::string_view name, std::string_view text,
        std::uint64_t line)
    {
        for (const Route& route : routes) {
            if (route.name == name)
                answer(route.key, text, line);
        }
    }

    void fillFrontMatter()
    {
        for (const Node::Member& member : m_document.fields.members)
            fillRoutes(frontMatterRoutes(), member.key, flatText(member.value), member.at.line);
        const Node* const info = m_document.fields.find("dataset_info");
        if (!info)
            return;
        for (const auto& [name, key] :
            {std::pair{"features", "examples.fields"}, std::pair{"splits", "distribution.splits"},
                std::pair{"splits", "extended_use.ml.split_statistics"},
                std::pair{"version", "overview.maintenance.version"}}) {
            if (const Node* const part = info->find(name))
                answer(key, flatText(*part), part->at.line);
        }
    }

    void fillSections()
    {
        const auto& sections = m_document.sections;
        for (std::size_t i = 0; i < sections.size(); ++i) {
            const Section& section = sections[i];
            const std::string_view body = trimmed(section.body);
            const bool hasParts = i + 1 < sections.size() && sections[i + 1].level > section.level;
            fillBullets(section);
            if (section.level == 1)
                fillTitle(section);
            if (section.level <= 1 && !body.empty())
                answer("card.summary", body, section.bodyLine);
            if (section.level > 1 && (!body.empty() || !hasParts))
                fillRoutes(headingRoutes(), lowered(section.title), body, section.at.line);
        }
    }

    void fillTitle(const Section& section)
    {
        std::string_view title = trimmed(section.title);
        constexpr std::string_view kPrefix = "Dataset Card for ";
        if (title.starts_with(kPrefix))
            title.remove_prefix(kPrefix.size());
        answer("card.title", title, section.at.line);
    }

    /// Bullets such as "- **Homepage:** https://…".
    void fillBullets(const Section& section)
    {
        std::string_view rest = section.body;
        for (std::uint64_t line = section.bodyLine; !rest.empty(); ++line) {
            const std::size_t end = std::min(rest.find('\n'), rest.size());
            fillBullet(trimmed(rest.substr(0, end)), line);
            rest.remove_prefix(std::min(end + 1, rest.size()));
        }
    }

    void fillBullet(std::string_view text, std::uint64_t line)
    {
        if (text.size() < 2 || (text[0] != '-' && text[0] != '*') || text[1] != ' ')
            return;
        const std::size_t colon = text.find(':');
        if (colon == std::string_view::npos)
            return;
        std::string label;
        for (const char c : text.substr(1, colon - 1)) {
            if (c != '*' && c != '_')
                label += c;
        }
        std::string_view value = text.substr(colon + 1);
        while (!value.empty() && (value.front() == '*' || value.front() == '_'))
            value.remove_prefix(1);
        label = lowered(trimmed(label));
        constexpr std::string_view kOptional = " [optional]";
        if (label.ends_with(kOptional))
            label.resize(label.size() - kOptional.size());
        fillRoutes(bulletRoutes(), label, trimmed(value), line);
    }

    void fillCroissant()
    {
        for (const Node::Member& member : m_document.fields.members) {
            fillRoutes(
                croissantRoutes(), localName(member.key), flatText(member.value), member.at.line);
            if (localName(member.key) == "distribution")
                fillDistribution(member.value);
            if (localName(member.key) == "recordSet")
                fillRecordSets(member.value);
        }
        if (const Node* const language = m_document.fields.path("@context", "@language"))
            answer("card.language", flatText(*language), language->at.line);
    }

    /// A value that may stand alone or in a list.
    template <typename Use> static void forEach(const Node& node, Use use)
    {
        if (!node.isList()) {
            use(node);
            return;
        }
        for (const Node& item : node.items)
            use(item);
    }

    static const Node* property(const Node& node, std::string_view name)
    {
        for (const Node::Member& member : node.members) {
            if (localName(member.key) == name)
                return &member.value;
        }
        return nullptr;
    }

    static std::string nameOf(const Node& node)
    {
        const Node* const name = property(node, "name");
        const Node* const id = node.find("@id");
        return name ? flatText(*name) : id ? flatText(*id) : std::string();
    }

    void fillDistribution(const Node& distribution)
    {
        forEach(distribution, [this](const Node& file) {
            const Node* const type = file.find("@type");
            const bool isSet = type && localName(flatText(*type)) == "FileSet";
            answer(isSet ? "distribution.file_sets" : "distribution.files", nameOf(file),
                file.at.line);
            if (const Node* const url = property(file, "contentUrl"))
                answer("access.download", flatText(*url), url->at.line);
            for (const char* const hash : {"sha256", "md5"}) {
                if (const Node* const digest = property(file, hash))
                    answer("card.fingerprint", flatText(*digest), digest->at.line);
            }
        });
    }

    void fillRecordSets(const Node& recordSets)
    {
        forEach(recordSets, [this](const Node& set) {
            answer("distribution.record_sets", nameOf(set), set.at.line);
            if (const Node* const text = property(set, "description"))
                answer("overview.content", flatText(*text), text->at.line);
            if (const Node* const type = property(set, "dataType");
                type && flatText(*type).find("Split") != std::string::npos) {
                answer("distribution.splits", nameOf(set), set.at.line);
                answer("extended_use.ml.splits", nameOf(set), set.at.line);
            }
            std::string fields;
            if (const Node* const list = property(set, "field")) {
                forEach(*list, [&fields](const Node& field) {
                    fields += (fields.empty() ? "" : ", ") + nameOf(field);
                });
                answer("examples.fields", fields, list->at.line);
            }
            if (const Node* const examples = property(set, "examples"))
                answer("examples.typical", flatText(*examples), examples->at.line);
        });
    }

    Card& m_card;
    const Document& m_document;
};

} // namespace

void fillFromDocuments(Card& card, const documents::DocumentSet& documents)
{
    for (const Document& document : documents.documents)
        Filler(card, document).fill();
}

} // namespace cupel::card
