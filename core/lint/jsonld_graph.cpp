#include "core/lint/jsonld_graph.h"

#include <algorithm>
#include <cctype>

#include "core/base/hash.h"
#include "core/base/number.h"

namespace cupel::lint {

namespace {

using documents::Node;

constexpr std::string_view kXsd = "http://www.w3.org/2001/XMLSchema#";
constexpr const char* kDataset = "https://schema.org/Dataset";

/// The items of a list, or the value itself.
std::vector<const Node*> itemsOf(const Node& value)
{
    std::vector<const Node*> items;
    if (!value.isList())
        return {&value};
    for (const Node& item : value.items)
        items.push_back(&item);
    return items;
}

/// A tag as RFC 3066 writes it, which is all that rdflib takes.
bool isLanguageTag(std::string_view tag)
{
    bool isFirst = true;
    for (std::size_t begin = 0; begin <= tag.size();) {
        const std::size_t end = std::min(tag.find('-', begin), tag.size());
        if (begin == end)
            return false;
        for (const char c : tag.substr(begin, end - begin)) {
            const auto byte = static_cast<unsigned char>(c);
            if (byte >= 0x80 || !(std::isalpha(byte) || (!isFirst && std::isdigit(byte))))
                return false;
        }
        isFirst = false;
        begin = end + 1;
    }
    return true;
}

/// What a literal of a type of XML Schema is; texts are what has another type or does not fit.
Value::Kind kindOf(std::string_view type, std::string_view text)
{
    if (type.substr(0, kXsd.size()) != kXsd)
        return Value::Kind::Text;
    type.remove_prefix(kXsd.size());
    const auto number = base::parseNumber(text);
    if (type == "integer" && number && number->kind == base::Number::Kind::Integer)
        return Value::Kind::Integer;
    if (type == "double" && number)
        return Value::Kind::Number;
    if (type == "boolean" && (text == "true" || text == "false" || text == "1" || text == "0"))
        return Value::Kind::Bool;
    return Value::Kind::Text;
}

Value::Kind kindOf(const Node& scalar)
{
    switch (scalar.kind) {
    case Node::Kind::Bool:
        return Value::Kind::Bool;
    case Node::Kind::Number:
        return scalar.text.find_first_of(".eE") == std::string::npos ? Value::Kind::Integer
                                                                     : Value::Kind::Number;
    default:
        return Value::Kind::Text;
    }
}

} // namespace

const std::vector<Value>& Subject::values(std::string_view iri) const
{
    static const std::vector<Value> kNone;
    const auto found = properties.find(iri);
    return found == properties.end() ? kNone : found->second;
}

JsonldGraph::JsonldGraph(const Node& root)
    : m_context(root)
{
    addNode(root);
    m_known = {};
}

const Subject* JsonldGraph::dataset() const
{
    for (const Subject& subject : m_subjects) {
        if (std::find(subject.types.begin(), subject.types.end(), kDataset) != subject.types.end())
            return &subject;
    }
    return nullptr;
}

Subject* JsonldGraph::addNode(const Node& map)
{
    if (!map.isMap())
        return nullptr;
    const Node* const id = m_context.find(map, "@id");
    const bool hasId = id && id->isText();
    Subject* subject = nullptr;
    bool wasDescribed = false;
    if (hasId) {
        const std::string whole = m_context.resolve(id->text);
        const bool isDropped = whole.empty() && !id->text.empty();
        if (isDropped)
            return nullptr;
        subject = subjectOf(whole, map);
        wasDescribed = subject->isDescribed();
        // What is said about a node tells more than a reference that came before.
        if (!wasDescribed)
            subject->at = &map;
    } else {
        subject = &m_subjects.emplace_back();
        subject->number = m_subjects.size();
        subject->id = "_:" + std::to_string(subject->number);
        subject->isBlank = true;
        subject->at = &map;
    }
    const std::uint64_t before = m_statements;
    for (const Node::Member& member : map.members)
        addMember(*subject, member.key, member.value);
    if (wasDescribed && m_statements > before && !subject->more)
        subject->more = &map;
    return subject;
}

Subject* JsonldGraph::subjectOf(const std::string& id, const Node& at)
{
    Subject*& known = m_byId[id];
    if (!known) {
        known = &m_subjects.emplace_back();
        known->id = id;
        known->number = m_subjects.size();
        known->at = &at;
    }
    return known;
}

void JsonldGraph::addMember(Subject& subject, const std::string& key, const Node& value)
{
    const std::string_view keyword = m_context.keyword(key);
    if (keyword == "@type") {
        addTypes(subject, value);
        return;
    }
    if (keyword == "@graph" || keyword == "@set" || keyword == "@included") {
        // A graph with an id is one of its own, which nobody looks at.
        if (keyword != "@graph" || subject.isBlank) {
            for (const Node* item : itemsOf(value))
                addNode(*item);
        }
        return;
    }
    if (keyword == "@context" || keyword == "@id" || keyword == "@reverse")
        return;
    const Term* const term = m_context.term(key);
    const std::string iri = term ? term->iri : m_context.expand(key);
    if (iri.empty() || iri.substr(0, 2) == "_:")
        return;
    if (term && term->type == "@json") {
        addValue(subject, iri, {Value::Kind::Json, {}, {}, nullptr, &value});
        return;
    }
    if (term && term->isLanguageMap && value.isMap()) {
        for (const Node::Member& member : value.members) {
            const std::string language = member.key == "@none" ? std::string() : member.key;
            for (const Node* item : itemsOf(member.value))
                addObject(subject, iri, term, *item, &language);
        }
        return;
    }
    for (const Node* item : itemsOf(value)) {
        const Node* const set = item->isMap() ? m_context.find(*item, "@set") : nullptr;
        for (const Node* one : itemsOf(set ? *set : *item))
            addObject(subject, iri, term, *one, nullptr);
    }
}

void JsonldGraph::addTypes(Subject& subject, const Node& value)
{
    for (const Node* item : itemsOf(value)) {
        std::string type;
        if (item->isMap()) {
            const Subject* const node = addNode(*item);
            type = node ? node->id : std::string();
        } else if (item->isText()) {
            type = m_context.expand(item->text);
            if (type.empty())
                type = m_context.resolve(item->text);
        }
        if (type.empty())
            continue;
        if (type.find(' ') != std::string::npos)
            continue;
        if (!isNew(std::to_string(subject.number) + " type " + type))
            continue;
        subject.types.push_back(interned(type));
        ++m_statements;
    }
}

void JsonldGraph::addObject(Subject& subject, const std::string& iri, const Term* term,
    const Node& value, const std::string* language)
{
    if (value.isNull())
        return;
    if (language) { // whatever it is, it arrives as a literal
        addLiteral(subject, iri, value, {}, *language);
        return;
    }
    if (value.isMap()) {
        const Node* const inner = m_context.find(value, "@value");
        const Node* const tag = m_context.find(value, "@language");
        const Node* const type = m_context.find(value, "@type");
        const bool hasTag = tag && !tag->isNull() && tag->text != "false"
            && (!tag->isScalar() || !tag->text.empty());
        const std::string typeName = !hasTag && type && type->isText() ? type->text : "";
        if (typeName == "@json") {
            addValue(subject, iri, {Value::Kind::Json, {}, {}, nullptr, inner ? inner : &value});
        } else if (!inner && !hasTag) {
            if (const Subject* const node = addNode(value))
                addValue(subject, iri, {Value::Kind::Node, {}, {}, node, &value});
        } else if (inner && !inner->isNull()) {
            addLiteral(subject, iri, *inner, typeName.empty() ? "" : m_context.expand(typeName),
                hasTag ? tag->text : std::string());
        }
        return;
    }
    if (!term || term->type.empty()) {
        addLiteral(subject, iri, value, {},
            term && term->hasLanguage ? term->language : m_context.language());
        return;
    }
    if (value.isText() && (term->type == "@id" || term->type == "@vocab")) {
        std::string id = term->type == "@vocab" ? m_context.expand(value.text) : std::string();
        id = m_context.resolve(id.empty() ? value.text : id);
        if (!id.empty())
            addValue(subject, iri, {Value::Kind::Node, {}, {}, subjectOf(id, value), &value});
        return;
    }
    addLiteral(subject, iri, value, term->type, {});
}

void JsonldGraph::addLiteral(Subject& subject, const std::string& iri, const Node& value,
    const std::string& type, const std::string& language)
{
    Value literal;
    literal.at = &value;
    literal.text = value.text;
    literal.kind = type.empty() ? kindOf(value) : kindOf(type, value.text);
    if (!type.empty() && value.kind == Node::Kind::Bool && type == std::string(kXsd) + "boolean")
        literal.kind = Value::Kind::Bool;
    if (!language.empty() && !isLanguageTag(language))
        m_wrongLanguage = m_wrongLanguage ? m_wrongLanguage : &value;
    if (literal.kind == Value::Kind::Text && type.empty())
        literal.language = interned(language);
    addValue(subject, iri, literal);
}

void JsonldGraph::addValue(Subject& subject, const std::string& iri, Value value)
{
    const std::string_view known = interned(iri);
    if (value.kind != Value::Kind::Json) {
        // Equal statements are one. Numbers are equal by value, not by their digits.
        std::string text(value.text);
        if (value.kind == Value::Kind::Number) {
            if (const auto number = base::parseNumber(text))
                text = base::formatNumber(number->d);
        }
        const std::uint64_t node = value.node ? value.node->number : 0;
        if (!isNew(std::to_string(subject.number) + " " + iri + " "
                + std::to_string(static_cast<int>(value.kind)) + " " + std::to_string(node) + " "
                + std::string(value.language) + " " + text))
            return;
    }
    subject.properties[known].push_back(value);
    ++m_statements;
}

bool JsonldGraph::isNew(const std::string& statement)
{
    return m_known.insert(base::hex(base::digest128(statement.data(), statement.size()))).second;
}

std::string_view JsonldGraph::interned(const std::string& text)
{
    return *m_texts.insert(text).first;
}

} // namespace cupel::lint
