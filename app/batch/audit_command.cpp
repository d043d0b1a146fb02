#include <algorithm>
#include <cstdlib>
#include <cstring>
#include <optional>
#include <sys/ioctl.h>
#include <unistd.h>

#include "app/batch/commands.h"
#include "app/batch/exit_code.h"
#include "app/batch/output.h"
#include "core/reports/terminal.h"

namespace cupel::batch {
namespace {

bool colorWanted()
{
    const char* noColor = std::getenv("NO_COLOR");
    const char* terminal = std::getenv("TERM");
    return ::isatty(STDOUT_FILENO) != 0 && (!noColor || *noColor == '\0')
        && (!terminal || std::strcmp(terminal, "dumb") != 0);
}

std::size_t terminalWidth()
{
    struct winsize size { };
    if (::isatty(STDOUT_FILENO) != 0 && ::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0
        && size.ws_col > 0)
        return std::clamp<std::size_t>(size.ws_col, 40, 140);
    return 100;
}

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

int write(const reports::Report& report, const AuditOptions& options)
{
    int code = kClean;
    bool stdoutTaken = false;
    for (const AuditOutput& output : options.outputs) {
        stdoutTaken |= output.path == "-";
        if (auto written = writeOutput(output.path, output.format->write(report)); !written) {
            printError(written.error());
            code = stronger(code, exitCodeOf(written.error().code));
        }
    }
    if (options.quiet || stdoutTaken || report.datasets.empty())
        return code;
    reports::TerminalStyle style;
    style.hasColour = colorWanted();
    style.width = terminalWidth();
    style.isVerbose = options.verbose;
    if (auto written = writeStdout(reports::terminalSummary(report, style)); !written) {
        printError(written.error());
        code = stronger(code, exitCodeOf(written.error().code));
    }
    return code;
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
    const auto options = understand(arguments);
    if (!options) {
        return fail(options.error());
    }
    std::optional<base::Result<reports::Report>> report;
    {
        Progress progress(options->progress);
        report = pipeline::runAudit(options->request, progress.job());
    }
    if (!*report) {
        return fail(report->error());
    }
    for (const reports::UnreadInput& input : (*report)->unread)
        printError(input.error, input.path);
    const int code = verdictCode(**report, *options);
    (*report)->exitCode = code;
    return stronger(code, write(**report, *options));
}

} // namespace cupel::batch
