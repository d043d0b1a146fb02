#include <algorithm>
#include <utility>

#include "core/card/fill.h"
#include "core/card/filler.h"
#include "core/card/prose.h"

namespace cupel::card {
namespace {

using documents::Document;
using documents::DocumentKind;
using documents::Node;

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

/// The members that tell what an object is, the first of them best.
const Node* tellingMember(const Node& node)
{
    for (const char* const name : {"name", "@value", "en", "url", "prov:locatedAt", "@id",
             "prov:label", "label", "description"}) {
        const Node* const found = node.find(name);
        if (found && !found->isNull())
            return found;
    }
    return nullptr;
}

} // namespace

bool answersField(const documents::Section& section)
{
    const std::string title = lowered(trimmed(section.title));
    const auto routes = headingRoutes();
    return section.level > 1 && std::any_of(routes.begin(), routes.end(), [&title](const Route& r) {
        return r.name == title;
    });
}

std::string flatText(const Node& node)
{
    if (node.isScalar())
        return node.text;
    std::string text;
    const auto add = [&text](std::string one) {
        if (!one.empty())
            text += (text.empty() ? "" : ", ") + one;
    };
    for (const Node& item : node.items)
        add(flatText(item));
    if (const Node* const telling = tellingMember(node))
        return flatText(*telling);
    for (const Node::Member& member : node.members) {
        const std::string one = flatText(member.value);
        if (!one.empty())
            add(member.key + ": " + one);
    }
    return text;
}

Statement statementOf(
    Vocabulary vocabulary, std::string property, const Node& value, std::uint64_t line)
{
    Statement statement{vocabulary, std::move(property), flatText(value), line, nullptr};
    if (!value.isText())
        statement.value = std::make_shared<const Node>(value);
    return statement;
}

void Filler::answer(std::string_view key, const Statement& statement)
{
    FieldValue* const field = m_card.find(key);
    const State state = stateOf(*model().find(key), statement.text);
    if (state != State::Placeholder) {
        field->answers.push_back({{base::DataText::document(std::string(trimmed(statement.text)))},
            m_file, statement.line, statement.vocabulary, statement.property, statement.value});
    }
    if (rank(state) > rank(field->state))
        field->state = state;
}

std::size_t Filler::answer(std::span<const Route> routes, const Statement& statement)
{
    std::size_t taken = 0;
    for (const Route& route : routes) {
        if (route.name == statement.property) {
            answer(route.key, statement);
            ++taken;
        }
    }
    return taken;
}

void fillFromDocuments(Card& card, const documents::DocumentSet& documents)
{
    for (const Document& document : documents.documents) {
        if (document.kind == DocumentKind::Card)
            fillFromMarkdown(card, document);
        else if (document.kind == DocumentKind::Croissant)
            fillFromCroissant(card, document);
    }
}

} // namespace cupel::card
