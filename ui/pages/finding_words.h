#pragma once

#include <QString>
#include <vector>

#include "core/findings/finding.h"
#include "core/reports/page.h"
#include "ui/jobs/open_dataset.h"

/// A finding in words, for the inspector and for the clipboard.
namespace cupel::ui {

/// What was measured, its value, interval and limit, or the texts that were compared; the subject;
/// who accepts it; what became of it since an earlier report.
std::vector<reports::KeyValues::Row> factsOf(
    const OpenDataset& dataset, const findings::Finding& finding);

/// The finding as a few lines of plain text.
QString findingText(const OpenDataset& dataset, const findings::Finding& finding);

/// Its waiver for a policy file, with words to be replaced and for 90 days; empty where a policy
/// file cannot name its subject.
QString policyLineOf(const OpenDataset& dataset, const findings::Finding& finding);

} // namespace cupel::ui
