#include "core/lint/croissant_notes.h"

#include <algorithm>
#include <array>
#include <set>
#include <string>
#include <string_view>

namespace cupel::lint {

namespace {

using documents::Node;

constexpr std::string_view kCroissantTerms = "http://mlcommons.org/croissant/";

/// Croissant's own words, of which schema.org has none.
const std::set<std::string_view>& croissantWords()
{
    static const std::set<std::string_view> words{"annotation", "arrayShape", "citeAs", "column",
        "containedIn", "data", "dataType", "equivalentProperty", "examples", "excludes", "extract",
        "field", "fileObject", "fileProperty", "fileSet", "format", "includes", "isArray",
        "isEnumeration", "isLiveDataset", "jsonPath", "key", "md5", "parentField", "path",
        "readLines", "recordSet", "references", "regex", "repeated", "replace", "samplingRate",
        "sdVersion", "separator", "source", "subField", "transform", "unArchive", "value"};
    return words;
}

/// Properties that schema.org gives to Thing, CreativeWork, Dataset and MediaObject.
const std::set<std::string_view>& schemaWords()
{
    static const std::set<std::string_view> words{"about", "abstract", "accessMode",
        "accessModeSufficient", "accessibilityAPI", "accessibilityControl", "accessibilityFeature",
        "accessibilityHazard", "accessibilitySummary", "accountablePerson", "acquireLicensePage",
        "additionalType", "aggregateRating", "alternateName", "alternativeHeadline", "archivedAt",
        "assesses", "associatedArticle", "associatedMedia", "audience", "audio", "author", "award",
        "bitrate", "character", "citation", "comment", "commentCount", "conditionsOfAccess",
        "contentLocation", "contentRating", "contentReferenceTime", "contentSize", "contentUrl",
        "contributor", "copyrightHolder", "copyrightNotice", "copyrightYear", "correction",
        "countryOfOrigin", "creativeWorkStatus", "creator", "creditText", "dateCreated",
        "dateModified", "datePublished", "description", "digitalSourceType",
        "disambiguatingDescription", "discussionUrl", "displayLocation", "distribution", "duration",
        "editEIDR", "editor", "educationalAlignment", "educationalLevel", "educationalUse",
        "embedUrl", "embeddedTextCaption", "encodesCreativeWork", "encoding", "encodingFormat",
        "endTime", "exampleOfWork", "expires", "funder", "funding", "genre", "hasPart", "headline",
        "height", "identifier", "image", "inLanguage", "includedInDataCatalog", "ineligibleRegion",
        "interactionStatistic", "interactivityType", "interpretedAsClaim", "isAccessibleForFree",
        "isBasedOn", "isFamilyFriendly", "isPartOf", "issn", "keywords", "learningResourceType",
        "license", "locationCreated", "mainEntity", "mainEntityOfPage", "maintainer", "material",
        "materialExtent", "measurementMethod", "measurementTechnique", "mentions", "name", "offers",
        "owner", "pattern", "playerType", "position", "potentialAction", "producer",
        "productionCompany", "provider", "publication", "publisher", "publisherImprint",
        "publishingPrinciples", "recordedAt", "regionsAllowed", "releasedEvent",
        "requiresSubscription", "review", "sameAs", "schemaVersion", "sdDatePublished", "sdLicense",
        "sdPublisher", "sha256", "size", "sourceOrganization", "spatial", "spatialCoverage",
        "sponsor", "startTime", "subjectOf", "teaches", "temporal", "temporalCoverage", "text",
        "thumbnail", "thumbnailUrl", "timeRequired", "translationOfWork", "translator",
        "typicalAgeRange", "uploadDate", "url", "usageInfo", "value", "variableMeasured", "version",
        "video", "wasDerivedFrom", "width", "workExample", "workTranslation"};
    return words;
}

const std::set<std::string_view>& raiWords()
{
    static const std::set<std::string_view> words{"dataCollection", "dataCollectionType",
        "dataCollectionMissingData", "dataCollectionRawData", "dataCollectionTimeframe",
        "dataCollectionTimeFrame", "dataImputationProtocol", "dataPreprocessingProtocol",
        "dataManipulationProtocol", "dataDataManipulationProtocol", "dataAnnotationProtocol",
        "dataAnnotationPlatform", "dataAnnotationAnalysis", "annotationsPerItem",
        "annotatorDemographics", "machineAnnotationTools", "dataReleaseMaintenancePlan",
        "personalSensitiveInformation", "dataSocialImpact", "dataBiases", "dataLimitations",
        "dataUseCases"};
    return words;
}

/// What stands behind an address in a word, or nothing where it has another address.
std::string_view behind(std::string_view iri, std::string_view address)
{
    return iri.substr(0, address.size()) == address ? iri.substr(address.size())
                                                    : std::string_view();
}

class Notes {
public:
    Notes(const PropertyReader& reader, const Subject& dataset, Level ofIds)
        : m_reader(reader)
        , m_words(reader.words())
        , m_dataset(dataset)
        , m_ofIds(ofIds)
    {
    }

    void addAll(const Node& root)
    {
        noteVersion(root);
        noteRai(root);
        for (const Subject& subject : m_reader.graph().subjects()) {
            if (subject.more) {
                m_reader.issues().add("CR-65", m_ofIds, subject.more,
                    {"the node ", shown(subject.id), " is described twice: both run together"},
                    {"give each node an id of its own"});
            }
            const std::string_view type = subject.type();
            const bool isRecordSet = type == m_words.croissant("RecordSet");
            const bool isSet = type == m_words.resource("FileSet");
            if (&subject == &m_dataset || isRecordSet || isSet
                || type == m_words.resource("FileObject") || type == m_words.croissant("Field"))
                noteUnknown(subject);
            if (isRecordSet)
                noteKey(subject);
            if (isSet && subject.values(m_words.containedIn()).empty()) {
                note("CR-37", subject.at,
                    {"the file set ", shown(subject.id),
                        " is contained in nothing: its patterns start where this file is"},
                    {"add containedIn, if an archive or folder is meant"});
            }
        }
    }

private:
    void note(const char* rule, const Node* at, base::Sentence message, base::Sentence fix)
    {
        m_reader.issues().add(rule, Level::Note, at, std::move(message), std::move(fix));
    }

    void noteVersion(const Node& root)
    {
        if (!m_dataset.values(kConformsTo).empty())
            return;
        const auto usesWords = [](const Subject& subject) {
            return std::any_of(subject.types.begin(), subject.types.end(),
                       [](std::string_view type) { return !behind(type, kCroissantTerms).empty(); })
                || std::any_of(subject.properties.begin(), subject.properties.end(),
                    [](const auto& one) { return !behind(one.first, kCroissantTerms).empty(); });
        };
        const auto& subjects = m_reader.graph().subjects();
        if (std::any_of(subjects.begin(), subjects.end(), usesWords)) {
            note("CR-11", &root, {"no conformsTo: the file is read as version 0.8"},
                {"add \"conformsTo\": \"http://mlcommons.org/croissant/1.1\", and its term to "
                 "\"@context\""});
        }
    }

    void noteRai(const Node& root)
    {
        const auto* const prefix = m_reader.graph().context().term("rai");
        for (const Node::Member& member : root.members) {
            if (member.key.compare(0, 4, "rai:") == 0 && (!prefix || prefix->iri != kRaiTerms)) {
                note("CR-73", &member.value,
                    {"properties of RAI are not declared, and nobody reads them"},
                    {"add \"rai\": \"", std::string(kRaiTerms), "\" to \"@context\""});
                break;
            }
        }
        const auto at = [this](const char* word) -> const Node* {
            const auto& values = m_dataset.values(m_words.iri(Vocabulary::Rai, word));
            return values.empty() ? nullptr : values.front().at;
        };
        if (const Node* const value = at("dataCollectionTimeframe")) {
            note("CR-71", value, {"mlcroissant does not look at rai:dataCollectionTimeframe"},
                {"keep it: this is the spelling of the specification"});
        }
        if (const Node* const value = at("dataCollectionTimeFrame")) {
            note("CR-71", value,
                {"rai:dataCollectionTimeFrame is how mlcroissant spells it, which takes no "
                 "intervals"},
                {"write rai:dataCollectionTimeframe, as the specification does"});
        }
        if (const Node* const value = at("dataManipulationProtocol")) {
            note("CR-72", value, {"mlcroissant does not look at rai:dataManipulationProtocol"},
                {"keep it: this is the spelling of the specification"});
        }
    }

    void noteUnknown(const Subject& subject)
    {
        for (const auto& [iri, values] : subject.properties) {
            const Node* const at = values.front().at;
            const std::string_view ofSchema = behind(iri, kSchemaOrg);
            const std::string_view ofRai = behind(iri, kRaiTerms);
            const std::string_view own = behind(iri, kCroissantTerms);
            if (ofSchema.substr(0, 1) == "@")
                continue; // a keyword out of place
            const bool isOwnWord = croissantWords().count(ofSchema) > 0;
            if (isOwnWord && ofSchema != "value" && !m_words.isOld()
                && iri != m_words.containedIn()) {
                note("CR-03", at,
                    {"\"@context\" does not declare ", shown(ofSchema), ": it is not read"},
                    {"take over the context of the Croissant specification"});
                continue;
            }
            const bool isKnownHere
                = ofSchema.empty() || isOwnWord || schemaWords().count(ofSchema) > 0;
            const bool isKnownRai = ofRai.empty() || raiWords().count(ofRai) > 0;
            const bool isKnownOwn
                = !ofRai.empty() || own.empty() || croissantWords().count(own) > 0;
            const bool isForeign
                = iri.find("://") != std::string_view::npos || iri.compare(0, 4, "rai:") == 0;
            if (!isKnownHere || !isKnownRai || !isKnownOwn || !isForeign) {
                note("CR-29", at, {"the property ", shown(iri), " is not known; it is dropped"},
                    {"check its spelling, and that its prefix is declared"});
            }
        }
    }

    void noteKey(const Subject& recordSet)
    {
        std::set<std::string> fields;
        for (const Value& field : recordSet.values(m_words.croissant("field")))
            fields.insert(PropertyReader::idOf(field));
        for (const Value& key : recordSet.values(m_words.croissant("key"))) {
            const std::string id = PropertyReader::idOf(key);
            if (fields.count(id) == 0 && !m_words.isOld()) {
                m_reader.issues().add("CR-45", m_ofIds, key.at,
                    {"the key ", shown(id), " is no field of its record set"},
                    {"write the \"@id\" of a field"});
            }
        }
    }

    const PropertyReader& m_reader;
    Words m_words;
    const Subject& m_dataset;
    Level m_ofIds;
};

} // namespace

void addNotes(const PropertyReader& reader, const Node& root, const Subject& dataset, Level ofIds)
{
    Notes(reader, dataset, ofIds).addAll(root);
}

} // namespace cupel::lint
