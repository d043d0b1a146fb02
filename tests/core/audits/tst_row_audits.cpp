#include "tests/core/audits/audit_run.h"

#include <gtest/gtest.h>

namespace cupel::test {
namespace {

using audits::AuditResult;
using audits::Outcome;
using counts::LiteralCounts;

AuditResult run(const std::string& id, const LiteralCounts& source, const audits::Roles& roles = {})
{
    AuditResult result = runAudit(id, source, factsOf(source, roles));
    expectEvidenceHolds(source, result);
    return result;
}

audits::Roles withLabel()
{
    audits::Roles roles;
    roles.label = label("y");
    return roles;
}

TEST(Duplicates, CountsRowsBeyondTheFirst)
{
    const LiteralCounts source(
        literalTable({"a", "b"}, {{{"1", "x"}, 3}, {{"1", ""}, 2}, {{"2", "x"}, 1}}));
    const AuditResult result = run("duplicates", source);
    EXPECT_EQ(metricOf(result, "duplicate-rows", "", {}).value.value(), 3.0);
    const audits::Metric& share = metricOf(result, "duplicate-share", "", {});
    EXPECT_EQ(share.value.value(), 0.5);
    EXPECT_EQ(share.numerator, 3.0);
    EXPECT_EQ(share.denominator, 6.0);
    const findings::Finding* finding = findingOf(result, "data.duplicate-rows");
    ASSERT_NE(finding, nullptr);
    EXPECT_EQ(finding->level, findings::Level::Warning);
    EXPECT_EQ(finding->evidence[0].count, 3);
    EXPECT_EQ(plain(finding->message),
        "3 rows repeat an earlier row in all columns: 50 % of 6 rows (limit 1 %, default). The "
        "largest set of equal rows has 3.");
}

TEST(Duplicates, FewAreANoteAndNoneAreSilent)
{
    std::vector<Times> rows;
    for (int i = 0; i < 99; ++i)
        rows.push_back({{std::to_string(i)}, 1});
    const LiteralCounts none(literalTable({"a"}, rows));
    EXPECT_TRUE(run("duplicates", none).findings.empty());
    rows.push_back({{"0"}, 1});
    const LiteralCounts one(literalTable({"a"}, rows)); // 1 of 100 is the limit
    const AuditResult result = run("duplicates", one);
    ASSERT_NE(findingOf(result, "data.duplicate-rows"), nullptr);
    EXPECT_EQ(findingOf(result, "data.duplicate-rows")->level, findings::Level::Note);
}

TEST(Duplicates, FilterNarrows)
{
    const LiteralCounts source(literalTable({"a", "b"}, {{{"1", "x"}, 3}, {{"2", "z"}, 2}}));
    audits::Facts facts = factsOf(source, {});
    facts.where.terms.push_back({counts::ValueDim{"b"}, {counts::CellKey::value("z")}});
    const AuditResult result = runAudit("duplicates", source, facts);
    EXPECT_EQ(metricOf(result, "duplicate-rows", "", {}).value.value(), 1.0);
    expectEvidenceHolds(source, result);
    facts.where.terms.push_back({counts::ValueDim{"a"}, {counts::CellKey::value("1")}});
    EXPECT_EQ(runAudit("duplicates", source, facts).outcome, Outcome::InsufficientData);
}

TEST(Duplicates, NeedRows)
{
    const LiteralCounts empty(literalTable({"a"}, std::vector<Times>{}));
    EXPECT_EQ(run("duplicates", empty).outcome, Outcome::InsufficientData);
}

TEST(ConflictingLabels, ComparesFeaturesOnly)
{
    // Rows 1 and 2 agree in a and b; id and the prediction are no features.
    const LiteralCounts source(literalTable({"id", "a", "b", "p", "y"},
        {{{"1", "u", "v", "1", "yes"}, 1}, {{"2", "u", "v", "0", "no"}, 1},
            {{"3", "u", "v", "0", ""}, 1}, {{"4", "u", "w", "0", "no"}, 1}}));
    audits::Roles roles = withLabel();
    EXPECT_TRUE(run("conflicting-labels", source, roles).findings.empty());
    roles.id = "id";
    EXPECT_TRUE(run("conflicting-labels", source, roles).findings.empty());
    roles.prediction = "p";
    const AuditResult result = run("conflicting-labels", source, roles);
    EXPECT_EQ(metricOf(result, "conflicting-rows", "", {{"label", "y"}}).value.value(), 2.0);
    const audits::Metric& share = metricOf(result, "conflicting-share", "", {{"label", "y"}});
    EXPECT_DOUBLE_EQ(share.value.value(), 2.0 / 3.0);
    EXPECT_EQ(share.excluded, (std::map<std::string, std::int64_t>{{"missing-label", 1}}));
    const findings::Finding* finding = findingOf(result, "data.conflicting-labels");
    ASSERT_NE(finding, nullptr);
    EXPECT_EQ(finding->level, findings::Level::Warning);
    EXPECT_EQ(finding->evidence[0].count, 2);
}

TEST(ConflictingLabels, FewAreANote)
{
    std::vector<Times> rows;
    for (int i = 0; i < 198; ++i)
        rows.push_back({{std::to_string(i), "no"}, 1});
    rows.push_back({{"x", "no"}, 1});
    rows.push_back({{"x", "yes"}, 1}); // 2 of 200
    const AuditResult result
        = run("conflicting-labels", LiteralCounts(literalTable({"a", "y"}, rows)), withLabel());
    ASSERT_NE(findingOf(result, "data.conflicting-labels"), nullptr);
    EXPECT_EQ(findingOf(result, "data.conflicting-labels")->level, findings::Level::Note);
}

// Two rows conflict in the table, and only one of them passes the filter.
TEST(ConflictingLabels, FilterJudgesOnlyItsRowsAndEvidenceStillHolds)
{
    const LiteralCounts source(literalTable({"a", "s", "y"},
        {{{"u", "train", "yes"}, 1}, {{"u", "test", "no"}, 1}, {{"v", "train", "no"}, 1},
            {{"v", "train", "yes"}, 1}}));
    audits::Roles roles = withLabel();
    roles.split = "s";
    audits::Facts facts = factsOf(source, roles);
    facts.where.terms.push_back({counts::ValueDim{"s"}, {counts::CellKey::value("train")}});
    const AuditResult result = runAudit("conflicting-labels", source, facts);
    EXPECT_EQ(metricOf(result, "conflicting-rows", "", {{"label", "y"}}).value.value(), 2.0);
    expectEvidenceHolds(source, result);
}

TEST(ConflictingLabels, SaysWhyItDoesNotRun)
{
    const LiteralCounts source(literalTable({"y"}, {{{"a"}, 3}}));
    EXPECT_EQ(run("conflicting-labels", source).reason, "no label column: pass --label");
    EXPECT_EQ(
        run("conflicting-labels", source, withLabel()).reason, "no column is left to be a feature");
    const LiteralCounts empty(literalTable({"a", "y"}, std::vector<Times>{}));
    EXPECT_EQ(run("conflicting-labels", empty, withLabel()).outcome, Outcome::InsufficientData);
    const LiteralCounts missing(literalTable({"a", "y"}, {{{"u", ""}, 2}}));
    EXPECT_EQ(run("conflicting-labels", missing, withLabel()).outcome, Outcome::InsufficientData);
}

} // namespace
} // namespace cupel::test
