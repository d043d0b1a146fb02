#include <QScopeGuard>
#include <QSignalSpy>
#include <QTest>

#include "tests/ui/jobs/workspace_folder.h"
#include "tests/ui/support/file_size_limit.h"

namespace cupel::ui {

/// What people say of a dataset.
class WorkspaceReviewTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<test::WorkspaceFolder>(); }
    void whatIsSaidCanBeTakenBack();
    void editsStayInTheirOrder();
    void theAuthorIsThePersonEvenWithoutTheUsualName();
    void anEditStaysWithTheDatasetItIsOf();
    void editsAreShownBesideAnAudit_data();
    void editsAreShownBesideAnAudit();
    void stoppingTheWorkKeepsWhatWasSaid();
    void nothingIsTakenBackOverAnotherWindow();
    void nothingIsSaidWithoutACatalog();
    void whatIsSaidWithoutRoomWaits();
    void whatIsSaidWithoutRoomCanBeGivenUp();
    void whatIsTakenBackWithoutRoomWaitsAsWell();
    void whatWasSaidIsTakenBackAfterAnAuditThatCouldNotBeKept();
    void whatIsSaidGoesToNoDatasetOfAnotherCatalog();

private:
    void comment(Workspace& workspace, const std::string& column) const
    {
        workspace.say(QStringLiteral("comment on ") + QString::fromStdString(column),
            pipeline::commentTarget(pipeline::CommentOn::Column, column),
            pipeline::Comment{"text", false});
    }

    std::unique_ptr<test::WorkspaceFolder> m_folder;
};

/// A waiver takes a finding out of the verdict; undo brings it back, redo takes it out again, and a
/// dataset that is opened again still has it.
void WorkspaceReviewTest::whatIsSaidCanBeTakenBack()
{
    JobList jobs;
    Workspace workspace(m_folder->catalog(), jobs);
    pipeline::AuditRequest asked
        = test::request(m_folder->table(QStringLiteral("p.csv"), "a,c\nx,1\nx,1\ny,1\ny,1\n"));
    test::open(workspace, asked);
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
    // The list says the same.
    const auto listed = [&] { return workspace.datasets().front().summary.lastRun->info.verdict; };
    QTRY_COMPARE(listed().waived, std::int64_t{1});
    QCOMPARE(listed().errors, failures().errors);
    QCOMPARE(listed().warnings, failures().warnings);
    QCOMPARE(listed().notes, failures().notes);
    QCOMPARE(listed().reviews, failures().reviews);
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

void WorkspaceReviewTest::editsStayInTheirOrder()
{
    JobList jobs;
    Workspace workspace(m_folder->catalog(), jobs);
    test::open(
        workspace, test::request(m_folder->table(QStringLiteral("p.csv"), "a,c\nx,1\ny,2\n")));
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

/// The window marks what the person said by the same name.
void WorkspaceReviewTest::theAuthorIsThePersonEvenWithoutTheUsualName()
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
    Workspace workspace(m_folder->catalog(), jobs);
    test::open(workspace, test::request(m_folder->table(QStringLiteral("p.csv"), "a\nx\ny\n")));
    const QSignalSpy changed(&workspace, &Workspace::reviewChanged);
    const std::string target = pipeline::commentTarget(pipeline::CommentOn::Column, "a");
    workspace.say(QStringLiteral("comment"), target, pipeline::Comment{"text", false});
    QTRY_COMPARE(changed.size(), 1);
    QCOMPARE(workspace.dataset()->review->comments.at(target).who, std::string("ana"));
}

/// Another dataset opens while edits of the one before still wait for each other.
void WorkspaceReviewTest::anEditStaysWithTheDatasetItIsOf()
{
    constexpr int kEdits = 40;
    JobList jobs;
    Workspace workspace(m_folder->catalog(), jobs);
    test::open(
        workspace, test::request(m_folder->table(QStringLiteral("q.csv"), "a,c\nx,1\ny,2\n")));
    test::open(
        workspace, test::request(m_folder->table(QStringLiteral("p.csv"), "a,c\nx,1\ny,2\n")));
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

void WorkspaceReviewTest::editsAreShownBesideAnAudit_data()
{
    QTest::addColumn<int>("before");
    QTest::addColumn<int>("after");
    QTest::newRow("an edit, then an audit") << 1 << 0;
    QTest::newRow("an audit, then an edit") << 0 << 1;
    QTest::newRow("edits that last as long as the audit") << 3 << 3;
    QTest::newRow("edits that last longer") << 10 << 10;
}

void WorkspaceReviewTest::editsAreShownBesideAnAudit()
{
    QFETCH(const int, before);
    QFETCH(const int, after);
    JobList jobs;
    Workspace workspace(m_folder->catalog(), jobs);
    test::open(
        workspace, test::request(m_folder->table(QStringLiteral("p.csv"), "a,c\nx,1\ny,2\n")));
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

void WorkspaceReviewTest::stoppingTheWorkKeepsWhatWasSaid()
{
    JobList jobs;
    Workspace workspace(m_folder->catalog(), jobs);
    test::open(
        workspace, test::request(m_folder->table(QStringLiteral("p.csv"), "a,c\nx,1\ny,2\n")));
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

/// Two people work in two windows of a catalog.
void WorkspaceReviewTest::nothingIsTakenBackOverAnotherWindow()
{
    using State = pipeline::FindingMark::State;
    const QByteArray usual = qgetenv("USER");
    const auto restore = qScopeGuard([&usual] { qputenv("USER", usual); });
    JobList jobs;
    Workspace first(m_folder->catalog(), jobs);
    Workspace second(m_folder->catalog(), jobs);
    const std::string path = m_folder->table(QStringLiteral("p.csv"), "a,c\nx,1\nx,1\n");
    test::open(first, test::request(path));
    test::open(second, test::request(path));
    QTRY_VERIFY(jobs.jobs().empty());
    const auto findings = reports::rankedFindings(first.dataset()->dataset());
    QVERIFY(!findings.empty());
    const std::string id = findings.front()->id("p");
    const auto mark = [&](Workspace& workspace, const char* who, State state) {
        qputenv("USER", who);
        workspace.say(QStringLiteral("mark"), id, pipeline::FindingMark{state});
        QTRY_VERIFY(jobs.jobs().empty());
    };
    const auto stands = [&id](const Workspace& workspace) {
        const auto& marks = workspace.dataset()->review->marks;
        const auto found = marks.find(id);
        return found == marks.end() ? std::string("nothing")
                                    : found->second.who
                + (found->second.value.state == State::Accepted ? " accepted" : " asked");
    };
    const auto undo = [&jobs](Workspace& workspace) {
        workspace.undoStack().undo();
        QTRY_VERIFY(jobs.jobs().empty());
    };
    first.say(QStringLiteral("comment"), pipeline::commentTarget(pipeline::CommentOn::Column, "a"),
        pipeline::Comment{"text", false});
    mark(first, "ana", State::Accepted);
    mark(second, "ben", State::FixRequested);
    QCOMPARE(stands(first), std::string("ben asked"));
    const QSignalSpy failed(&first, &Workspace::failed);
    undo(first);
    QCOMPARE(failed.size(), 1);
    QVERIFY(shown(failed.front().at(1).value<base::Error>().message)
                .contains(QStringLiteral("something else")));
    QCOMPARE(stands(first), std::string("ben asked"));
    QCOMPARE(stands(second), std::string("ben asked"));
    // What cannot be taken back is in no menu, what was said before it is.
    QCOMPARE(first.undoStack().count(), 1);
    QCOMPARE(first.undoStack().undoText(), QStringLiteral("comment"));
    QVERIFY(first.unkeptReview().empty());
    // The words that stand again are those of the one who said them.
    undo(second);
    QCOMPARE(stands(second), std::string("ana accepted"));
    QCOMPARE(stands(first), std::string("ana accepted"));
    // The same words of another person are not one's own.
    mark(first, "ben", State::Accepted);
    mark(second, "ana", State::Accepted);
    undo(first);
    QCOMPARE(failed.size(), 2);
    QCOMPARE(stands(first), std::string("ana accepted"));
    undo(first);
    QVERIFY(first.dataset()->review->comments.empty());
    QCOMPARE(failed.size(), 2);
}

void WorkspaceReviewTest::nothingIsSaidWithoutACatalog()
{
    JobList jobs;
    Workspace workspace({}, jobs);
    test::open(workspace, test::request(m_folder->table(QStringLiteral("p.csv"), "a\nx\ny\n")));
    QVERIFY(!workspace.canReview());
    workspace.say(QStringLiteral("comment"), "column:a", pipeline::Comment{"text", false});
    QVERIFY(!workspace.undoStack().canUndo());
}

void WorkspaceReviewTest::whatIsSaidWithoutRoomWaits()
{
    JobList jobs;
    Workspace workspace(m_folder->catalog(), jobs);
    test::open(
        workspace, test::request(m_folder->table(QStringLiteral("p.csv"), "a,c\nx,1\ny,2\n")));
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
    QCOMPARE(m_folder->problems(), QStringList());

    // Another edit tries those before it again, in their order.
    say("c");
    QTRY_COMPARE(workspace.dataset()->review->comments.size(), std::size_t{3});
    QVERIFY(workspace.unkeptReview().empty());
    workspace.undoStack().undo();
    workspace.undoStack().undo();
    QTRY_COMPARE(workspace.dataset()->review->comments.size(), std::size_t{1});
    QTRY_VERIFY(jobs.jobs().empty());
}

void WorkspaceReviewTest::whatIsSaidWithoutRoomCanBeGivenUp()
{
    JobList jobs;
    Workspace workspace(m_folder->catalog(), jobs);
    test::open(
        workspace, test::request(m_folder->table(QStringLiteral("p.csv"), "a,c\nx,1\ny,2\n")));
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
        QCOMPARE(workspace.catalogPath(), m_folder->catalog());
    }
    workspace.giveUpReview();
    QVERIFY(workspace.unkeptReview().empty());
    QVERIFY(!workspace.undoStack().canUndo());
    workspace.keepAgain();
    QTRY_VERIFY(jobs.jobs().empty());
    QVERIFY(workspace.dataset()->review->isEmpty());
}

/// The window lists what waits, which changes nothing of it.
void WorkspaceReviewTest::whatIsTakenBackWithoutRoomWaitsAsWell()
{
    JobList jobs;
    Workspace workspace(m_folder->catalog(), jobs);
    test::open(
        workspace, test::request(m_folder->table(QStringLiteral("p.csv"), "a,c\nx,1\ny,2\n")));
    const std::string target = pipeline::commentTarget(pipeline::CommentOn::Column, "a");
    const auto say = [&](const std::string& words) {
        workspace.say(QStringLiteral("comment"), target, pipeline::Comment{words, false});
    };
    const auto said = [&] { return workspace.dataset()->review->comments.at(target).value.text; };
    say("first");
    QTRY_VERIFY(jobs.jobs().empty() && !workspace.isKeepingReview());
    const QSignalSpy stuck(&workspace, &Workspace::reviewStuck);
    {
        const test::FileSizeLimit limit(4'000);
        say("second");
        QTRY_COMPARE(stuck.size(), 1);
        workspace.undoStack().undo();
        QTRY_COMPARE(stuck.size(), 2);
        QCOMPARE(workspace.unkeptReview().size(), std::size_t{2});
    }
    const QSignalSpy failed(&workspace, &Workspace::failed);
    const QSignalSpy kept(&workspace, &Workspace::reviewKept);
    workspace.keepAgain();
    QTRY_COMPARE(kept.size(), 1);
    QCOMPARE(failed.size(), 0);
    QCOMPARE(said(), std::string("first"));
    workspace.undoStack().redo();
    QTRY_COMPARE(said(), std::string("second"));
    QCOMPARE(failed.size(), 0);
}

/// The dataset in the window is not in the catalog then, but what was said of it is.
void WorkspaceReviewTest::whatWasSaidIsTakenBackAfterAnAuditThatCouldNotBeKept()
{
    JobList jobs;
    Workspace workspace(m_folder->catalog(), jobs);
    const std::string path = m_folder->table(QStringLiteral("p.csv"), "a,c\nx,1\ny,2\n");
    test::open(workspace, test::request(path));
    comment(workspace, "a");
    QTRY_VERIFY(jobs.jobs().empty());
    {
        const test::FileSizeLimit limit(4'000);
        workspace.auditAgain();
        QTRY_VERIFY(jobs.jobs().empty());
    }
    QVERIFY(workspace.dataset()->notKept);
    const QSignalSpy kept(&workspace, &Workspace::reviewKept);
    workspace.undoStack().undo();
    QTRY_COMPARE(kept.size(), 1);
    QVERIFY(workspace.unkeptReview().empty());
    workspace.reopen("p");
    QTRY_VERIFY(!workspace.dataset()->notKept);
    QVERIFY(workspace.dataset()->review->isEmpty());
}

/// A new catalog numbers its datasets as the one before it at that path did.
void WorkspaceReviewTest::whatIsSaidGoesToNoDatasetOfAnotherCatalog()
{
    JobList jobs;
    Workspace workspace(m_folder->catalog(), jobs);
    test::open(
        workspace, test::request(m_folder->table(QStringLiteral("p.csv"), "a,c\nx,1\ny,2\n")));
    QTRY_VERIFY(jobs.jobs().empty());
    const QString catalog = QString::fromStdString(m_folder->catalog());
    const QString away = m_folder->filePath(QStringLiteral("away"));
    QVERIFY(QFile::rename(catalog, away));
    const QSignalSpy stuck(&workspace, &Workspace::reviewStuck);
    comment(workspace, "a");
    QTRY_COMPARE(stuck.size(), 1);

    test::open(
        workspace, test::request(m_folder->table(QStringLiteral("q.csv"), "a,c\nx,1\ny,3\n")));
    QCOMPARE(workspace.dataset()->catalogId, std::int64_t{1});
    QVERIFY(!workspace.undoStack().canUndo());
    workspace.keepAgain();
    QTRY_COMPARE(stuck.size(), 2);
    const auto error = stuck.back().front().value<base::Error>();
    QVERIFY2(QString::fromStdString(error.message).contains(QStringLiteral("\"p\"")),
        error.message.c_str());
    QTRY_VERIFY(jobs.jobs().empty());
    QVERIFY(workspace.dataset()->review->isEmpty());
    QCOMPARE(workspace.unkeptReview().size(), std::size_t{1});
    QCOMPARE(workspace.unkeptReview().front().dataset, std::string("p"));

    // It hinders nobody who says something of the other one.
    const QSignalSpy kept(&workspace, &Workspace::reviewKept);
    comment(workspace, "c");
    QTRY_COMPARE(workspace.dataset()->review->comments.size(), std::size_t{1});
    QCOMPARE(workspace.dataset()->review->comments.begin()->first,
        pipeline::commentTarget(pipeline::CommentOn::Column, "c"));
    QCOMPARE(workspace.unkeptReview().size(), std::size_t{1});
    QTRY_VERIFY(jobs.jobs().empty());
    QCOMPARE(kept.size(), 0);

    QVERIFY(QFile::remove(catalog));
    QVERIFY(QFile::rename(away, catalog));
    workspace.keepAgain();
    QTRY_COMPARE(kept.size(), 1);
    QVERIFY(workspace.unkeptReview().empty());
    workspace.reopen("p");
    QTRY_COMPARE(workspace.dataset()->name, std::string("p"));
    QCOMPARE(workspace.dataset()->review->comments.size(), std::size_t{1});
    QCOMPARE(workspace.dataset()->review->comments.begin()->first,
        pipeline::commentTarget(pipeline::CommentOn::Column, "a"));
}

} // namespace cupel::ui

QTEST_GUILESS_MAIN(cupel::ui::WorkspaceReviewTest)
#include "tst_workspace_review.moc"
