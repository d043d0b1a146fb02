#include <QApplication>
#include <QCommandLineParser>
#include <QFile>
#include <QHashSeed>
#include <QIcon>
#include <QPointer>
#include <algorithm>
#include <array>
#include <clocale>
#include <string>
#include <string_view>
#include <vector>

#include "ui/theme/shown.h"
#include "ui/window/main_window.h"

namespace {

struct Arguments {
    std::string catalog; ///< empty: the usual one
    bool keepsNothing = false;
    std::vector<std::string> paths;
};

/// The bytes of an argument: names of files need be no UTF-8, which a QString cannot hold.
std::string bytesOfArgument(const QString& argument, const std::vector<std::string>& given)
{
    for (const std::string& one : given) {
        if (QFile::decodeName(one.c_str()) == argument)
            return one;
    }
    return cupel::ui::bytesOf(argument);
}

/// What is answered in the terminal needs no screen.
bool isAboutTheProgram(const std::vector<std::string>& given)
{
    constexpr std::array<std::string_view, 5> kOptions{
        "-h", "--help", "--help-all", "-v", "--version"};
    return std::any_of(given.begin(), given.end(), [&](const std::string& one) {
        return std::find(kOptions.begin(), kOptions.end(), one) != kOptions.end();
    });
}

/// Ends the program where the arguments ask for help or the version, or cannot be used.
Arguments read(const QCoreApplication& application, const std::vector<std::string>& given)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        QApplication::translate("main", "Audits datasets before anyone trusts them."));
    parser.addHelpOption();
    parser.addVersionOption();
    const QCommandLineOption catalog(QStringLiteral("catalog"),
        QApplication::translate("main", "The catalog to open, made where there is none."),
        QStringLiteral("FILE"));
    const QCommandLineOption memory(
        QStringLiteral("memory"), QApplication::translate("main", "Keep nothing."));
    parser.addOptions({catalog, memory});
    parser.addPositionalArgument(QStringLiteral("PATH"),
        QApplication::translate("main",
            "Tables, folders that hold some, or documents beside one. They are opened one after "
            "the other."),
        QStringLiteral("[PATH…]"));
    parser.process(application);
    Arguments arguments{bytesOfArgument(parser.value(catalog), given), parser.isSet(memory), {}};
    for (const QString& path : parser.positionalArguments())
        arguments.paths.push_back(bytesOfArgument(path, given));
    return arguments;
}

} // namespace

int main(int argc, char** argv)
{
    QHashSeed::setDeterministicGlobalSeed();
    QApplication::setApplicationName(QStringLiteral("cupel"));
    QApplication::setApplicationDisplayName(QStringLiteral("Cupel"));
    QApplication::setOrganizationName(QStringLiteral("cupel"));
    QApplication::setDesktopFileName(QStringLiteral("org.cupel.Cupel"));
    QApplication::setApplicationVersion(QString::fromLatin1(CUPEL_VERSION));
    const std::vector<std::string> given(argv, argv + argc);
    if (isAboutTheProgram(given))
        read(QCoreApplication(argc, argv), given);
    const QApplication application(argc, argv);
    // The numbers of files are written with points, whatever the person's language.
    std::setlocale(LC_NUMERIC, "C");
    QApplication::setWindowIcon(QIcon::fromTheme(
        QStringLiteral("org.cupel.Cupel"), QIcon(QStringLiteral(":/icons/org.cupel.Cupel.svg"))));
    const Arguments arguments = read(application, given);
    const std::string catalog = arguments.catalog.empty()
        ? cupel::ui::bytesOf(cupel::ui::defaultCatalog())
        : arguments.catalog;
    // Closed, it gives up its catalog, which other windows and programs may write to then.
    const QPointer<cupel::ui::MainWindow> window
        = new cupel::ui::MainWindow(arguments.keepsNothing ? std::string() : catalog);
    window->setAttribute(Qt::WA_DeleteOnClose);
    window->show();
    if (!arguments.paths.empty()) {
        QMetaObject::invokeMethod(
            window, [&] { window->openPaths(arguments.paths); }, Qt::QueuedConnection);
    }
    const int code = QApplication::exec();
    delete window;
    return code;
}
