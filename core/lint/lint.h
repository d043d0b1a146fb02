#pragma once

#include <string_view>
#include <vector>

#include "core/documents/document.h"
#include "core/lint/issue.h"

namespace cupel::lint {

/// Hold a Croissant file against Tool, Spec, Strict or Neurips. The document is one that
/// documents::readDocument() made; nothing in it is fetched.
Verdict lintCroissant(const documents::Document& document, Profile profile = Profile::Tool);

/// Profiles that judge documents of a kind, the usual ones first; none for licence texts.
std::vector<Profile> profilesOf(documents::DocumentKind kind);
/// Profiles that judge a document where nobody names any: of Croissant Tool alone, whose findings
/// the others repeat; of cards all, which agree on little.
std::vector<Profile> usualProfilesOf(documents::DocumentKind kind);

/// Hold a document against a profile of its kind.
Verdict lint(const documents::Document& document, Profile profile);

/// Hold a card against Hub, HubClient, Loader, HfMetadata2022 or HfBody2022.
Verdict lintCard(const documents::Document& document, Profile profile);

} // namespace cupel::lint
