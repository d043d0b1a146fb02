#include <QSignalSpy>
#include <QTest>
#include <algorithm>

#include "tests/ui/jobs/workspace_folder.h"

namespace cupel::ui {

/// Choices of the policy and of the rows that are audited.
class WorkspaceChoiceTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void aPolicyDecidesWhatIsFound();
    void aPolicyIsKeptWithTheRun();
    void aFaultyPolicyChangesNothing();
    void theSamePolicyIsNoChoice();
    void onlyTheseRowsAreAudited();
    void aConditionThatCannotBeReadIsNoChoice();
    void choicesStandBesideEachOther();
    void anOpeningAnewForgetsChoices();
    void aPolicyThatCameLateIsLeft();

private:
    std::string policy(const QByteArray& text) const;
    void use(const std::string& path);
    void chooseRows(const std::string& where);
    void waitForWork();
    bool isFound(const std::string& rule) const;
    std::int64_t rows() const;
    QUndoStack& undo() { return m_workspace->undoStack(); }

    std::unique_ptr<test::WorkspaceFolder> m_folder;
    std::unique_ptr<JobList> m_jobs;
    std::unique_ptr<Workspace> m_workspace;
};

const QByteArray kOff("version: 1\nrules:\n  data.constant-column: {enabled: false}\n");
const std::string kConstant = "data.constant-column";

void WorkspaceChoiceTest::init()
{
    m_folder = std::make_unique<test::WorkspaceFolder>();
    m_jobs = std::make_unique<JobList>();
    m_workspace = std::make_unique<Workspace>(m_folder->catalog(), *m_jobs);
    test::open(*m_workspace,
        test::request(m_folder->table(QStringLiteral("p.csv"), "a,k\nx,s\ny,s\nx,s\nz,s\n")));
    waitForWork();
    QVERIFY(isFound(kConstant));
}

void WorkspaceChoiceTest::cleanup()
{
    m_workspace.reset();
    m_jobs.reset();
}

std::string WorkspaceChoiceTest::policy(const QByteArray& text) const
{
    return m_folder->table(QStringLiteral("policy.yaml"), text);
}

void WorkspaceChoiceTest::waitForWork()
{
    QTRY_VERIFY_WITH_TIMEOUT(m_jobs->jobs().empty(), 20'000);
}

void WorkspaceChoiceTest::use(const std::string& path)
{
    m_workspace->choosePolicy(path);
    waitForWork();
}

void WorkspaceChoiceTest::chooseRows(const std::string& where)
{
    m_workspace->chooseRows(where);
    waitForWork();
}

bool WorkspaceChoiceTest::isFound(const std::string& rule) const
{
    const auto& audits = m_workspace->dataset()->dataset().audits;
    return std::any_of(audits.begin(), audits.end(), [&rule](const reports::AuditReport& audit) {
        const auto& found = audit.result.findings;
        return std::any_of(found.begin(), found.end(),
            [&rule](const findings::Finding& one) { return one.rule == rule; });
    });
}

/// That the audits were about.
std::int64_t WorkspaceChoiceTest::rows() const
{
    const reports::DatasetReport& its = m_workspace->dataset()->dataset();
    return its.whereText.empty() ? its.description.rows : its.whereRows;
}

void WorkspaceChoiceTest::aPolicyDecidesWhatIsFound()
{
    use(policy(kOff));
    QVERIFY(!isFound(kConstant));
    QCOMPARE(m_workspace->choice().policy.file, std::string("policy.yaml"));
    QCOMPARE(undo().undoText(), QStringLiteral("use a policy"));
    undo().undo();
    waitForWork();
    QVERIFY(isFound(kConstant));
    QVERIFY(!m_workspace->choice().hasPolicy());
    undo().redo();
    waitForWork();
    QVERIFY(!isFound(kConstant));
    m_workspace->usePolicy({});
    waitForWork();
    QVERIFY(isFound(kConstant));
    QCOMPARE(undo().undoText(), QStringLiteral("use no policy"));
}

void WorkspaceChoiceTest::aPolicyIsKeptWithTheRun()
{
    use(policy(kOff));
    QFile::remove(m_folder->filePath(QStringLiteral("policy.yaml")));
    m_workspace->reopen("p");
    waitForWork();
    QVERIFY(!isFound(kConstant));
    m_workspace->auditAgain();
    waitForWork();
    QVERIFY(!isFound(kConstant));
    QCOMPARE(m_workspace->choice().policy.file, std::string("policy.yaml"));
}

void WorkspaceChoiceTest::aFaultyPolicyChangesNothing()
{
    const QSignalSpy failed(m_workspace.get(), &Workspace::failed);
    const OpenDatasetPtr before = m_workspace->dataset();
    use(policy("version: 1\nrules:\n  data.constant-colum: {enabled: false}\n"));
    QCOMPARE(failed.size(), 1);
    const auto error = failed.front().at(1).value<base::Error>();
    QCOMPARE(error.where.line, std::uint64_t{3});
    QVERIFY(m_workspace->dataset() == before);
    QVERIFY(!undo().canUndo());
    use(bytesOf(m_folder->filePath(QStringLiteral("none.yaml"))));
    QCOMPARE(failed.size(), 2);
    QVERIFY(!undo().canUndo());
}

void WorkspaceChoiceTest::theSamePolicyIsNoChoice()
{
    use(policy(kOff));
    const OpenDatasetPtr before = m_workspace->dataset();
    use(policy(kOff));
    QVERIFY(m_workspace->dataset() != before); // audited again
    QCOMPARE(undo().count(), 1);
    use(policy(kOff + "  data.duplicate-rows: {max: 0.5}\n"));
    QCOMPARE(undo().count(), 2);
}

void WorkspaceChoiceTest::onlyTheseRowsAreAudited()
{
    chooseRows("a = x");
    QCOMPARE(m_workspace->dataset()->dataset().whereText, std::string("a = x"));
    QCOMPARE(rows(), std::int64_t{2});
    QCOMPARE(undo().undoText(), QStringLiteral("audit some of the rows"));
    m_workspace->reopen("p");
    waitForWork();
    QCOMPARE(m_workspace->choice().where, std::string("a = x"));
    chooseRows({});
    QCOMPARE(rows(), std::int64_t{4});
    QCOMPARE(undo().undoText(), QStringLiteral("audit all rows"));
    undo().undo();
    waitForWork();
    QCOMPARE(rows(), std::int64_t{2});
}

void WorkspaceChoiceTest::aConditionThatCannotBeReadIsNoChoice()
{
    const QSignalSpy failed(m_workspace.get(), &Workspace::failed);
    chooseRows("no such column = 1");
    QCOMPARE(failed.size(), 1);
    QVERIFY(!undo().canUndo());
    QVERIFY(m_workspace->choice().where.empty());
}

void WorkspaceChoiceTest::choicesStandBesideEachOther()
{
    use(policy(kOff));
    chooseRows("a = x");
    audits::Roles roles = m_workspace->roles();
    roles.label = audits::LabelRole{"a", {}, {}, {}};
    m_workspace->chooseRoles(roles);
    waitForWork();
    QVERIFY(!isFound(kConstant));
    QCOMPARE(rows(), std::int64_t{2});
    QVERIFY(m_workspace->dataset()->dataset().roles.label);
    undo().undo();
    waitForWork();
    QVERIFY(!m_workspace->dataset()->dataset().roles.label);
    QCOMPARE(rows(), std::int64_t{2});
    undo().undo();
    waitForWork();
    QCOMPARE(rows(), std::int64_t{4});
    QVERIFY(!isFound(kConstant));
}

/// The step would bring back what did not stand there.
void WorkspaceChoiceTest::anOpeningAnewForgetsChoices()
{
    chooseRows("a = x");
    QVERIFY(undo().canUndo());
    pipeline::AuditRequest request = m_workspace->dataset()->request;
    request.where = "a = y";
    test::open(*m_workspace, request);
    waitForWork();
    QCOMPARE(rows(), std::int64_t{1});
    QVERIFY(!undo().canUndo());
    QVERIFY(!undo().canRedo());
}

/// Another dataset is on its way, to which it does not belong.
void WorkspaceChoiceTest::aPolicyThatCameLateIsLeft()
{
    const auto other = test::request(m_folder->table(QStringLiteral("q.csv"), "b\n1\n2\n3\n"));
    m_workspace->choosePolicy(policy(kOff));
    m_workspace->open(other);
    waitForWork();
    QCOMPARE(m_workspace->dataset()->name, std::string("q"));
    QVERIFY(!m_workspace->choice().hasPolicy());
    QVERIFY(!undo().canUndo());
}

} // namespace cupel::ui

QTEST_MAIN(cupel::ui::WorkspaceChoiceTest)
#include "tst_workspace_choice.moc"
