#include <QCoreApplication>
#include <QFileInfo>
#include <QScopeGuard>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include "tests/ui/support/files.h"
#include "ui/window/settings.h"

namespace cupel::ui {

class SettingsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void keepsPinnedFirstAndTheLastOneNext();
    void keepsSoMany();
    void remembersRolesByPath();
    void theCatalogLiesInTheFolderForData();
    void theCatalogIsNamedThoughItsFolderCannotBeMade();

private:
    QTemporaryDir m_home;
};

void SettingsTest::initTestCase()
{
    qputenv("XDG_CONFIG_HOME", m_home.path().toUtf8());
    qputenv("XDG_DATA_HOME", m_home.filePath(QStringLiteral("data")).toUtf8());
    QCoreApplication::setOrganizationName(QStringLiteral("cupel"));
    QCoreApplication::setApplicationName(QStringLiteral("cupel"));
}

void SettingsTest::keepsPinnedFirstAndTheLastOneNext()
{
    Settings settings;
    settings.clearRecent();
    for (const auto* path : {"/a", "/b", "/c"})
        settings.addRecent(QLatin1String(path));
    settings.setPinned(QStringLiteral("/a"), true);
    settings.addRecent(QStringLiteral("/b"));
    const std::vector<RecentFile> files = Settings().recent();
    QCOMPARE(files.size(), std::size_t{3});
    QCOMPARE(files[0].path, QStringLiteral("/a"));
    QVERIFY(files[0].isPinned);
    QCOMPARE(files[1].path, QStringLiteral("/b"));
    settings.removeRecent(QStringLiteral("/b"));
    QCOMPARE(settings.recent().size(), std::size_t{2});
}

void SettingsTest::keepsSoMany()
{
    Settings settings;
    settings.clearRecent();
    for (int i = 0; i < 50; ++i)
        settings.addRecent(QString::number(i));
    QCOMPARE(static_cast<int>(settings.recent().size()), Settings::kMostRecent);
    QCOMPARE(settings.recent().front().path, QStringLiteral("49"));
}

void SettingsTest::remembersRolesByPath()
{
    Settings settings;
    settings.setRolesFor(QStringLiteral("/x/y.csv"), "{1}");
    QCOMPARE(Settings().rolesFor(QStringLiteral("/x/y.csv")), QByteArray("{1}"));
    QVERIFY(settings.rolesFor(QStringLiteral("/x")).isEmpty());
    settings.setRolesFor(QStringLiteral("/x/y.csv"), {});
    QVERIFY(settings.rolesFor(QStringLiteral("/x/y.csv")).isEmpty());
}

void SettingsTest::theCatalogLiesInTheFolderForData()
{
    const QString path = defaultCatalog();
    QCOMPARE(path, m_home.filePath(QStringLiteral("data/cupel/catalog.cupel")));
    const QFileInfo folder(QFileInfo(path).path());
    QVERIFY(folder.isDir());
    QVERIFY(
        !folder.permission(QFileDevice::ReadOther) && !folder.permission(QFileDevice::ReadGroup));
}

/// The window says that there is no such folder.
void SettingsTest::theCatalogIsNamedThoughItsFolderCannotBeMade()
{
    const QByteArray usual = qgetenv("XDG_DATA_HOME");
    const auto restore = qScopeGuard([&usual] { qputenv("XDG_DATA_HOME", usual); });
    const QString file = m_home.filePath(QStringLiteral("file"));
    test::write(file, "x");
    qputenv("XDG_DATA_HOME", file.toUtf8());
    QCOMPARE(defaultCatalog(), file + QStringLiteral("/cupel/catalog.cupel"));
}

} // namespace cupel::ui

QTEST_GUILESS_MAIN(cupel::ui::SettingsTest)
#include "tst_settings.moc"
