#pragma once

#include <memory>
#include <string_view>
#include <vector>

#include "core/audits/audit.h"

namespace cupel::audits {

/// All audits, in the order of the report. Adding one is a file and a line in the list.
const std::vector<std::unique_ptr<Audit>>& allAudits();
/// The audit of an id, or null.
const Audit* findAudit(std::string_view id);

std::unique_ptr<Audit> makeCardAudit();
std::unique_ptr<Audit> makeColumnProfileAudit();
std::unique_ptr<Audit> makeClassImbalanceAudit();
std::unique_ptr<Audit> makeGroupGapsAudit();
std::unique_ptr<Audit> makeGroupGapsPredictionsAudit();
std::unique_ptr<Audit> makeSplitDriftAudit();
std::unique_ptr<Audit> makeSplitLeakageAudit();
std::unique_ptr<Audit> makeDuplicatesAudit();
std::unique_ptr<Audit> makeConflictingLabelsAudit();
std::unique_ptr<Audit> makeDocumentsAudit();
std::unique_ptr<Audit> makeLicenseTermsAudit();

} // namespace cupel::audits
