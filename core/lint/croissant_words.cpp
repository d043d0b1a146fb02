#include "core/lint/croissant_words.h"

#include <algorithm>
#include <array>

namespace cupel::lint {

namespace {

constexpr std::string_view kCroissant = "http://mlcommons.org/croissant/";
constexpr std::string_view kOldCroissant = "http://mlcommons.org/schema/";
constexpr std::string_view kDublinCore = "http://purl.org/dc/terms/";

constexpr Vocabulary kSchema = Vocabulary::Schema;
constexpr Vocabulary kOwn = Vocabulary::Croissant;
constexpr Vocabulary kRai = Vocabulary::Rai;

PlainProperty many(std::string_view name, Vocabulary vocabulary = kSchema, unsigned types = kText)
{
    return {name, vocabulary, types, true, false, false};
}

PlainProperty one(std::string_view name, Vocabulary vocabulary = kSchema, unsigned types = kText)
{
    return {name, vocabulary, types, false, false, false};
}

PlainProperty date(std::string_view name)
{
    return {name, kSchema, kText, false, true, false};
}

PlainProperty version(std::string_view name, Vocabulary vocabulary)
{
    return {name, vocabulary, kText | kInteger | kNumber, false, false, true};
}

} // namespace

std::string Words::iri(Vocabulary vocabulary, std::string_view word) const
{
    std::string_view address = kSchemaOrg;
    if (vocabulary == Vocabulary::Croissant)
        address = isOld() ? kOldCroissant : kCroissant;
    else if (vocabulary == Vocabulary::Rai)
        address = kRaiTerms;
    else if (vocabulary == Vocabulary::Terms)
        address = kDublinCore;
    return std::string(address) + std::string(word);
}

const std::vector<PlainProperty>& datasetProperties()
{
    static const std::vector<PlainProperty> list{many("conformsTo", Vocabulary::Terms),
        date("dateCreated"), date("dateModified"), date("datePublished"), many("keywords"),
        many("inLanguage"), many("license", kSchema, kText | kCreativeWork), many("sameAs"),
        many("sdLicense", kSchema, kText | kCreativeWork), one("url"), version("version", kSchema),
        version("sdVersion", kOwn), one("dataCollection", kRai), many("dataCollectionType", kRai),
        one("dataCollectionMissingData", kRai), one("dataCollectionRawData", kRai),
        {"dataCollectionTimeFrame", kRai, kText, true, true, false},
        one("dataImputationProtocol", kRai), many("dataPreprocessingProtocol", kRai),
        one("dataDataManipulationProtocol", kRai), many("dataAnnotationProtocol", kRai),
        many("dataAnnotationPlatform", kRai), many("dataAnnotationAnalysis", kRai),
        one("annotationsPerItem", kRai), many("annotatorDemographics", kRai),
        many("machineAnnotationTools", kRai), many("dataBiases", kRai), many("dataUseCases", kRai),
        many("dataLimitations", kRai), one("dataSocialImpact", kRai),
        many("personalSensitiveInformation", kRai), one("dataReleaseMaintenancePlan", kRai)};
    return list;
}

const std::vector<PlainProperty>& fileObjectProperties()
{
    static const std::vector<PlainProperty> list{one("contentUrl"), one("contentSize"),
        many("encodingFormat"), one("md5", kOwn), many("sameAs"), one("sha256")};
    return list;
}

const std::vector<PlainProperty>& fileSetProperties()
{
    static const std::vector<PlainProperty> list{
        many("encodingFormat"), many("excludes", kOwn), many("includes", kOwn)};
    return list;
}

const std::vector<PlainProperty>& recordSetProperties()
{
    static const std::vector<PlainProperty> list{one("isEnumeration", kOwn, kBool)};
    return list;
}

const std::vector<PlainProperty>& fieldProperties()
{
    static const std::vector<PlainProperty> list{one("arrayShape", kOwn),
        many("equivalentProperty", kOwn), one("isArray", kOwn, kBool),
        one("isEnumeration", kOwn, kBool), one("repeated", kOwn, kBool)};
    return list;
}

const std::vector<PlainProperty>& sourceProperties()
{
    static const std::vector<PlainProperty> list{
        one("format", kOwn), one("samplingRate", kOwn, kInteger)};
    return list;
}

const std::vector<PlainProperty>& transformProperties()
{
    static const std::vector<PlainProperty> list{one("format", kOwn), one("jsonPath", kOwn),
        one("readLines", kOwn, kBool), one("regex", kOwn), one("replace", kOwn),
        one("samplingRate", kOwn, kInteger), one("separator", kOwn), one("unArchive", kOwn, kBool)};
    return list;
}

const std::vector<PlainProperty>& agentProperties()
{
    static const std::vector<PlainProperty> list{one("email"), one("url")};
    return list;
}

bool isValueType(std::string_view iri)
{
    constexpr std::array<std::string_view, 11> kOfSchema{"Boolean", "Date", "DateTime", "Float",
        "Integer", "Text", "Time", "URL", "AudioObject", "ImageObject", "VideoObject"};
    constexpr std::array<std::string_view, 12> kOfCroissant{"Float16", "Float32", "Float64", "Int8",
        "Int16", "Int32", "Int64", "UInt8", "UInt16", "UInt32", "UInt64", "BoundingBox"};
    const auto is = [iri](std::string_view address, const auto& words) {
        return iri.substr(0, address.size()) == address
            && std::find(words.begin(), words.end(), iri.substr(address.size())) != words.end();
    };
    return is(kSchemaOrg, kOfSchema) || is(kCroissant, kOfCroissant);
}

} // namespace cupel::lint
