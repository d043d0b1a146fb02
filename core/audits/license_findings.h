#pragma once

#include <string>
#include <vector>

#include "core/audits/audit.h"
#include "core/license/claims.h"
#include "core/license/uses.h"

/// What the audit of licence terms reports, by concern.
namespace cupel::audits {

/// "README.md line 8".
base::Sentence placeOf(const license::Claim& claim);
/// "The card", "The Croissant file", or the name of a licence file.
base::Sentence speakerOf(const license::Claim& claim);
/// A finding about one claim, with the place as evidence.
findings::Finding findingAbout(const char* rule, const license::Claim& claim);

/// Statements that cannot all be true.
std::vector<findings::Finding> conflictFindings(const license::LicenseStatements& statements);
/// What a statement alone leaves open or gets wrong, and what is missing.
std::vector<findings::Finding> declarationFindings(
    const license::LicenseStatements& statements, const documents::DocumentSet& documents);
/// Documents that call the data open under a licence that is not.
std::vector<findings::Finding> opennessFindings(
    const license::LicenseStatements& statements, const documents::DocumentSet& documents);
/// What the stated terms mean for the intended uses.
std::vector<findings::Finding> useFindings(
    const license::LicenseStatements& statements, const std::vector<license::UseAssessment>& uses);

/// The uses of a run, each once: "commercial" is commercial-product.
std::vector<license::Use> usesOf(const Roles& roles);

} // namespace cupel::audits
