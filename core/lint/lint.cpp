#include "core/lint/lint.h"

namespace cupel::lint {

using documents::Document;
using documents::DocumentKind;

std::vector<Profile> profilesOf(const Document& document)
{
    if (isProvenanceSummary(document))
        return {Profile::DataProvenance};
    switch (document.kind) {
    case DocumentKind::Card:
        return {Profile::Hub, Profile::HubClient, Profile::Loader, Profile::HfMetadata2022,
            Profile::HfBody2022};
    case DocumentKind::Croissant:
        return {Profile::Tool, Profile::Spec, Profile::Strict, Profile::Neurips};
    case DocumentKind::License:
        break;
    }
    return {};
}

bool isUsual(Profile profile)
{
    switch (profile) {
    case Profile::Tool:
    case Profile::Hub:
    case Profile::HubClient:
    case Profile::Loader:
    case Profile::DataProvenance:
        return true;
    case Profile::Spec:
    case Profile::Strict:
    case Profile::Neurips:
    case Profile::HfMetadata2022:
    case Profile::HfBody2022:
        break;
    }
    return false;
}

std::vector<Profile> usualProfilesOf(const Document& document)
{
    std::vector<Profile> profiles = profilesOf(document);
    std::erase_if(profiles, [](Profile profile) { return !isUsual(profile); });
    return profiles;
}

Verdict lint(const Document& document, Profile profile)
{
    if (profile == Profile::DataProvenance)
        return lintProvenance(document);
    return document.kind == DocumentKind::Card ? lintCard(document, profile)
                                               : lintCroissant(document, profile);
}

} // namespace cupel::lint
