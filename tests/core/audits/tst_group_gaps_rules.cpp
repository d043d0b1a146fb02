#include "tests/core/audits/group_gaps_case.h"

namespace cupel::test {
namespace {

using audits::AuditResult;
using audits::Metric;
using counts::LiteralCounts;

TEST(GroupGaps, FewMissingGroupsAreANote)
{
    const LiteralCounts source(literalTable({"g", "y"},
        {{{"a", "1"}, 50}, {{"a", "0"}, 50}, {{"b", "1"}, 50}, {{"b", "0"}, 40}, {{"", "1"}, 10}}));
    const AuditResult result = run(source, roles()); // 10 of 200 is the limit of 5 %
    ASSERT_NE(findingOf(result, "fairness.missing-group"), nullptr);
    EXPECT_EQ(findingOf(result, "fairness.missing-group")->level, findings::Level::Note);
}

TEST(GroupGaps, FourFifthsAtTheBoundaryIsComparedOnCounts)
{
    // 3/5 against 6/8 is four fifths, though 0.6 / 0.75 is a little less as doubles.
    const AuditResult result = run(tableOfShares({{"p", 30, 50}, {"q", 60, 80}}), roles());
    const audits::ResultTable& table = tableOf(result, "group-rates:g");
    EXPECT_EQ(plain(table.rows[0][9]), "1");
    EXPECT_EQ(metricOf(result, "tolerance-band", "0.8-to-1.25",
                  about({{"group", "p"}, {"reference", "q"}}))
                  .value.value(),
        1.0);
    EXPECT_EQ(findingOf(result, "fairness.four-fifths"), nullptr);
    const AuditResult below = run(tableOfShares({{"p", 29, 50}, {"q", 60, 80}}), roles());
    ASSERT_NE(findingOf(below, "fairness.four-fifths"), nullptr);
    EXPECT_EQ(findingOf(below, "fairness.four-fifths")->level, findings::Level::Note);
}

TEST(GroupGaps, FourFifthsWarnsWhenTheIntervalIsBelow)
{
    const AuditResult result = run(tableOfShares({{"p", 200, 1000}, {"q", 600, 1000}}), roles());
    const findings::Finding* finding = findingOf(result, "fairness.four-fifths");
    ASSERT_NE(finding, nullptr);
    EXPECT_EQ(finding->level, findings::Level::Warning);
    EXPECT_LT(finding->measure->interval->high, 0.8);
    // A rate of 0 has no ratio interval; the difference is clear all the same.
    const AuditResult zero = run(tableOfShares({{"p", 0, 1000}, {"q", 600, 1000}}), roles());
    ASSERT_NE(findingOf(zero, "fairness.four-fifths"), nullptr);
    EXPECT_FALSE(findingOf(zero, "fairness.four-fifths")->measure->interval.has_value());
    EXPECT_EQ(findingOf(zero, "fairness.four-fifths")->level, findings::Level::Warning);
}

TEST(GroupGaps, BaseRateGapIsAnErrorOnlyWhereTheIntervalIsClear)
{
    // A difference of exactly 0.1 is within the limit.
    EXPECT_EQ(findingOf(run(tableOfShares({{"a", 50, 100}, {"b", 60, 100}}), roles()),
                  "fairness.base-rate-gap"),
        nullptr);
    const AuditResult unclear = run(tableOfShares({{"a", 50, 100}, {"b", 65, 100}}), roles());
    ASSERT_NE(findingOf(unclear, "fairness.base-rate-gap"), nullptr);
    EXPECT_EQ(findingOf(unclear, "fairness.base-rate-gap")->level, findings::Level::Warning);
    const AuditResult clear = run(tableOfShares({{"a", 300, 1000}, {"b", 500, 1000}}), roles());
    const findings::Finding* finding = findingOf(clear, "fairness.base-rate-gap");
    ASSERT_NE(finding, nullptr);
    EXPECT_EQ(finding->kind, findings::Kind::Fail);
    EXPECT_EQ(finding->level, findings::Level::Error);
    EXPECT_EQ(finding->measure->name, "demographic-parity-difference");
    ASSERT_EQ(finding->evidence.size(), 2U);
    EXPECT_EQ(finding->evidence[0].count, 1000);
    const std::string message = plain(finding->message);
    EXPECT_EQ(message.find("The rate of y = 1 differs by 0.2 between groups of g: 30 % for a (300 "
                           "of 1,000 rows), 50 % for b (500 of 1,000 rows); 95 % interval 0.1"),
        0U)
        << message;
}

TEST(GroupGaps, SmallGroupsDoNotTurnACheckRedAlone)
{
    const AuditResult result
        = run(tableOfShares({{"a", 50, 100}, {"b", 52, 100}, {"tiny", 1, 1}}), roles());
    const findings::Finding* gap = findingOf(result, "fairness.base-rate-gap");
    ASSERT_NE(gap, nullptr);
    EXPECT_EQ(gap->kind, findings::Kind::Open);
    EXPECT_EQ(gap->level, findings::Level::None);
    EXPECT_NE(plain(gap->message).find("Not enough evidence"), std::string::npos);
    ASSERT_NE(findingOf(result, "fairness.four-fifths"), nullptr);
    EXPECT_EQ(findingOf(result, "fairness.four-fifths")->kind, findings::Kind::Open);
    const findings::Finding* small = findingOf(result, "fairness.small-group");
    ASSERT_NE(small, nullptr);
    EXPECT_EQ(small->level, findings::Level::Note);
    EXPECT_EQ(small->evidence[0].count, 1);
    EXPECT_EQ(plain(small->message),
        "1 group of g with too few rows to judge (limit 30, default): tiny (1 row).");
}

TEST(GroupGaps, LargeGroupsAreJudgedWithoutTheSmallOnes)
{
    const AuditResult result
        = run(tableOfShares({{"a", 300, 1000}, {"b", 500, 1000}, {"tiny", 1, 1}}), roles());
    const findings::Finding* gap = findingOf(result, "fairness.base-rate-gap");
    ASSERT_NE(gap, nullptr);
    EXPECT_EQ(gap->kind, findings::Kind::Fail);
    EXPECT_DOUBLE_EQ(gap->measure->value.value(), 0.2);
    EXPECT_EQ(gap->measure->name, "demographic-parity-difference of groups with 30 rows and more");
}

TEST(GroupGaps, OnlySmallGroupsMeanNotEnoughEvidence)
{
    const AuditResult result = run(tableOfShares({{"a", 5, 10}, {"b", 5, 10}}), roles());
    ASSERT_NE(findingOf(result, "fairness.base-rate-gap"), nullptr);
    EXPECT_EQ(findingOf(result, "fairness.base-rate-gap")->kind, findings::Kind::Open);
    EXPECT_FALSE(findingOf(result, "fairness.base-rate-gap")->measure.has_value());
}

TEST(GroupGaps, SmallGroupLimitIsTheMinimumCount)
{
    const LiteralCounts source = tableOfShares({{"a", 15, 30}, {"b", 15, 29}});
    const AuditResult byDefault = run(source, roles());
    EXPECT_EQ(findingOf(byDefault, "fairness.small-group")->evidence[0].count, 29);
    audits::Facts facts = factsOf(source, roles());
    ASSERT_TRUE(setFromFlag(facts.parameters.policy, "fairness.small-group=29"));
    const AuditResult lower = runAudit("group-gaps", source, facts);
    EXPECT_EQ(findingOf(lower, "fairness.small-group"), nullptr);
    ASSERT_TRUE(setFromFlag(facts.parameters.policy, "fairness.small-group=31"));
    const AuditResult higher = runAudit("group-gaps", source, facts);
    ASSERT_NE(findingOf(higher, "fairness.small-group"), nullptr);
    EXPECT_EQ(findingOf(higher, "fairness.small-group")->evidence[0].count, 59);
    EXPECT_EQ(findingOf(higher, "fairness.small-group")->limit->origin, "flag");
}

TEST(GroupGaps, AGroupCanHaveAMinimumOfItsOwn)
{
    // b is too small for the rule unless the policy says that 20 rows of it are enough.
    const LiteralCounts source = tableOfShares({{"a", 90, 100}, {"b", 2, 20}, {"c", 1, 5}});
    audits::Facts facts = factsOf(source, roles());
    for (const char* rule : {"fairness.base-rate-gap", "fairness.small-group"}) {
        findings::RuleSettings settings;
        settings.rule = rule;
        settings.scope.group = "b";
        const char* name = std::string_view(rule) == "fairness.small-group" ? "min" : "min-count";
        ASSERT_TRUE(assign(settings, name, "20", "p.yaml:3"));
        facts.parameters.policy.rules.push_back(settings);
    }
    const AuditResult result = runAudit("group-gaps", source, facts);
    const findings::Finding* gap = findingOf(result, "fairness.base-rate-gap");
    ASSERT_NE(gap, nullptr);
    EXPECT_EQ(gap->kind, findings::Kind::Fail);
    EXPECT_EQ(gap->measure->name, "demographic-parity-difference of groups with enough rows");
    EXPECT_DOUBLE_EQ(gap->measure->value.value(), 0.8);
    const findings::Finding* small = findingOf(result, "fairness.small-group");
    ASSERT_NE(small, nullptr);
    EXPECT_EQ(small->evidence[0].count, 5) << "c alone";
    const AuditResult byDefault = run(source, roles());
    EXPECT_EQ(findingOf(byDefault, "fairness.base-rate-gap")->kind, findings::Kind::Open);
    EXPECT_EQ(findingOf(byDefault, "fairness.small-group")->evidence[0].count, 25);
}

TEST(GroupGaps, SpellingsUpToTheLimitAreNotReported)
{
    const LiteralCounts source = tableOfShares({{"a", 20, 40}, {"A", 20, 40}});
    audits::Facts facts = factsOf(source, roles());
    ASSERT_NE(
        findingOf(runAudit("group-gaps", source, facts), "fairness.similar-group-names"), nullptr);
    ASSERT_TRUE(setFromFlag(facts.parameters.policy, "fairness.similar-group-names=1"));
    EXPECT_EQ(
        findingOf(runAudit("group-gaps", source, facts), "fairness.similar-group-names"), nullptr);
}

// Cells that are no numbers of a label that was said to hold numbers are no label.
TEST(GroupGaps, InvalidLabelsAreLeftOutAndEvidenceStillHolds)
{
    counts::LiteralTable table = literalTable({"g", "y"},
        {{{"a", "1"}, 100}, {{"a", "0"}, 300}, {{"b", "1"}, 300}, {{"b", "0"}, 100},
            {{"b", "x"}, 7}, {{"a", ""}, 5}, {{"", "1"}, 3}});
    table.columns[1].type = table::ColumnType::Integer;
    const LiteralCounts source(table);
    const AuditResult result = run(source, roles());
    const Metric& gap
        = metricOf(result, "demographic-parity-difference", "between-groups", about({}));
    EXPECT_EQ(gap.value.value(), 0.5);
    EXPECT_EQ(gap.excluded,
        (std::map<std::string, std::int64_t>{
            {"invalid-label", 7}, {"missing-group", 3}, {"missing-label", 5}}));
    EXPECT_EQ(findingOf(result, "fairness.base-rate-gap")->evidence.size(), 2U);
}

TEST(GroupGaps, IntersectionGapIsAWarning)
{
    const LiteralCounts source(literalTable({"g", "h", "y"},
        {{{"a", "x", "1"}, 400}, {{"a", "x", "0"}, 100}, {{"b", "z", "1"}, 100},
            {{"b", "z", "0"}, 400}, {{"a", "z", "0"}, 50}, {{"b", "x", "0"}, 50}}));
    audits::Roles all = roles({});
    all.intersections = {{"g", "h"}};
    const AuditResult result = run(source, all);
    const findings::Finding* gap = findingOf(result, "fairness.intersection-gap");
    ASSERT_NE(gap, nullptr);
    EXPECT_EQ(gap->level, findings::Level::Warning);
    EXPECT_EQ(findingOf(result, "fairness.empty-intersection"), nullptr);
}

TEST(GroupGaps, SimilarNamesAreNamedAndKeptApart)
{
    const LiteralCounts source
        = tableOfShares({{"Transgender women", 2, 4}, {"transgender women", 1, 4}, {"men", 1, 2}});
    const AuditResult result = run(source, roles());
    const findings::Finding* finding = findingOf(result, "fairness.similar-group-names");
    ASSERT_NE(finding, nullptr);
    EXPECT_EQ(plain(finding->message),
        "Groups of g differ only by letter case, blanks or how accents are coded: \"Transgender "
        "women\" (4 rows) and \"transgender women\" (4 rows) (limit 0, default).");
    EXPECT_EQ(finding->evidence[0].count, 8);
    EXPECT_EQ(tableOf(result, "group-rates:g").rows.size(), 3U);
    EXPECT_EQ(findingOf(run(tableOfShares({{"men", 1, 2}, {"women", 1, 2}}), roles()),
                  "fairness.similar-group-names"),
        nullptr);
}

TEST(GroupGaps, TooManyGroupsAreLeftOpen)
{
    std::vector<Times> rows;
    for (int i = 0; i < 1001; ++i)
        rows.push_back({{"g" + std::to_string(i), i % 2 == 0 ? "1" : "0"}, 1});
    const AuditResult result = run(LiteralCounts(literalTable({"g", "y"}, rows)), roles());
    const findings::Finding* finding = findingOf(result, "fairness.too-many-groups");
    ASSERT_NE(finding, nullptr);
    EXPECT_EQ(finding->kind, findings::Kind::Open);
    EXPECT_TRUE(result.metrics.empty());
    rows.pop_back();
    const AuditResult atLimit = run(LiteralCounts(literalTable({"g", "y"}, rows)), roles());
    EXPECT_EQ(findingOf(atLimit, "fairness.too-many-groups"), nullptr);
}

} // namespace
} // namespace cupel::test
