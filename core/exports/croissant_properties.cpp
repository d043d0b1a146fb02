#include "core/exports/croissant_properties.h"

#include <algorithm>
#include <array>

namespace cupel::exports {

namespace {

constexpr std::array<CroissantProperty, 50> kProperties{{
    {"name", Shape::First},
    {"alternateName", Shape::Texts},
    {"description", Shape::Text},
    {"conformsTo", Shape::None},
    {"identifier", Shape::First},
    {"url", Shape::Address},
    {"license", Shape::None},
    {"sdLicense", Shape::First},
    {"creator", Shape::People},
    {"publisher", Shape::Organizations},
    {"datePublished", Shape::None},
    {"dateCreated", Shape::None},
    {"dateModified", Shape::None},
    {"sdDatePublished", Shape::None},
    {"version", Shape::Version},
    {"sdVersion", Shape::Version},
    {"keywords", Shape::Texts},
    {"inLanguage", Shape::Languages},
    {"sameAs", Shape::Addresses},
    {"citeAs", Shape::Text},
    {"isLiveDataset", Shape::None},
    {"isAccessibleForFree", Shape::None},
    {"usageInfo", Shape::None},
    {"creativeWorkStatus", Shape::None},
    {"temporalCoverage", Shape::None},
    {"spatialCoverage", Shape::Texts},
    {"isPartOf", Shape::First},
    {"rai:dataCollection", Shape::Text},
    {"rai:dataCollectionType", Shape::Texts},
    {"rai:dataCollectionMissingData", Shape::Text},
    {"rai:dataCollectionRawData", Shape::Text},
    {"rai:dataCollectionTimeframe", Shape::Dates},
    {"rai:dataImputationProtocol", Shape::Text},
    {"rai:dataPreprocessingProtocol", Shape::Texts},
    {"rai:dataManipulationProtocol", Shape::Text},
    {"rai:dataAnnotationProtocol", Shape::Text},
    {"rai:dataAnnotationPlatform", Shape::Texts},
    {"rai:dataAnnotationAnalysis", Shape::Texts},
    {"rai:annotationsPerItem", Shape::Text},
    {"rai:annotatorDemographics", Shape::Texts},
    {"rai:machineAnnotationTools", Shape::Texts},
    {"rai:dataReleaseMaintenancePlan", Shape::Text},
    {"rai:personalSensitiveInformation", Shape::Texts},
    {"rai:dataSocialImpact", Shape::Text},
    {"rai:dataBiases", Shape::Texts},
    {"rai:dataLimitations", Shape::Texts},
    {"rai:dataUseCases", Shape::Texts},
    {"rai:hasSyntheticData", Shape::Text},
    {"prov:wasDerivedFrom", Shape::Texts},
    {"prov:wasGeneratedBy", Shape::None},
}};

bool isDigits(std::string_view text)
{
    return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

} // namespace

std::span<const CroissantProperty> croissantProperties()
{
    return kProperties;
}

bool isVersion(std::string_view text)
{
    int parts = 0;
    const std::size_t core = std::min(text.find_first_of("-+"), text.size());
    if (core < text.size()
        && text.find_first_not_of(
               "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-+.", core)
            != std::string_view::npos)
        return false;
    std::string_view rest = text.substr(0, core);
    while (true) {
        const std::size_t end = std::min(rest.find('.'), rest.size());
        const std::string_view part = rest.substr(0, end);
        if (!isDigits(part) || (part.size() > 1 && part.front() == '0') || ++parts > 3)
            return false;
        if (end == rest.size())
            return core == text.size() || parts == 3;
        rest.remove_prefix(end + 1);
    }
}

bool isDates(std::string_view text)
{
    return text.size() >= 4 && isDigits(text.substr(0, 4))
        && text.find_first_not_of("0123456789-:TZ+./") == std::string_view::npos;
}

} // namespace cupel::exports
