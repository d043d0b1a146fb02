#include "core/card/crosswalk.h"

#include <algorithm>
#include <array>
#include <map>

#include "core/card/model.h"

namespace cupel::card {
namespace {

constexpr std::array<std::string_view, 7> kVocabularies{
    "", "front-matter", "heading", "bullet", "croissant", "datasheet", "person"};

constexpr bool kReadOnly = false;

constexpr Route kHeadings[] = {
    {"dataset summary", "card.summary"},
    {"dataset description", "card.summary", kReadOnly},
    {"dataset card authors", "card.authors"},
    {"dataset card contact", "card.contact"},
    {"glossary", "card.terms"},
    {"glossary [optional]", "card.terms", kReadOnly},
    {"more information", "card.reflections"},
    {"more information [optional]", "card.reflections", kReadOnly},
    {"languages", "identity.languages"},
    {"dataset curators", "authorship.owners.authors"},
    {"data instances", "overview.content"},
    {"data instances", "examples.typical", kReadOnly},
    {"dataset structure", "overview.content", kReadOnly},
    {"personal and sensitive information", "overview.sensitivity.types"},
    {"personal and sensitive information", "overview.sensitivity.fields"},
    {"personal and sensitive information", "overview.sensitivity.handling"},
    {"personal and sensitive information", "ethics.identifiability"},
    {"bias, risks, and limitations", "overview.sensitivity.risk_types"},
    {"bias, risks, and limitations", "overview.sensitivity.risks"},
    {"bias, risks, and limitations", "human_attributes.risks", kReadOnly},
    {"bias, risks, and limitations", "quality.biases", kReadOnly},
    {"bias, risks, and limitations", "quality.limitations", kReadOnly},
    {"data fields", "examples.fields"},
    {"curation rationale", "motivation.factors"},
    {"curation rationale", "use.intended.problem_space"},
    {"direct use", "use.intended.safety"},
    {"direct use", "use.intended.suitable"},
    {"supported tasks and leaderboards", "use.intended.suitable", kReadOnly},
    {"supported tasks and leaderboards", "applications.tasks"},
    {"supported tasks", "use.intended.suitable", kReadOnly},
    {"supported tasks", "applications.tasks", kReadOnly},
    {"out-of-scope use", "use.intended.unsuitable"},
    {"citation information", "use.intended.citation"},
    {"citation", "use.intended.citation", kReadOnly},
    {"citation [optional]", "use.intended.citation", kReadOnly},
    {"recommendations", "use.composition_impact"},
    {"recommendations", "extended_use.ml.guidelines"},
    {"social impact of dataset", "use.social_impact"},
    {"licensing information", "license.declared", kReadOnly},
    {"license", "license.declared", kReadOnly},
    {"licence", "license.declared", kReadOnly},
    {"data splits", "distribution.splits"},
    {"data splits", "extended_use.ml.splits"},
    {"data splits", "extended_use.ml.split_statistics"},
    {"initial data collection and normalization", "provenance.collection.methodology"},
    {"data collection and processing", "provenance.collection.methodology", kReadOnly},
    {"data collection and processing", "provenance.collection.processing"},
    {"source data", "provenance.collection.sources"},
    {"who are the source language producers?", "provenance.collection.sources", kReadOnly},
    {"who are the source data producers?", "provenance.collection.sources", kReadOnly},
    {"contributions", "provenance.contributions"},
    {"discussion of biases", "human_attributes.risks"},
    {"discussion of biases", "quality.biases"},
    {"other known limitations", "quality.limitations"},
    {"annotation process", "annotations.descriptions"},
    {"annotation process", "annotations.tasks"},
    {"who are the annotators?", "annotations.workforce"},
    {"who are the annotators?", "annotations.annotators.descriptions"},
};

constexpr Route kBullets[] = {
    {"homepage", "card.link"},
    {"repository", "identity.same_as", kReadOnly},
    {"repository", "access.documentation"},
    {"paper", "identity.same_as"},
    {"leaderboard", "identity.same_as", kReadOnly},
    {"leaderboard", "use.past", kReadOnly},
    {"leaderboard", "applications.results", kReadOnly},
    {"point of contact", "authorship.publishers.contact"},
    {"point of contact", "authorship.owners.contact"},
    {"curated by", "authorship.owners.teams"},
    {"curated by", "authorship.owners.authors", kReadOnly},
    {"funded by", "authorship.funding.institutions"},
    {"funded by", "authorship.funding.summary"},
    {"shared by", "authorship.publishers.organizations"},
    {"version", "overview.maintenance.version", kReadOnly},
    {"languages", "identity.languages", kReadOnly},
    {"language(s) (nlp)", "identity.languages", kReadOnly},
    {"license", "license.declared", kReadOnly},
    {"licence", "license.declared", kReadOnly},
    {"demo", "examples.links"},
};

constexpr Route kFrontMatter[] = {
    {"pretty_name", "card.title"},
    {"tags", "identity.keywords"},
    {"tags", "motivation.domains", kReadOnly},
    {"paperswithcode_id", "identity.same_as", kReadOnly},
    {"language", "identity.languages"},
    {"language_bcp47", "identity.languages", kReadOnly},
    {"language_details", "identity.languages", kReadOnly},
    {"multilinguality", "identity.languages", kReadOnly},
    {"size_categories", "overview.snapshot", kReadOnly},
    {"task_categories", "motivation.domains", kReadOnly},
    {"task_categories", "use.intended.suitable", kReadOnly},
    {"task_categories", "applications.tasks", kReadOnly},
    {"task_ids", "use.intended.suitable", kReadOnly},
    {"task_ids", "applications.tasks", kReadOnly},
    {"train-eval-index", "use.intended.suitable", kReadOnly},
    {"train-eval-index", "extended_use.ml.uses", kReadOnly},
    {"gated", "access.type", kReadOnly},
    {"extra_gated_heading", "access.type", kReadOnly},
    {"extra_gated_description", "access.type", kReadOnly},
    {"extra_gated_button_content", "access.type", kReadOnly},
    {"extra_gated_eu_disallowed", "access.type", kReadOnly},
    {"extra_gated_prompt", "access.prerequisites", kReadOnly},
    {"extra_gated_fields", "access.prerequisites", kReadOnly},
    {"license", "license.declared", kReadOnly},
    {"license_name", "license.declared", kReadOnly},
    {"license_link", "license.declared", kReadOnly},
    {"license_details", "license.declared", kReadOnly},
    {"configs", "distribution.record_sets", kReadOnly},
    {"configs", "distribution.files", kReadOnly},
    {"dataset_info", "distribution.record_sets", kReadOnly},
    {"language_creators", "provenance.collection.methods", kReadOnly},
    {"source_datasets", "provenance.collection.sources", kReadOnly},
    {"source_datasets", "provenance.collection.derived_from"},
    {"annotations_creators", "annotations.workforce", kReadOnly},
};

constexpr Route kCroissant[] = {
    {"name", "card.title"},
    {"description", "card.summary"},
    {"url", "card.link"},
    {"url", "access.documentation"},
    {"sdVersion", "card.metadata_version"},
    {"sdLicense", "card.metadata_license"},
    {"conformsTo", "card.conforms_to"},
    {"identifier", "identity.identifier"},
    {"alternateName", "identity.alternate_names"},
    {"sameAs", "identity.same_as"},
    {"keywords", "identity.keywords"},
    {"inLanguage", "identity.languages"},
    {"isLiveDataset", "identity.is_live", kReadOnly},
    {"isLiveDataset", "provenance.collection.cadence", kReadOnly},
    {"isPartOf", "identity.collection"},
    {"publisher", "authorship.publishers.organizations"},
    {"creator", "authorship.owners.authors"},
    {"creativeWorkStatus", "overview.maintenance.status", kReadOnly},
    {"version", "overview.maintenance.version"},
    {"dateModified", "overview.maintenance.version", kReadOnly},
    {"dateModified", "provenance.versions.last_next", kReadOnly},
    {"datePublished", "overview.maintenance.version", kReadOnly},
    {"dateCreated", "overview.maintenance.version", kReadOnly},
    {"usageInfo", "use.intended.safety", kReadOnly},
    {"usageInfo", "license.regulatory", kReadOnly},
    {"citeAs", "use.intended.citation"},
    {"isAccessibleForFree", "access.type", kReadOnly},
    {"license", "license.declared", kReadOnly},
    {"temporalCoverage", "provenance.collection.timeframe", kReadOnly},
    {"spatialCoverage", "provenance.collection.places"},
    {"rai:dataReleaseMaintenancePlan", "overview.maintenance.plan"},
    {"rai:dataReleaseMaintenancePlan", "overview.maintenance.status"},
    {"rai:dataReleaseMaintenancePlan", "overview.maintenance.next_update"},
    {"rai:dataReleaseMaintenancePlan", "overview.maintenance.expected_changes"},
    {"rai:personalSensitiveInformation", "overview.data_subjects", kReadOnly},
    {"rai:personalSensitiveInformation", "overview.sensitivity.types"},
    {"rai:personalSensitiveInformation", "overview.sensitivity.fields"},
    {"rai:personalSensitiveInformation", "overview.sensitivity.handling"},
    {"rai:personalSensitiveInformation", "ethics.identifiability"},
    {"rai:personalSensitiveInformation", "ethics.confidential"},
    {"rai:personalSensitiveInformation", "human_attributes.types"},
    {"rai:dataUseCases", "use.intended.safety"},
    {"rai:dataUseCases", "use.intended.suitable"},
    {"rai:dataUseCases", "extended_use.ml.uses"},
    {"rai:dataUseCases", "extended_use.ml.guidelines"},
    {"rai:dataLimitations", "use.intended.unsuitable"},
    {"rai:dataLimitations", "use.composition_impact"},
    {"rai:dataLimitations", "provenance.relationship.limitations"},
    {"rai:dataLimitations", "ethics.offensive"},
    {"rai:dataLimitations", "quality.limitations"},
    {"rai:dataSocialImpact", "use.social_impact"},
    {"rai:dataSocialImpact", "ethics.impact_assessment"},
    {"rai:dataBiases", "human_attributes.correlations"},
    {"rai:dataBiases", "human_attributes.risks"},
    {"rai:dataBiases", "quality.biases"},
    {"rai:dataBiases", "extended_use.ml.correlations"},
    {"rai:dataCollection", "provenance.collection.methodology"},
    {"rai:dataCollection", "provenance.criteria.selection"},
    {"rai:dataCollection", "sampling.methods"},
    {"rai:dataCollectionType", "provenance.collection.methods"},
    {"rai:dataCollectionTimeframe", "provenance.collection.timeframe"},
    {"rai:dataCollectionMissingData", "quality.missing"},
    {"rai:dataCollectionRawData", "provenance.collection.sources"},
    {"rai:dataCollectionRawData", "provenance.collection.raw_data"},
    {"rai:dataImputationProtocol", "quality.imputation"},
    {"rai:dataPreprocessingProtocol", "provenance.collection.processing"},
    {"rai:dataPreprocessingProtocol", "transformations.applied", kReadOnly},
    {"rai:dataPreprocessingProtocol", "transformations.methods"},
    {"rai:dataManipulationProtocol", "transformations.applied"},
    {"rai:dataAnnotationProtocol", "annotations.workforce"},
    {"rai:dataAnnotationProtocol", "annotations.descriptions"},
    {"rai:dataAnnotationProtocol", "annotations.tasks"},
    {"rai:dataAnnotationProtocol", "annotations.annotators.tasks"},
    {"rai:dataAnnotationPlatform", "annotations.descriptions", kReadOnly},
    {"rai:dataAnnotationPlatform", "annotations.annotators.descriptions", kReadOnly},
    {"rai:dataAnnotationAnalysis", "annotations.tasks", kReadOnly},
    {"rai:dataAnnotationAnalysis", "annotations.analysis"},
    {"rai:dataAnnotationAnalysis", "validation.methods"},
    {"rai:annotationsPerItem", "annotations.characteristics"},
    {"rai:annotatorDemographics", "annotations.annotators.descriptions"},
    {"rai:annotatorDemographics", "annotations.annotators.languages"},
    {"rai:annotatorDemographics", "annotations.annotators.locations"},
    {"rai:annotatorDemographics", "annotations.annotators.genders"},
    {"rai:machineAnnotationTools", "annotations.machine_tools"},
    {"rai:hasSyntheticData", "provenance.synthetic"},
    {"prov:wasDerivedFrom", "provenance.collection.sources", kReadOnly},
    {"prov:wasDerivedFrom", "provenance.collection.derived_from"},
    {"prov:wasGeneratedBy", "provenance.collection.methodology", kReadOnly},
};

} // namespace

std::string_view vocabularyName(Vocabulary vocabulary)
{
    return kVocabularies[static_cast<std::size_t>(vocabulary)];
}

std::optional<Vocabulary> vocabularyFromName(std::string_view name)
{
    const auto found = std::find(kVocabularies.begin(), kVocabularies.end(), name);
    if (name.empty() || found == kVocabularies.end())
        return std::nullopt;
    return static_cast<Vocabulary>(found - kVocabularies.begin());
}

std::span<const Route> headingRoutes()
{
    return kHeadings;
}

std::span<const Route> bulletRoutes()
{
    return kBullets;
}

std::span<const Route> frontMatterRoutes()
{
    return kFrontMatter;
}

std::span<const Route> croissantRoutes()
{
    return kCroissant;
}

const std::vector<std::string>& keysOfQuestion(std::string_view number)
{
    static const std::map<std::string, std::vector<std::string>, std::less<>> kByNumber = [] {
        std::map<std::string, std::vector<std::string>, std::less<>> keys;
        for (const Field& field : model().fields) {
            // One answer about all that was done says nothing of each kind of transformation.
            if (field.condition == Condition::KindApplied)
                continue;
            for (const std::string& question : field.questions)
                keys[question].push_back(field.key);
        }
        return keys;
    }();
    static const std::vector<std::string> kNone;
    const auto found = kByNumber.find(number);
    return found == kByNumber.end() ? kNone : found->second;
}

} // namespace cupel::card
