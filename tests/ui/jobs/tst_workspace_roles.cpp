#include <QScopeGuard>
#include <QSignalSpy>
#include <QTest>

#include "core/reports/privacy.h"
#include "tests/ui/jobs/workspace_folder.h"

namespace cupel::ui {

/// Choices of roles and types: what becomes of them, their undo, and what the catalog says of it.
class WorkspaceRolesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void choicesAreInTheHistory();
    void theSameRolesAreNoChoice();
    void aChoiceThatWasStoppedIsNone();
    void aChoiceThatWasStoppedIsMadeAgain();
    void aChoiceThatFailedIsNone();
    void aChoiceThatAnotherOneReplacedCountsWithIt();
    void anUndoThatWasStoppedIsNone();
    void undosThatWereStoppedAreNone();
    void aRedoThatWasStoppedIsNone();
    void anUndoThatWasStoppedBelowAnEditCountsNoMore();
    void nothingIsUndoneWhileAnotherDatasetIsOpened();
    void anOpeningThatFailsEndsTheChoiceThatItReplaced();

private:
    audits::Roles labelled(const std::string& column) const;
    std::string label() const;
    void choose(const std::string& column);
    void waitForWork();
    QStringList history();
    QUndoStack& undo() { return m_workspace->undoStack(); }
    void comment(const std::string& column);

    std::unique_ptr<test::WorkspaceFolder> m_folder;
    std::unique_ptr<JobList> m_jobs;
    std::unique_ptr<Workspace> m_workspace;
};

void WorkspaceRolesTest::init()
{
    m_folder = std::make_unique<test::WorkspaceFolder>();
    m_jobs = std::make_unique<JobList>();
    m_workspace = std::make_unique<Workspace>(m_folder->catalog(), *m_jobs);
    test::open(*m_workspace,
        test::request(m_folder->table(QStringLiteral("p.csv"), "a,b\nx,1\ny,2\nx,3\n")));
    waitForWork();
}

void WorkspaceRolesTest::cleanup()
{
    m_workspace.reset();
    m_jobs.reset();
}

audits::Roles WorkspaceRolesTest::labelled(const std::string& column) const
{
    audits::Roles roles = m_workspace->dataset()->dataset().roles;
    roles.label = audits::LabelRole{column, {}, {}, {}};
    return roles;
}

std::string WorkspaceRolesTest::label() const
{
    const auto& role = m_workspace->dataset()->dataset().roles.label;
    return role ? role->column : std::string();
}

void WorkspaceRolesTest::waitForWork()
{
    QTRY_VERIFY_WITH_TIMEOUT(m_jobs->jobs().empty(), 20'000);
}

void WorkspaceRolesTest::choose(const std::string& column)
{
    m_workspace->chooseRoles(labelled(column));
    waitForWork();
    QCOMPARE(label(), column);
}

void WorkspaceRolesTest::comment(const std::string& column)
{
    m_workspace->say(QStringLiteral("comment"),
        pipeline::commentTarget(pipeline::CommentOn::Column, column),
        pipeline::Comment{"text", false});
}

/// What the history says of roles, the oldest first: "who: what: details".
QStringList WorkspaceRolesTest::history()
{
    QStringList told;
    const auto connection
        = connect(m_workspace.get(), &Workspace::historyLoaded, this, [&](const History& loaded) {
              const reports::PrivacyView whole{reports::PrivacyRule(reports::Privacy::Full)};
              for (const pipeline::HistoryEntry& entry : loaded.entries) {
                  if (entry.what.ends_with("chosen"))
                      told.prepend(QString::fromStdString(
                          entry.who + ": " + entry.what + ": " + whole.show(entry.details)));
              }
          });
    m_workspace->loadHistory();
    waitForWork();
    disconnect(connection);
    return told;
}

void WorkspaceRolesTest::choicesAreInTheHistory()
{
    const QByteArray usual = qgetenv("USER");
    qputenv("USER", "ana");
    const auto restore = qScopeGuard([&usual] { qputenv("USER", usual); });
    audits::Roles roles = labelled("a");
    roles.types["b"] = "text";
    m_workspace->chooseRoles(roles);
    waitForWork();
    undo().undo();
    waitForWork();
    undo().redo();
    waitForWork();
    m_workspace->auditAgain();
    waitForWork();
    const QString chosen = QStringLiteral(
        "ana: Roles and types chosen: Label: (none) → a; Type of b: Integer → Text");
    QCOMPARE(history(),
        (QStringList{chosen,
            QStringLiteral(
                "ana: Roles and types chosen: Label: a → (none); Type of b: Text → Integer"),
            chosen}));
}

void WorkspaceRolesTest::theSameRolesAreNoChoice()
{
    const QSignalSpy changed(m_workspace.get(), &Workspace::datasetChanged);
    m_workspace->chooseRoles(m_workspace->roles());
    waitForWork();
    QCOMPARE(changed.size(), 1);
    QVERIFY(!undo().canUndo());
    QCOMPARE(history(), QStringList());
}

void WorkspaceRolesTest::aChoiceThatWasStoppedIsNone()
{
    choose("b");
    m_workspace->chooseRoles(labelled("a"));
    m_jobs->cancelAll();
    waitForWork();
    QCOMPARE(label(), std::string("b"));
    QCOMPARE(undo().count(), 1);
    undo().undo();
    waitForWork();
    QCOMPARE(label(), std::string());
    QVERIFY(!undo().canUndo());
    QCOMPARE(history().size(), 2);
}

void WorkspaceRolesTest::aChoiceThatWasStoppedIsMadeAgain()
{
    m_workspace->chooseRoles(labelled("a"));
    m_jobs->cancelAll();
    waitForWork();
    m_workspace->runAgain();
    waitForWork();
    QCOMPARE(label(), std::string("a"));
    QCOMPARE(undo().count(), 1);
    undo().undo();
    waitForWork();
    QCOMPARE(label(), std::string());
}

void WorkspaceRolesTest::aChoiceThatFailedIsNone()
{
    const QSignalSpy failed(m_workspace.get(), &Workspace::failed);
    audits::Roles roles = labelled("a");
    roles.label->favourable = "no such value";
    comment("a");
    waitForWork();
    m_workspace->chooseRoles(roles);
    comment("b");
    waitForWork();
    QCOMPARE(failed.size(), 1);
    // What was said before and after it is undone as ever.
    QCOMPARE(undo().count(), 2);
    QCOMPARE(undo().undoText(), QStringLiteral("comment"));
    QCOMPARE(m_workspace->dataset()->review->comments.size(), std::size_t{2});
    undo().undo();
    waitForWork();
    QCOMPARE(m_workspace->dataset()->review->comments.size(), std::size_t{1});
    undo().undo();
    waitForWork();
    QVERIFY(m_workspace->dataset()->review->comments.empty());
    undo().redo();
    undo().redo();
    waitForWork();
    QCOMPARE(m_workspace->dataset()->review->comments.size(), std::size_t{2});
    QCOMPARE(label(), std::string());
}

void WorkspaceRolesTest::aChoiceThatAnotherOneReplacedCountsWithIt()
{
    m_workspace->chooseRoles(labelled("a"));
    m_workspace->chooseRoles(labelled("b"));
    m_workspace->auditAgain();
    waitForWork();
    QCOMPARE(label(), std::string("b"));
    QCOMPARE(undo().count(), 2);
    undo().undo();
    waitForWork();
    QCOMPARE(label(), std::string("a"));
    m_workspace->chooseRoles(labelled("b"));
    audits::Roles faulty = labelled("a");
    faulty.label->favourable = "no such value";
    m_workspace->chooseRoles(faulty);
    waitForWork();
    QCOMPARE(label(), std::string("a"));
    QCOMPARE(undo().count(), 1);
}

void WorkspaceRolesTest::anUndoThatWasStoppedIsNone()
{
    choose("a");
    undo().undo();
    m_jobs->cancelAll();
    waitForWork();
    QCOMPARE(label(), std::string("a"));
    QVERIFY(undo().canUndo());
    QVERIFY(!undo().canRedo());
    undo().undo();
    waitForWork();
    QCOMPARE(label(), std::string());
}

void WorkspaceRolesTest::undosThatWereStoppedAreNone()
{
    choose("a");
    choose("b");
    undo().undo();
    undo().undo();
    m_jobs->cancelAll();
    waitForWork();
    QCOMPARE(label(), std::string("b"));
    QCOMPARE(undo().index(), 2);
    undo().undo();
    waitForWork();
    QCOMPARE(label(), std::string("a"));
}

void WorkspaceRolesTest::aRedoThatWasStoppedIsNone()
{
    choose("a");
    undo().undo();
    waitForWork();
    undo().redo();
    m_jobs->cancelAll();
    waitForWork();
    QCOMPARE(label(), std::string());
    QVERIFY(!undo().canUndo());
    QVERIFY(undo().canRedo());
    undo().redo();
    waitForWork();
    QCOMPARE(label(), std::string("a"));
    QVERIFY(undo().canUndo());
}

/// The edit below it was taken back meanwhile, so that it cannot stand above that as if it were
/// done later.
void WorkspaceRolesTest::anUndoThatWasStoppedBelowAnEditCountsNoMore()
{
    comment("a");
    waitForWork();
    choose("a");
    undo().undo();
    undo().undo();
    m_jobs->cancelAll();
    waitForWork();
    QCOMPARE(label(), std::string("a"));
    QVERIFY(m_workspace->dataset()->review->comments.empty());
    QVERIFY(!undo().canUndo());
    undo().redo();
    waitForWork();
    QCOMPARE(m_workspace->dataset()->review->comments.size(), std::size_t{1});
    QVERIFY(!undo().canRedo());
    QCOMPARE(label(), std::string("a"));
}

void WorkspaceRolesTest::nothingIsUndoneWhileAnotherDatasetIsOpened()
{
    choose("a");
    choose("b");
    undo().undo();
    waitForWork();
    std::vector<RunEnd> ends;
    connect(m_workspace.get(), &Workspace::runEnded, this,
        [&ends](RunEnd end) { ends.push_back(end); });
    const QSignalSpy failed(m_workspace.get(), &Workspace::failed);
    m_workspace->open(test::request("/no/such/file.csv"));
    undo().undo();
    undo().redo();
    QCOMPARE(failed.size(), 2);
    QVERIFY(shown(failed.front().at(1).value<base::Error>().message)
                .contains(QStringLiteral("being opened")));
    waitForWork();
    QCOMPARE(ends, std::vector<RunEnd>{RunEnd::Failed});
    QCOMPARE(label(), std::string("a"));
    QCOMPARE(undo().index(), 1);
    undo().undo();
    waitForWork();
    QCOMPARE(label(), std::string());
    // What people say is taken back all the same.
    comment("a");
    m_workspace->open(test::request(m_folder->table(QStringLiteral("q.csv"), "c\n1\n2\n")));
    undo().undo();
    undo().undo();
    waitForWork();
    QCOMPARE(m_workspace->dataset()->name, std::string("q"));
    QVERIFY(!undo().canUndo());
    QCOMPARE(history(), QStringList());
    m_workspace->reopen("p");
    waitForWork();
    QVERIFY(m_workspace->dataset()->review->comments.empty());
}

void WorkspaceRolesTest::anOpeningThatFailsEndsTheChoiceThatItReplaced()
{
    m_workspace->chooseRoles(labelled("a"));
    m_workspace->open(test::request("/no/such/file.csv"));
    waitForWork();
    QCOMPARE(label(), std::string());
    QCOMPARE(undo().count(), 0);
}

} // namespace cupel::ui

QTEST_GUILESS_MAIN(cupel::ui::WorkspaceRolesTest)
#include "tst_workspace_roles.moc"
