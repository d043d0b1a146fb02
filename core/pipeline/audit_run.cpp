#include "core/pipeline/audit_run.h"

#include <optional>
#include <set>

#include "core/pipeline/dataset_run.h"
#include "core/pipeline/documents_beside.h"
#include "core/pipeline/policy_step.h"
#include "core/pipeline/policy_unmatched.h"
#include "core/pipeline/waivers.h"

namespace cupel::pipeline {
namespace {

using base::ErrorCode;

std::string fileName(const std::string& path)
{
    return path.substr(path.find_last_of('/') + 1);
}

/// "loans" of "data/loans.csv"; "loans_2" for the second.
std::string datasetName(const std::string& path, std::set<std::string>& used)
{
    const std::string file = fileName(path);
    const std::size_t dot = file.find_last_of('.');
    const std::string stem = dot == std::string::npos || dot == 0 ? file : file.substr(0, dot);
    std::string name = stem;
    for (int number = 2; !used.insert(name).second; ++number)
        name = stem + "_" + std::to_string(number);
    return name;
}

void compareWith(const reports::Baseline& old, bool onlyNew, reports::Report& report)
{
    reports::BaselineDiff diff = reports::compare(old, reports::baselineOf(report));
    diff.onlyNew = onlyNew;
    reports::hideMessages(diff, old.privacy, report.privacy);
    for (reports::DatasetReport& dataset : report.datasets) {
        for (reports::AuditReport& audit : dataset.audits) {
            for (findings::Finding& finding : audit.result.findings) {
                const auto state = diff.states.find(finding.id(dataset.name));
                if (state != diff.states.end())
                    finding.baseline = state->second;
            }
        }
    }
    report.baseline = std::move(diff);
}

} // namespace

base::Result<reports::Report> runAudit(
    const AuditRequest& request, const base::JobContext& job, const AuditList& audits)
{
    reports::Report report;
    report.privacy = request.privacy;
    report.policy = request.parameters.policy;
    report.acceptedProposals = request.acceptsProposals;
    std::set<std::string> used;
    std::vector<std::string> names;
    for (const std::string& path : request.inputs)
        names.push_back(datasetName(path, used));
    if (request.baseline) {
        if (auto same = reports::checkDatasets(*request.baseline, used); !same)
            return same.error();
    }
    std::optional<documents::Document> card;
    if (!request.cardFile.empty()) {
        auto read = readDocumentFile(request.cardFile);
        if (!read)
            return read.error();
        card = std::move(*read);
    }
    for (std::size_t i = 0; i < names.size(); ++i) {
        const std::string& path = request.inputs[i];
        auto dataset = runDataset({path, names[i], card ? &*card : nullptr}, request, job, audits);
        if (dataset) {
            applyPolicy(report.policy, *dataset);
            report.datasets.push_back(std::move(*dataset));
            continue;
        }
        const base::Error& error = dataset.error();
        if (error.code == ErrorCode::Usage || error.code == ErrorCode::Cancelled)
            return error;
        if (error.code != ErrorCode::Empty)
            report.reasons.push_back(fileName(path) + " was not audited");
        report.unread.push_back({path, error});
    }
    report.unmatched = unmatchedParts(report.policy, request.inputs, report);
    applyWaivers(report.policy, request.today, report);
    if (request.baseline)
        compareWith(*request.baseline, request.onlyNew, report);
    report.verdict = reports::judge(report.datasets);
    return report;
}

} // namespace cupel::pipeline
