#pragma once

#include <string>

#include "core/reports/page.h"
#include "core/reports/privacy.h"
#include "core/reports/report.h"

/// The parts of auditPage().
namespace cupel::reports {

/// Name of the input.
base::Sentence fileName(const DatasetReport& dataset);

/// What was read, and how.
KeyValues inputFacts(const DatasetReport& dataset);
/// What the run took the columns for.
KeyValues roleFacts(const DatasetReport& dataset);

Callout findingBlock(
    const findings::Finding& finding, const DatasetReport& dataset, const PrivacyView& view);

/// The columns of a dataset with their profiles, and histograms of number columns. Anchors begin
/// with `prefix`. Of a wide table the columns with a role come first.
void addColumns(
    const DatasetReport& dataset, const std::string& prefix, const Report& report, Page& page);

/// The charts, tables and metrics of an audit.
void addAudit(
    const AuditReport& audit, const audits::Roles& roles, const std::string& prefix, Page& page);
/// The metrics of an audit, folded away.
void addMetrics(const AuditReport& audit, const audits::Roles& roles, Page& page);

/// What the mode hides, in a sentence.
std::string privacyNote(const PrivacyRule& privacy);

} // namespace cupel::reports
