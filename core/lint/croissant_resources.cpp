#include <utility>

#include "core/lint/croissant_builder.h"

namespace cupel::lint {

std::vector<ResourceNode::Container> CroissantBuilder::containers(const Subject& subject)
{
    std::vector<ResourceNode::Container> list;
    const std::vector<Value>& values = subject.values(m_words.containedIn());
    // One value that says nothing counts as none; in a list it is an id.
    if (values.size() == 1 && !isTrue(values.front()))
        return list;
    for (const Value& value : values) {
        const bool isSource = value.kind == Value::Kind::Node
            && (value.node->type() == m_words.croissant("source")
                || !value.node->values(m_words.croissant("fileObject")).empty()
                || !value.node->values(m_words.croissant("fileSet")).empty()
                || !value.node->values(m_words.croissant("recordSet")).empty());
        if (!isSource) {
            list.push_back({PropertyReader::idOf(value), value.at});
            continue;
        }
        if (!value.node->type().empty())
            m_reader.wrongType("CR-27", "containedIn", value, "an object without @type");
        const Origin origin = originOf(*value.node, false);
        list.push_back({origin.target.value_or(std::string()), value.at});
    }
    return list;
}

ResourceNode CroissantBuilder::fileObject(const Subject& subject, const CroissantNode& parent)
{
    ResourceNode node;
    begin(node, subject, &parent, "FileObject", true);
    m_reader.tagged(subject, "description", true);
    m_reader.checkAll(subject, fileObjectProperties());
    node.containedIn = containers(subject);
    origin(subject, {"source", false});

    constexpr PlainProperty kEncoding{
        "encodingFormat", Vocabulary::Schema, kText, true, false, false};
    if (!m_reader.plain(subject, kEncoding).isFilled()) {
        error("CR-31", node, nullptr, {"the file ", shown(node.name), " has no encodingFormat"},
            {"write its media type, such as text/csv"});
    }
    requireId(node, "CR-34");
    if (!node.containedIn.empty())
        return node;
    if (!m_reader.plain(subject, {"contentUrl"}).isFilled()) {
        error("CR-32", node, nullptr, {"the file ", shown(node.name), " has no contentUrl"},
            {"write where it is, relative to this file or as an address"});
    }
    const bool hasHash = !m_reader.plain(subject, {"sha256"}).values.empty()
        || !m_reader.plain(subject, {"md5", Vocabulary::Croissant}).values.empty();
    if (!m_isLive && !hasHash) {
        error("CR-33", node, nullptr, {"the file ", shown(node.name), " has no sha256 and no md5"},
            {"write its sha256, or \"isLiveDataset\": true where it keeps changing"});
    }
    return node;
}

ResourceNode CroissantBuilder::fileSet(const Subject& subject, const CroissantNode& parent)
{
    ResourceNode node;
    node.isSet = true;
    begin(node, subject, &parent, "FileSet", true);
    m_reader.tagged(subject, "description", true);
    m_reader.checkAll(subject, fileSetProperties());
    node.containedIn = containers(subject);

    constexpr PlainProperty kIncludes{"includes", Vocabulary::Croissant, kText, true, false, false};
    constexpr PlainProperty kEncoding{
        "encodingFormat", Vocabulary::Schema, kText, true, false, false};
    if (!m_reader.plain(subject, kIncludes).isFilled()) {
        error("CR-36", node, nullptr, {"the file set ", shown(node.name), " has no includes"},
            {"write a pattern of its files, such as *.jpg"});
    }
    if (!m_reader.plain(subject, kEncoding).isFilled()) {
        error("CR-31", node, nullptr, {"the file set ", shown(node.name), " has no encodingFormat"},
            {"write the media type of its files, such as image/jpeg"});
    }
    requireId(node, "CR-34");
    return node;
}

} // namespace cupel::lint
