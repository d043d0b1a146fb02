#pragma once

#include <string_view>
#include <vector>

#include "core/documents/document.h"
#include "core/lint/issue.h"

namespace cupel::lint {

/// Hold a Croissant file against Tool, Spec, Strict or Neurips. The document is one that
/// documents::readDocument() made; nothing in it is fetched.
Verdict lintCroissant(const documents::Document& document, Profile profile = Profile::Tool);

/// Hold a card against Hub, HubClient, Loader, HfMetadata2022 or HfBody2022.
Verdict lintCard(const documents::Document& document, Profile profile);

} // namespace cupel::lint
