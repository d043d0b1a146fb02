#include <QSignalSpy>
#include <QTest>

#include "tests/ui/jobs/workspace_folder.h"

namespace cupel::ui {

/// Datasets that are removed and brought back.
class WorkspaceRemovalTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<test::WorkspaceFolder>(); }
    void removesAndRestores();
    void removalsAreSteps();
    void aRemovalStaysAStepWhereAnotherDatasetIsOpened();
    void aRemovalThatCannotBeTakenBackIsNoStep();
    void nothingIsSaidOfARemovedDataset();
    void aRemovalIsDoneThoughAllWorkIsStopped();

private:
    std::unique_ptr<test::WorkspaceFolder> m_folder;
};

void WorkspaceRemovalTest::removesAndRestores()
{
    JobList jobs;
    Workspace workspace(m_folder->catalog(), jobs);
    test::open(workspace, test::request(m_folder->table(QStringLiteral("p.csv"), "a\nx\ny\n")));
    const QSignalSpy removed(&workspace, &Workspace::removed);
    workspace.remove("p");
    QTRY_COMPARE(removed.size(), 1);
    QTRY_VERIFY(jobs.jobs().empty() && workspace.datasets().empty());
    QCOMPARE(workspace.removedDatasets().size(), std::size_t{1});
    workspace.restore(workspace.removedDatasets().front().id);
    QTRY_COMPARE(workspace.datasets().size(), std::size_t{1});
    QVERIFY(workspace.removedDatasets().empty());
    // It is done already, and undo would do it again.
    QVERIFY(!workspace.undoStack().canUndo());
}

/// In the order in which they were asked for, though each waits for a worker.
void WorkspaceRemovalTest::removalsAreSteps()
{
    JobList jobs;
    Workspace workspace(m_folder->catalog(), jobs);
    for (const char* name : {"p", "q", "r"}) {
        test::open(workspace,
            test::request(
                m_folder->table(QString::fromLatin1(name) + QStringLiteral(".csv"), "a\nx\ny\n")));
    }
    QTRY_VERIFY(jobs.jobs().empty());
    const auto names = [&] {
        QStringList list;
        for (const ListedDataset& one : workspace.datasets())
            list << QString::fromStdString(one.summary.dataset.name);
        return list.join(QLatin1Char(' '));
    };
    QCOMPARE(names(), QStringLiteral("p q r"));
    const QSignalSpy failed(&workspace, &Workspace::failed);
    workspace.remove("p");
    workspace.remove("q");
    QVERIFY(workspace.undoStack().undoText().contains(QStringLiteral("remove q")));
    QTRY_VERIFY(jobs.jobs().empty());
    QCOMPARE(names(), QStringLiteral("r"));
    workspace.undoStack().undo();
    workspace.undoStack().undo();
    QTRY_VERIFY(jobs.jobs().empty());
    QCOMPARE(names(), QStringLiteral("p q r"));
    workspace.undoStack().redo();
    QTRY_VERIFY(jobs.jobs().empty());
    QCOMPARE(names(), QStringLiteral("q r"));
    workspace.undoStack().undo();
    workspace.undoStack().redo();
    workspace.undoStack().redo();
    QTRY_VERIFY(jobs.jobs().empty());
    QCOMPARE(names(), QStringLiteral("r"));
    QCOMPARE(failed.size(), 0);
    QCOMPARE(m_folder->problems(), QStringList());
}

void WorkspaceRemovalTest::aRemovalStaysAStepWhereAnotherDatasetIsOpened()
{
    JobList jobs;
    Workspace workspace(m_folder->catalog(), jobs);
    test::open(workspace, test::request(m_folder->table(QStringLiteral("p.csv"), "a\nx\ny\n")));
    workspace.say(QStringLiteral("comment"),
        pipeline::commentTarget(pipeline::CommentOn::Column, "a"), pipeline::Comment{"1", false});
    workspace.remove("p");
    QTRY_VERIFY(jobs.jobs().empty());
    test::open(workspace, test::request(m_folder->table(QStringLiteral("q.csv"), "a\n1\n2\n")));
    QTRY_VERIFY(jobs.jobs().empty());
    QCOMPARE(workspace.undoStack().count(), 1);
    QVERIFY(workspace.undoStack().undoText().contains(QStringLiteral("remove p")));
    workspace.undoStack().undo();
    QTRY_COMPARE(workspace.datasets().size(), std::size_t{2});
    QCOMPARE(workspace.dataset()->name, std::string("q"));
}

void WorkspaceRemovalTest::aRemovalThatCannotBeTakenBackIsNoStep()
{
    JobList jobs;
    Workspace workspace(m_folder->catalog(), jobs);
    const std::string path = m_folder->table(QStringLiteral("p.csv"), "a\nx\ny\n");
    test::open(workspace, test::request(path));
    workspace.remove("p");
    QTRY_VERIFY(jobs.jobs().empty());
    test::open(workspace, test::request(path));
    QTRY_VERIFY(jobs.jobs().empty());
    QCOMPARE(workspace.datasets().size(), std::size_t{1});
    const QSignalSpy failed(&workspace, &Workspace::failed);
    workspace.undoStack().undo();
    QTRY_COMPARE(failed.size(), 1);
    QCOMPARE(workspace.undoStack().count(), 0);
    // It can be brought back once the other one is gone.
    workspace.remove("p");
    QTRY_VERIFY(jobs.jobs().empty());
    QCOMPARE(workspace.removedDatasets().size(), std::size_t{2});
    workspace.restore(workspace.removedDatasets().back().id);
    QTRY_VERIFY(jobs.jobs().empty());
    QCOMPARE(workspace.datasets().size(), std::size_t{1});
    QCOMPARE(failed.size(), 1);
}

void WorkspaceRemovalTest::nothingIsSaidOfARemovedDataset()
{
    JobList jobs;
    Workspace workspace(m_folder->catalog(), jobs);
    test::open(workspace, test::request(m_folder->table(QStringLiteral("p.csv"), "a\nx\ny\n")));
    QVERIFY(workspace.canReview());
    const QSignalSpy removed(&workspace, &Workspace::removed);
    const QSignalSpy restored(&workspace, &Workspace::restored);
    workspace.remove("p");
    QTRY_COMPARE(removed.size(), 1);
    QVERIFY(!workspace.canReview());
    workspace.undoStack().undo();
    QTRY_COMPARE(restored.size(), 1);
    QVERIFY(workspace.canReview());
}

void WorkspaceRemovalTest::aRemovalIsDoneThoughAllWorkIsStopped()
{
    JobList jobs;
    Workspace workspace(m_folder->catalog(), jobs);
    test::open(workspace, test::request(m_folder->table(QStringLiteral("p.csv"), "a\nx\ny\n")));
    QTRY_VERIFY(jobs.jobs().empty());
    const QSignalSpy removed(&workspace, &Workspace::removed);
    workspace.remove("p");
    jobs.cancelAll();
    QTRY_COMPARE(removed.size(), 1);
}

} // namespace cupel::ui

QTEST_GUILESS_MAIN(cupel::ui::WorkspaceRemovalTest)
#include "tst_workspace_removal.moc"
