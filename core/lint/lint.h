#pragma once

#include <string_view>
#include <vector>

#include "core/documents/document.h"
#include "core/lint/issue.h"

namespace cupel::lint {

/// Hold a Croissant file against Tool, Spec, Strict or Neurips. The document is one that
/// documents::readDocument() made; nothing in it is fetched.
Verdict lintCroissant(const documents::Document& document, Profile profile = Profile::Tool);

/// Whether a JSON document is a summary of the Data Provenance Collection: an object of datasets.
bool isProvenanceSummary(const documents::Document& document);

/// Profiles that judge a document; none for licence texts.
std::vector<Profile> profilesOf(const documents::Document& document);
/// Whether a profile judges where nobody names any: of Croissant Tool alone, whose findings the
/// others repeat; of cards the readers of today, which agree on little.
bool isUsual(Profile profile);
/// Those that judge a document then.
std::vector<Profile> usualProfilesOf(const documents::Document& document);

/// Hold a document against a profile of its kind.
Verdict lint(const documents::Document& document, Profile profile);

/// Hold a summary against DataProvenance. The name of its file counts.
Verdict lintProvenance(const documents::Document& document);

/// Hold a card against Hub, HubClient, Loader, HfMetadata2022 or HfBody2022.
Verdict lintCard(const documents::Document& document, Profile profile);

} // namespace cupel::lint
