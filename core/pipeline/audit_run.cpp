#include "core/pipeline/audit_run.h"

#include <optional>
#include <set>

#include "core/pipeline/dataset_run.h"
#include "core/pipeline/documents_beside.h"
#include "core/pipeline/policy_step.h"
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

} // namespace

base::Result<reports::Report> runAudit(
    const AuditRequest& request, const base::JobContext& job, const AuditList& audits)
{
    reports::Report report;
    report.privacy = request.privacy;
    report.policy = request.parameters.policy;
    report.acceptedProposals = request.acceptsProposals;
    std::optional<documents::Document> card;
    if (!request.cardFile.empty()) {
        auto read = readDocumentFile(request.cardFile);
        if (!read)
            return read.error();
        card = std::move(*read);
    }
    std::set<std::string> names;
    for (const std::string& path : request.inputs) {
        auto dataset = runDataset(
            {path, datasetName(path, names), card ? &*card : nullptr}, request, job, audits);
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
    applyWaivers(report.policy, request.today, report);
    report.verdict = reports::judge(report.datasets);
    return report;
}

} // namespace cupel::pipeline
