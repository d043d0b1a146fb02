#include "app/batch/report_outputs.h"

#include <algorithm>
#include <cstdlib>
#include <cstring>
#include <sys/ioctl.h>
#include <unistd.h>

#include "app/batch/exit_code.h"
#include "app/batch/output.h"
#include "core/counts/nearest_name.h"
#include "core/reports/audit_page.h"
#include "core/reports/privacy.h"
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

base::Result<ReportOutputs::File> outputFrom(const std::string& given)
{
    const std::size_t equals = given.find('=');
    const std::string name = given.substr(0, equals);
    const reports::Format* format = reports::findFormat(name);
    if (!format && name != reports::kPrintedFormat) {
        const auto nearest = counts::nearestName(name, reports::formatNames());
        return base::usageError("-o '" + given + "' names no format",
            nearest ? "did you mean -o " + *nearest + "=PATH?"
                    : "formats are " + formatList() + ", as in -o json=report.json");
    }
    if (equals == std::string::npos || equals + 1 == given.size())
        return base::usageError("-o '" + given + "' names no path",
            "write -o " + name + "=PATH, or -o " + name + "=- for standard output");
    return ReportOutputs::File{format, given.substr(equals + 1)};
}

base::Result<void> writeFile(
    const reports::Report& report, const ReportOutputs::File& file, const Printing& printing)
{
    if (file.format)
        return writeOutput(file.path, file.format->write(report));
    return writePdf(
        file.path, reports::auditPage(report), reports::PrivacyView(report.privacy), printing);
}

} // namespace

std::vector<std::string> ReportOutputs::paths() const
{
    std::vector<std::string> all;
    for (const File& file : files)
        all.push_back(file.path);
    return all;
}

std::string formatList()
{
    std::string text;
    for (const std::string& name : reports::formatNames())
        text += (text.empty() ? "" : ", ") + name;
    return text;
}

base::Result<ReportOutputs> outputsFrom(
    const std::vector<std::string>& given, bool json, const std::string& paper)
{
    ReportOutputs outputs;
    if (json)
        outputs.files.push_back({reports::findFormat("json"), "-"});
    for (const std::string& one : given) {
        auto file = outputFrom(one);
        if (!file)
            return file.error();
        outputs.files.push_back(std::move(*file));
    }
    std::vector<std::string> printed;
    for (const ReportOutputs::File& file : outputs.files) {
        if (!file.format)
            printed.push_back(file.path);
    }
    auto printing = printingTo(printed, paper);
    if (!printing)
        return printing.error();
    outputs.printing = std::move(*printing);
    return outputs;
}

int write(const reports::Report& report, const ReportOutputs& outputs)
{
    int code = kClean;
    bool stdoutTaken = false;
    for (const ReportOutputs::File& file : outputs.files) {
        stdoutTaken |= file.path == "-";
        const auto written = writeFile(report, file, outputs.printing);
        if (!written)
            code = stronger(code, fail(written.error()));
        if (code > kSignal)
            return code;
    }
    if (outputs.isQuiet || stdoutTaken || report.datasets.empty())
        return code;
    reports::TerminalStyle style;
    style.hasColour = colorWanted();
    style.width = terminalWidth();
    style.isVerbose = outputs.isVerbose;
    if (auto written = writeStdout(reports::terminalSummary(report, style)); !written)
        code = stronger(code, fail(written.error()));
    return code;
}

} // namespace cupel::batch
