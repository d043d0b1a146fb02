#include <QDir>
#include <QFileInfo>
#include <QSignalSpy>
#include <QTest>
#include <chrono>
#include <filesystem>

#include "tests/ui/jobs/workspace_folder.h"

namespace cupel::ui {

/// Files of datasets, and data files, that are gone or other ones.
class WorkspaceDataTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<test::WorkspaceFolder>(); }
    void aFileThatWasMovedIsFound();
    void anotherFileThanTheOneThatWasMovedIsAVersion();
    void aDatasetWithoutItsDataIsShown();
    void aDataFileIsMadeAgain();
    void whatAKilledProgramLeftIsDeleted();

private:
    std::unique_ptr<test::WorkspaceFolder> m_folder;
};

void WorkspaceDataTest::aFileThatWasMovedIsFound()
{
    JobList jobs;
    Workspace workspace(m_folder->catalog(), jobs);
    const std::string old = m_folder->table(QStringLiteral("p.csv"), "a,b\nx,1\ny,2\n");
    test::open(workspace, test::request(old));
    const QString moved = m_folder->filePath(QStringLiteral("moved.csv"));
    QVERIFY(QFile::rename(QString::fromStdString(old), moved));
    workspace.refresh();
    QTRY_VERIFY(!workspace.datasets().empty() && workspace.datasets().front().isMissing);
    const QSignalSpy failed(&workspace, &Workspace::failed);
    const QSignalSpy changed(&workspace, &Workspace::datasetChanged);
    workspace.reopen("p");
    QTRY_COMPARE(changed.size(), 1);
    QVERIFY(workspace.dataset()->noRows);
    const QSignalSpy located(&workspace, &Workspace::located);
    workspace.locate("p", bytesOf(moved));
    QTRY_COMPARE(located.size(), 1);
    QTRY_COMPARE(changed.size(), 2);
    QVERIFY(!workspace.dataset()->noRows);
    QCOMPARE(workspace.dataset()->name, std::string("p"));
    QCOMPARE(workspace.dataset()->version, std::int64_t{1});
    QCOMPARE(workspace.dataset()->request.inputs, std::vector<std::string>{bytesOf(moved)});
    const auto row = workspace.dataset()->file->table.source->row(1);
    QVERIFY(row);
    QCOMPARE(row->cells, (std::vector<std::string>{"y", "2"}));
    QTRY_VERIFY(!workspace.datasets().front().isMissing);
    QCOMPARE(failed.size(), 0);
}

void WorkspaceDataTest::anotherFileThanTheOneThatWasMovedIsAVersion()
{
    JobList jobs;
    Workspace workspace(m_folder->catalog(), jobs);
    const std::string old = m_folder->table(QStringLiteral("p.csv"), "a,b\nx,1\ny,2\n");
    test::open(workspace, test::request(old));
    QVERIFY(QFile::remove(QString::fromStdString(old)));
    const QSignalSpy differs(&workspace, &Workspace::differs);
    // As long as the other one, so that only its bytes tell.
    const std::string other = m_folder->table(QStringLiteral("other.csv"), "a,b\nx,1\ny,3\n");
    workspace.locate("p", other);
    QTRY_COMPARE(differs.size(), 1);
    QCOMPARE(differs.front().at(0).value<std::string>(), std::string("p"));
    QCOMPARE(differs.front().at(2).value<std::int64_t>(), std::int64_t{2});
    QTRY_VERIFY(jobs.jobs().empty());
    QCOMPARE(workspace.datasets().front().summary.dataset.path, old);
    const QSignalSpy changed(&workspace, &Workspace::datasetChanged);
    workspace.open(test::request(other), "p");
    QTRY_COMPARE(changed.size(), 1);
    QCOMPARE(workspace.dataset()->name, std::string("p"));
    QCOMPARE(workspace.dataset()->version, std::int64_t{2});
    QTRY_VERIFY(jobs.jobs().empty());
    QCOMPARE(workspace.datasets().size(), std::size_t{1});
    QCOMPARE(workspace.datasets().front().summary.dataset.path, other);
}

/// Its input and its data file are gone, but its run is whole in the catalog.
void WorkspaceDataTest::aDatasetWithoutItsDataIsShown()
{
    JobList jobs;
    Workspace workspace(m_folder->catalog(), jobs);
    const std::string path = m_folder->table(QStringLiteral("p.csv"), "a,b\nx,1\ny,2\n");
    test::open(workspace, test::request(path));
    QTRY_VERIFY(jobs.jobs().empty());
    QVERIFY(QFile::remove(QString::fromStdString(path)));
    const QSignalSpy failed(&workspace, &Workspace::failed);
    const QSignalSpy changed(&workspace, &Workspace::datasetChanged);
    const auto reopen = [&] {
        workspace.reopen("p");
        QTRY_VERIFY(jobs.jobs().empty());
        QCOMPARE(failed.size(), 0);
        QCOMPARE(workspace.dataset()->dataset().description.rows, std::int64_t{2});
        QVERIFY(workspace.dataset()->noRows);
        QVERIFY(workspace.canReview());
    };
    reopen();
    QCOMPARE(workspace.dataset()->noRows->code, base::ErrorCode::InputMissing);
    QVERIFY(workspace.dataset()->file);
    const QDir folder(m_folder->path());
    for (const QString& file : folder.entryList({QStringLiteral("*.cupeldata")}))
        QVERIFY(QFile::remove(folder.filePath(file)));
    reopen();
    QCOMPARE(workspace.dataset()->noRows->code, base::ErrorCode::InputMissing);
    QVERIFY(!workspace.dataset()->file);
    // As long as the other one, so that only its bytes tell.
    m_folder->table(QStringLiteral("p.csv"), "a,b\nx,1\ny,3\n");
    reopen();
    QCOMPARE(workspace.dataset()->noRows->code, base::ErrorCode::InputUnreadable);
    QVERIFY(!workspace.dataset()->file);
    QCOMPARE(changed.size(), 3);
    m_folder->table(QStringLiteral("p.csv"), "a,b\nx,1\ny,2\n");
    workspace.reopen("p");
    QTRY_COMPARE(changed.size(), 4);
    QVERIFY(!workspace.dataset()->noRows);
    QCOMPARE(workspace.dataset()->file->table.rows, std::uint64_t{2});
}

void WorkspaceDataTest::aDataFileIsMadeAgain()
{
    JobList jobs;
    Workspace workspace(m_folder->catalog(), jobs);
    pipeline::AuditRequest asked
        = test::request(m_folder->table(QStringLiteral("p.csv"), "a,b\nx,1\ny,?\n"));
    asked.options.nullTokens = {"?"};
    asked.options.types["b"] = table::ColumnType::Text;
    test::open(workspace, asked);
    QTRY_VERIFY(jobs.jobs().empty());
    const QDir folder(m_folder->path());
    const QString name = folder.entryList({QStringLiteral("*.cupeldata")}).value(0);
    const qint64 size = QFileInfo(folder.filePath(name)).size();
    const QSignalSpy changed(&workspace, &Workspace::datasetChanged);
    for (const QByteArray& bytes : {QByteArray(), QByteArray("no data file\n")}) {
        QVERIFY(QFile::remove(folder.filePath(name)));
        if (!bytes.isEmpty())
            m_folder->table(name, bytes);
        const auto before = changed.size();
        workspace.reopen("p");
        QTRY_COMPARE(changed.size(), before + 1);
        QVERIFY(!workspace.dataset()->noRows);
        QCOMPARE(workspace.dataset()->file->table.columns[1].type, table::ColumnType::Text);
        QCOMPARE(workspace.dataset()->file->table.columns[1].profile.missing, std::int64_t{1});
        QCOMPARE(QFileInfo(folder.filePath(name)).size(), size);
        QTRY_VERIFY(jobs.jobs().empty());
    }
    QCOMPARE(m_folder->problems(), QStringList());
}

/// A data file that no version names is of a program at work, or of one that died.
void WorkspaceDataTest::whatAKilledProgramLeftIsDeleted()
{
    JobList jobs;
    Workspace workspace(m_folder->catalog(), jobs);
    test::open(workspace, test::request(m_folder->table(QStringLiteral("p.csv"), "a\nx\ny\n")));
    QTRY_VERIFY(jobs.jobs().empty());
    const std::string young = m_folder->table(QStringLiteral("c-young.cupeldata"), "x");
    const std::string old = m_folder->table(QStringLiteral("c-old.cupeldata"), "x");
    const std::string others = m_folder->table(QStringLiteral("d-old.cupeldata"), "x");
    for (const std::string& file : {old, others})
        std::filesystem::last_write_time(
            file, std::filesystem::file_time_type::clock::now() - std::chrono::hours(25));
    QCOMPARE(m_folder->problems().size(), 1);
    QVERIFY2(m_folder->problems().front().contains(QStringLiteral("c-old")),
        qPrintable(m_folder->problems().front()));
    test::open(workspace, test::request(m_folder->table(QStringLiteral("q.csv"), "a\n1\n2\n")));
    QTRY_VERIFY(jobs.jobs().empty());
    QVERIFY(!std::filesystem::exists(old));
    QVERIFY(std::filesystem::exists(young));
    QVERIFY(std::filesystem::exists(others));
    QCOMPARE(m_folder->problems(), QStringList());
    workspace.reopen("p");
    QTRY_COMPARE(workspace.dataset()->name, std::string("p"));
}

} // namespace cupel::ui

QTEST_GUILESS_MAIN(cupel::ui::WorkspaceDataTest)
#include "tst_workspace_data.moc"
