#include <utility>

#include "core/lint/croissant_builder.h"
#include "core/lint/json_path.h"
#include "core/lint/value_forms.h"

namespace cupel::lint {

namespace {

/// Sub-fields and annotations within each other.
constexpr std::size_t kDeepest = 64;

} // namespace

FieldNode CroissantBuilder::field(
    const Subject& subject, const CroissantNode* parent, std::size_t depth)
{
    if (depth > kDeepest) {
        m_reader.stop("CR-90", subject.at,
            {"fields are nested more than " + std::to_string(kDeepest) + " deep"},
            {"give fewer levels of sub-fields"});
    }
    FieldNode node;
    begin(node, subject, parent, "Field", false);
    m_reader.tagged(subject, "description", true);
    m_reader.checkAll(subject, fieldProperties());
    checkAnnotations(subject, depth + 1);
    checkParentField(subject);
    node.references = origin(subject, {"references", true});
    node.source = origin(subject, {"source", true});
    node.subFields = subFields(subject, node, depth + 1);
    for (const Value& value : subject.values(m_words.croissant("dataType"))) {
        const bool isNode = value.kind == Value::Kind::Node;
        node.dataTypes.push_back(isNode ? value.node->id : std::string(value.text));
    }
    requireId(node, "CR-41");
    checkValue(subject, node);
    checkArray(subject, node);
    return node;
}

std::vector<FieldNode> CroissantBuilder::subFields(
    const Subject& subject, const CroissantNode& parent, std::size_t depth)
{
    std::vector<FieldNode> fields;
    for (const Value& value : subject.values(m_words.croissant("subField"))) {
        const std::string expected = "an object of type " + m_words.croissant("Field");
        const bool isNode = value.kind == Value::Kind::Node;
        if (!isNode || value.node->type() != m_words.croissant("Field"))
            m_reader.wrongType("CR-50", "subField", value, expected);
        if (!isNode)
            throw Stopped{};
        fields.push_back(field(*value.node, &parent, depth));
    }
    return fields;
}

void CroissantBuilder::checkAnnotations(const Subject& subject, std::size_t depth)
{
    for (const Value& value : subject.values(m_words.croissant("annotation"))) {
        const bool isNode = value.kind == Value::Kind::Node;
        if (!isNode || value.node->type() != m_words.croissant("Field"))
            m_reader.wrongType(
                "CR-50", "annotation", value, "an object of type " + m_words.croissant("Field"));
        if (isNode)
            field(*value.node, nullptr, depth);
    }
}

void CroissantBuilder::checkValue(const Subject& subject, FieldNode& node)
{
    const std::vector<Value>& values = subject.values(m_words.schema("value"));
    m_reader.expectOne("value", values);
    node.hasValue = !values.empty();
    if (node.hasValue && node.source.target) {
        error("CR-52", node, values.front().at,
            {"the field ", shown(node.name), " has both a source and a value"}, {"keep one"},
            node.id);
    }
    const Origin& source = node.source;
    if (source.target && !source.jsonPath.empty() && !isJsonPath(source.jsonPath)) {
        error("CR-62", node, source.jsonPathAt,
            {"the jsonPath ", shown(source.jsonPath), " cannot be read"},
            {"write an expression such as $.items[*].name"}, source.jsonPath);
    }
}

void CroissantBuilder::checkArray(const Subject& subject, const FieldNode& node)
{
    const Read shape = m_reader.plain(subject, {"arrayShape", Vocabulary::Croissant});
    if (!shape.isFilled())
        return;
    const Read isArray = m_reader.plain(subject, {"isArray", Vocabulary::Croissant, kBool});
    if (!isArray.isFilled()) {
        error("CR-57", node, shape.at(),
            {"the field ", shown(node.name), " has an arrayShape, but isArray is not true"},
            {"add \"isArray\": true"}, node.id);
    }
    if (!isArrayShape(shape.values.front().text)) {
        error("CR-58", node, shape.at(),
            {"arrayShape ", shown(shape.values.front().text), " is no list of integers"},
            {"write integers with commas between: \"-1,3\""}, node.id);
    }
}

} // namespace cupel::lint
