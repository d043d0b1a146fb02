#include "core/lint/croissant_builder.h"

#include <algorithm>
#include <array>
#include <utility>

#include "core/lint/value_forms.h"

namespace cupel::lint {

namespace {

/// A file of a few kilobytes can stand for any number of nodes where they refer to each other.
constexpr std::size_t kMostNodes = 200'000;

bool isOldName(std::string_view name)
{
    return std::all_of(name.begin(), name.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')
            || c == '-' || c == '_' || c == '.';
    });
}

std::size_t codePoints(std::string_view text)
{
    return static_cast<std::size_t>(std::count_if(text.begin(), text.end(),
        [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

} // namespace

void CroissantBuilder::error(const char* rule, const CroissantNode& node, const documents::Node* at,
    base::Sentence message, base::Sentence fix, std::string_view parameters)
{
    m_reader.issues().add(rule, Level::Error, at ? at : node.subject->at, std::move(message),
        std::move(fix), node.trail + "\n" + std::string(parameters));
}

void CroissantBuilder::begin(CroissantNode& node, const Subject& subject,
    const CroissantNode* parent, const char* kind, bool isFile)
{
    if (++m_built > kMostNodes) {
        m_reader.stop("CR-90", subject.at,
            {"more than " + std::to_string(kMostNodes) + " nodes come out of the references"},
            {"write each node once"});
    }
    node.subject = &subject;
    const Tagged name = m_reader.tagged(subject, "name", !isFile);
    node.name = name.text;
    const std::string own = std::string(kind) + "(" + node.name + ")";
    node.trail = parent ? parent->trail + " > " + own : own;
    if (!m_words.isOld()) {
        node.id = subject.id;
    } else {
        // Files and record sets go by their names, what is in them by the way to it.
        const bool isTop = !parent || std::string_view(kind) != "Field";
        node.id = isTop ? node.name : parent->id + "/" + node.name;
    }
    checkName(node, name);
}

void CroissantBuilder::checkName(const CroissantNode& node, const Tagged& name)
{
    const bool isText = name.form == Tagged::Form::Text || name.form == Tagged::Form::Absent;
    const bool isMap = name.form == Tagged::Form::Map;
    if (!isText && !(isMap && m_words.isNewest())) {
        error("CR-20", node, name.at, {"the name is not one text"},
            {m_words.isNewest() ? "write a text, or texts by language"
                                : "write one text; version 1.1 knows names in several languages"});
        if (m_words.isOld())
            throw Stopped{};
    }
    if (!m_words.isOld() || node.name.empty())
        return;
    constexpr std::size_t kLongest = 255;
    if (codePoints(node.name) > kLongest) {
        error("CR-21", node, name.at,
            {"the name has more than " + std::to_string(kLongest) + " characters"},
            {"write a shorter name"}, "length");
    }
    std::string_view checked = node.name;
    if (checked.back() == '\n')
        checked.remove_suffix(1);
    if (checked.empty() || !isOldName(checked)) {
        error("CR-21", node, name.at,
            {"the name ", shown(node.name), " has other characters than version 0.8 allows"},
            {"use ASCII letters, digits, _, . and -"}, "characters");
    }
}

void CroissantBuilder::requireId(const CroissantNode& node, const char* rule)
{
    const std::string& needed = m_words.isOld() ? node.name : node.id;
    if (!needed.empty())
        return;
    error(rule, node, nullptr, {m_words.isOld() ? "it has no name" : "its @id is empty"},
        {m_words.isOld() ? "name it" : "write an id, or leave \"@id\" out"});
}

DatasetNode CroissantBuilder::dataset(const Subject& subject)
{
    DatasetNode node;
    if (subject.type() != m_words.schema("Dataset")) {
        m_reader.issues().add("CR-04", Level::Error, subject.at,
            {"the first type of the dataset is not https://schema.org/Dataset"},
            {"write \"@type\": \"sc:Dataset\""});
    }
    begin(node, subject, nullptr, "Metadata", false);
    m_reader.tagged(subject, "description", true);
    m_reader.checkAll(subject, datasetProperties());
    for (const char* property : {"creator", "publisher"})
        checkAgents(subject, property);
    for (const char* property : {"license", "sdLicense"})
        checkWorks(subject, property);
    for (const Value& value : subject.values(m_words.schema("distribution"))) {
        const std::string_view type
            = value.kind == Value::Kind::Node ? value.node->type() : std::string_view();
        if (type == m_words.resource("FileObject"))
            node.distribution.push_back(fileObject(*value.node, node));
        else if (type == m_words.resource("FileSet"))
            node.distribution.push_back(fileSet(*value.node, node));
        else
            m_reader.wrongType("CR-30", "distribution", value,
                "an object of type " + m_words.resource("FileObject") + " or FileSet");
    }
    for (const Value& value : subject.values(m_words.croissant("recordSet"))) {
        if (value.kind == Value::Kind::Node && value.node->type() == m_words.croissant("RecordSet"))
            node.recordSets.push_back(recordSet(*value.node, node));
        else
            m_reader.wrongType(
                "CR-40", "recordSet", value, "an object of type " + m_words.croissant("RecordSet"));
    }
    if (m_words.isOld() && node.name.empty()) {
        error("CR-21", node, nullptr, {"the dataset has no name"},
            {"version 0.8 needs one, of ASCII letters, digits, _, . and -"}, "missing");
    }
    checkDates(subject, node);
    checkVersions(subject, node);
    const bool hasLicense = checkLicense(subject, node);
    checkRecommended(subject, node, hasLicense);
    return node;
}

void CroissantBuilder::checkDates(const Subject& subject, const DatasetNode& node)
{
    for (const PlainProperty& property : datasetProperties()) {
        if (!property.isDate)
            continue;
        const Read read = m_reader.plain(subject, property);
        for (const Value& value : read.values) {
            if (isIsoDate(value.text))
                continue;
            error("CR-24", node, value.at, {"the date ", shown(value.text), " is not ISO 8601"},
                {"write it as 2024-05-01"}, value.text);
            break; // of a list mlcroissant sees the first one
        }
    }
}

void CroissantBuilder::checkVersions(const Subject& subject, const DatasetNode& node)
{
    for (const PlainProperty& property : datasetProperties()) {
        if (!property.isVersion)
            continue;
        const Read read = m_reader.plain(subject, property);
        if (read.values.empty() || read.values.front().kind != Value::Kind::Text)
            continue;
        const Value& value = read.values.front();
        if (!isVersion(value.text)) {
            m_reader.issues().add("CR-23", Level::Warning, value.at,
                {"the version ", shown(value.text), " is not MAJOR.MINOR.PATCH"},
                {"write it as 1.0.0"}, node.trail + "\n" + std::string(value.text));
        }
    }
}

bool CroissantBuilder::checkLicense(const Subject& subject, const DatasetNode& node)
{
    constexpr PlainProperty kLicense{
        "license", Vocabulary::Schema, kText | kCreativeWork, true, false, false};
    const Read read = m_reader.plain(subject, kLicense);
    if (read.wrong > 0 && read.values.size() + read.wrong > 1) {
        error("CR-25", node, subject.values(m_words.schema("license")).front().at,
            {"a licence in the list is neither a text nor a CreativeWork"},
            {"write the address of each licence"});
        return false;
    }
    return !read.values.empty();
}

void CroissantBuilder::checkRecommended(
    const Subject& subject, const DatasetNode& node, bool hasLicense)
{
    const auto recommend = [&](const std::string& iri, bool isThere) {
        if (isThere)
            return;
        m_reader.issues().add("CR-22", Level::Warning, subject.at,
            {"the dataset has no " + iri.substr(iri.find_last_of('/') + 1)}, {"add the property"},
            node.trail + "\n" + iri);
    };
    constexpr PlainProperty kPublished{
        "datePublished", Vocabulary::Schema, kText, false, true, false};
    constexpr PlainProperty kVersion{
        "version", Vocabulary::Schema, kText | kInteger | kNumber, false, false, true};
    const PlainProperty citation{m_words.isOld() ? "citation" : "citeAs",
        m_words.isOld() ? Vocabulary::Schema : Vocabulary::Croissant};
    const Read version = m_reader.plain(subject, kVersion);
    // A number is read as a version text, whatever it is.
    const bool hasVersion = !version.values.empty()
        && (version.values.front().kind != Value::Kind::Text || version.isFilled());
    recommend(m_words.citeAs(), m_reader.plain(subject, citation).isFilled());
    recommend(m_words.schema("datePublished"), m_reader.plain(subject, kPublished).isFilled());
    recommend(m_words.schema("license"), hasLicense);
    recommend(m_words.schema("version"), hasVersion);
}

void CroissantBuilder::checkAgents(const Subject& subject, std::string_view property)
{
    for (const Value& value : subject.values(m_words.schema(property))) {
        const std::string_view type
            = value.kind == Value::Kind::Node ? value.node->type() : std::string_view();
        if (type != m_words.schema("Person") && type != m_words.schema("Organization")) {
            m_reader.wrongType("CR-26", property, value,
                "an object of type https://schema.org/Person or Organization");
            continue;
        }
        for (const char* word : {"name", "description"})
            m_reader.tagged(*value.node, word, true);
        m_reader.checkAll(*value.node, agentProperties());
    }
}

void CroissantBuilder::checkWorks(const Subject& subject, std::string_view property)
{
    constexpr PlainProperty kUrl{"url"};
    for (const Value& value : subject.values(m_words.schema(property))) {
        if (value.kind != Value::Kind::Node || value.node->type() != m_words.schema("CreativeWork"))
            continue;
        for (const char* word : {"name", "description"})
            m_reader.tagged(*value.node, word, true);
        m_reader.plain(*value.node, kUrl);
    }
}

} // namespace cupel::lint
