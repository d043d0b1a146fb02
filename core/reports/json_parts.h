#pragma once

#include <nlohmann/json_fwd.hpp>

#include "core/audits/result.h"
#include "core/base/figure.h"
#include "core/counts/count_source.h"
#include "core/findings/finding.h"
#include "core/findings/policy_lines.h"
#include "core/reports/baseline.h"
#include "core/reports/privacy.h"
#include "core/reports/report.h"

/// The parts of a JSON report.
namespace cupel::reports {

/// A finite number as it is, "Infinity" and "-Infinity" as texts.
nlohmann::ordered_json numberJson(double value);
/// The number, or null where it is undefined.
nlohmann::ordered_json figureJson(const base::Figure& figure);

nlohmann::ordered_json columnJson(
    const counts::ColumnDescription& column, const std::string& role, const PrivacyView& view);
nlohmann::ordered_json auditJson(
    const AuditReport& audit, const std::string& dataset, const PrivacyView& view);
nlohmann::ordered_json findingJson(
    const findings::Finding& finding, const DatasetReport& dataset, const PrivacyView& view);
nlohmann::ordered_json licensesJson(const DatasetReport& dataset, const PrivacyView& view);
/// A finding of an earlier report: id, rule, dataset, level, message.
nlohmann::ordered_json entryJson(const Baseline::Entry& entry);
/// What changed since an earlier report: its file, counts, what is fixed or was not checked.
nlohmann::ordered_json baselineJson(const BaselineDiff& diff);
/// "default", or name and hash of the policy file.
std::string policyName(const findings::Policy& policy);
/// A setting: key, what it is for (null: everything), value, origin.
nlohmann::ordered_json policyLineJson(const findings::PolicyLine& line, const PrivacyView& view);
nlohmann::ordered_json inputJson(const DatasetReport& dataset);
nlohmann::ordered_json datasetJson(const DatasetReport& dataset, const PrivacyView& view);

} // namespace cupel::reports
