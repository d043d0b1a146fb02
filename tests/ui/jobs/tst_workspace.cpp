#include <QDir>
#include <QSignalSpy>
#include <QTest>

#include "tests/ui/jobs/workspace_folder.h"

namespace cupel::ui {

class WorkspaceTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<test::WorkspaceFolder>(); }
    void auditsAndRemembers();
    void reopensWithoutReading();
    void auditsWithOtherRoles();
    void saysWhyAnInputCannotBeOpened_data();
    void saysWhyAnInputCannotBeOpened();
    void keepsTheOpenDatasetWhereAnotherFails();
    void aLaterRequestReplacesAnEarlierOne();
    void aCancelledAuditLeavesNothing();
    void whatWasStoppedIsDoneAgain();
    void worksWithoutACatalog();
    void tellsTheHistory();
    void aDatasetThatIsNotInTheCatalogHasNoHistory();
    void saysWhyThereIsNoHistory();

private:
    std::unique_ptr<test::WorkspaceFolder> m_folder;
};

void WorkspaceTest::auditsAndRemembers()
{
    JobList jobs;
    Workspace workspace(m_folder->catalog(), jobs);
    const QSignalSpy listed(&workspace, &Workspace::datasetsChanged);
    pipeline::AuditRequest asked
        = test::request(m_folder->table(QStringLiteral("p.csv"), "a,b\nx,1\ny,2\nx,3\n"));
    asked.roles.label = audits::LabelRole{"a", "x", {}, {}};
    test::open(workspace, asked);
    const OpenDatasetPtr dataset = workspace.dataset();
    QVERIFY(dataset);
    QCOMPARE(dataset->name, std::string("p"));
    QCOMPARE(dataset->version, std::int64_t{1});
    QCOMPARE(dataset->dataset().description.rows, std::int64_t{3});
    QVERIFY(dataset->file);
    const auto row = dataset->file->table.source->row(2);
    QVERIFY(row);
    QCOMPARE(row->cells, (std::vector<std::string>{"x", "3"}));
    QTRY_COMPARE(workspace.datasets().size(), std::size_t{1});
    QCOMPARE(workspace.datasets().front().summary.dataset.name, std::string("p"));
    QVERIFY(!workspace.datasets().front().isMissing);
    QVERIFY(workspace.datasets().front().summary.lastRun);
    QVERIFY(!listed.isEmpty());
}

void WorkspaceTest::reopensWithoutReading()
{
    const std::string path = m_folder->table(QStringLiteral("p.csv"), "a,b\nx,1\ny,2\nx,3\n");
    {
        JobList jobs;
        Workspace first(m_folder->catalog(), jobs);
        pipeline::AuditRequest asked = test::request(path);
        asked.roles.label = audits::LabelRole{"a", "x", {}, {}};
        test::open(first, asked);
    }
    JobList jobs;
    Workspace workspace(m_folder->catalog(), jobs);
    QSignalSpy changed(&workspace, &Workspace::datasetChanged);
    workspace.reopen("p");
    QTRY_COMPARE(changed.size(), 1);
    const OpenDatasetPtr dataset = workspace.dataset();
    QCOMPARE(dataset->dataset().roles.label->column, std::string("a"));
    QCOMPARE(dataset->request.inputs, std::vector<std::string>{path});
    const auto row = dataset->file->table.source->row(1);
    QVERIFY(row);
    QCOMPARE(row->cells, (std::vector<std::string>{"y", "2"}));
}

void WorkspaceTest::auditsWithOtherRoles()
{
    JobList jobs;
    Workspace workspace(m_folder->catalog(), jobs);
    test::open(
        workspace, test::request(m_folder->table(QStringLiteral("p.csv"), "a,b\nx,1\ny,2\nx,3\n")));
    QVERIFY(!workspace.dataset()->dataset().roles.label);
    audits::Roles roles = workspace.dataset()->dataset().roles;
    roles.label = audits::LabelRole{"a", "y", {}, {}};
    QSignalSpy changed(&workspace, &Workspace::datasetChanged);
    workspace.chooseRoles(roles);
    QTRY_COMPARE(changed.size(), 1);
    QCOMPARE(*workspace.dataset()->dataset().roles.label->favourable, std::string("y"));
    QCOMPARE(workspace.dataset()->version, std::int64_t{1});
    roles.label->favourable = "no such value";
    const QSignalSpy failed(&workspace, &Workspace::failed);
    workspace.chooseRoles(roles);
    QTRY_COMPARE(failed.size(), 1);
    QCOMPARE(*workspace.dataset()->dataset().roles.label->favourable, std::string("y"));
}

void WorkspaceTest::saysWhyAnInputCannotBeOpened_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("code");
    QTest::newRow("empty") << QByteArray("") << static_cast<int>(base::ErrorCode::Empty);
    QTest::newRow("binary") << QByteArray("\x7f\x45\x4c\x46\0\0\0", 7)
                            << static_cast<int>(base::ErrorCode::NotData);
    QTest::newRow("missing") << QByteArray() << static_cast<int>(base::ErrorCode::InputMissing);
}

void WorkspaceTest::saysWhyAnInputCannotBeOpened()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const int, code);
    std::string path = bytesOf(m_folder->filePath(QStringLiteral("none.csv")));
    if (!bytes.isNull())
        path = m_folder->table(QStringLiteral("bad.csv"), bytes);
    JobList jobs;
    Workspace workspace(m_folder->catalog(), jobs);
    const QSignalSpy failed(&workspace, &Workspace::failed);
    workspace.open(test::request(path));
    QTRY_COMPARE(failed.size(), 1);
    const auto error = failed.front().at(1).value<base::Error>();
    QCOMPARE(static_cast<int>(error.code), code);
    QVERIFY(!error.message.empty());
    QVERIFY(!workspace.dataset());
    QVERIFY(!workspace.isBusy());
}

void WorkspaceTest::keepsTheOpenDatasetWhereAnotherFails()
{
    JobList jobs;
    Workspace workspace(m_folder->catalog(), jobs);
    test::open(workspace, test::request(m_folder->table(QStringLiteral("p.csv"), "a\nx\ny\n")));
    const QSignalSpy failed(&workspace, &Workspace::failed);
    workspace.open(test::request("/no/such/file.csv"));
    QTRY_COMPARE(failed.size(), 1);
    QCOMPARE(workspace.dataset()->name, std::string("p"));
}

void WorkspaceTest::aLaterRequestReplacesAnEarlierOne()
{
    JobList jobs;
    Workspace workspace(m_folder->catalog(), jobs);
    QSignalSpy changed(&workspace, &Workspace::datasetChanged);
    workspace.open(test::request(m_folder->table(QStringLiteral("p.csv"), "a\nx\ny\n")));
    workspace.open(test::request(m_folder->table(QStringLiteral("q.csv"), "a\nx\ny\n")));
    QTRY_COMPARE(changed.size(), 1);
    QTRY_VERIFY(jobs.jobs().empty());
    QCOMPARE(changed.size(), 1);
    QCOMPARE(workspace.dataset()->name, std::string("q"));
}

void WorkspaceTest::aCancelledAuditLeavesNothing()
{
    JobList jobs;
    Workspace workspace(m_folder->catalog(), jobs);
    const QSignalSpy failed(&workspace, &Workspace::failed);
    const QSignalSpy changed(&workspace, &Workspace::datasetChanged);
    workspace.open(test::request(m_folder->table(QStringLiteral("long.csv"), test::longTable())));
    jobs.cancelAll();
    QTRY_VERIFY(!workspace.isBusy());
    QCOMPARE(failed.size(), 0);
    QCOMPARE(changed.size(), 0);
    workspace.refresh();
    QTRY_VERIFY(jobs.jobs().empty());
    QVERIFY(workspace.datasets().empty());
    QVERIFY(QDir(m_folder->path()).entryList({QStringLiteral("*.cupeldata*")}).isEmpty());
}

void WorkspaceTest::whatWasStoppedIsDoneAgain()
{
    JobList jobs;
    Workspace workspace(m_folder->catalog(), jobs);
    std::vector<RunEnd> ends;
    connect(&workspace, &Workspace::runEnded, this, [&ends](RunEnd end) { ends.push_back(end); });
    workspace.open(test::request(m_folder->table(QStringLiteral("long.csv"), test::longTable())));
    jobs.cancelAll();
    QTRY_VERIFY(!workspace.isBusy());
    QCOMPARE(ends, std::vector<RunEnd>{RunEnd::Cancelled});
    workspace.runAgain();
    QTRY_VERIFY_WITH_TIMEOUT(workspace.dataset(), 20'000);
    QCOMPARE(ends.back(), RunEnd::Opened);
    QCOMPARE(workspace.dataset()->name, std::string("long"));
    workspace.reopen("long");
    workspace.reopen("long");
    QTRY_COMPARE(ends.size(), std::size_t{4});
    QCOMPARE(ends[2], RunEnd::Replaced);
    QCOMPARE(ends[3], RunEnd::Opened);
}

void WorkspaceTest::worksWithoutACatalog()
{
    JobList jobs;
    Workspace workspace({}, jobs);
    QVERIFY(!workspace.isReadOnly());
    test::open(workspace, test::request(m_folder->table(QStringLiteral("p.csv"), "a\nx\ny\n")));
    QCOMPARE(workspace.dataset()->name, std::string("p"));
    QVERIFY(workspace.dataset()->file->table.source->row(1));
    QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files), QStringList{QStringLiteral("p.csv")});
}

void WorkspaceTest::tellsTheHistory()
{
    JobList jobs;
    Workspace workspace(m_folder->catalog(), jobs);
    test::open(workspace, test::request(m_folder->table(QStringLiteral("p.csv"), "a\nx\ny\n")));
    History history;
    connect(&workspace, &Workspace::historyLoaded, this,
        [&history](const History& loaded) { history = loaded; });
    workspace.loadHistory();
    QTRY_COMPARE(history.versions.size(), std::size_t{1});
    QVERIFY(history.events.size() >= 2);
}

/// One of the same name in the catalog is another one.
void WorkspaceTest::aDatasetThatIsNotInTheCatalogHasNoHistory()
{
    JobList jobs;
    test::open(*std::make_unique<Workspace>(m_folder->catalog(), jobs),
        test::request(m_folder->table(QStringLiteral("p.csv"), "a\nx\ny\n")));
    const auto lock = m_folder->lockOfAnotherProgram();
    Workspace second(m_folder->catalog(), jobs);
    QVERIFY(QDir(m_folder->path()).mkdir(QStringLiteral("other")));
    test::open(second, test::request(m_folder->table(QStringLiteral("other/p.csv"), "b\n1\n2\n")));
    QTRY_VERIFY(jobs.jobs().empty());
    int loaded = 0;
    connect(&second, &Workspace::historyLoaded, this, [&loaded] { ++loaded; });
    second.loadHistory();
    QTRY_VERIFY(jobs.jobs().empty());
    QCOMPARE(loaded, 0);
}

void WorkspaceTest::saysWhyThereIsNoHistory()
{
    JobList jobs;
    Workspace workspace(m_folder->catalog(), jobs);
    test::open(workspace, test::request(m_folder->table(QStringLiteral("p.csv"), "a\nx\ny\n")));
    QTRY_VERIFY(jobs.jobs().empty());
    m_folder->spoil("this is no catalog at all, but a text file\n", -1);
    const QSignalSpy failed(&workspace, &Workspace::failed);
    workspace.loadHistory();
    QTRY_COMPARE(failed.size(), 1);
    QVERIFY(failed.front().front().toString().contains(QStringLiteral("history")));
}

} // namespace cupel::ui

QTEST_GUILESS_MAIN(cupel::ui::WorkspaceTest)
#include "tst_workspace.moc"
