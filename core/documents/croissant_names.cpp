#include "core/documents/croissant_names.h"

#include <algorithm>
#include <array>

namespace cupel::documents {

namespace {

/// Properties of Croissant RAI 1.0, and hasSyntheticData, which reviews ask for beside them.
constexpr std::array<std::string_view, 21> kRai{"annotationsPerItem", "annotatorDemographics",
    "dataAnnotationAnalysis", "dataAnnotationPlatform", "dataAnnotationProtocol", "dataBiases",
    "dataCollection", "dataCollectionMissingData", "dataCollectionRawData",
    "dataCollectionTimeframe", "dataCollectionType", "dataImputationProtocol", "dataLimitations",
    "dataManipulationProtocol", "dataPreprocessingProtocol", "dataReleaseMaintenancePlan",
    "dataSocialImpact", "dataUseCases", "hasSyntheticData", "machineAnnotationTools",
    "personalSensitiveInformation"};

struct Variant {
    std::string_view written;
    std::string_view standard;
};
constexpr std::array<Variant, 11> kRaiVariants{
    {{"useCases", "dataUseCases"}, {"dataReleaseMaintenance", "dataReleaseMaintenancePlan"},
        {"annotationPlatform", "dataAnnotationPlatform"},
        {"annotationProtocol", "dataAnnotationProtocol"},
        {"dataCollectionRaw", "dataCollectionRawData"},
        {"dataCollectionTimeFrame", "dataCollectionTimeframe"},
        {"dataCollectionTimeFrameStart", "dataCollectionTimeframe"},
        {"dataCollectionTimeFrameEnd", "dataCollectionTimeframe"},
        {"dataDataManipulationProtocol", "dataManipulationProtocol"},
        {"socialImpact", "dataSocialImpact"}, {"dataBias", "dataBiases"}}};
constexpr std::array<Variant, 3> kOthers{
    {{"dct:conformsTo", "conformsTo"}, {"citation", "citeAs"}, {"sdLicence", "sdLicense"}}};

template <std::size_t N>
const Variant* find(const std::array<Variant, N>& variants, std::string_view written)
{
    const auto found = std::find_if(variants.begin(), variants.end(),
        [written](const Variant& variant) { return variant.written == written; });
    return found == variants.end() ? nullptr : &*found;
}

} // namespace

StandardName standardName(std::string_view plainName)
{
    const bool isPrefixed = plainName.substr(0, kRaiPrefix.size()) == kRaiPrefix;
    const std::string_view bare = isPrefixed ? plainName.substr(kRaiPrefix.size()) : plainName;
    if (const Variant* const variant = find(kRaiVariants, bare); variant && isPrefixed)
        return {std::string(kRaiPrefix) + std::string(variant->standard), false};
    // A word that the context does not know falls to schema.org and would be lost.
    const bool isRai = std::find(kRai.begin(), kRai.end(), bare) != kRai.end();
    if (isPrefixed || isRai)
        return {std::string(kRaiPrefix) + std::string(bare), isPrefixed && isRai};
    if (const Variant* const other = find(kOthers, bare))
        return {std::string(other->standard), false};
    return {std::string(plainName), true};
}

} // namespace cupel::documents
