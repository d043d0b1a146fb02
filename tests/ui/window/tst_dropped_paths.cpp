#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#include "tests/ui/support/files.h"
#include "ui/window/dropped_paths.h"

namespace cupel::ui {

class DroppedPathsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aFileStandsForItself();
    void aFolderStandsForItsTables();
    void aDocumentStandsForTheTablesBesideIt();
};

void DroppedPathsTest::aFileStandsForItself()
{
    QCOMPARE(tablesAt(QStringLiteral("/a/b.txt")), QStringList{QStringLiteral("/a/b.txt")});
}

void DroppedPathsTest::aFolderStandsForItsTables()
{
    const QTemporaryDir folder;
    for (const auto* name : {"b.csv", "a.tsv", "notes.pdf", "README.md"})
        test::write(folder.filePath(QLatin1String(name)), "x\n");
    QCOMPARE(tablesAt(folder.path()),
        (QStringList{
            folder.filePath(QStringLiteral("a.tsv")), folder.filePath(QStringLiteral("b.csv"))}));
    QVERIFY(tablesAt(folder.filePath(QStringLiteral("nowhere/README.md"))).isEmpty());
}

void DroppedPathsTest::aDocumentStandsForTheTablesBesideIt()
{
    const QTemporaryDir folder;
    for (const auto* name : {"data.csv", "README.md", "croissant.json", "LICENSE"})
        test::write(folder.filePath(QLatin1String(name)), "x\n");
    for (const auto* name : {"README.md", "croissant.json", "LICENSE"}) {
        QCOMPARE(tablesAt(folder.filePath(QLatin1String(name))),
            QStringList{folder.filePath(QStringLiteral("data.csv"))});
    }
}

} // namespace cupel::ui

QTEST_GUILESS_MAIN(cupel::ui::DroppedPathsTest)
#include "tst_dropped_paths.moc"
