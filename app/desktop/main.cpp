#include <QApplication>
#include <QCommandLineParser>
#include <QHashSeed>
#include <QIcon>
#include <clocale>
#include <cstdio>

#include "ui/theme/shown.h"
#include "ui/window/main_window.h"

namespace {

struct Arguments {
    QString catalog;
    bool keepsNothing = false;
    QStringList paths;
};

Arguments read(const QApplication& application)
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
        QApplication::translate("main", "A table, or a folder that holds one."),
        QStringLiteral("[PATH]"));
    parser.process(application);
    return {parser.value(catalog), parser.isSet(memory), parser.positionalArguments()};
}

} // namespace

int main(int argc, char** argv)
{
    QHashSeed::setDeterministicGlobalSeed();
    QApplication application(argc, argv);
    // The numbers of files are written with points, whatever the person's language.
    std::setlocale(LC_NUMERIC, "C");
    QApplication::setApplicationName(QStringLiteral("cupel"));
    QApplication::setApplicationDisplayName(QStringLiteral("Cupel"));
    QApplication::setOrganizationName(QStringLiteral("cupel"));
    QApplication::setDesktopFileName(QStringLiteral("org.cupel.Cupel"));
    QApplication::setApplicationVersion(QString::fromLatin1(CUPEL_VERSION));
    QApplication::setWindowIcon(QIcon::fromTheme(
        QStringLiteral("org.cupel.Cupel"), QIcon(QStringLiteral(":/icons/org.cupel.Cupel.svg"))));
    const Arguments arguments = read(application);
    const QString catalog
        = arguments.catalog.isEmpty() ? cupel::ui::defaultCatalog() : arguments.catalog;
    cupel::ui::MainWindow window(
        arguments.keepsNothing ? std::string() : cupel::ui::bytesOf(catalog));
    window.show();
    if (!arguments.paths.isEmpty()) {
        QMetaObject::invokeMethod(
            &window, [&] { window.openPath(arguments.paths.front()); }, Qt::QueuedConnection);
    }
    return QApplication::exec();
}
