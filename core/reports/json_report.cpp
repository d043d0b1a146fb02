#include "core/reports/json_report.h"

#include <nlohmann/json.hpp>

#include "core/findings/policy_lines.h"
#include "core/reports/json_parts.h"
#include "core/reports/json_text.h"
#include "core/reports/privacy.h"

namespace cupel::reports {
namespace {

using Json = nlohmann::ordered_json;

Json verdictJson(const Verdict& verdict, const PrivacyView& view)
{
    Json sentences = Json::array();
    for (const base::Sentence& sentence : verdict.sentences)
        sentences.push_back(view.show(sentence));
    return {{"level", findings::levelName(verdict.level)},
        {"counts",
            {{"error", verdict.errors}, {"warning", verdict.warnings}, {"note", verdict.notes},
                {"review", verdict.reviews}, {"open", verdict.open}, {"notRun", verdict.notRun},
                {"waived", verdict.waived}}},
        {"sentences", std::move(sentences)}};
}

/// Settings that differ from the defaults.
Json changesJson(const findings::Policy& policy, const PrivacyView& view)
{
    Json changes = Json::array();
    for (const findings::PolicyLine& line : findings::linesOf(policy)) {
        if (!line.isDefault)
            changes.push_back(policyLineJson(line, view));
    }
    return changes;
}

} // namespace

std::string_view programVersion()
{
    return CUPEL_VERSION;
}

std::string jsonReport(const Report& report)
{
    const PrivacyView view(report.privacy);
    Json datasets = Json::array();
    Json findings = Json::array();
    for (const DatasetReport& dataset : report.datasets) {
        datasets.push_back(datasetJson(dataset, view));
        for (const AuditReport& audit : dataset.audits) {
            for (const findings::Finding& finding : audit.result.findings)
                findings.push_back(findingJson(finding, dataset, view));
        }
    }
    Json unmatched = Json::array();
    for (const base::Sentence& part : report.unmatched)
        unmatched.push_back(view.show(part));
    Json json{{"schema", kReportSchema}, {"schemaVersion", kReportSchemaVersion},
        {"tool", {{"name", "cupel"}, {"version", programVersion()}}},
        {"run",
            {{"policy", policyName(report.policy)}, {"changes", changesJson(report.policy, view)},
                {"unmatched", std::move(unmatched)}, {"seed", 0},
                {"privacy", privacyName(report.privacy.mode)}, {"partial", !report.reasons.empty()},
                {"reasons", report.reasons}}},
        {"verdict", verdictJson(report.verdict, view)}, {"datasets", std::move(datasets)},
        {"findings", std::move(findings)}};
    if (!report.review.empty()) {
        Json& review = json["run"]["review"];
        for (const base::Sentence& change : report.review)
            review.push_back(view.show(change));
    }
    if (report.baseline)
        json["baseline"] = baselineJson(*report.baseline);
    return jsonText(json);
}

} // namespace cupel::reports
