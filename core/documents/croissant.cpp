#include "core/documents/croissant.h"

#include <algorithm>
#include <utility>

#include "core/documents/croissant_names.h"
#include "core/documents/croissant_values.h"

namespace cupel::documents {

namespace {

constexpr std::string_view kProvPrefix = "prov:";
constexpr int kMaxSubFields = 8; ///< levels of fields within fields

bool hasPrefix(std::string_view text, std::string_view prefix)
{
    return text.substr(0, prefix.size()) == prefix;
}

class CroissantReader {
public:
    explicit CroissantReader(const Node& root)
        : m_values(root)
    {
    }

    Croissant read()
    {
        Croissant result;
        if (!m_values.dataset())
            return result;
        const Node& dataset = *m_values.dataset();
        result.at = dataset.at;
        readTexts(dataset, result);
        for (const Node* file : m_values.nodesOf(dataset, "distribution")) {
            if (file->isMap())
                result.files.push_back(readFile(*file));
        }
        for (const Node* set : m_values.nodesOf(dataset, "recordSet")) {
            if (set->isMap())
                result.recordSets.push_back(readRecordSet(*set));
        }
        for (const Node::Member& member : dataset.members)
            readStatement(member, result);
        return result;
    }

private:
    PlacedText one(const Node& node, std::string_view name) const
    {
        return m_values.textOf(node, name);
    }

    void readTexts(const Node& dataset, Croissant& result)
    {
        result.conformsTo = m_values.textsOf(dataset, "dct:conformsTo");
        if (result.conformsTo.empty())
            result.conformsTo = m_values.textsOf(dataset, "conformsTo");
        result.name = one(dataset, "name");
        result.description = one(dataset, "description");
        result.alternateName = one(dataset, "alternateName");
        for (const Node* license : m_values.nodesOf(dataset, "license")) {
            PlacedText text = m_values.text(*license);
            if (!text.text.empty())
                result.licenses.push_back(std::move(text));
        }
        result.metadataLicenses = m_values.textsOf(dataset, "sdLicense");
        if (result.metadataLicenses.empty())
            result.metadataLicenses = m_values.textsOf(dataset, "sdLicence");
        result.urls = m_values.textsOf(dataset, "url");
        result.sameAs = m_values.textsOf(dataset, "sameAs");
        result.creators = agents(dataset, "creator");
        result.publishers = agents(dataset, "publisher");
        result.dateCreated = one(dataset, "dateCreated");
        result.dateModified = one(dataset, "dateModified");
        result.datePublished = one(dataset, "datePublished");
        result.version = one(dataset, "version");
        result.keywords = m_values.textsOf(dataset, "keywords");
        result.languages = m_values.textsOf(dataset, "inLanguage");
        result.citeAs = one(dataset, "citeAs");
        if (result.citeAs.text.empty())
            result.citeAs = one(dataset, "citation");
        result.usageInfo = m_values.textsOf(dataset, "usageInfo");
        const PlacedText isLive = one(dataset, "isLiveDataset");
        if (isLive.text == "true" || isLive.text == "false")
            result.isLive = isLive.text == "true";
    }

    std::vector<CroissantAgent> agents(const Node& dataset, std::string_view name)
    {
        std::vector<CroissantAgent> all;
        for (const Node* value : m_values.nodesOf(dataset, name)) {
            if (value->isMap()) {
                all.push_back({one(*value, "name").text, one(*value, "url").text,
                    one(*value, "email").text, value->at});
            } else if (value->isScalar()) {
                all.push_back({value->text, {}, {}, value->at});
            }
        }
        return all;
    }

    static std::vector<std::string> plain(const std::vector<PlacedText>& texts)
    {
        std::vector<std::string> all;
        for (const PlacedText& text : texts)
            all.push_back(text.text);
        return all;
    }

    CroissantFile readFile(const Node& node) const
    {
        CroissantFile file;
        file.isSet = m_values.terms().isA(node, "FileSet");
        file.id = m_values.idOf(node);
        file.name = one(node, "name").text;
        file.description = one(node, "description").text;
        file.contentUrl = one(node, "contentUrl").text;
        file.contentSize = one(node, "contentSize").text;
        file.encodingFormats = plain(m_values.textsOf(node, "encodingFormat"));
        file.sha256 = one(node, "sha256").text;
        file.md5 = one(node, "md5").text;
        file.containedIn = containers(node);
        file.includes = plain(m_values.textsOf(node, "includes"));
        file.excludes = plain(m_values.textsOf(node, "excludes"));
        file.at = node.at;
        return file;
    }

    /// containedIn names a file, or (1.1) a source {"fileObject": {"@id": …}}.
    std::vector<std::string> containers(const Node& node) const
    {
        std::vector<std::string> ids;
        for (const Node* value : m_values.all(node, "containedIn")) {
            std::string id = value->isText() ? value->text : m_values.idOf(*value);
            if (id.empty() && value->isMap())
                id = sourceFile(*value);
            if (!id.empty())
                ids.push_back(std::move(id));
        }
        return ids;
    }

    std::string sourceFile(const Node& source) const
    {
        for (const char* name : {"fileObject", "fileSet", "distribution"}) {
            std::vector<std::string> ids = m_values.idsOf(source, name);
            if (!ids.empty())
                return ids.front();
        }
        return {};
    }

    CroissantRecordSet readRecordSet(const Node& node)
    {
        CroissantRecordSet set;
        set.id = m_values.idOf(node);
        set.name = one(node, "name").text;
        set.description = one(node, "description").text;
        set.keys = m_values.idsOf(node, "key");
        for (const Node* field : m_values.nodesOf(node, "field")) {
            if (field->isMap())
                set.fields.push_back(readField(*field, 0));
        }
        const Node* const data = m_values.terms().find(node, "data");
        set.inlineRecords = data ? data->items.size() : 0;
        set.at = node.at;
        return set;
    }

    CroissantField readField(const Node& node, int level)
    {
        CroissantField field;
        field.id = m_values.idOf(node);
        field.name = one(node, "name").text;
        if (field.name.empty())
            field.name = field.id.substr(field.id.find_last_of('/') + 1);
        field.description = one(node, "description").text;
        field.dataTypes = m_values.textsOf(node, "dataType");
        readSource(node, field);
        field.at = node.at;
        if (level < kMaxSubFields) {
            for (const Node* sub : m_values.nodesOf(node, "subField")) {
                if (sub->isMap())
                    field.subFields.push_back(readField(*sub, level + 1));
            }
        }
        return field;
    }

    /// Files of 0.8 write "references" for what later became "source".
    void readSource(const Node& node, CroissantField& field) const
    {
        for (const char* name : {"source", "references"}) {
            const std::vector<const Node*> sources = m_values.all(node, name);
            if (sources.empty() || !sources.front()->isMap())
                continue;
            const Node& source = *sources.front();
            field.sourceFile = sourceFile(source);
            if (field.sourceFile.empty())
                continue;
            for (const Node* extract : m_values.all(source, "extract")) {
                field.column = one(*extract, "column").text;
                field.jsonPath = one(*extract, "jsonPath").text;
            }
            return;
        }
    }

    void readStatement(const Node::Member& member, Croissant& result) const
    {
        const std::string name = m_values.terms().plainName(member.key);
        if (hasPrefix(name, kProvPrefix)) {
            result.provenance.push_back({name, member.key, texts(member.value), member.at, true});
            return;
        }
        StandardName standard = standardName(name);
        if (hasPrefix(standard.name, kRaiPrefix)) {
            result.rai.push_back({std::move(standard.name), member.key, texts(member.value),
                member.at, standard.isAsWritten});
        }
    }

    std::vector<PlacedText> texts(const Node& value) const
    {
        std::vector<PlacedText> all;
        const auto add = [&](const Node& one) {
            PlacedText text = m_values.text(one);
            if (!text.text.empty())
                all.push_back(std::move(text));
        };
        if (!value.isList())
            add(value);
        for (const Node& item : value.items)
            add(item);
        return all;
    }

    CroissantValues m_values;
};

/// Whether a value names Croissant anywhere in its texts, to a small depth.
bool namesCroissant(const Node& value, int depth = 0)
{
    constexpr int kDeepest = 3;
    for (const char* address : {"mlcommons.org/croissant", "mlcommons.org/schema"}) {
        if (value.isText() && value.text.find(address) != std::string::npos)
            return true;
    }
    if (depth == kDeepest)
        return false;
    return std::any_of(value.items.begin(), value.items.end(),
               [depth](const Node& item) { return namesCroissant(item, depth + 1); })
        || std::any_of(value.members.begin(), value.members.end(),
            [depth](const Node::Member& m) { return namesCroissant(m.value, depth + 1); });
}

} // namespace

const CroissantStatement* Croissant::find(std::string_view property) const
{
    for (const std::vector<CroissantStatement>* all : {&rai, &provenance}) {
        for (const CroissantStatement& statement : *all) {
            if (statement.property == property)
                return &statement;
        }
    }
    return nullptr;
}

bool isCroissant(const Node& root)
{
    for (const char* key : {"@context", "conformsTo", "dct:conformsTo"}) {
        const Node* const value = root.find(key);
        if (value && namesCroissant(*value))
            return true;
    }
    const CroissantValues values(root);
    return values.dataset() && values.terms().isA(*values.dataset(), "Dataset");
}

Croissant readCroissant(const Node& root)
{
    return CroissantReader(root).read();
}

} // namespace cupel::documents
