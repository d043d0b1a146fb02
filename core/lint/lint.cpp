#include "core/lint/lint.h"

namespace cupel::lint {

using documents::DocumentKind;

std::vector<Profile> profilesOf(DocumentKind kind)
{
    switch (kind) {
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

std::vector<Profile> usualProfilesOf(DocumentKind kind)
{
    return kind == DocumentKind::Croissant ? std::vector<Profile>{Profile::Tool} : profilesOf(kind);
}

Verdict lint(const documents::Document& document, Profile profile)
{
    return document.kind == DocumentKind::Card ? lintCard(document, profile)
                                               : lintCroissant(document, profile);
}

} // namespace cupel::lint
