#include "core/lint/property_reader.h"

#include <algorithm>
#include <utility>

#include "core/base/number.h"

namespace cupel::lint {

namespace {

using documents::Node;

bool fits(const Value& value, unsigned types)
{
    switch (value.kind) {
    case Value::Kind::Text:
    case Value::Kind::Json: // which arrives as a text
        return (types & kText) != 0;
    case Value::Kind::Bool:
        return (types & kBool) != 0;
    case Value::Kind::Integer:
        return (types & kInteger) != 0;
    case Value::Kind::Number:
        return (types & kNumber) != 0;
    case Value::Kind::Node:
        break;
    }
    return (types & kCreativeWork) != 0
        && value.node->type() == std::string(kSchemaOrg) + "CreativeWork";
}

/// "a text, a whole number or a number".
std::string wordsOf(unsigned types)
{
    std::vector<std::string> names;
    const auto add = [&](unsigned type, const char* name) {
        if ((types & type) != 0)
            names.emplace_back(name);
    };
    add(kText, "a text");
    add(kCreativeWork, "an object of type CreativeWork");
    add(kBool, "true or false");
    add(kInteger, "a whole number");
    add(kNumber, "a number");
    std::string all;
    for (std::size_t i = 0; i < names.size(); ++i)
        all += (i == 0 ? "" : i + 1 == names.size() ? " or " : ", ") + names[i];
    return all;
}

const char* kindWords(const Value& value)
{
    switch (value.kind) {
    case Value::Kind::Text:
    case Value::Kind::Json:
        return "a text";
    case Value::Kind::Bool:
        return "true or false";
    case Value::Kind::Integer:
        return "a whole number";
    case Value::Kind::Number:
        return "a number";
    case Value::Kind::Node:
        break;
    }
    return "an object";
}

} // namespace

bool isTrue(const Value& value)
{
    switch (value.kind) {
    case Value::Kind::Bool:
        return value.text != "false" && value.text != "0";
    case Value::Kind::Integer:
    case Value::Kind::Number: {
        const auto number = base::parseNumber(value.text);
        return !number || number->d != 0.0;
    }
    case Value::Kind::Text:
        return !value.text.empty();
    case Value::Kind::Json:
    case Value::Kind::Node:
        break;
    }
    return true;
}

bool PropertyReader::Read::isFilled() const
{
    return values.size() + wrong > 1 || (values.size() == 1 && isTrue(values.front()));
}

std::string PropertyReader::idOf(const Value& value)
{
    if (value.kind != Value::Kind::Node)
        return std::string(value.text);
    return value.node->id;
}

void PropertyReader::wrongType(const char* rule, std::string_view property, const Value& value,
    const std::string& expected) const
{
    base::Sentence message{std::string(property) + " should be " + expected + ", but it is "};
    std::string identity = std::string(property) + "\n" + expected + "\n";
    if (value.kind == Value::Kind::Node) {
        const std::string_view type = value.node->type();
        if (type.empty())
            message.emplace_back(std::string("an object without @type"));
        else
            message.insert(message.end(), {std::string("an object of type "), shown(type)});
        identity += std::string(type) + "\n";
        // In 0.8 nodes go by their names, and what has none cannot be told apart.
        if (!m_words.isOld())
            identity += idOf(value);
        else if (const auto& names = value.node->values(m_words.schema("name")); !names.empty())
            identity += names.front().text;
    } else {
        message.emplace_back(std::string(kindWords(value)));
        identity += kindWords(value);
    }
    m_issues.add(rule, Level::Error, value.at, std::move(message),
        {"write " + expected + "; the value is not read"}, identity);
}

void PropertyReader::expectOne(std::string_view property, const std::vector<Value>& values) const
{
    if (values.size() < 2)
        return;
    m_issues.add("CR-28", Level::Warning, values.front().at,
        {std::string(property) + " takes one value, but a list stands here; one item is kept"},
        {"keep the value that counts"});
}

void PropertyReader::stop(
    const char* rule, const Node* at, base::Sentence message, base::Sentence fix) const
{
    m_issues.add(rule, Level::Error, at, std::move(message), std::move(fix));
    throw Stopped{};
}

PropertyReader::Read PropertyReader::plain(
    const Subject& subject, const PlainProperty& property) const
{
    Read read;
    const std::vector<Value>& all = subject.values(m_words.iri(property.vocabulary, property.name));
    for (const Value& value : all) {
        if (fits(value, property.types)) {
            read.values.push_back(value);
        } else {
            ++read.wrong;
            wrongType("CR-27", property.name, value, wordsOf(property.types));
        }
    }
    if (!property.isMany) {
        expectOne(property.name, all);
        // Of a list the first item is kept, whether it could be read or not.
        if (all.size() > 1) {
            read.values.clear();
            if (fits(all.front(), property.types))
                read.values.push_back(all.front());
        }
        read.wrong = 0;
    }
    return read;
}

void PropertyReader::checkAll(
    const Subject& subject, const std::vector<PlainProperty>& properties) const
{
    for (const PlainProperty& property : properties)
        plain(subject, property);
}

PropertyReader::Tagged PropertyReader::tagged(
    const Subject& subject, std::string_view word, bool mayBeMap) const
{
    const std::vector<Value>& all = subject.values(m_words.schema(word));
    Tagged read;
    if (all.empty())
        return read;
    read.at = all.front().at;
    const auto isLiteral = [](const Value& value) { return value.kind != Value::Kind::Node; };
    const bool isPlain = all.size() == 1 && isLiteral(all.front())
        && (all.front().language.empty()
            || all.front().language == std::string_view(m_graph.context().language()));
    const bool isText
        = all.front().kind == Value::Kind::Text || all.front().kind == Value::Kind::Json;
    if (isPlain && isText) {
        read.form = Tagged::Form::Text;
        read.text = all.front().text;
        return read;
    }
    if (isPlain) {
        wrongType("CR-27", word, all.front(), "a text");
        return read;
    }
    const bool isMap = std::all_of(all.begin(), all.end(),
        [&](const Value& value) { return isLiteral(value) && !value.language.empty(); });
    for (const Value& value : all)
        read.text += std::string(value.language) + ": " + std::string(value.text) + "; ";
    read.form = isMap ? Tagged::Form::Map : Tagged::Form::List;
    if (!isMap && m_shared.count(&subject) > 0)
        readShared(word, all, mayBeMap, read);
    else if (!mayBeMap)
        refuseSeveral(subject, word, all, read);
    return read;
}

void PropertyReader::readShared(
    std::string_view word, const std::vector<Value>& all, bool mayBeMap, Tagged& read) const
{
    for (const Value& value : all) {
        if (value.kind != Value::Kind::Text && !(mayBeMap && value.kind == Value::Kind::Node))
            wrongType("CR-27", word, value, "a text");
    }
    if (!mayBeMap) {
        expectOne(word, all);
        const bool isText = all.front().kind == Value::Kind::Text;
        read.form = isText ? Tagged::Form::Text : Tagged::Form::Absent;
        read.text = isText ? all.front().text : std::string_view();
    } else if (all.size() == 1) {
        read.form = Tagged::Form::Map;
    }
}

void PropertyReader::refuseSeveral(const Subject& subject, std::string_view word,
    const std::vector<Value>& all, Tagged& read) const
{
    const bool isMap = read.form == Tagged::Form::Map;
    for (std::size_t i = 0; i < (isMap ? 1 : all.size()); ++i) {
        m_issues.add("CR-27", Level::Error, all[i].at,
            {std::string(word) + " should be a text, but it is several, or no text"},
            {"write one text"},
            m_words.isOld() ? std::string()
                            : std::string(word) + "/" + std::to_string(subject.number) + "/"
                    + std::to_string(i));
    }
    if (!isMap) {
        // A list even where it has one item, since only texts are taken out of lists.
        m_issues.add("CR-28", Level::Warning, read.at,
            {std::string(word) + " takes one value, but a list stands here; one item is kept"},
            {"keep the value that counts"});
    }
    read.form = Tagged::Form::Absent;
    read.text.clear();
}

} // namespace cupel::lint
