#include "app/batch/print_process.h"

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <unistd.h>

#include "app/batch/child_program.h"
#include "app/batch/exit_code.h"
#include "app/batch/output.h"
#include "app/batch/signals.h"
#include "app/batch/source_date.h"
#include "core/base/number.h"
#include "core/reports/page_json.h"

namespace cupel::batch {
namespace {

constexpr std::size_t kMostBytes = std::size_t{512} << 20U; ///< of a PDF
constexpr const char* kDefaultPaper = "a4";
constexpr const char* kHtmlInstead = "write it as html, which prints from a browser";
constexpr const char* kOneVersion = "install cupel and cupel-desktop in one version";

base::Error noPdf(std::string message, std::string hint)
{
    return {base::ErrorCode::OutputFailed, "the PDF cannot be made: " + std::move(message),
        std::move(hint), {}};
}

/// Beside this program, as where both were built, or where the package puts it. Empty: nowhere.
std::string findPrintProgram()
{
    std::error_code failed;
    const auto self = std::filesystem::read_symlink("/proc/self/exe", failed);
    if (failed)
        return {};
    const auto folder = self.parent_path();
    for (const auto& path :
        {folder / "cupel-print", folder.parent_path() / "libexec" / "cupel" / "cupel-print"}) {
        if (std::filesystem::is_regular_file(path, failed) && ::access(path.c_str(), X_OK) == 0)
            return path.string();
    }
    return {};
}

std::vector<std::string> wordsOf(const Printing& printing)
{
    std::vector<std::string> words{printing.program, "--paper", printing.paper};
    if (printing.date)
        words.insert(words.end(), {"--date", base::formatInteger(*printing.date)});
    return words;
}

/// Neither language, fonts nor settings of the person who runs it change the file.
std::vector<std::string> bareEnvironment()
{
    std::vector<std::string> environment{"PATH=/usr/bin:/bin", "LC_ALL=C.UTF-8", "TZ=UTC0"};
    if (const char* libraries = std::getenv("LD_LIBRARY_PATH"))
        environment.push_back(std::string("LD_LIBRARY_PATH=") + libraries);
    return environment;
}

/// What the program said why it failed, and what to try; empty where it said nothing.
struct Complaint {
    std::string message;
    std::string hint;
};

Complaint complaintOf(std::string_view text)
{
    constexpr std::string_view kName = "cupel-print: ";
    constexpr std::string_view kHint = "\n  try: ";
    // Libraries may have talked before.
    const std::size_t named = text.rfind(kName);
    if (named == std::string_view::npos)
        return {};
    text = text.substr(named + kName.size());
    Complaint complaint;
    const std::size_t end = std::min(text.find('\n'), text.size());
    complaint.message = text.substr(0, end);
    if (const std::string_view rest = text.substr(end); rest.substr(0, kHint.size()) == kHint)
        complaint.hint = rest.substr(kHint.size(), rest.find('\n', 1) - kHint.size());
    return complaint;
}

/// Whether an errno speaks of the program, and not of a limit of this process or machine.
bool isOfProgram(int code)
{
    return code == ENOENT || code == EACCES || code == ENOEXEC;
}

std::string signalText(int number)
{
    const char* const name = ::sigabbrev_np(number);
    return name ? "SIG" + std::string(name) : "signal " + base::formatInteger(number);
}

bool isPdf(std::string_view bytes)
{
    constexpr std::string_view kBegin = "%PDF-";
    constexpr std::string_view kEnd = "%%EOF";
    const std::size_t last = bytes.find_last_not_of("\r\n");
    return bytes.substr(0, kBegin.size()) == kBegin && last != std::string_view::npos
        && bytes.substr(0, last + 1).ends_with(kEnd);
}

base::Error exitError(const ChildEnd& end)
{
    const Complaint said = complaintOf(end.err);
    const std::string why = said.message.empty()
        ? "cupel-print ended with exit code " + base::formatInteger(end.number)
        : "cupel-print says: " + said.message;
    if (end.number == kUsage)
        return noPdf(why, kOneVersion);
    return noPdf(why, said.hint.empty() ? kHtmlInstead : said.hint);
}

base::Result<std::string> pdfFrom(ChildEnd end, const Printing& printing)
{
    using How = ChildEnd::How;
    switch (end.how) {
    case How::Cancelled:
        return base::Error{base::ErrorCode::Cancelled, "cancelled while printing", "", {}};
    case How::NotStarted:
        return noPdf(printing.program + " does not start: " + std::strerror(end.number),
            isOfProgram(end.number) ? "install cupel-desktop again" : kHtmlInstead);
    case How::TimedOut:
        return noPdf("cupel-print took more than "
                + base::formatInteger(printing.timeLimit.count() / 1000) + " seconds",
            kHtmlInstead);
    case How::WroteTooMuch:
        return noPdf("it would have more than " + base::formatInteger(kMostBytes >> 20U) + " MiB",
            kHtmlInstead);
    case How::Signalled:
        return noPdf("cupel-print was ended by " + signalText(end.number), kHtmlInstead);
    case How::Exited:
        break;
    }
    if (end.number != 0)
        return exitError(end);
    if (!isPdf(end.out))
        return noPdf("what cupel-print wrote is no whole PDF", kOneVersion);
    return std::move(end.out);
}

} // namespace

Option paperOption(std::string& to)
{
    return {"--paper", '\0', "SIZE", "paper of a PDF: a4 (default) or letter", storeText(to)};
}

base::Result<Printing> printingTo(const std::vector<std::string>& paths, const std::string& paper)
{
    if (!paper.empty() && paper != kDefaultPaper && paper != "letter")
        return base::usageError("--paper '" + paper + "' is unknown", "use a4 or letter");
    if (paths.empty() && !paper.empty())
        return base::usageError("--paper needs a PDF", "add -o pdf=PATH");
    Printing printing;
    if (paths.empty())
        return printing;
    for (const std::string& path : paths) {
        if (path == "-" && ::isatty(STDOUT_FILENO) != 0)
            return base::usageError("a PDF is not for a terminal",
                "name a file, as in -o pdf=report.pdf, or send standard output to one");
    }
    printing.paper = paper.empty() ? kDefaultPaper : paper;
    const auto time = sourceTime();
    if (!time)
        return time.error();
    if (*time)
        printing.date = (*time)->time_since_epoch().count();
    printing.program = findPrintProgram();
    if (printing.program.empty())
        return noPdf("there is no cupel-print beside this program",
            "install the package cupel-desktop; in a source tree begin with ./dev run");
    return printing;
}

base::Result<void> writePdf(const std::string& path, const reports::Page& page,
    const reports::PrivacyView& view, const Printing& printing)
{
    const ChildProgram program{
        wordsOf(printing), bareEnvironment(), printing.timeLimit, kMostBytes};
    const auto pdf
        = pdfFrom(runChild(program, reports::pageJson(page, view), cancelFlag()), printing);
    if (pdf)
        return writeOutput(path, *pdf);
    base::Error error = pdf.error();
    error.where.file = path == "-" ? "standard output" : path;
    return error;
}

} // namespace cupel::batch
