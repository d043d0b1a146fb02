#include <algorithm>
#include <array>
#include <cerrno>
#include <clocale>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <exception>
#include <fcntl.h>
#include <new>
#include <optional>
#include <sys/prctl.h>
#include <unistd.h>

#include <QGuiApplication>
#include <QHashSeed>

#include "app/common/exit_code.h"
#include "app/print/arguments.h"
#include "core/reports/json_report.h"
#include "core/reports/page_json.h"
#include "core/reports/privacy.h"
#include "ui/print/pdf.h"

namespace cupel::print {
namespace {

constexpr std::size_t kLargestPage = std::size_t{256} << 20U;

int fail(const base::Error& error)
{
    common::printError("cupel-print", error);
    return common::exitCodeOf(error.code);
}

base::Result<std::string> readInput()
{
    const auto unreadable = [](const std::string& why) {
        return base::Error{base::ErrorCode::InputUnreadable,
            "standard input cannot be read: " + why, "give it a page as cupel writes it", {}};
    };
    std::string text;
    std::array<char, 65'536> buffer{};
    while (true) {
        const ssize_t size = ::read(STDIN_FILENO, buffer.data(), buffer.size());
        if (size < 0 && errno == EINTR)
            continue;
        if (size < 0)
            return unreadable(std::strerror(errno));
        if (size == 0)
            return text;
        text.append(buffer.data(), static_cast<std::size_t>(size));
        if (text.size() > kLargestPage)
            return unreadable("a page of more than 256 MiB is not drawn");
    }
}

base::Result<void> writeOutput(std::string_view bytes)
{
    while (!bytes.empty()) {
        const ssize_t wrote = ::write(STDOUT_FILENO, bytes.data(), bytes.size());
        if (wrote < 0 && errno == EINTR)
            continue;
        if (wrote < 0) {
            return base::Error{base::ErrorCode::OutputFailed,
                std::string("standard output cannot be written: ") + std::strerror(errno),
                "check where the output goes", {}};
        }
        bytes.remove_prefix(static_cast<std::size_t>(wrote));
    }
    return {};
}

/// What Qt finds as the environment of a person: no home, and an empty folder for sockets that
/// lasts as long as the object. Where it is told of none it asks who runs it and makes one that
/// stays. The folder has no name any more, so that it does not stay either where this is killed.
class BareEnvironment {
public:
    BareEnvironment()
    {
        qputenv("HOME", "/dev/null");
        std::array<char, 32> name{"/tmp/cupel-print-XXXXXX"};
        if (!::mkdtemp(name.data()))
            return;
        m_folder = ::open(name.data(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
        ::rmdir(name.data());
        if (m_folder >= 0)
            qputenv("XDG_RUNTIME_DIR", "/proc/self/fd/" + QByteArray::number(m_folder) + "/.");
    }
    ~BareEnvironment()
    {
        if (m_folder >= 0)
            ::close(m_folder);
    }
    BareEnvironment(const BareEnvironment&) = delete;
    BareEnvironment& operator=(const BareEnvironment&) = delete;

private:
    int m_folder = -1;
};

base::Result<void> draw(const ui::PdfOptions& options)
{
    const auto text = readInput();
    if (!text)
        return text.error();
    const auto page = reports::pageFromJson(*text);
    if (!page)
        return page.error();
    // What was to be hidden is not in the text.
    const reports::PrivacyView view(reports::Privacy::Full);
    const auto pdf = ui::pdfOf(*page, view, options);
    return pdf ? writeOutput(*pdf) : pdf.error();
}

int run(int argc, char** argv)
{
    const auto arguments = argumentsFrom({argv + std::min(argc, 1), argv + argc});
    if (!arguments)
        return fail(arguments.error());
    if (arguments->wantsVersion) {
        std::printf("cupel-print %s\n", std::string(reports::programVersion()).c_str());
        return common::kClean;
    }
    // Without a screen; and Qt sees none of the arguments, among which it would look for its own.
    qputenv("QT_QPA_PLATFORM", "offscreen");
    std::optional<BareEnvironment> bare(std::in_place);
    // Nobody waits for the PDF of a batch program that was ended.
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    int one = std::min(argc, 1);
    const QGuiApplication application(one, argv);
    bare.reset();
    // Numbers are written with points, whatever the person's language.
    std::setlocale(LC_NUMERIC, "C");
    const auto drawn = draw(arguments->pdf);
    return drawn ? static_cast<int>(common::kClean) : fail(drawn.error());
}

} // namespace
} // namespace cupel::print

int main(int argc, char** argv)
{
    QHashSeed::setDeterministicGlobalSeed();
    try {
        return cupel::print::run(argc, argv);
    } catch (const std::bad_alloc&) {
        std::fputs("cupel-print: out of memory\n", stderr);
    } catch (const std::exception& exception) {
        std::fprintf(stderr, "cupel-print: internal error: %s\n", exception.what());
    }
    return cupel::common::kInternal;
}
