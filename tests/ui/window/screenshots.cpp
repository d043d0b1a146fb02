// screenshots FOLDER TABLE [ROLES] [light|dark] [150%] [1280x860]: every page of the window as a
// picture, with the text or the window in another size.
#include <QApplication>
#include <QDir>
#include <QEventLoop>
#include <QFile>
#include <QRegularExpression>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QTimer>

#include "ui/theme/shown.h"
#include "ui/window/main_window.h"
#include "ui/window/page_tabs.h"

namespace {

using cupel::ui::MainWindow;

void waitForWork(MainWindow& window)
{
    QEventLoop loop;
    QTimer timer;
    timer.start(50);
    QObject::connect(&timer, &QTimer::timeout, &loop, [&] {
        if (window.jobs().jobs().empty())
            loop.quit();
    });
    loop.exec();
    QApplication::processEvents();
}

cupel::audits::Roles rolesOf(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("cannot open the roles");
    auto roles = cupel::audits::rolesFromJson(file.readAll().toStdString(), "roles.json");
    if (!roles)
        qFatal("%s", roles.error().message.c_str());
    return std::move(*roles);
}

QSize sizeIn(const QStringList& arguments)
{
    static const QRegularExpression kSize(QStringLiteral("^(\\d+)x(\\d+)$"));
    for (const QString& argument : arguments) {
        const QRegularExpressionMatch match = kSize.match(argument);
        if (match.hasMatch())
            return {match.captured(1).toInt(), match.captured(2).toInt()};
    }
    return {1280, 860};
}

} // namespace

int main(int argc, char** argv)
{
    QApplication application(argc, argv);
    const QStringList arguments = QApplication::arguments();
    if (arguments.size() < 3)
        qFatal("screenshots FOLDER TABLE [ROLES] [light|dark] [150%%] [1280x860]");
    for (const QString& argument : arguments) {
        if (!argument.endsWith(QLatin1Char('%')))
            continue;
        QFont font = QApplication::font();
        font.setPointSizeF(font.pointSizeF() * argument.chopped(1).toDouble() / 100.0);
        QApplication::setFont(font);
    }
    const QTemporaryDir home;
    qputenv("XDG_CONFIG_HOME", home.path().toUtf8());
    const bool isDark = arguments.contains(QStringLiteral("dark"));
    MainWindow window(cupel::ui::bytesOf(home.filePath(QStringLiteral("catalog.cupel"))));
    cupel::ui::applyScheme(application, isDark ? cupel::ui::Scheme::Dark : cupel::ui::Scheme::Light,
        QApplication::palette());
    window.resize(sizeIn(arguments));
    window.show();
    waitForWork(window);
    const QDir folder(arguments[1]);
    const QString suffix = isDark ? QStringLiteral("-dark.png") : QStringLiteral(".png");
    window.grab().save(folder.filePath(QStringLiteral("0-start") + suffix));
    cupel::pipeline::AuditRequest request;
    request.inputs = {cupel::ui::bytesOf(arguments[2])};
    if (arguments.size() > 3 && QFile::exists(arguments[3]))
        request.roles = rolesOf(arguments[3]);
    window.workspace().open(request);
    waitForWork(window);
    auto* tabs = window.findChild<QTabWidget*>();
    for (int i = 0; i < tabs->count(); ++i) {
        tabs->setCurrentIndex(i);
        waitForWork(window);
        const QString name = tabs->tabText(i).section(QLatin1Char(' '), 0, 0).toLower();
        window.grab().save(
            folder.filePath(QStringLiteral("%1-%2").arg(QString::number(i + 1), name) + suffix));
    }
    return 0;
}
