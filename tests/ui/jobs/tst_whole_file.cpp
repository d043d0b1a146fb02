#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>
#include <sys/stat.h>

#include "core/catalog/catalog.h"
#include "tests/ui/support/file_size_limit.h"
#include "ui/jobs/whole_file.h"
#include "ui/theme/shown.h"

namespace cupel::ui {

/// What is written takes its place whole, or what was there stays.
class WholeFileTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void takesThePlaceOfWhatWasThere();
    void withoutItsEndNothingIsWritten();
    void whatIsNoFileStays();
    void whatFindsNoRoomIsNotWritten();
    void catalogsAreNeverReplaced();

private:
    QString at(const char* name) const { return m_folder->filePath(QString::fromLatin1(name)); }
    static QByteArray contentOf(const QString& path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("none");
    }
    QStringList names() const
    {
        return QDir(m_folder->path()).entryList(QDir::Files | QDir::Hidden | QDir::System);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void WholeFileTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(writeFile(at("r.json"), "{}"));
}

void WholeFileTest::takesThePlaceOfWhatWasThere()
{
    QVERIFY(writeFile(at("r.json"), "[1]"));
    QCOMPARE(contentOf(at("r.json")), QByteArray("[1]"));
    QCOMPARE(names(), QStringList{QStringLiteral("r.json")});
}

void WholeFileTest::withoutItsEndNothingIsWritten()
{
    {
        WholeFile file(at("r.json"));
        QVERIFY(file.open());
        QVERIFY(file.write("half of "));
    }
    QCOMPARE(contentOf(at("r.json")), QByteArray("{}"));
    QCOMPARE(names(), QStringList{QStringLiteral("r.json")});
}

void WholeFileTest::whatIsNoFileStays()
{
    QCOMPARE(::mkfifo(qPrintable(at("pipe")), 0600), 0);
    QVERIFY(!writeFile(at("pipe"), "{}"));
    QVERIFY(!QFileInfo(at("pipe")).isFile());
    const auto failed = writeFile(at("no/such/r.json"), "{}");
    QVERIFY(!failed);
    QCOMPARE(failed.error().code, base::ErrorCode::OutputFailed);
}

void WholeFileTest::whatFindsNoRoomIsNotWritten()
{
    {
        const test::FileSizeLimit limit(8);
        QVERIFY(!writeFile(at("r.json"), "a text that finds no room"));
    }
    QCOMPARE(contentOf(at("r.json")), QByteArray("{}"));
    QCOMPARE(names(), QStringList{QStringLiteral("r.json")});
}

void WholeFileTest::catalogsAreNeverReplaced()
{
    const std::string path = bytesOf(at("c.json"));
    QVERIFY(catalog::Catalog::open(path, catalog::Catalog::Missing::Create));
    const QByteArray before = contentOf(at("c.json"));
    QVERIFY(!before.isEmpty());
    for (const char* name : {"c.json", "c.json-wal", "c.json.lock"}) {
        const auto refused = writeFile(at(name), "{}");
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, base::ErrorCode::Usage);
    }
    QCOMPARE(contentOf(at("c.json")), before);
    QVERIFY(!QFile::exists(at("c.json.lock")));
}

} // namespace cupel::ui

QTEST_MAIN(cupel::ui::WholeFileTest)
#include "tst_whole_file.moc"
