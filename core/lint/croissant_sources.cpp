#include <algorithm>
#include <array>
#include <utility>

#include "core/lint/croissant_builder.h"

namespace cupel::lint {

namespace {

constexpr const char* kSourceFix = "write an object such as {\"fileObject\": {\"@id\": \"…\"}, "
                                   "\"extract\": {\"column\": \"…\"}}";

bool isReferenceOnly(const Value& value)
{
    return value.at->isMap() && value.at->members.size() == 1;
}

} // namespace

Origin CroissantBuilder::origin(const Subject& subject, OriginPlace place)
{
    const std::vector<Value>& values = subject.values(m_words.croissant(place.property));
    m_reader.expectOne(place.property, values);
    std::vector<Origin> read;
    for (const Value& value : values) {
        if (value.kind != Value::Kind::Node) {
            m_reader.stop("CR-92", value.at, {std::string(place.property) + " is a plain value"},
                {kSourceFix});
        }
        const bool isBare = isReferenceOnly(value) && !value.node->isBlank;
        if (m_sources == Sources::AsSpecified && isBare) {
            Origin reference;
            reference.target = value.node->id;
            reference.at = value.at;
            read.push_back(std::move(reference));
            continue;
        }
        if (value.node->type().empty() || m_sources == Sources::AsSpecified) {
            read.push_back(originOf(*value.node, place.isOfField && place.property == "source"));
            continue;
        }
        if (place.isOfField && values.size() == 1) {
            if (isBare) {
                m_reader.stop("CR-91", value.at,
                    {std::string(place.property) + " is only a reference"}, {kSourceFix});
            }
            m_reader.wrongType("CR-27", place.property, value, "an object without @type");
            throw Stopped{};
        }
        m_reader.wrongType("CR-27", place.property, value, "an object without @type");
    }
    return read.empty() ? Origin{} : std::move(read.front());
}

Origin CroissantBuilder::originOf(const Subject& subject, bool isOfField)
{
    Origin origin;
    origin.at = subject.at;
    m_reader.checkAll(subject, sourceProperties());
    checkExtract(subject, origin, isOfField);
    checkTransforms(subject);

    std::vector<std::string_view> words{"field", "fileObject", "fileSet"};
    if (m_words.isOld())
        words.emplace_back("distribution");
    std::size_t named = 0;
    for (const std::string_view word : words) {
        const bool isDistribution = word == "distribution";
        const std::vector<Value>& values
            = subject.values(isDistribution ? m_words.schema(word) : m_words.croissant(word));
        m_reader.expectOne(word, values);
        if (values.empty() || (values.size() == 1 && !isTrue(values.front())))
            continue;
        ++named;
        // In 0.8 sources are fields or distributions, later on there are no distributions.
        if (!origin.target && (!m_words.isOld() || word == "field" || isDistribution)) {
            origin.target = PropertyReader::idOf(values.front());
            origin.at = values.front().at;
        }
    }
    if (!m_words.isOld())
        m_reader.expectOne("distribution", subject.values(m_words.schema("distribution")));
    if (named != 1) {
        m_reader.issues().add("CR-59", Level::Error, subject.at,
            {std::string("a source does not name exactly one of ")
                + (m_words.isOld() ? "field and distribution" : "field, fileObject and fileSet")},
            {named == 0 ? "name one" : "keep one"});
    }
    return origin;
}

void CroissantBuilder::checkParentField(const Subject& subject)
{
    const std::vector<Value>& values = subject.values(m_words.croissant("parentField"));
    m_reader.expectOne("parentField", values);
    for (const Value& value : values) {
        if (value.kind != Value::Kind::Node) {
            m_reader.stop("CR-92", value.at, {"parentField is a plain value"},
                {"write an object with references and source"});
        }
        if (!value.node->type().empty()) {
            m_reader.wrongType("CR-27", "parentField", value, "an object without @type");
            continue;
        }
        for (const char* property : {"references", "source"})
            origin(*value.node, {property, false});
    }
}

void CroissantBuilder::checkExtract(const Subject& subject, Origin& origin, bool isOfField)
{
    constexpr std::array<std::string_view, 6> kFileProperties{
        "content", "filename", "filepath", "fullpath", "lines", "lineNumbers"};
    const std::vector<Value>& values = subject.values(m_words.croissant("extract"));
    m_reader.expectOne("extract", values);
    bool isFirst = true;
    for (const Value& value : values) {
        if (value.kind != Value::Kind::Node) {
            m_reader.stop("CR-92", value.at, {"extract is a plain value"},
                {"write an object such as {\"column\": \"…\"}"});
        }
        if (!value.node->type().empty()) {
            m_reader.wrongType("CR-27", "extract", value, "an object without @type");
            if (isOfField && values.size() == 1)
                throw Stopped{};
            continue;
        }
        const Read column = m_reader.plain(*value.node, {"column", Vocabulary::Croissant});
        const Read file = m_reader.plain(*value.node, {"fileProperty", Vocabulary::Croissant});
        const Read path = m_reader.plain(*value.node, {"jsonPath", Vocabulary::Croissant});
        if (!file.values.empty()
            && std::find(kFileProperties.begin(), kFileProperties.end(), file.values.front().text)
                == kFileProperties.end()) {
            m_reader.issues().add("CR-61", Level::Error, file.at(),
                {"there is no fileProperty ", shown(file.values.front().text)},
                {"write content, filename, filepath, fullpath, lines or lineNumbers"});
        }
        const int said = static_cast<int>(column.isFilled()) + static_cast<int>(file.isFilled())
            + static_cast<int>(path.isFilled());
        if (said != 1) {
            m_reader.issues().add("CR-60", Level::Error, value.node->at,
                {"an extract does not name exactly one of column, fileProperty and jsonPath"},
                {said == 0 ? "name one" : "keep one"});
        }
        if (isFirst && path.isFilled()) {
            origin.jsonPath = path.values.front().text;
            origin.jsonPathAt = path.at();
        }
        isFirst = false;
    }
}

void CroissantBuilder::checkTransforms(const Subject& subject)
{
    for (const Value& value : subject.values(m_words.croissant("transform"))) {
        if (value.kind != Value::Kind::Node) {
            m_reader.stop("CR-92", value.at, {"transform is a plain value"},
                {"write an object such as {\"regex\": \"…\"}"});
        }
        if (value.node->type().empty())
            checkTransform(*value.node);
        else
            m_reader.wrongType("CR-27", "transform", value, "an object without @type");
    }
}

void CroissantBuilder::checkTransform(const Subject& subject)
{
    constexpr std::array<std::string_view, 5> kTexts{
        "format", "jsonPath", "regex", "replace", "separator"};
    m_reader.checkAll(subject, transformProperties());
    const auto isSet = [&](std::string_view word, unsigned types) {
        return m_reader.plain(subject, {word, Vocabulary::Croissant, types}).isFilled();
    };
    const auto texts = std::count_if(
        kTexts.begin(), kTexts.end(), [&](std::string_view word) { return isSet(word, kText); });
    if (texts > 1) {
        m_reader.issues().add("CR-63", Level::Error, subject.at,
            {"a transform has several of format, jsonPath, regex, replace and separator"},
            {"write a list of transforms with one of them each"});
    }
    if (texts == 0 && !isSet("readLines", kBool) && !isSet("unArchive", kBool)) {
        m_reader.issues().add("CR-64", Level::Error, subject.at, {"a transform does nothing"},
            {"say what it does, or remove it"});
    }
}

} // namespace cupel::lint
