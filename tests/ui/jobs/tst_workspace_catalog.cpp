#include <QDir>
#include <QFileInfo>
#include <QSignalSpy>
#include <QTest>
#include <sys/stat.h>

#include "tests/ui/jobs/workspace_folder.h"
#include "tests/ui/support/file_size_limit.h"

namespace cupel::ui {

/// Catalogs that are shared, protected, damaged or full.
class WorkspaceCatalogTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<test::WorkspaceFolder>(); }
    void aSecondOneOnlyReads();
    void saysWhyItOnlyReads();
    void aDiskThatHadNoRoomIsWrittenToOnceItHas();
    void anotherProgramThatIsGoneHindersNobody();
    void whatIsFoundIsShownWhereTheCatalogCannotBeMade();
    void aLockThatIsNoFileIsNotWaitedFor();
    void theWindowsOfOneProgramShareACatalog();
    void aWindowThatIsGoneHindersNoOtherProgram();
    void anUnusableCatalogIsLeftAsItIs_data();
    void anUnusableCatalogIsLeftAsItIs();
    void goesOnWithoutAnUnusableCatalog();
    void aCatalogThatCannotBeWrittenIsRead();
    void anAuditThatCannotBeKeptIsShown();

private:
    std::unique_ptr<test::WorkspaceFolder> m_folder;
};

void WorkspaceCatalogTest::aSecondOneOnlyReads()
{
    JobList jobs;
    {
        Workspace first(m_folder->catalog(), jobs);
        QVERIFY(!first.isReadOnly());
        test::open(first, test::request(m_folder->table(QStringLiteral("p.csv"), "a\nx\ny\n")));
    }
    const auto lock = m_folder->lockOfAnotherProgram();
    Workspace second(m_folder->catalog(), jobs);
    QVERIFY(second.isReadOnly());
    test::open(second, test::request(m_folder->table(QStringLiteral("q.csv"), "a\nx\ny\n")));
    QCOMPARE(second.dataset()->version, std::int64_t{0});
    second.refresh();
    QTRY_VERIFY(jobs.jobs().empty());
    QCOMPARE(second.datasets().size(), std::size_t{1});
    QCOMPARE(second.datasets().front().summary.dataset.name, std::string("p"));
}

void WorkspaceCatalogTest::saysWhyItOnlyReads()
{
    JobList jobs;
    const auto lock = m_folder->lockOfAnotherProgram();
    const Workspace second(m_folder->catalog(), jobs);
    QVERIFY(second.isReadOnly());
    QCOMPARE(second.catalogState(), CatalogState::OpenElsewhere);
    const Workspace third(bytesOf(m_folder->filePath(QStringLiteral("none/c.cupel"))), jobs);
    QVERIFY(third.isReadOnly());
    QCOMPARE(third.catalogState(), CatalogState::FolderProtected);
    QVERIFY2(QString::fromStdString(third.whyNotWritten().message)
                 .contains(QStringLiteral("there is no folder")),
        third.whyNotWritten().message.c_str());
}

void WorkspaceCatalogTest::aDiskThatHadNoRoomIsWrittenToOnceItHas()
{
    JobList jobs;
    std::unique_ptr<Workspace> workspace;
    {
        const test::FileSizeLimit limit(0);
        workspace = std::make_unique<Workspace>(m_folder->catalog(), jobs);
    }
    QCOMPARE(workspace->catalogState(), CatalogState::FolderProtected);
    QVERIFY2(QString::fromStdString(workspace->whyNotWritten().message)
                 .contains(QStringLiteral("no room")),
        workspace->whyNotWritten().message.c_str());
    test::open(*workspace, test::request(m_folder->table(QStringLiteral("p.csv"), "a\nx\ny\n")));
    QVERIFY(!workspace->canReview());
    const QSignalSpy changed(workspace.get(), &Workspace::catalogChanged);
    workspace->tryToWrite();
    QVERIFY(!changed.isEmpty());
    QCOMPARE(workspace->catalogState(), CatalogState::Writable);
    QTRY_VERIFY(workspace->canReview());
    QCOMPARE(workspace->dataset()->version, std::int64_t{1});
}

void WorkspaceCatalogTest::anotherProgramThatIsGoneHindersNobody()
{
    JobList jobs;
    test::open(*std::make_unique<Workspace>(m_folder->catalog(), jobs),
        test::request(m_folder->table(QStringLiteral("p.csv"), "a\nx\ny\n")));
    auto lock = m_folder->lockOfAnotherProgram();
    Workspace workspace(m_folder->catalog(), jobs);
    const QSignalSpy opened(&workspace, &Workspace::datasetChanged);
    workspace.reopen("p");
    QTRY_COMPARE(opened.size(), 1);
    workspace.tryToWrite();
    QCOMPARE(workspace.catalogState(), CatalogState::OpenElsewhere);
    QVERIFY(!workspace.canReview());
    lock.reset();
    workspace.tryToWrite();
    QCOMPARE(workspace.catalogState(), CatalogState::Writable);
    QVERIFY(workspace.canReview());
    QTRY_VERIFY(jobs.jobs().empty());
    QCOMPARE(opened.size(), 1);
}

void WorkspaceCatalogTest::whatIsFoundIsShownWhereTheCatalogCannotBeMade()
{
    JobList jobs;
    Workspace workspace(m_folder->catalog(), jobs);
    const std::string path = m_folder->table(QStringLiteral("p.csv"), "a\nx\ny\n");
    {
        const test::FileSizeLimit limit(100);
        test::open(workspace, test::request(path));
        QTRY_VERIFY(jobs.jobs().empty());
    }
    QCOMPARE(workspace.dataset()->dataset().description.rows, std::int64_t{2});
    QVERIFY(workspace.dataset()->notKept);
    QVERIFY(!workspace.canReview());
    workspace.auditAgain();
    QTRY_VERIFY(jobs.jobs().empty());
    QVERIFY(!workspace.dataset()->notKept);
    QVERIFY(workspace.canReview());
}

/// Something else than a file may stand where the lock would: in a folder that somebody else
/// packed.
void WorkspaceCatalogTest::aLockThatIsNoFileIsNotWaitedFor()
{
    JobList jobs;
    const std::string catalog = m_folder->catalog();
    const std::string lock = catalog + ".lock";
    QCOMPARE(::mkfifo(lock.c_str(), 0600), 0);
    QCOMPARE(Workspace(catalog, jobs).catalogState(), CatalogState::FolderProtected);
    QFile::remove(QString::fromStdString(lock));
    QFile huge(QString::fromStdString(lock));
    QVERIFY(huge.open(QIODevice::WriteOnly));
    QVERIFY(huge.resize(qint64{1} << 40)); // takes no room
    QCOMPARE(Workspace(catalog, jobs).catalogState(), CatalogState::FolderProtected);
    huge.remove();
    QCOMPARE(Workspace(catalog, jobs).catalogState(), CatalogState::Writable);
}

/// Their writers take turns in the catalog, and each learns what the other put there.
void WorkspaceCatalogTest::theWindowsOfOneProgramShareACatalog()
{
    JobList jobs;
    auto first = std::make_unique<Workspace>(m_folder->catalog(), jobs);
    QFile::link(
        QString::fromStdString(m_folder->catalog()), m_folder->filePath(QStringLiteral("link")));
    test::open(*first, test::request(m_folder->table(QStringLiteral("p.csv"), "a\nx\ny\n")));
    Workspace second(bytesOf(m_folder->filePath(QStringLiteral("link"))), jobs);
    QCOMPARE(second.catalogState(), CatalogState::Writable);
    test::open(second, test::request(m_folder->table(QStringLiteral("q.csv"), "a\nx\ny\n")));
    QTRY_COMPARE(first->datasets().size(), std::size_t{2});
    first->reopen("q");
    QTRY_VERIFY(!first->isBusy());
    const std::vector<std::pair<Workspace*, std::string>> said{
        {first.get(), "a"}, {&second, "b"}, {first.get(), "c"}, {&second, "d"}};
    for (const auto& [workspace, column] : said) {
        workspace->say(QStringLiteral("comment"),
            pipeline::commentTarget(pipeline::CommentOn::Column, column),
            pipeline::Comment{"text", false});
    }
    QTRY_COMPARE(first->dataset()->review->comments.size(), said.size());
    QTRY_COMPARE(second.dataset()->review->comments.size(), said.size());
    QTRY_VERIFY(jobs.jobs().empty());

    // Whoever comes later is not hindered by one that is gone.
    first.reset();
    QCOMPARE(Workspace(m_folder->catalog(), jobs).catalogState(), CatalogState::Writable);
}

void WorkspaceCatalogTest::aWindowThatIsGoneHindersNoOtherProgram()
{
    JobList jobs;
    {
        const Workspace first(m_folder->catalog(), jobs);
        QVERIFY(!m_folder->lockOfAnotherProgram()->isLocked());
    }
    QVERIFY(m_folder->lockOfAnotherProgram()->isLocked());
}

void WorkspaceCatalogTest::anUnusableCatalogIsLeftAsItIs_data()
{
    QTest::addColumn<QByteArray>("bytes"); // what is written over a sound one
    QTest::addColumn<int>("at"); // -1: in its place
    QTest::addColumn<QString>("words");
    QTest::newRow("a text") << QByteArray("this is no catalog at all, but a text file\n") << -1
                            << QStringLiteral("no catalog");
    QTest::newRow("of another program")
        << QByteArray("\1\2\3\4") << 68 << QStringLiteral("another program");
    QTest::newRow("newer") << QByteArray("\0\0\xff\xff", 4) << 60 << QStringLiteral("newer");
    QTest::newRow("damaged") << QByteArray(4096, '\x5a') << 4096 << QStringLiteral("damaged");
    QTest::newRow("empty") << QByteArray() << -1 << QStringLiteral("empty");
}

void WorkspaceCatalogTest::anUnusableCatalogIsLeftAsItIs()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const int, at);
    QFETCH(const QString, words);
    JobList jobs;
    test::open(*std::make_unique<Workspace>(m_folder->catalog(), jobs),
        test::request(m_folder->table(QStringLiteral("p.csv"), "a\nx\ny\n")));
    QTRY_VERIFY(jobs.jobs().empty());
    const QByteArray before = m_folder->spoil(bytes, at);
    Workspace workspace(m_folder->catalog(), jobs);
    const QSignalSpy changed(&workspace, &Workspace::catalogChanged);
    const QSignalSpy failed(&workspace, &Workspace::failed);
    workspace.refresh();
    QTRY_COMPARE(changed.size(), 1);
    QCOMPARE(workspace.catalogState(), CatalogState::Unusable);
    QVERIFY2(
        shown(workspace.trouble().message).contains(words), workspace.trouble().message.c_str());
    QVERIFY(!workspace.trouble().hint.empty());
    QCOMPARE(workspace.trouble().where.file, m_folder->catalog());
    QCOMPARE(failed.size(), 0);
    workspace.open(test::request(m_folder->table(QStringLiteral("q.csv"), "a\nx\ny\n")));
    QTRY_COMPARE(failed.size(), 1);
    QCOMPARE(failed.front().at(1).value<base::Error>().code, base::ErrorCode::Catalog);
    QTRY_VERIFY(jobs.jobs().empty());
    QCOMPARE(m_folder->bytesOfCatalog(), before);
    QCOMPARE(QDir(m_folder->path()).entryList({QStringLiteral("*.cupeldata")}).size(), 1);
}

void WorkspaceCatalogTest::goesOnWithoutAnUnusableCatalog()
{
    m_folder->table(QStringLiteral("c.cupel"), "this is no catalog at all, but a text file\n");
    JobList jobs;
    Workspace workspace(m_folder->catalog(), jobs);
    workspace.refresh();
    QTRY_COMPARE(workspace.catalogState(), CatalogState::Unusable);
    workspace.useCatalog({});
    QCOMPARE(workspace.catalogState(), CatalogState::None);
    test::open(workspace, test::request(m_folder->table(QStringLiteral("q.csv"), "a\nx\ny\n")));
    QCOMPARE(workspace.dataset()->version, std::int64_t{0});
    // The other programs may have it now.
    QVERIFY(m_folder->lockOfAnotherProgram()->isLocked());

    const std::string sound = bytesOf(m_folder->filePath(QStringLiteral("sound.cupel")));
    workspace.useCatalog(sound);
    QCOMPARE(workspace.catalogState(), CatalogState::Writable);
    QVERIFY(!workspace.canReview());
    test::open(workspace, test::request(m_folder->table(QStringLiteral("q.csv"), "a\nx\ny\n")));
    QCOMPARE(workspace.dataset()->version, std::int64_t{1});
    workspace.useCatalog({});
    QVERIFY(!workspace.canReview());
    QCOMPARE(workspace.dataset()->catalogId, std::int64_t{0});
    QVERIFY(workspace.datasets().empty());
}

void WorkspaceCatalogTest::aCatalogThatCannotBeWrittenIsRead()
{
    JobList jobs;
    test::open(*std::make_unique<Workspace>(m_folder->catalog(), jobs),
        test::request(m_folder->table(QStringLiteral("p.csv"), "a\nx\ny\n")));
    QTRY_VERIFY(jobs.jobs().empty());
    QFile file(QString::fromStdString(m_folder->catalog()));
    QVERIFY(file.setPermissions(QFileDevice::ReadOwner));
    if (QFileInfo(file).isWritable())
        QSKIP("this user may write to every file");
    const QByteArray before = m_folder->bytesOfCatalog();
    Workspace workspace(m_folder->catalog(), jobs);
    workspace.refresh();
    QTRY_COMPARE(workspace.catalogState(), CatalogState::FileProtected);
    QCOMPARE(workspace.datasets().size(), std::size_t{1});
    test::open(workspace, test::request(m_folder->table(QStringLiteral("q.csv"), "a\nx\ny\n")));
    QCOMPARE(workspace.dataset()->version, std::int64_t{0});
    QVERIFY(!workspace.canReview());
    QTRY_VERIFY(jobs.jobs().empty());
    QCOMPARE(m_folder->bytesOfCatalog(), before);
}

void WorkspaceCatalogTest::anAuditThatCannotBeKeptIsShown()
{
    QByteArray text("a,b\n");
    for (int i = 0; i < 20'000; ++i)
        text += QByteArray::number(i) + ",text " + QByteArray::number(i * 7) + "\n";
    const std::string path = m_folder->table(QStringLiteral("long.csv"), text);
    JobList jobs;
    Workspace workspace(m_folder->catalog(), jobs);
    test::open(workspace, test::request(m_folder->table(QStringLiteral("p.csv"), "a\nx\ny\n")));
    QTRY_VERIFY(jobs.jobs().empty());
    {
        const test::FileSizeLimit limit(100'000);
        test::open(workspace, test::request(path));
        QTRY_VERIFY(jobs.jobs().empty());
    }
    QCOMPARE(workspace.dataset()->dataset().description.rows, std::int64_t{20'000});
    QVERIFY(workspace.dataset()->notKept);
    QVERIFY2(QString::fromStdString(workspace.dataset()->notKept->message)
                 .contains(QStringLiteral("no room")),
        workspace.dataset()->notKept->message.c_str());
    QVERIFY(!workspace.dataset()->notKept->hint.empty());
    QVERIFY(!workspace.canReview());
    QCOMPARE(m_folder->problems(), QStringList());
    QCOMPARE(QDir(m_folder->path()).entryList({QStringLiteral("*.cupeldata")}).size(), 1);
    workspace.auditAgain();
    QTRY_VERIFY(jobs.jobs().empty());
    QVERIFY(!workspace.dataset()->notKept);
    QVERIFY(workspace.canReview());
    QCOMPARE(m_folder->problems(), QStringList());
    QCOMPARE(workspace.datasets().size(), std::size_t{2});
}

} // namespace cupel::ui

QTEST_GUILESS_MAIN(cupel::ui::WorkspaceCatalogTest)
#include "tst_workspace_catalog.moc"
