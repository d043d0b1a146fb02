#include <memory>
#include <optional>
#include <utility>

#include "app/batch/commands.h"
#include "app/batch/exit_code.h"
#include "app/batch/person.h"
#include "app/batch/today.h"

namespace cupel::batch {
namespace {

/// What the findings come to: kFindings, kReview or kClean.
int findingsCode(const reports::Report& report, const AuditOptions& options)
{
    int code = kClean;
    for (const reports::DatasetReport& dataset : report.datasets) {
        for (const findings::Finding* finding : reports::rankedFindings(dataset)) {
            const bool fails = options.failOn && finding->level >= *options.failOn;
            if (fails && reports::gates(*finding, report))
                code = stronger(code, kFindings);
            if (options.requiresReview && reports::waitsForPerson(*finding, report))
                code = stronger(code, kReview);
        }
    }
    return code;
}

int verdictCode(const reports::Report& report, const AuditOptions& options)
{
    int code = kClean;
    for (const reports::UnreadInput& input : report.unread)
        code = stronger(code, exitCodeOf(input.error.code));
    for (const reports::DatasetReport& dataset : report.datasets) {
        for (const reports::AuditReport& audit : dataset.audits) {
            if (audit.result.outcome == audits::Outcome::Failed)
                code = stronger(code, kInternal);
        }
    }
    return stronger(code, findingsCode(report, options));
}

/// What was read and found goes to the catalog once it has been shown.
base::Result<void> keep(
    pipeline::CatalogStore& store, const reports::Report& report, ProgressMode mode)
{
    const auto time = now();
    if (!time)
        return time.error();
    Progress progress(mode);
    auto put
        = store.put(report, pipeline::CatalogStore::Puts::Run, *time, personName(), progress.job());
    return put ? base::Result<void>() : put.error();
}

} // namespace

Command auditCommand(AuditArguments& arguments)
{
    return {"audit", "INPUT…",
        "Audit CSV files and print what matters. Each file is a dataset of its own; the same "
        "options "
        "hold for all.",
        auditOptions(arguments), [&arguments](const std::vector<std::string>& operands) {
            arguments.inputs = operands;
            return runAudit(arguments);
        }};
}

int runAudit(const AuditArguments& arguments)
{
    auto options = understand(arguments);
    if (!options)
        return fail(options.error());
    std::unique_ptr<pipeline::CatalogStore> store;
    std::optional<base::Result<reports::Report>> report;
    {
        Progress progress(options->progress);
        if (!options->catalog.empty()) {
            auto opened = pipeline::CatalogStore::open(options->catalog,
                catalog::Catalog::Missing::Create, options->sources, progress.job());
            if (!opened)
                return fail(opened.error());
            store = std::move(*opened);
            options->request.store = store.get();
        }
        report = pipeline::runAudit(options->request, progress.job());
    }
    if (!*report)
        return fail(report->error());
    for (const reports::UnreadInput& input : (*report)->unread)
        printError(input.error, input.path);
    int code = verdictCode(**report, *options);
    (*report)->exitCode = code;
    code = stronger(code, write(**report, options->outputs));
    if (store && code < kSignal) {
        if (auto kept = keep(*store, **report, options->progress); !kept)
            code = stronger(code, fail(kept.error()));
    }
    return code;
}

} // namespace cupel::batch
