#include "core/pipeline/policy_step.h"

#include "core/findings/rule_registry.h"

#include <vector>

namespace cupel::pipeline {

using findings::Finding;

void applyPolicy(const findings::Policy& policy, reports::DatasetReport& dataset)
{
    for (reports::AuditReport& audit : dataset.audits) {
        std::erase_if(audit.result.findings, [&](const Finding& finding) {
            const findings::Rule* rule = findings::findRule(finding.rule);
            return rule && policy.isOff(*rule, dataset.name, finding.subject);
        });
        for (Finding& finding : audit.result.findings)
            policy.apply(finding, dataset.name);
    }
}

} // namespace cupel::pipeline
