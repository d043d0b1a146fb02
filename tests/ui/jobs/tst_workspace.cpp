#include <QDir>
#include <QScopeGuard>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

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
    void aDamagedCatalogIsRefused();

private:
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
    Workspace first(catalog(), jobs);
    QVERIFY(!first.isReadOnly());
    open(first, request(table(QStringLiteral("p.csv"), "a\nx\ny\n")));
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
    Workspace first(catalog(), jobs);
    open(first, request(table(QStringLiteral("p.csv"), "a\nx\ny\n")));
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
    const Workspace first(catalog(), jobs);
    QVERIFY(!first.isReadOnly());
    const Workspace second(catalog(), jobs);
    QVERIFY(second.isReadOnly());
    QVERIFY(second.isOpenElsewhere());
    const Workspace third(bytesOf(m_folder->filePath(QStringLiteral("none/c.cupel"))), jobs);
    QVERIFY(third.isReadOnly());
    QVERIFY(!third.isOpenElsewhere());
}

void WorkspaceTest::aDamagedCatalogIsRefused()
{
    table(QStringLiteral("c.cupel"), QByteArray("this is no catalog at all, but a text file\n"));
    JobList jobs;
    Workspace workspace(catalog(), jobs);
    const QSignalSpy failed(&workspace, &Workspace::failed);
    workspace.refresh();
    QTRY_COMPARE(failed.size(), 1);
    QCOMPARE(failed.front().at(1).value<base::Error>().code, base::ErrorCode::Catalog);
    QFile file(QString::fromStdString(catalog()));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(file.readAll().startsWith("this is no catalog"));
}

} // namespace cupel::ui

QTEST_GUILESS_MAIN(cupel::ui::WorkspaceTest)
#include "tst_workspace.moc"
