#include <QDir>
#include <QFileInfo>
#include <QLockFile>
#include <QScopeGuard>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <chrono>
#include <filesystem>

#include "core/pipeline/catalog_store.h"
#include "tests/ui/support/file_size_limit.h"
#include "tests/ui/support/files.h"
#include "ui/jobs/workspace.h"
#include "ui/theme/shown.h"

namespace cupel::ui {

class WorkspaceTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void auditsAndRemembers();
    void reopensWithoutReading();
    void auditsWithOtherRoles();
    void saysWhyAnInputCannotBeOpened_data();
    void saysWhyAnInputCannotBeOpened();
    void keepsTheOpenDatasetWhereAnotherFails();
    void aLaterRequestReplacesAnEarlierOne();
    void aCancelledAuditLeavesNothing();
    void removesAndRestores();
    void aRemovalIsDoneThoughAllWorkIsStopped();
    void aSecondOneOnlyReads();
    void worksWithoutACatalog();
    void tellsTheHistory();
    void whatIsSaidCanBeTakenBack();
    void editsStayInTheirOrder();
    void theAuthorIsThePersonEvenWithoutTheUsualName();
    void anEditStaysWithTheDatasetItIsOf();
    void editsAreShownBesideAnAudit_data();
    void editsAreShownBesideAnAudit();
    void stoppingTheWorkKeepsWhatWasSaid();
    void nothingIsSaidWithoutACatalog();
    void aDatasetThatIsNotInTheCatalogHasNoHistory();
    void saysWhyItOnlyReads();
    void theWindowsOfOneProgramShareACatalog();
    void aWindowThatIsGoneHindersNoOtherProgram();
    void anUnusableCatalogIsLeftAsItIs_data();
    void anUnusableCatalogIsLeftAsItIs();
    void goesOnWithoutAnUnusableCatalog();
    void aCatalogThatCannotBeWrittenIsRead();
    void aFileThatWasMovedIsFound();
    void anotherFileThanTheOneThatWasMovedIsAVersion();
    void whatWasStoppedIsDoneAgain();
    void anAuditThatCannotBeKeptIsShown();
    void whatIsSaidWithoutRoomWaits();
    void whatIsSaidWithoutRoomCanBeGivenUp();
    void saysWhyThereIsNoHistory();
    void whatAKilledProgramLeftIsDeleted();

private:
    /// As another program that has the catalog open takes it.
    std::unique_ptr<QLockFile> lockOfAnotherProgram() const;
    QByteArray bytesOfCatalog() const;
    /// Write bytes over the catalog from a place on, or (-1) instead of it; what it is then.
    QByteArray spoil(const QByteArray& bytes, int at) const;
    /// What is wrong with the catalog and its data files.
    QStringList problems() const;
    std::string catalog() const { return bytesOf(m_folder->filePath(QStringLiteral("c.cupel"))); }
    std::string table(const QString& name, const QByteArray& text) const;
    static pipeline::AuditRequest request(const std::string& path);
    static void open(Workspace& workspace, pipeline::AuditRequest asked);

    std::unique_ptr<QTemporaryDir> m_folder;
};

void WorkspaceTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
}

std::string WorkspaceTest::table(const QString& name, const QByteArray& text) const
{
    const QString path = m_folder->filePath(name);
    test::write(path, text);
    return bytesOf(path);
}

std::unique_ptr<QLockFile> WorkspaceTest::lockOfAnotherProgram() const
{
    auto lock = std::make_unique<QLockFile>(QString::fromStdString(catalog() + ".lock"));
    lock->setStaleLockTime(0);
    lock->tryLock(0);
    return lock;
}

QByteArray WorkspaceTest::bytesOfCatalog() const
{
    QFile file(QString::fromStdString(catalog()));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QByteArray WorkspaceTest::spoil(const QByteArray& bytes, int at) const
{
    QByteArray whole = at < 0 ? bytes : bytesOfCatalog().replace(at, bytes.size(), bytes);
    for (const auto* ending : {"-wal", "-shm"})
        QFile::remove(QString::fromStdString(catalog() + ending));
    test::write(QString::fromStdString(catalog()), whole);
    return whole;
}

QStringList WorkspaceTest::problems() const
{
    auto store = pipeline::CatalogStore::open(
        catalog(), catalog::Catalog::Missing::Fail, pipeline::CatalogStore::Sources::Forget, {});
    if (!store)
        return {QString::fromStdString(store.error().message)};
    const auto found = (*store)->catalog().check(*(*store)->dataFiles());
    QStringList texts;
    if (!found)
        texts << QString::fromStdString(found.error().message);
    else
        for (const catalog::CheckProblem& one : *found)
            texts << QString::fromStdString(one.text);
    return texts;
}

pipeline::AuditRequest WorkspaceTest::request(const std::string& path)
{
    pipeline::AuditRequest asked;
    asked.inputs = {path};
    return asked;
}

void WorkspaceTest::open(Workspace& workspace, pipeline::AuditRequest asked)
{
    QSignalSpy changed(&workspace, &Workspace::datasetChanged);
    workspace.open(std::move(asked));
    QVERIFY(workspace.isBusy());
    QTRY_COMPARE(changed.size(), 1);
    QVERIFY(!workspace.isBusy());
}

void WorkspaceTest::auditsAndRemembers()
{
    JobList jobs;
    Workspace workspace(catalog(), jobs);
    const QSignalSpy listed(&workspace, &Workspace::datasetsChanged);
    pipeline::AuditRequest asked = request(table(QStringLiteral("p.csv"), "a,b\nx,1\ny,2\nx,3\n"));
    asked.roles.label = audits::LabelRole{"a", "x", {}, {}};
    open(workspace, asked);
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
    const std::string path = table(QStringLiteral("p.csv"), "a,b\nx,1\ny,2\nx,3\n");
    {
        JobList jobs;
        Workspace first(catalog(), jobs);
        pipeline::AuditRequest asked = request(path);
        asked.roles.label = audits::LabelRole{"a", "x", {}, {}};
        open(first, asked);
    }
    JobList jobs;
    Workspace workspace(catalog(), jobs);
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
    Workspace workspace(catalog(), jobs);
    open(workspace, request(table(QStringLiteral("p.csv"), "a,b\nx,1\ny,2\nx,3\n")));
    QVERIFY(!workspace.dataset()->dataset().roles.label);
    audits::Roles roles = workspace.dataset()->dataset().roles;
    roles.label = audits::LabelRole{"a", "y", {}, {}};
    QSignalSpy changed(&workspace, &Workspace::datasetChanged);
    workspace.auditWith(roles);
    QTRY_COMPARE(changed.size(), 1);
    QCOMPARE(*workspace.dataset()->dataset().roles.label->favourable, std::string("y"));
    QCOMPARE(workspace.dataset()->version, std::int64_t{1});
    roles.label->favourable = "no such value";
    const QSignalSpy failed(&workspace, &Workspace::failed);
    workspace.auditWith(roles);
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
        path = table(QStringLiteral("bad.csv"), bytes);
    JobList jobs;
    Workspace workspace(catalog(), jobs);
    const QSignalSpy failed(&workspace, &Workspace::failed);
    workspace.open(request(path));
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
    Workspace workspace(catalog(), jobs);
    open(workspace, request(table(QStringLiteral("p.csv"), "a\nx\ny\n")));
    const QSignalSpy failed(&workspace, &Workspace::failed);
    workspace.open(request("/no/such/file.csv"));
    QTRY_COMPARE(failed.size(), 1);
    QCOMPARE(workspace.dataset()->name, std::string("p"));
}

void WorkspaceTest::aLaterRequestReplacesAnEarlierOne()
{
    JobList jobs;
    Workspace workspace(catalog(), jobs);
    QSignalSpy changed(&workspace, &Workspace::datasetChanged);
    workspace.open(request(table(QStringLiteral("p.csv"), "a\nx\ny\n")));
    workspace.open(request(table(QStringLiteral("q.csv"), "a\nx\ny\n")));
    QTRY_COMPARE(changed.size(), 1);
    QTRY_VERIFY(jobs.jobs().empty());
    QCOMPARE(changed.size(), 1);
    QCOMPARE(workspace.dataset()->name, std::string("q"));
}

void WorkspaceTest::aCancelledAuditLeavesNothing()
{
    QByteArray text("a,b,c\n");
    for (int i = 0; i < 300'000; ++i)
        text += QByteArray::number(i) + ",some text " + QByteArray::number(i * 7) + ",x\n";
    JobList jobs;
    Workspace workspace(catalog(), jobs);
    const QSignalSpy failed(&workspace, &Workspace::failed);
    const QSignalSpy changed(&workspace, &Workspace::datasetChanged);
    workspace.open(request(table(QStringLiteral("long.csv"), text)));
    jobs.cancelAll();
    QTRY_VERIFY(!workspace.isBusy());
    QCOMPARE(failed.size(), 0);
    QCOMPARE(changed.size(), 0);
    workspace.refresh();
    QTRY_VERIFY(jobs.jobs().empty());
    QVERIFY(workspace.datasets().empty());
    QVERIFY(QDir(m_folder->path()).entryList({QStringLiteral("*.cupeldata*")}).isEmpty());
}

void WorkspaceTest::removesAndRestores()
{
    JobList jobs;
    Workspace workspace(catalog(), jobs);
    open(workspace, request(table(QStringLiteral("p.csv"), "a\nx\ny\n")));
    const QSignalSpy removed(&workspace, &Workspace::removed);
    workspace.remove("p");
    QTRY_COMPARE(removed.size(), 1);
    QTRY_VERIFY(jobs.jobs().empty() && workspace.datasets().empty());
    workspace.restore("p");
    QTRY_COMPARE(workspace.datasets().size(), std::size_t{1});
}

void WorkspaceTest::aRemovalIsDoneThoughAllWorkIsStopped()
{
    JobList jobs;
    Workspace workspace(catalog(), jobs);
    open(workspace, request(table(QStringLiteral("p.csv"), "a\nx\ny\n")));
    QTRY_VERIFY(jobs.jobs().empty());
    const QSignalSpy removed(&workspace, &Workspace::removed);
    workspace.remove("p");
    jobs.cancelAll();
    QTRY_COMPARE(removed.size(), 1);
}

void WorkspaceTest::aSecondOneOnlyReads()
{
    JobList jobs;
    {
        Workspace first(catalog(), jobs);
        QVERIFY(!first.isReadOnly());
        open(first, request(table(QStringLiteral("p.csv"), "a\nx\ny\n")));
    }
    const auto lock = lockOfAnotherProgram();
    Workspace second(catalog(), jobs);
    QVERIFY(second.isReadOnly());
    open(second, request(table(QStringLiteral("q.csv"), "a\nx\ny\n")));
    QCOMPARE(second.dataset()->version, std::int64_t{0});
    second.refresh();
    QTRY_VERIFY(jobs.jobs().empty());
    QCOMPARE(second.datasets().size(), std::size_t{1});
    QCOMPARE(second.datasets().front().summary.dataset.name, std::string("p"));
}

void WorkspaceTest::worksWithoutACatalog()
{
    JobList jobs;
    Workspace workspace({}, jobs);
    QVERIFY(!workspace.isReadOnly());
    open(workspace, request(table(QStringLiteral("p.csv"), "a\nx\ny\n")));
    QCOMPARE(workspace.dataset()->name, std::string("p"));
    QVERIFY(workspace.dataset()->file->table.source->row(1));
    QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files), QStringList{QStringLiteral("p.csv")});
}

void WorkspaceTest::tellsTheHistory()
{
    JobList jobs;
    Workspace workspace(catalog(), jobs);
    open(workspace, request(table(QStringLiteral("p.csv"), "a\nx\ny\n")));
    History history;
    connect(&workspace, &Workspace::historyLoaded, this,
        [&history](const History& loaded) { history = loaded; });
    workspace.loadHistory();
    QTRY_COMPARE(history.versions.size(), std::size_t{1});
    QVERIFY(history.events.size() >= 2);
}

/// A waiver takes a finding out of the verdict; undo brings it back, redo takes it out again, and a
/// dataset that is opened again still has it.
void WorkspaceTest::whatIsSaidCanBeTakenBack()
{
    JobList jobs;
    Workspace workspace(catalog(), jobs);
    pipeline::AuditRequest asked
        = request(table(QStringLiteral("p.csv"), "a,c\nx,1\nx,1\ny,1\ny,1\n"));
    open(workspace, asked);
    const auto failures = [&workspace] { return workspace.dataset()->report->verdict; };
    const auto findings = reports::rankedFindings(workspace.dataset()->dataset());
    QVERIFY(!findings.empty());
    const std::string id = findings.front()->id(workspace.dataset()->dataset().name);
    QVERIFY(workspace.canReview());
    QSignalSpy changed(&workspace, &Workspace::reviewChanged);
    const base::Day until{std::chrono::sys_days{std::chrono::year{2999} / 1 / 1}};
    workspace.say(QStringLiteral("waive"), id, reports::WaiverWords{"known", "me", until});
    QTRY_COMPARE(changed.size(), 1);
    QCOMPARE(failures().waived, std::int64_t{1});
    QCOMPARE(workspace.dataset()->review->waivers.size(), std::size_t{1});
    QCOMPARE(workspace.undoStack().undoText(), QStringLiteral("waive"));
    workspace.undoStack().undo();
    QTRY_COMPARE(changed.size(), 2);
    QCOMPARE(failures().waived, std::int64_t{0});
    workspace.undoStack().redo();
    QTRY_COMPARE(changed.size(), 3);
    QCOMPARE(failures().waived, std::int64_t{1});
    QSignalSpy opened(&workspace, &Workspace::datasetChanged);
    workspace.reopen("p");
    QTRY_COMPARE(opened.size(), 1);
    QCOMPARE(failures().waived, std::int64_t{1});
    workspace.auditAgain();
    QTRY_COMPARE(opened.size(), 2);
    QCOMPARE(failures().waived, std::int64_t{1});
}

void WorkspaceTest::editsStayInTheirOrder()
{
    JobList jobs;
    Workspace workspace(catalog(), jobs);
    open(workspace, request(table(QStringLiteral("p.csv"), "a,c\nx,1\ny,2\n")));
    const std::string target = pipeline::commentTarget(pipeline::CommentOn::Column, "a");
    QSignalSpy changed(&workspace, &Workspace::reviewChanged);
    for (const char* const text : {"one", "two", "three"})
        workspace.say(QStringLiteral("comment"), target, pipeline::Comment{text, false});
    workspace.undoStack().undo();
    workspace.undoStack().undo();
    QTRY_COMPARE(changed.size(), 5);
    QCOMPARE(workspace.dataset()->review->comments.at(target).value.text, std::string("one"));
    workspace.undoStack().undo();
    QTRY_COMPARE(changed.size(), 6);
    QVERIFY(workspace.dataset()->review->comments.empty());
}

/// Another dataset opens while edits of the one before still wait for each other.
void WorkspaceTest::anEditStaysWithTheDatasetItIsOf()
{
    constexpr int kEdits = 40;
    JobList jobs;
    Workspace workspace(catalog(), jobs);
    open(workspace, request(table(QStringLiteral("q.csv"), "a,c\nx,1\ny,2\n")));
    open(workspace, request(table(QStringLiteral("p.csv"), "a,c\nx,1\ny,2\n")));
    for (int i = 0; i < kEdits; ++i) {
        workspace.say(QStringLiteral("comment"),
            pipeline::commentTarget(pipeline::CommentOn::Column, "c" + std::to_string(i)),
            pipeline::Comment{"of p", false});
    }
    workspace.reopen("q");
    QTRY_VERIFY(jobs.jobs().empty());
    QCOMPARE(workspace.dataset()->name, std::string("q"));
    QVERIFY(workspace.dataset()->review->isEmpty());
    workspace.reopen("q");
    QTRY_VERIFY(jobs.jobs().empty());
    QVERIFY(workspace.dataset()->review->isEmpty());
    workspace.reopen("p");
    QTRY_VERIFY(jobs.jobs().empty());
    QCOMPARE(workspace.dataset()->review->comments.size(), std::size_t{kEdits});
}

void WorkspaceTest::editsAreShownBesideAnAudit_data()
{
    QTest::addColumn<int>("before");
    QTest::addColumn<int>("after");
    QTest::newRow("an edit, then an audit") << 1 << 0;
    QTest::newRow("an audit, then an edit") << 0 << 1;
    QTest::newRow("edits that last as long as the audit") << 3 << 3;
    QTest::newRow("edits that last longer") << 10 << 10;
}

void WorkspaceTest::editsAreShownBesideAnAudit()
{
    QFETCH(const int, before);
    QFETCH(const int, after);
    JobList jobs;
    Workspace workspace(catalog(), jobs);
    open(workspace, request(table(QStringLiteral("p.csv"), "a,c\nx,1\ny,2\n")));
    int said = 0;
    const auto say = [&workspace, &said] {
        workspace.say(QStringLiteral("comment"),
            pipeline::commentTarget(pipeline::CommentOn::Column, std::to_string(said++)),
            pipeline::Comment{"text", false});
    };
    for (int i = 0; i < before; ++i)
        say();
    workspace.auditAgain();
    for (int i = 0; i < after; ++i)
        say();
    QTRY_VERIFY(jobs.jobs().empty());
    QCOMPARE(workspace.dataset()->review->comments.size(), static_cast<std::size_t>(said));
}

void WorkspaceTest::stoppingTheWorkKeepsWhatWasSaid()
{
    JobList jobs;
    Workspace workspace(catalog(), jobs);
    open(workspace, request(table(QStringLiteral("p.csv"), "a,c\nx,1\ny,2\n")));
    QTRY_VERIFY(jobs.jobs().empty());
    const QSignalSpy failed(&workspace, &Workspace::failed);
    const QSignalSpy kept(&workspace, &Workspace::reviewKept);
    workspace.say(QStringLiteral("comment"),
        pipeline::commentTarget(pipeline::CommentOn::Column, "a"), pipeline::Comment{"1", false});
    workspace.refresh();
    QVERIFY(workspace.isKeepingReview());
    jobs.cancelAll();
    QTRY_COMPARE(kept.size(), 1);
    QVERIFY(!workspace.isKeepingReview());
    QTRY_VERIFY(jobs.jobs().empty());
    QCOMPARE(workspace.dataset()->review->comments.size(), std::size_t{1});
    QCOMPARE(failed.size(), 0);
}

/// The window marks what the person said by the same name.
void WorkspaceTest::theAuthorIsThePersonEvenWithoutTheUsualName()
{
    const QByteArray usual = qgetenv("USER");
    const QByteArray other = qgetenv("USERNAME");
    qunsetenv("USER");
    qputenv("USERNAME", "ana");
    const auto restore = qScopeGuard([&usual, &other] {
        qputenv("USER", usual);
        qputenv("USERNAME", other);
    });
    JobList jobs;
    Workspace workspace(catalog(), jobs);
    open(workspace, request(table(QStringLiteral("p.csv"), "a\nx\ny\n")));
    const QSignalSpy changed(&workspace, &Workspace::reviewChanged);
    const std::string target = pipeline::commentTarget(pipeline::CommentOn::Column, "a");
    workspace.say(QStringLiteral("comment"), target, pipeline::Comment{"text", false});
    QTRY_COMPARE(changed.size(), 1);
    QCOMPARE(workspace.dataset()->review->comments.at(target).who, std::string("ana"));
}

void WorkspaceTest::nothingIsSaidWithoutACatalog()
{
    JobList jobs;
    Workspace workspace({}, jobs);
    open(workspace, request(table(QStringLiteral("p.csv"), "a\nx\ny\n")));
    QVERIFY(!workspace.canReview());
    workspace.say(QStringLiteral("comment"), "column:a", pipeline::Comment{"text", false});
    QVERIFY(!workspace.undoStack().canUndo());
}

/// One of the same name in the catalog is another one.
void WorkspaceTest::aDatasetThatIsNotInTheCatalogHasNoHistory()
{
    JobList jobs;
    open(*std::make_unique<Workspace>(catalog(), jobs),
        request(table(QStringLiteral("p.csv"), "a\nx\ny\n")));
    const auto lock = lockOfAnotherProgram();
    Workspace second(catalog(), jobs);
    QVERIFY(QDir(m_folder->path()).mkdir(QStringLiteral("other")));
    open(second, request(table(QStringLiteral("other/p.csv"), "b\n1\n2\n")));
    QTRY_VERIFY(jobs.jobs().empty());
    int loaded = 0;
    connect(&second, &Workspace::historyLoaded, this, [&loaded] { ++loaded; });
    second.loadHistory();
    QTRY_VERIFY(jobs.jobs().empty());
    QCOMPARE(loaded, 0);
}

void WorkspaceTest::saysWhyItOnlyReads()
{
    JobList jobs;
    const auto lock = lockOfAnotherProgram();
    const Workspace second(catalog(), jobs);
    QVERIFY(second.isReadOnly());
    QCOMPARE(second.catalogState(), CatalogState::OpenElsewhere);
    const Workspace third(bytesOf(m_folder->filePath(QStringLiteral("none/c.cupel"))), jobs);
    QVERIFY(third.isReadOnly());
    QCOMPARE(third.catalogState(), CatalogState::FolderProtected);
}

/// Their writers take turns in the catalog, and each learns what the other put there.
void WorkspaceTest::theWindowsOfOneProgramShareACatalog()
{
    JobList jobs;
    auto first = std::make_unique<Workspace>(catalog(), jobs);
    QFile::link(QString::fromStdString(catalog()), m_folder->filePath(QStringLiteral("link")));
    open(*first, request(table(QStringLiteral("p.csv"), "a\nx\ny\n")));
    Workspace second(bytesOf(m_folder->filePath(QStringLiteral("link"))), jobs);
    QCOMPARE(second.catalogState(), CatalogState::Writable);
    open(second, request(table(QStringLiteral("q.csv"), "a\nx\ny\n")));
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
    QCOMPARE(Workspace(catalog(), jobs).catalogState(), CatalogState::Writable);
}

void WorkspaceTest::aWindowThatIsGoneHindersNoOtherProgram()
{
    JobList jobs;
    {
        const Workspace first(catalog(), jobs);
        QVERIFY(!lockOfAnotherProgram()->isLocked());
    }
    QVERIFY(lockOfAnotherProgram()->isLocked());
}

void WorkspaceTest::anUnusableCatalogIsLeftAsItIs_data()
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

void WorkspaceTest::anUnusableCatalogIsLeftAsItIs()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const int, at);
    QFETCH(const QString, words);
    JobList jobs;
    open(*std::make_unique<Workspace>(catalog(), jobs),
        request(table(QStringLiteral("p.csv"), "a\nx\ny\n")));
    QTRY_VERIFY(jobs.jobs().empty());
    const QByteArray before = spoil(bytes, at);
    Workspace workspace(catalog(), jobs);
    const QSignalSpy changed(&workspace, &Workspace::catalogChanged);
    const QSignalSpy failed(&workspace, &Workspace::failed);
    workspace.refresh();
    QTRY_COMPARE(changed.size(), 1);
    QCOMPARE(workspace.catalogState(), CatalogState::Unusable);
    QVERIFY2(
        shown(workspace.trouble().message).contains(words), workspace.trouble().message.c_str());
    QVERIFY(!workspace.trouble().hint.empty());
    QCOMPARE(workspace.trouble().where.file, catalog());
    QCOMPARE(failed.size(), 0);
    workspace.open(request(table(QStringLiteral("q.csv"), "a\nx\ny\n")));
    QTRY_COMPARE(failed.size(), 1);
    QCOMPARE(failed.front().at(1).value<base::Error>().code, base::ErrorCode::Catalog);
    QTRY_VERIFY(jobs.jobs().empty());
    QCOMPARE(bytesOfCatalog(), before);
    QCOMPARE(QDir(m_folder->path()).entryList({QStringLiteral("*.cupeldata")}).size(), 1);
}

void WorkspaceTest::goesOnWithoutAnUnusableCatalog()
{
    table(QStringLiteral("c.cupel"), "this is no catalog at all, but a text file\n");
    JobList jobs;
    Workspace workspace(catalog(), jobs);
    workspace.refresh();
    QTRY_COMPARE(workspace.catalogState(), CatalogState::Unusable);
    workspace.useCatalog({});
    QCOMPARE(workspace.catalogState(), CatalogState::None);
    open(workspace, request(table(QStringLiteral("q.csv"), "a\nx\ny\n")));
    QCOMPARE(workspace.dataset()->version, std::int64_t{0});
    // The other programs may have it now.
    QVERIFY(lockOfAnotherProgram()->isLocked());

    const std::string sound = bytesOf(m_folder->filePath(QStringLiteral("sound.cupel")));
    workspace.useCatalog(sound);
    QCOMPARE(workspace.catalogState(), CatalogState::Writable);
    QVERIFY(!workspace.canReview());
    open(workspace, request(table(QStringLiteral("q.csv"), "a\nx\ny\n")));
    QCOMPARE(workspace.dataset()->version, std::int64_t{1});
    workspace.useCatalog({});
    QVERIFY(!workspace.canReview());
    QCOMPARE(workspace.dataset()->catalogId, std::int64_t{0});
    QVERIFY(workspace.datasets().empty());
}

void WorkspaceTest::aCatalogThatCannotBeWrittenIsRead()
{
    JobList jobs;
    open(*std::make_unique<Workspace>(catalog(), jobs),
        request(table(QStringLiteral("p.csv"), "a\nx\ny\n")));
    QTRY_VERIFY(jobs.jobs().empty());
    QFile file(QString::fromStdString(catalog()));
    QVERIFY(file.setPermissions(QFileDevice::ReadOwner));
    if (QFileInfo(file).isWritable())
        QSKIP("this user may write to every file");
    const QByteArray before = bytesOfCatalog();
    Workspace workspace(catalog(), jobs);
    workspace.refresh();
    QTRY_COMPARE(workspace.catalogState(), CatalogState::FileProtected);
    QCOMPARE(workspace.datasets().size(), std::size_t{1});
    open(workspace, request(table(QStringLiteral("q.csv"), "a\nx\ny\n")));
    QCOMPARE(workspace.dataset()->version, std::int64_t{0});
    QVERIFY(!workspace.canReview());
    QTRY_VERIFY(jobs.jobs().empty());
    QCOMPARE(bytesOfCatalog(), before);
}

void WorkspaceTest::aFileThatWasMovedIsFound()
{
    JobList jobs;
    Workspace workspace(catalog(), jobs);
    const std::string old = table(QStringLiteral("p.csv"), "a,b\nx,1\ny,2\n");
    open(workspace, request(old));
    const QString moved = m_folder->filePath(QStringLiteral("moved.csv"));
    QVERIFY(QFile::rename(QString::fromStdString(old), moved));
    workspace.refresh();
    QTRY_VERIFY(workspace.datasets().front().isMissing);
    const QSignalSpy failed(&workspace, &Workspace::failed);
    workspace.reopen("p");
    QTRY_COMPARE(failed.size(), 1);
    const QSignalSpy located(&workspace, &Workspace::located);
    const QSignalSpy changed(&workspace, &Workspace::datasetChanged);
    workspace.locate("p", bytesOf(moved));
    QTRY_COMPARE(located.size(), 1);
    QTRY_COMPARE(changed.size(), 1);
    QCOMPARE(workspace.dataset()->name, std::string("p"));
    QCOMPARE(workspace.dataset()->version, std::int64_t{1});
    QCOMPARE(workspace.dataset()->request.inputs, std::vector<std::string>{bytesOf(moved)});
    const auto row = workspace.dataset()->file->table.source->row(1);
    QVERIFY(row);
    QCOMPARE(row->cells, (std::vector<std::string>{"y", "2"}));
    QTRY_VERIFY(!workspace.datasets().front().isMissing);
    QCOMPARE(failed.size(), 1);
}

void WorkspaceTest::anotherFileThanTheOneThatWasMovedIsAVersion()
{
    JobList jobs;
    Workspace workspace(catalog(), jobs);
    const std::string old = table(QStringLiteral("p.csv"), "a,b\nx,1\ny,2\n");
    open(workspace, request(old));
    QVERIFY(QFile::remove(QString::fromStdString(old)));
    const QSignalSpy differs(&workspace, &Workspace::differs);
    // As long as the other one, so that only its bytes tell.
    const std::string other = table(QStringLiteral("other.csv"), "a,b\nx,1\ny,3\n");
    workspace.locate("p", other);
    QTRY_COMPARE(differs.size(), 1);
    QCOMPARE(differs.front().at(0).value<std::string>(), std::string("p"));
    QCOMPARE(differs.front().at(2).value<std::int64_t>(), std::int64_t{2});
    QTRY_VERIFY(jobs.jobs().empty());
    QCOMPARE(workspace.datasets().front().summary.dataset.path, old);
    const QSignalSpy changed(&workspace, &Workspace::datasetChanged);
    workspace.open(request(other), "p");
    QTRY_COMPARE(changed.size(), 1);
    QCOMPARE(workspace.dataset()->name, std::string("p"));
    QCOMPARE(workspace.dataset()->version, std::int64_t{2});
    QTRY_VERIFY(jobs.jobs().empty());
    QCOMPARE(workspace.datasets().size(), std::size_t{1});
    QCOMPARE(workspace.datasets().front().summary.dataset.path, other);
}

void WorkspaceTest::whatWasStoppedIsDoneAgain()
{
    QByteArray text("a,b,c\n");
    for (int i = 0; i < 300'000; ++i)
        text += QByteArray::number(i) + ",some text " + QByteArray::number(i * 7) + ",x\n";
    JobList jobs;
    Workspace workspace(catalog(), jobs);
    std::vector<RunEnd> ends;
    connect(&workspace, &Workspace::runEnded, this, [&ends](RunEnd end) { ends.push_back(end); });
    workspace.open(request(table(QStringLiteral("long.csv"), text)));
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

void WorkspaceTest::anAuditThatCannotBeKeptIsShown()
{
    QByteArray text("a,b\n");
    for (int i = 0; i < 20'000; ++i)
        text += QByteArray::number(i) + ",text " + QByteArray::number(i * 7) + "\n";
    const std::string path = table(QStringLiteral("long.csv"), text);
    JobList jobs;
    Workspace workspace(catalog(), jobs);
    open(workspace, request(table(QStringLiteral("p.csv"), "a\nx\ny\n")));
    QTRY_VERIFY(jobs.jobs().empty());
    {
        const test::FileSizeLimit limit(100'000);
        open(workspace, request(path));
        QTRY_VERIFY(jobs.jobs().empty());
    }
    QCOMPARE(workspace.dataset()->dataset().description.rows, std::int64_t{20'000});
    QVERIFY(workspace.dataset()->notKept);
    QVERIFY2(QString::fromStdString(workspace.dataset()->notKept->message)
                 .contains(QStringLiteral("no room")),
        workspace.dataset()->notKept->message.c_str());
    QVERIFY(!workspace.dataset()->notKept->hint.empty());
    QVERIFY(!workspace.canReview());
    QCOMPARE(problems(), QStringList());
    QCOMPARE(QDir(m_folder->path()).entryList({QStringLiteral("*.cupeldata")}).size(), 1);
    workspace.auditAgain();
    QTRY_VERIFY(jobs.jobs().empty());
    QVERIFY(!workspace.dataset()->notKept);
    QVERIFY(workspace.canReview());
    QCOMPARE(problems(), QStringList());
    QCOMPARE(workspace.datasets().size(), std::size_t{2});
}

void WorkspaceTest::whatIsSaidWithoutRoomWaits()
{
    JobList jobs;
    Workspace workspace(catalog(), jobs);
    open(workspace, request(table(QStringLiteral("p.csv"), "a,c\nx,1\ny,2\n")));
    QTRY_VERIFY(jobs.jobs().empty());
    const auto say = [&workspace](const std::string& column) {
        workspace.say(QStringLiteral("comment on ") + QString::fromStdString(column),
            pipeline::commentTarget(pipeline::CommentOn::Column, column),
            pipeline::Comment{"text", false});
    };
    const QSignalSpy stuck(&workspace, &Workspace::reviewStuck);
    {
        const test::FileSizeLimit limit(4'000);
        say("a");
        say("b");
        QTRY_COMPARE(stuck.size(), 1);
        QTRY_VERIFY(jobs.jobs().empty());
    }
    const auto error = stuck.front().front().value<base::Error>();
    QVERIFY2(QString::fromStdString(error.message).contains(QStringLiteral("no room")),
        error.message.c_str());
    QVERIFY(!workspace.isKeepingReview());
    QCOMPARE(workspace.unkeptReview().size(), std::size_t{2});
    QCOMPARE(workspace.unkeptReview().front().words, QStringLiteral("comment on a"));
    QVERIFY(workspace.dataset()->review->isEmpty());
    QCOMPARE(problems(), QStringList());

    // Another edit tries those before it again, in their order.
    say("c");
    QTRY_COMPARE(workspace.dataset()->review->comments.size(), std::size_t{3});
    QVERIFY(workspace.unkeptReview().empty());
    workspace.undoStack().undo();
    workspace.undoStack().undo();
    QTRY_COMPARE(workspace.dataset()->review->comments.size(), std::size_t{1});
    QTRY_VERIFY(jobs.jobs().empty());
}

void WorkspaceTest::whatIsSaidWithoutRoomCanBeGivenUp()
{
    JobList jobs;
    Workspace workspace(catalog(), jobs);
    open(workspace, request(table(QStringLiteral("p.csv"), "a,c\nx,1\ny,2\n")));
    QTRY_VERIFY(jobs.jobs().empty());
    const QSignalSpy stuck(&workspace, &Workspace::reviewStuck);
    {
        const test::FileSizeLimit limit(4'000);
        workspace.say(QStringLiteral("comment"),
            pipeline::commentTarget(pipeline::CommentOn::Column, "a"),
            pipeline::Comment{"text", false});
        QTRY_COMPARE(stuck.size(), 1);
        workspace.keepAgain();
        QTRY_COMPARE(stuck.size(), 2);
        workspace.useCatalog({});
        QCOMPARE(workspace.catalogPath(), catalog());
    }
    workspace.giveUpReview();
    QVERIFY(workspace.unkeptReview().empty());
    QVERIFY(!workspace.undoStack().canUndo());
    workspace.keepAgain();
    QTRY_VERIFY(jobs.jobs().empty());
    QVERIFY(workspace.dataset()->review->isEmpty());
}

void WorkspaceTest::saysWhyThereIsNoHistory()
{
    JobList jobs;
    Workspace workspace(catalog(), jobs);
    open(workspace, request(table(QStringLiteral("p.csv"), "a\nx\ny\n")));
    QTRY_VERIFY(jobs.jobs().empty());
    spoil("this is no catalog at all, but a text file\n", -1);
    const QSignalSpy failed(&workspace, &Workspace::failed);
    workspace.loadHistory();
    QTRY_COMPARE(failed.size(), 1);
    QVERIFY(failed.front().front().toString().contains(QStringLiteral("history")));
}

/// A data file that no version names is of a program at work, or of one that died.
void WorkspaceTest::whatAKilledProgramLeftIsDeleted()
{
    JobList jobs;
    Workspace workspace(catalog(), jobs);
    open(workspace, request(table(QStringLiteral("p.csv"), "a\nx\ny\n")));
    QTRY_VERIFY(jobs.jobs().empty());
    const std::string young = table(QStringLiteral("c-young.cupeldata"), "x");
    const std::string old = table(QStringLiteral("c-old.cupeldata"), "x");
    const std::string others = table(QStringLiteral("d-old.cupeldata"), "x");
    for (const std::string& file : {old, others})
        std::filesystem::last_write_time(
            file, std::filesystem::file_time_type::clock::now() - std::chrono::hours(25));
    QCOMPARE(problems().size(), 1);
    QVERIFY2(problems().front().contains(QStringLiteral("c-old")), qPrintable(problems().front()));
    open(workspace, request(table(QStringLiteral("q.csv"), "a\n1\n2\n")));
    QTRY_VERIFY(jobs.jobs().empty());
    QVERIFY(!std::filesystem::exists(old));
    QVERIFY(std::filesystem::exists(young));
    QVERIFY(std::filesystem::exists(others));
    QCOMPARE(problems(), QStringList());
    workspace.reopen("p");
    QTRY_COMPARE(workspace.dataset()->name, std::string("p"));
}

} // namespace cupel::ui

QTEST_GUILESS_MAIN(cupel::ui::WorkspaceTest)
#include "tst_workspace.moc"
