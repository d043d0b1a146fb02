#include <QDir>
#include <QMimeData>
#include <QTemporaryDir>
#include <QTest>
#include <QUrl>

#include "tests/ui/support/files.h"
#include "ui/theme/shown.h"
#include "ui/window/dropped_paths.h"

namespace cupel::ui {

using Paths = std::vector<std::string>;

class DroppedPathsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void aFileStandsForItself();
    void aFolderStandsForItsTables();
    void aDocumentStandsForTheTablesBesideIt();
    void severalTablesAreOpenedInTheirOrder();
    void aTableComesWithItsDocuments();
    void aDocumentBesideAFolderBringsItsTables();
    void aCardFromElsewhereBelongsToTheOneTable();
    void saysWhatIsOfNoUse();
    void namesNeedBeNoUtf8();

private:
    std::string at(const std::string& name) const { return bytesOf(m_folder->path()) + "/" + name; }
    void make(const std::vector<std::string>& names) const;
    static Paths tablesOf(const OpeningPlan& plan);

    std::unique_ptr<QTemporaryDir> m_folder;
};

void DroppedPathsTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(QDir(m_folder->path()).mkdir(QStringLiteral("other")));
}

void DroppedPathsTest::make(const std::vector<std::string>& names) const
{
    for (const std::string& name : names)
        test::write(QString::fromStdString(at(name)), "x\n");
}

Paths DroppedPathsTest::tablesOf(const OpeningPlan& plan)
{
    Paths paths;
    for (const OpeningPlan::Table& table : plan.tables)
        paths.push_back(table.path);
    return paths;
}

void DroppedPathsTest::aFileStandsForItself()
{
    make({"b.txt"});
    const OpeningPlan plan = planOf({at("b.txt")});
    QCOMPARE(tablesOf(plan), Paths{at("b.txt")});
    QVERIFY(!plan.isChoice);
}

void DroppedPathsTest::aFolderStandsForItsTables()
{
    make({"b.csv", "a.tsv", "C.CSV", "notes.pdf", "README.md"});
    for (const std::string& folder : {at(""), at("."), bytesOf(m_folder->path())}) {
        const OpeningPlan plan = planOf({folder});
        QCOMPARE(tablesOf(plan), (Paths{at("C.CSV"), at("a.tsv"), at("b.csv")}));
        QVERIFY(plan.isChoice);
    }
}

void DroppedPathsTest::aDocumentStandsForTheTablesBesideIt()
{
    make({"data.csv", "README.md", "croissant.json", "LICENSE"});
    for (const auto* name : {"README.md", "croissant.json", "LICENSE"}) {
        const OpeningPlan plan = planOf({at(name)});
        QCOMPARE(tablesOf(plan), Paths{at("data.csv")});
        QCOMPARE(plan.beside, Paths{at(name)});
    }
    // Several of them do not stand for more.
    make({"more.csv"});
    const OpeningPlan plan = planOf({at("README.md"), at("LICENSE")});
    QCOMPARE(tablesOf(plan), (Paths{at("data.csv"), at("more.csv")}));
    QVERIFY(plan.isChoice);
}

void DroppedPathsTest::severalTablesAreOpenedInTheirOrder()
{
    make({"b.csv", "a.csv", "other/c.csv"});
    const OpeningPlan plan = planOf({at("b.csv"), at("other"), at("a.csv"), at("b.csv")});
    QCOMPARE(tablesOf(plan), (Paths{at("b.csv"), at("other/c.csv"), at("a.csv")}));
    QVERIFY(!plan.isChoice);
}

void DroppedPathsTest::aTableComesWithItsDocuments()
{
    make({"a.csv", "b.csv", "README.md", "LICENSE"});
    const OpeningPlan plan = planOf({at("README.md"), at("a.csv"), at("LICENSE")});
    QCOMPARE(tablesOf(plan), Paths{at("a.csv")});
    QCOMPARE(plan.beside, (Paths{at("README.md"), at("LICENSE")}));
    QVERIFY(plan.tables.front().card.empty());
    QVERIFY(plan.unused.empty());
}

/// A folder names no table: documents elsewhere stand for those beside them as well.
void DroppedPathsTest::aDocumentBesideAFolderBringsItsTables()
{
    for (const char* folder : {"many", "sample"})
        QVERIFY(QDir(m_folder->path()).mkpath(QString::fromLatin1(folder)));
    make({"many/a.csv", "many/b.csv", "sample/README.md", "sample/loans.csv"});
    const OpeningPlan plan = planOf({at("many"), at("sample/README.md")});
    QCOMPARE(tablesOf(plan), (Paths{at("many/a.csv"), at("many/b.csv"), at("sample/loans.csv")}));
    QCOMPARE(plan.beside, Paths{at("sample/README.md")});
    QVERIFY(plan.unused.empty());
    QVERIFY(!plan.isChoice);
}

void DroppedPathsTest::aCardFromElsewhereBelongsToTheOneTable()
{
    make({"a.csv", "b.csv", "other/README.md", "other/LICENSE"});
    const OpeningPlan one = planOf({at("a.csv"), at("other/README.md"), at("other/LICENSE")});
    QCOMPARE(one.tables.front().card, at("other/README.md"));
    QCOMPARE(one.unused, Paths{at("other/LICENSE")});
    const OpeningPlan two = planOf({at("a.csv"), at("b.csv"), at("other/README.md")});
    QVERIFY(two.tables.front().card.empty());
    QCOMPARE(two.unused, Paths{at("other/README.md")});
}

void DroppedPathsTest::saysWhatIsOfNoUse()
{
    make({"a.csv"});
    const OpeningPlan plan = planOf({at("a.csv"), at("none.csv"), at("other")});
    QCOMPARE(tablesOf(plan), Paths{at("a.csv")});
    QCOMPARE(plan.missing, Paths{at("none.csv")});
    QCOMPARE(plan.unused, Paths{at("other")});
    QVERIFY(planOf({}).tables.empty());
}

void DroppedPathsTest::namesNeedBeNoUtf8()
{
    const std::string path = at("caf\xe9.csv");
    FILE* file = std::fopen(path.c_str(), "w");
    QVERIFY(file);
    std::fclose(file);
    QMimeData data;
    const QByteArray url = "file://" + QByteArray::fromStdString(at("caf%E9.csv"));
    data.setUrls({QUrl::fromEncoded(url), QUrl(QStringLiteral("https://example.org/a.csv")),
        QUrl::fromLocalFile(QStringLiteral("/a b%20/ü.csv"))});
    QCOMPARE(localPaths(data), (Paths{path, "/a b%20/\xc3\xbc.csv"}));
    QCOMPARE(tablesOf(planOf({path})), Paths{path});
    QCOMPARE(tablesOf(planOf({bytesOf(m_folder->path())})), Paths{path});
}

} // namespace cupel::ui

QTEST_GUILESS_MAIN(cupel::ui::DroppedPathsTest)
#include "tst_dropped_paths.moc"
