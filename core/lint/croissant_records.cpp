#include <algorithm>
#include <set>
#include <utility>

#include "core/documents/json_reader.h"
#include "core/lint/croissant_builder.h"

namespace cupel::lint {

using documents::Node;

RecordSetNode CroissantBuilder::recordSet(const Subject& subject, const CroissantNode& parent)
{
    RecordSetNode node;
    begin(node, subject, &parent, "RecordSet", false);
    m_reader.tagged(subject, "description", true);
    m_reader.checkAll(subject, recordSetProperties());
    checkAnnotations(subject, 0);
    checkExamples(subject);
    for (const Value& value : subject.values(m_words.croissant("field"))) {
        if (value.kind == Value::Kind::Node && value.node->type() == m_words.croissant("Field"))
            node.fields.push_back(field(*value.node, &node, 0));
        else
            m_reader.wrongType(
                "CR-50", "field", value, "an object of type " + m_words.croissant("Field"));
    }
    requireId(node, "CR-41");
    checkData(subject, node);
    return node;
}

void CroissantBuilder::checkExamples(const Subject& subject)
{
    const std::vector<Value>& values = subject.values(m_words.croissant("examples"));
    if (values.size() != 1 || values.front().kind != Value::Kind::Text
        || values.front().text.empty())
        return;
    if (!documents::readJson(values.front().text)) {
        m_reader.issues().add("CR-43", Level::Error, values.front().at,
            {"the examples are a text that is no JSON"}, {"write records as JSON"});
    }
}

void CroissantBuilder::checkData(const Subject& subject, RecordSetNode& node)
{
    const std::vector<Value>& values = subject.values(m_words.croissant("data"));
    if (values.size() != 1)
        return; // several values are not read
    const Value& value = values.front();
    if (value.kind == Value::Kind::Json) {
        checkRecords(*value.at, *value.at, node);
    } else if (value.kind == Value::Kind::Text && value.text.empty()) {
        error("CR-42", node, value.at, {"the data is an empty text"}, {"write a list of records"},
            "list");
    } else if (value.kind == Value::Kind::Text) {
        const auto read = documents::readJson(value.text);
        if (read) {
            checkRecords(*read, *value.at, node);
        } else {
            m_reader.issues().add("CR-43", Level::Error, value.at,
                {"the data is a text that is no JSON"},
                {"write records as JSON, with \"data\" declared as @json in the context"});
        }
    } else if (value.kind != Value::Kind::Node && !isTrue(value)) {
        error(
            "CR-42", node, value.at, {"the data is no list"}, {"write a list of records"}, "list");
    }
}

void CroissantBuilder::checkRecords(const Node& data, const Node& at, RecordSetNode& node)
{
    if (data.isNull())
        return;
    const bool saysNothing = (data.isMap() && data.members.empty())
        || (data.isText() && data.text.empty())
        || (data.kind == Node::Kind::Bool && data.text == "false")
        || (data.kind == Node::Kind::Number
            && data.text.find_first_of("123456789") == std::string::npos);
    if (saysNothing) {
        error("CR-42", node, &at, {"the data is no list"}, {"write a list of records"}, "list");
        return;
    }
    if (data.isList() && data.items.empty()) {
        error("CR-42", node, &at, {"the data has no record"}, {"write a record, or leave it out"},
            "empty");
        return;
    }
    node.hasData = true;
    std::set<std::string_view> expected;
    for (const FieldNode& field : node.fields)
        expected.insert(m_words.isOld() ? field.name : field.id);
    const std::size_t count = data.isList() ? data.items.size() : 1;
    for (std::size_t i = 0; i < count; ++i) {
        const Node& record = data.isList() ? data.items[i] : data;
        // A text that holds JSON has places of its own, which are not those of the file.
        const Node& place = &data == &at ? record : at;
        if (!record.isMap()) {
            error("CR-42", node, &place, {"the data is no list of objects"},
                {"write one object per record"}, "objects");
            return;
        }
        std::set<std::string_view> keys;
        for (const Node::Member& member : record.members)
            keys.insert(member.key);
        if (keys == expected)
            continue;
        std::vector<std::string_view> differing;
        std::set_symmetric_difference(keys.begin(), keys.end(), expected.begin(), expected.end(),
            std::back_inserter(differing));
        const bool isMissing = expected.count(differing.front()) > 0;
        error("CR-42", node, &place,
            {"record " + std::to_string(i) + (isMissing ? " lacks " : " has the unknown key "),
                shown(differing.front())},
            {"give each record one member per field, by its "
                + std::string(m_words.isOld() ? "name" : "@id")},
            node.id + "\n" + std::to_string(i));
    }
}

} // namespace cupel::lint
