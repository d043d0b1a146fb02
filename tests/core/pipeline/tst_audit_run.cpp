#include "core/pipeline/audit_run.h"

#include "core/reports/json_report.h"
#include "tests/core/reports/support/json_schema.h"
#include "tests/support/temp_dir.h"

#include <gtest/gtest.h>

#include <atomic>
#include <new>
#include <set>
#include <stdexcept>

namespace cupel::pipeline {
namespace {

using audits::AuditResult;
using audits::Facts;
using audits::Outcome;
using base::ErrorCode;
using base::Result;
using counts::Answers;
using counts::Question;

constexpr const char* kPeople = "sex,fold,income\n"
                                "Female,train,yes\nFemale,train,no\nFemale,test,no\n"
                                "Male,train,yes\nMale,train,yes\n,test,no\n";

/// An audit whose two functions are given by a test.
class TestAudit : public audits::Audit {
public:
    using Ask = std::function<std::vector<Question>(const Facts&, const Answers&)>;
    using Judge = std::function<Result<AuditResult>(const Facts&, const Answers&)>;

    TestAudit(std::string id, Ask ask, Judge judge)
        : m_ask(std::move(ask))
        , m_judge(std::move(judge))
    {
        m_description.id = std::move(id);
        m_description.title = "Test";
    }
    const audits::AuditDescription& description() const override { return m_description; }
    std::vector<Question> ask(const Facts& facts, const Answers& soFar) const override
    {
        return m_ask(facts, soFar);
    }
    Result<AuditResult> judge(const Facts& facts, const Answers& answers) const override
    {
        return m_judge(facts, answers);
    }

private:
    audits::AuditDescription m_description;
    Ask m_ask;
    Judge m_judge;
};

std::vector<Question> asksNothing(const Facts&, const Answers&)
{
    return {};
}
Result<AuditResult> completes(const Facts&, const Answers&)
{
    return AuditResult{};
}

class AuditRun : public testing::Test {
protected:
    AuditRequest requestFor(const std::string& name, std::string_view content)
    {
        AuditRequest request;
        request.inputs = {folder.write(name, content).string()};
        request.options.threads = 1;
        return request;
    }
    void add(std::string id, TestAudit::Ask ask, TestAudit::Judge judge)
    {
        list.push_back(
            std::make_unique<TestAudit>(std::move(id), std::move(ask), std::move(judge)));
    }

    test::TempDir folder;
    AuditList list;
};

TEST_F(AuditRun, anAuditThatFailsStopsNoOther)
{
    add(
        "throws-when-asking",
        [](const Facts&, const Answers&) -> std::vector<Question> {
            throw std::runtime_error("first");
        },
        completes);
    add("throws-when-judging", asksNothing,
        [](const Facts&, const Answers&) -> Result<AuditResult> { throw std::bad_alloc(); });
    add("fails", asksNothing, [](const Facts&, const Answers&) -> Result<AuditResult> {
        return base::Error{ErrorCode::Internal, "third", "", {}};
    });
    add(
        "asks-for-no-column",
        [](const Facts&, const Answers&) -> std::vector<Question> {
            return {counts::CellsQuestion{{counts::ValueDim{"nobody"}}, {}, {}, {}}};
        },
        completes);
    add("works", asksNothing, completes);

    const auto report = runAudit(requestFor("people.csv", kPeople), {}, list);
    ASSERT_TRUE(report);
    const auto& audits = report->datasets.at(0).audits;
    ASSERT_EQ(audits.size(), 5u);
    for (std::size_t i = 0; i < 4; ++i) {
        EXPECT_EQ(audits[i].result.outcome, Outcome::Failed) << audits[i].id;
        EXPECT_FALSE(audits[i].result.reason.empty()) << audits[i].id;
    }
    EXPECT_NE(audits[0].result.reason.find("first"), std::string::npos);
    EXPECT_EQ(audits[2].result.reason, "third");
    EXPECT_EQ(audits[4].result.outcome, Outcome::Completed);
    EXPECT_EQ(report->verdict.notRun, 4);
    EXPECT_TRUE(test::fitsSchema(reports::jsonReport(*report), "report"));
}

TEST_F(AuditRun, threeRoundsWithTheAnswersOfTheOnesBefore)
{
    static std::vector<bool> known;
    known.clear();
    const counts::CellsQuestion first{{counts::ValueDim{"sex"}}, {}, {}, {}};
    add(
        "rounds",
        [first](const Facts&, const Answers& soFar) -> std::vector<Question> {
            known.push_back(soFar.contains(first));
            return {first};
        },
        [first](const Facts&, const Answers& answers) -> Result<AuditResult> {
            EXPECT_EQ(answers.cells(first).rows, 6);
            return AuditResult{};
        });
    ASSERT_TRUE(runAudit(requestFor("people.csv", kPeople), {}, list));
    EXPECT_EQ(known, (std::vector<bool>{false, true, true}));
}

TEST_F(AuditRun, rolesProposalsAndAcceptance)
{
    AuditRequest request = requestFor("people.csv",
        "age_group,split,approved\nold,a,?\nold,a,yes\nold,b,no\nyoung,b,yes\nyoung,a,?\n");
    auto report = runAudit(request, {}, list);
    ASSERT_TRUE(report);
    const reports::DatasetReport& proposed = report->datasets[0];
    std::set<std::string> roles;
    for (const audits::Proposal& proposal : proposed.proposals)
        roles.insert(proposal.role + " " + proposal.column);
    EXPECT_EQ(roles,
        (std::set<std::string>{
            "group age_group", "split split", "label approved", "null-token approved"}));
    EXPECT_EQ(proposed.roles.columns().size(), 0u);
    EXPECT_EQ(proposed.description.find("approved")->profile.missing, 0);

    request.acceptsProposals = true;
    report = runAudit(request, {}, list);
    ASSERT_TRUE(report);
    const reports::DatasetReport& accepted = report->datasets[0];
    EXPECT_EQ(accepted.roles.roleOf("approved"), "label");
    EXPECT_EQ(accepted.roles.roleOf("age_group"), "group");
    // The token changes cells, so the file was read again.
    EXPECT_EQ(accepted.description.find("approved")->profile.missing, 2);
    EXPECT_EQ(accepted.splits.size(), 2u);
    EXPECT_EQ(accepted.proposals.size(), 4u);
}

TEST_F(AuditRun, splitsAreThoseOfTheRowsThatPass)
{
    AuditRequest request = requestFor("people.csv", kPeople);
    request.roles.split = "fold";
    request.where = "income = 'no'";
    const auto report = runAudit(request, {}, list);
    ASSERT_TRUE(report) << report.error().message;
    const reports::DatasetReport& dataset = report->datasets[0];
    EXPECT_EQ(dataset.whereRows, 3);
    ASSERT_EQ(dataset.splits.size(), 2u);
    EXPECT_EQ(dataset.splits[0].name.raw(), "test");
    EXPECT_EQ(dataset.splits[0].rows, 2);
    EXPECT_EQ(dataset.splits[1].rows, 1);
}

TEST_F(AuditRun, factsOfTheImportReachTheAudits)
{
    audits::ImportFacts seen;
    add("looks", asksNothing, [&seen](const Facts& facts, const Answers&) -> Result<AuditResult> {
        seen = facts.import;
        return AuditResult{};
    });
    ASSERT_TRUE(runAudit(requestFor("a.csv", "a,a,c\n1,2,3\n4,5\n6,7,8,9\n10,11,12\n"), {}, list));
    EXPECT_EQ(seen.rejectedRows, 2);
    EXPECT_EQ(seen.rejectedReasons,
        (std::vector<std::string>{"line 3: 2 cells, expected 3", "line 4: 4 cells, expected 3"}));
    EXPECT_EQ(seen.renamedColumns.size(), 1u);
}

TEST_F(AuditRun, anInputThatCannotBeReadLeavesTheOthers)
{
    AuditRequest request = requestFor("people.csv", kPeople);
    request.inputs.insert(request.inputs.begin(), (folder / "absent.csv").string());
    request.inputs.push_back(folder.write("more/people.csv", kPeople).string());
    request.inputs.push_back(folder.write("empty.csv", "").string());
    const auto report = runAudit(request, {}, list);
    ASSERT_TRUE(report);
    ASSERT_EQ(report->datasets.size(), 2u);
    EXPECT_EQ(report->datasets[0].name, "people");
    EXPECT_EQ(report->datasets[1].name, "people_2");
    ASSERT_EQ(report->unread.size(), 2u);
    EXPECT_EQ(report->unread[0].path, request.inputs[0]);
    EXPECT_EQ(report->unread[0].error.code, ErrorCode::InputMissing);
    EXPECT_EQ(report->unread[1].error.code, ErrorCode::Empty);
    // An empty input is not a gap in the report.
    EXPECT_EQ(report->reasons, std::vector<std::string>{"absent.csv was not audited"});
    EXPECT_TRUE(test::fitsSchema(reports::jsonReport(*report), "report"));
}

TEST_F(AuditRun, wrongRolesAndFiltersAreUsageErrors)
{
    const auto codeOf = [&](const auto& change) {
        AuditRequest request = requestFor("people.csv", kPeople);
        change(request);
        const auto report = runAudit(request, {}, list);
        return report ? std::string("no error")
                      : std::to_string(static_cast<int>(report.error().code))
                + (report.error().message.empty() ? " without words" : "");
    };
    const std::string usage = std::to_string(static_cast<int>(ErrorCode::Usage));
    EXPECT_EQ(codeOf([](AuditRequest& r) { r.roles.weight = "wieght"; }), usage);
    EXPECT_EQ(codeOf([](AuditRequest& r) { r.where = "sex = "; }), usage);
    EXPECT_EQ(codeOf([](AuditRequest& r) { r.roles.types["nobody"] = "text"; }), usage);
    EXPECT_EQ(codeOf([](AuditRequest& r) { r.options.names = {"only-one"}; }), usage);
    EXPECT_EQ(codeOf([](AuditRequest&) {}), "no error");
}

TEST_F(AuditRun, aSplitHasFewValues)
{
    std::string content = "id,x\n";
    for (int i = 0; i < 1'100; ++i)
        content += std::to_string(i) + "," + std::to_string(i % 2) + "\n";
    AuditRequest request = requestFor("many.csv", content);
    request.roles.split = "id";
    const auto report = runAudit(request, {}, list);
    ASSERT_FALSE(report);
    EXPECT_EQ(report.error().code, ErrorCode::Usage);
    EXPECT_NE(report.error().message.find("'id'"), std::string::npos);
}

TEST_F(AuditRun, cancelled)
{
    std::atomic<bool> cancel{false};
    const base::JobContext job({}, &cancel);
    add(
        "cancels",
        [&cancel](const Facts&, const Answers&) -> std::vector<Question> {
            cancel = true;
            return {};
        },
        completes);
    const auto report = runAudit(requestFor("people.csv", kPeople), job, list);
    ASSERT_FALSE(report);
    EXPECT_EQ(report.error().code, ErrorCode::Cancelled);
}

TEST_F(AuditRun, theReportDoesNotDependOnThreads)
{
    std::string content = "sex,income,id,income2\n";
    for (int i = 0; i < 30'000; ++i) {
        content += std::string(i % 3 == 0 ? "Female" : "Male") + (i % 7 < 3 ? ",yes," : ",no,")
            + std::to_string(i * 7919 % 30'011) + "," + std::to_string(i * 0.37) + "\n";
    }
    AuditRequest request = requestFor("people.csv", content);
    request.roles.label = audits::LabelRole{"income", "yes", std::nullopt, {}};
    request.roles.groups = {{"sex", std::nullopt, {}}};
    request.roles.weight = "income2";
    const auto one = runAudit(request, {});
    ASSERT_TRUE(one) << one.error().message;
    for (const unsigned threads : {2u, 4u}) {
        request.options.threads = threads;
        const auto more = runAudit(request, {});
        ASSERT_TRUE(more);
        EXPECT_EQ(reports::jsonReport(*one), reports::jsonReport(*more)) << threads;
    }
    // Audits of predictions, splits and documents find nothing that they could judge.
    for (const reports::AuditReport& audit : one->datasets[0].audits) {
        EXPECT_TRUE(audit.result.outcome == Outcome::Completed
            || audit.result.outcome == Outcome::NotApplicable)
            << audit.id << audit.result.reason;
    }
}

} // namespace
} // namespace cupel::pipeline
