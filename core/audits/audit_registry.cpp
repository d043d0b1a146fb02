#include "core/audits/audit_registry.h"

namespace cupel::audits {

namespace {

/// In the order of the report: findings of equal weight come in it too, contradictions first,
/// people before columns.
std::vector<std::unique_ptr<Audit>> makeAll()
{
    std::vector<std::unique_ptr<Audit>> all;
    all.push_back(makeLicenseTermsAudit());
    all.push_back(makeCardAudit());
    all.push_back(makeGroupGapsAudit());
    all.push_back(makeGroupGapsPredictionsAudit());
    all.push_back(makeClassImbalanceAudit());
    all.push_back(makeSplitLeakageAudit());
    all.push_back(makeSplitDriftAudit());
    all.push_back(makeConflictingLabelsAudit());
    all.push_back(makeDuplicatesAudit());
    all.push_back(makeColumnProfileAudit());
    all.push_back(makeDocumentsAudit());
    return all;
}

} // namespace

const std::vector<std::unique_ptr<Audit>>& allAudits()
{
    static const std::vector<std::unique_ptr<Audit>> all = makeAll();
    return all;
}

const Audit* findAudit(std::string_view id)
{
    for (const std::unique_ptr<Audit>& audit : allAudits()) {
        if (audit->description().id == id)
            return audit.get();
    }
    return nullptr;
}

} // namespace cupel::audits
