#include "core/pipeline/stored_runs.h"

#include <utility>
#include <vector>

#include "core/pipeline/last_run.h"
#include "core/reports/json_report.h"
#include "core/reports/report_archive.h"
#include "core/reports/stored_report.h"

namespace cupel::pipeline {
namespace {

using base::Result;

/// The versions that a name means, the newest first.
Result<std::vector<catalog::Version>> versionsOf(
    const catalog::Catalog& catalog, const std::string& name)
{
    const auto version = catalog.version(name);
    if (!version)
        return version.error();
    auto all = catalog.versions(version->dataset);
    if (!all)
        return all.error();
    const auto dataset = catalog.dataset(name);
    const bool meansAll = dataset && dataset->id == version->dataset;
    if (!meansAll) {
        std::erase_if(
            *all, [&version](const catalog::Version& other) { return other.id != version->id; });
    }
    return all;
}

Result<reports::Report> reportOfRun(const catalog::Catalog& catalog, std::int64_t run)
{
    const auto archive = catalog.archive(run);
    if (!archive)
        return archive.error();
    return reports::reportOf(*archive);
}

/// Leave one dataset of a report, the one at `index`.
Result<void> narrow(reports::Report& report, std::size_t index)
{
    if (index >= report.datasets.size()) {
        return base::Error{base::ErrorCode::Catalog,
            "the report of a run has other datasets than the run", "audit the input again", {}};
    }
    if (report.datasets.size() == 1)
        return {};
    reports::DatasetReport dataset = std::move(report.datasets[index]);
    const std::string name = dataset.name;
    report.datasets.clear();
    report.datasets.push_back(std::move(dataset));
    report.unread.clear();
    report.reasons.clear();
    report.unmatched.clear();
    if (report.baseline) {
        const auto isOfOther
            = [&name](const reports::Baseline::Entry& entry) { return entry.dataset != name; };
        std::erase_if(report.baseline->fixed, isOfOther);
        std::erase_if(report.baseline->notChecked, isOfOther);
    }
    report.verdict = reports::judge(report.datasets);
    return {};
}

} // namespace

Result<reports::Report> storedReport(const catalog::Catalog& catalog, const std::string& name)
{
    const auto versions = versionsOf(catalog, name);
    if (!versions)
        return versions.error();
    const auto last = lastRun(catalog, *versions);
    if (!last)
        return last.error();
    if (!*last)
        return base::usageError("'" + name + "' was imported, but not audited",
            "audit its input with --catalog " + catalog.path());
    const auto [run, place] = **last;
    auto report = reportOfRun(catalog, run);
    if (!report)
        return report;
    if (auto narrowed = narrow(*report, place); !narrowed)
        return narrowed.error();
    return report;
}

Result<RowsRequest> storedRows(
    CatalogStore& store, const std::string& finding, unsigned threads, const base::JobContext& job)
{
    const auto stored = store.catalog().finding(finding);
    if (!stored)
        return stored.error();
    auto report = reportOfRun(store.catalog(), stored->run);
    if (!report)
        return report.error();
    report->privacy = reports::Privacy::Full;
    RowsRequest request;
    auto found = reports::storedFinding(
        reports::jsonReport(*report), store.catalog().path(), stored->finding.id);
    if (!found)
        return found.error();
    request.finding = std::move(*found);
    request.threads = threads;
    const auto all = store.catalog().datasets();
    if (!all)
        return all.error();
    for (const catalog::DatasetSummary& one : *all) {
        const auto versions = store.catalog().versions(one.dataset.id);
        if (!versions)
            return versions.error();
        for (const catalog::Version& version : *versions) {
            if (version.id != stored->finding.version)
                continue;
            auto file = store.table(version, threads, job);
            if (!file)
                return file.error();
            request.file = std::move(*file);
            request.input = one.dataset.path;
        }
    }
    return request;
}

} // namespace cupel::pipeline
