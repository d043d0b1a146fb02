#include "ui/window/settings.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSettings>
#include <QStandardPaths>
#include <algorithm>

#include "ui/theme/shown.h"

namespace cupel::ui {
namespace {

const auto kScheme = QStringLiteral("window/scheme");
const auto kGeometry = QStringLiteral("window/geometry");
const auto kLayout = QStringLiteral("window/layout");
const auto kPages = QStringLiteral("pages");
const auto kShownPage = QStringLiteral("window/page");
const auto kRecent = QStringLiteral("recent");
const auto kRoles = QStringLiteral("roles/");
const auto kReading = QStringLiteral("reading/");
const auto kKeepsSource = QStringLiteral("import/keepsSource");

/// Keys of QSettings end at slashes.
QString keyOf(const QString& group, const QString& path)
{
    return group + QString::fromLatin1(path.toUtf8().toHex());
}

void setOrRemove(const QString& key, const QByteArray& value)
{
    if (value.isEmpty())
        QSettings().remove(key);
    else
        QSettings().setValue(key, value);
}

/// What is written next says something of the person's data. A file that is there keeps its
/// permissions.
void closeToOthers()
{
    const QString path = QSettings().fileName();
    const auto own = QFileDevice::ReadOwner | QFileDevice::WriteOwner;
    QDir().mkpath(QFileInfo(path).path());
    QFile file(path);
    if (!file.exists())
        file.open(QIODevice::WriteOnly | QIODevice::NewOnly, own);
    QFile::setPermissions(path, own);
}

QString defaultCatalogPath()
{
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation);
    return folder.isEmpty() ? QString() : folder + QStringLiteral("/cupel/catalog.cupel");
}

} // namespace

Scheme Settings::scheme() const
{
    const int value = QSettings().value(kScheme, 0).toInt();
    return value == 1 ? Scheme::Light : value == 2 ? Scheme::Dark : Scheme::System;
}

void Settings::setScheme(Scheme scheme)
{
    QSettings().setValue(kScheme, scheme == Scheme::Light ? 1 : scheme == Scheme::Dark ? 2 : 0);
}

QByteArray Settings::geometry() const
{
    return QSettings().value(kGeometry).toByteArray();
}

QByteArray Settings::layout() const
{
    return QSettings().value(kLayout).toByteArray();
}

void Settings::setWindow(const QByteArray& geometry, const QByteArray& layout)
{
    QSettings settings;
    settings.setValue(kGeometry, geometry);
    settings.setValue(kLayout, layout);
}

void Settings::resetWindow()
{
    QSettings settings;
    settings.remove(kGeometry);
    settings.remove(kLayout);
    settings.remove(kPages);
    settings.remove(kShownPage);
}

std::map<QString, QByteArray> Settings::pageLayouts() const
{
    QSettings settings;
    settings.beginGroup(kPages);
    std::map<QString, QByteArray> layouts;
    for (const QString& page : settings.childKeys())
        layouts[page] = settings.value(page).toByteArray();
    return layouts;
}

void Settings::setPageLayouts(const std::map<QString, QByteArray>& layouts)
{
    QSettings settings;
    settings.beginGroup(kPages);
    for (const auto& [page, layout] : layouts)
        settings.setValue(page, layout);
}

QString Settings::shownPage() const
{
    return QSettings().value(kShownPage).toString();
}

void Settings::setShownPage(const QString& page)
{
    QSettings().setValue(kShownPage, page);
}

std::vector<RecentFile> Settings::recent() const
{
    QSettings settings;
    std::vector<RecentFile> files;
    const int size = std::min(settings.beginReadArray(kRecent), kMostRecent);
    for (int i = 0; i < size; ++i) {
        settings.setArrayIndex(i);
        files.push_back({settings.value(QStringLiteral("path")).toString(),
            settings.value(QStringLiteral("pinned")).toBool()});
    }
    std::erase_if(files, [](const RecentFile& file) { return file.path.isEmpty(); });
    std::stable_sort(files.begin(), files.end(),
        [](const RecentFile& a, const RecentFile& b) { return a.isPinned && !b.isPinned; });
    return files;
}

void Settings::setRecent(const std::vector<RecentFile>& files)
{
    closeToOthers();
    QSettings settings;
    settings.remove(kRecent);
    settings.beginWriteArray(kRecent);
    for (int i = 0; i < static_cast<int>(files.size()) && i < kMostRecent; ++i) {
        settings.setArrayIndex(i);
        settings.setValue(QStringLiteral("path"), files[static_cast<std::size_t>(i)].path);
        settings.setValue(QStringLiteral("pinned"), files[static_cast<std::size_t>(i)].isPinned);
    }
    settings.endArray();
}

void Settings::addRecent(const QString& path)
{
    std::vector<RecentFile> files = recent();
    const auto known = std::find_if(
        files.begin(), files.end(), [&](const RecentFile& file) { return file.path == path; });
    const RecentFile file{path, known != files.end() && known->isPinned};
    if (known != files.end())
        files.erase(known);
    const auto firstLoose = std::find_if(
        files.begin(), files.end(), [](const RecentFile& one) { return !one.isPinned; });
    files.insert(file.isPinned ? files.begin() : firstLoose, file);
    setRecent(files);
}

void Settings::removeRecent(const QString& path)
{
    std::vector<RecentFile> files = recent();
    std::erase_if(files, [&](const RecentFile& file) { return file.path == path; });
    setRecent(files);
}

void Settings::replaceRecent(const QString& before, const QString& now)
{
    std::vector<RecentFile> files = recent();
    std::erase_if(files, [&](const RecentFile& file) { return file.path == now; });
    for (RecentFile& file : files) {
        if (file.path == before)
            file.path = now;
    }
    setRecent(files);
    if (const QByteArray roles = rolesFor(before); !roles.isEmpty())
        setRolesFor(now, roles);
    if (const QByteArray reading = readingFor(before); !reading.isEmpty())
        setReadingFor(now, reading);
}

void Settings::setPinned(const QString& path, bool isPinned)
{
    std::vector<RecentFile> files = recent();
    for (RecentFile& file : files) {
        if (file.path == path)
            file.isPinned = isPinned;
    }
    setRecent(files);
}

void Settings::clearRecent()
{
    setRecent({});
}

QByteArray Settings::rolesFor(const QString& path) const
{
    return QSettings().value(keyOf(kRoles, path)).toByteArray();
}

void Settings::setRolesFor(const QString& path, const QByteArray& json)
{
    closeToOthers();
    setOrRemove(keyOf(kRoles, path), json);
}

QByteArray Settings::readingFor(const QString& path) const
{
    return QSettings().value(keyOf(kReading, path)).toByteArray();
}

void Settings::setReadingFor(const QString& path, const QByteArray& text)
{
    closeToOthers();
    setOrRemove(keyOf(kReading, path), text);
}

bool Settings::keepsSource() const
{
    return QSettings().value(kKeepsSource, false).toBool();
}

void Settings::setKeepsSource(bool keeps)
{
    QSettings().setValue(kKeepsSource, keeps);
}

QString defaultCatalog()
{
    const QString path = defaultCatalogPath();
    if (path.isEmpty())
        return {};
    const QDir own(QFileInfo(path).path());
    if (!own.exists() && QDir().mkpath(own.path()))
        QFile::setPermissions(
            own.path(), QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner);
    return path;
}

bool isDefaultCatalog(const std::string& path)
{
    return path == bytesOf(defaultCatalogPath());
}

QString samplePath()
{
    const QDir program(QCoreApplication::applicationDirPath());
    for (const QString& folder : {program.filePath(QStringLiteral("../share/doc/cupel/sample")),
             QStringLiteral(CUPEL_SAMPLE_FOLDER)}) {
        const QFileInfo file(QDir(folder).filePath(QStringLiteral("loans.csv")));
        if (file.isFile())
            return file.canonicalFilePath();
    }
    return {};
}

} // namespace cupel::ui
