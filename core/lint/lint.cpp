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

std::vector<Profile> usualProfilesOf(const Document& document)
{
    std::vector<Profile> profiles = profilesOf(document);
    if (document.kind == DocumentKind::Croissant)
        profiles.resize(1);
    std::erase_if(profiles, [](Profile profile) {
        return profile == Profile::HfMetadata2022 || profile == Profile::HfBody2022;
    });
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
