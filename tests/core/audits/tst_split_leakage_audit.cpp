#include "tests/core/audits/audit_run.h"

#include <gtest/gtest.h>

namespace cupel::test {
namespace {

using audits::AuditResult;
using audits::Outcome;
using counts::LiteralCounts;

AuditResult run(const LiteralCounts& source, const audits::Roles& roles)
{
    AuditResult result = runAudit("split-leakage", source, factsOf(source, roles));
    expectEvidenceHolds(source, result);
    return result;
}

audits::Roles roles(const std::string& id = {})
{
    audits::Roles all;
    all.split = "s";
    all.id = id;
    return all;
}

double valueOf(const AuditResult& result, const std::string& id, const std::string& variant,
    const std::vector<std::pair<std::string, std::string>>& more = {})
{
    std::vector<std::pair<std::string, std::string>> subject{{"column", "s"}};
    subject.insert(subject.end(), more.begin(), more.end());
    return metricOf(result, id, variant, subject).value.value();
}

TEST(SplitLeakage, LimitsAreThoseOfThePolicy)
{
    const LiteralCounts source(literalTable({"a", "i", "s"},
        {{{"u", "1", "train"}, 1}, {{"u", "1", "test"}, 1}, {{"w", "2", "train"}, 2}}));
    for (const char* rule : {"leakage.rows-across-splits", "leakage.ids-across-splits"}) {
        audits::Facts facts = factsOf(source, roles("i"));
        ASSERT_TRUE(setFromFlag(facts.parameters.policy, std::string(rule) + ".max=0.5"));
        const AuditResult result = runAudit("split-leakage", source, facts);
        EXPECT_EQ(findingOf(result, rule)->level, findings::Level::Warning) << "half of the rows";
        EXPECT_EQ(findingOf(result, rule)->limit->origin, "flag");
        EXPECT_EQ(findingOf(run(source, roles("i")), rule)->level, findings::Level::Error);
    }
}

TEST(SplitLeakage, CountsRowsOfEverySplitAndPairsOfSplits)
{
    // u is in train and test, v in all three, w twice in train only.
    const LiteralCounts source(literalTable({"a", "s"},
        {{{"u", "train"}, 2}, {{"u", "test"}, 1}, {{"v", "train"}, 1}, {{"v", "test"}, 1},
            {{"v", "val"}, 1}, {{"w", "train"}, 2}, {{"x", "val"}, 1}, {{"u", ""}, 4}}));
    const AuditResult result = run(source, roles());
    ASSERT_EQ(result.outcome, Outcome::Completed) << result.reason;
    EXPECT_EQ(valueOf(result, "equal-sets-across-splits", ""), 2.0);
    EXPECT_EQ(valueOf(result, "rows-across-splits", ""), 6.0);
    EXPECT_DOUBLE_EQ(valueOf(result, "rows-across-splits", "share"), 6.0 / 9.0);
    EXPECT_EQ(
        metricOf(result, "rows-across-splits", "", {{"column", "s"}}).excluded.at("missing-split"),
        4);
    EXPECT_EQ(
        valueOf(result, "rows-across-splits", "pair", {{"split", "train"}, {"other", "test"}}),
        5.0);
    EXPECT_EQ(
        valueOf(result, "rows-across-splits", "pair", {{"split", "train"}, {"other", "val"}}), 2.0);
    EXPECT_EQ(
        valueOf(result, "rows-across-splits", "pair", {{"split", "test"}, {"other", "val"}}), 2.0);
    const findings::Finding* finding = findingOf(result, "leakage.rows-across-splits");
    ASSERT_NE(finding, nullptr);
    EXPECT_EQ(finding->level, findings::Level::Error);
    ASSERT_EQ(finding->evidence.size(), 1U);
    EXPECT_EQ(finding->evidence[0].count, 6);
    EXPECT_EQ(plain(finding->message),
        "6 rows in 2 sets of equal rows stand in more than one s: 66.7 % of the rows (limit 1 %, "
        "default); train and test (2 sets), train and val (1 set), test and val (1 set).");
    const audits::ResultTable& bySplit = tableOf(result, "rows-across-splits-by-split");
    EXPECT_EQ(plain(bySplit.rows[0][0]), "train");
    EXPECT_EQ(plain(bySplit.rows[0][2]), "3");
    EXPECT_EQ(plain(bySplit.rows[1][3]), "1");
}

TEST(SplitLeakage, IdIsNoPartOfARowAndIsLookedAtOnItsOwn)
{
    const LiteralCounts source(literalTable({"id", "a", "s"},
        {{{"1", "u", "train"}, 1}, {{"2", "u", "test"}, 1}, {{"3", "v", "train"}, 1},
            {{"3", "w", "test"}, 1}, {{"", "y", "train"}, 1}, {{"", "z", "test"}, 1}}));
    const AuditResult result = run(source, roles("id"));
    EXPECT_EQ(valueOf(result, "rows-across-splits", ""), 2.0);
    EXPECT_EQ(valueOf(result, "ids-across-splits", ""), 1.0);
    EXPECT_EQ(valueOf(result, "rows-with-ids-across-splits", "share"), 0.5);
    EXPECT_EQ(
        metricOf(result, "ids-across-splits", "", {{"column", "s"}}).excluded.at("missing-id"), 2);
    const findings::Finding* finding = findingOf(result, "leakage.ids-across-splits");
    ASSERT_NE(finding, nullptr);
    EXPECT_EQ(finding->evidence[0].count, 2);
    EXPECT_EQ(plain(finding->message),
        "1 value of id in more than one s, in 2 rows: 50 % of the rows (limit 1 %, default); "
        "train and test (1 id).");
    // Without the role the id tells the rows apart.
    EXPECT_TRUE(run(source, roles()).findings.empty());
}

TEST(SplitLeakage, NumbersAreComparedAsNumbers)
{
    const LiteralCounts source(literalTable({"a", "b", "s"},
        {{{"1.50", "", "train"}, 1}, {{"1.5", "", "test"}, 1}, {{"2", "", "test"}, 1}}));
    EXPECT_EQ(valueOf(run(source, roles()), "rows-across-splits", ""), 2.0);
}

TEST(SplitLeakage, FewRowsAreAWarning)
{
    std::vector<Times> rows;
    for (int i = 0; i < 199; ++i)
        rows.push_back({{std::to_string(i), "train"}, 1});
    rows.push_back({{"0", "test"}, 1}); // 2 of 200 rows are the limit
    const AuditResult result = run(LiteralCounts(literalTable({"a", "s"}, rows)), roles());
    ASSERT_NE(findingOf(result, "leakage.rows-across-splits"), nullptr);
    EXPECT_EQ(findingOf(result, "leakage.rows-across-splits")->level, findings::Level::Warning);
}

// Both rows of a pair must pass the filter; the evidence is of the whole table.
TEST(SplitLeakage, FilterNarrows)
{
    const LiteralCounts source(literalTable({"a", "s"},
        {{{"u", "train"}, 1}, {{"u", "test"}, 1}, {{"v", "train"}, 1}, {{"v", "val"}, 1},
            {{"w", "val"}, 1}}));
    audits::Facts facts = factsOf(source, roles());
    facts.where.terms.push_back(
        {counts::ValueDim{"s"}, {counts::CellKey::value("test"), counts::CellKey::value("train")}});
    const AuditResult result = runAudit("split-leakage", source, facts);
    EXPECT_EQ(valueOf(result, "rows-across-splits", ""), 2.0);
    expectEvidenceHolds(source, result);
}

TEST(SplitLeakage, WithoutLeakageThereIsNoFinding)
{
    const LiteralCounts source(literalTable({"a", "s"}, {{{"u", "train"}, 2}, {{"v", "test"}, 1}}));
    const AuditResult result = run(source, roles());
    EXPECT_EQ(valueOf(result, "rows-across-splits", ""), 0.0);
    EXPECT_TRUE(result.findings.empty());
    EXPECT_TRUE(result.tables.empty());
}

TEST(SplitLeakage, SaysWhyItDoesNotRun)
{
    const LiteralCounts one(literalTable({"a", "s"}, {{{"u", "train"}, 2}}));
    EXPECT_EQ(run(one, {}).reason, "no split column: pass --split-column");
    EXPECT_EQ(run(one, roles()).reason, "all rows with a split are in one");
    const LiteralCounts bare(literalTable({"s"}, {{{"train"}, 2}, {{"test"}, 2}}));
    EXPECT_EQ(run(bare, roles()).reason, "no column besides the split is left to compare");
    const LiteralCounts missing(literalTable({"a", "s"}, {{{"u", ""}, 2}}));
    EXPECT_EQ(run(missing, roles()).outcome, Outcome::InsufficientData);
    const LiteralCounts empty(literalTable({"a", "s"}, std::vector<Times>{}));
    EXPECT_EQ(run(empty, roles()).outcome, Outcome::InsufficientData);
}

} // namespace
} // namespace cupel::test
