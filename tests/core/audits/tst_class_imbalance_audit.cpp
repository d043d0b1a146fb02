#include "tests/core/audits/audit_run.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

namespace cupel::test {
namespace {

using audits::AuditResult;
using audits::Outcome;
using counts::LiteralCounts;

audits::Roles roles(const std::string& weight = {})
{
    audits::Roles all;
    all.label = label("y");
    all.weight = weight;
    return all;
}

AuditResult run(const LiteralCounts& source, const audits::Roles& all)
{
    AuditResult result = runAudit("class-imbalance", source, factsOf(source, all));
    expectEvidenceHolds(source, result);
    return result;
}

double value(const AuditResult& result, const std::string& id, const std::string& variant,
    const std::vector<std::pair<std::string, std::string>>& subject)
{
    const base::Figure& figure = metricOf(result, id, variant, subject).value;
    return figure.isDefined() ? figure.value() : std::nan("");
}

TEST(ClassImbalance, CountsSharesAndRatioByHand)
{
    const LiteralCounts source(
        literalTable({"y"}, {{{"a"}, 6}, {{"b"}, 3}, {{"c"}, 1}, {{""}, 2}}));
    const AuditResult result = run(source, roles());
    ASSERT_EQ(result.outcome, Outcome::Completed);
    EXPECT_EQ(value(result, "class-count", "", {{"label", "y"}, {"class", "b"}}), 3.0);
    const audits::Metric& share
        = metricOf(result, "class-share", "", {{"label", "y"}, {"class", "a"}});
    EXPECT_DOUBLE_EQ(share.value.value(), 0.6);
    EXPECT_EQ(share.numerator, 6.0);
    EXPECT_EQ(share.denominator, 10.0);
    EXPECT_EQ(share.n, 10);
    EXPECT_EQ(share.excluded, (std::map<std::string, std::int64_t>{{"missing-label", 2}}));
    EXPECT_EQ(value(result, "imbalance-ratio", "", {{"label", "y"}}), 6.0);
    EXPECT_DOUBLE_EQ(value(result, "minority-share", "", {{"label", "y"}}), 0.1);
    // 1 - (0.36 + 0.09 + 0.01)
    EXPECT_DOUBLE_EQ(value(result, "gini-simpson", "", {{"label", "y"}}), 0.54);
    EXPECT_EQ(value(result, "shot-split", "few", {{"label", "y"}}), 3.0);
    // b and c are below one third.
    EXPECT_DOUBLE_EQ(value(result, "minority-class-fraction", "", {{"label", "y"}}), 2.0 / 3.0);
}

bool hasShotChart(const AuditResult& result)
{
    return std::any_of(result.charts.begin(), result.charts.end(),
        [](const charts::ChartSpec& spec) { return spec.id == "shot-split"; });
}

TEST(ClassImbalance, DrawsTheSplitIntoManyMediumAndFew)
{
    const LiteralCounts source(literalTable(
        {"y"}, {{{"a"}, 101}, {{"b"}, 100}, {{"c"}, 20}, {{"d"}, 19}, {{"e"}, 1}, {{"f"}, 400}}));
    audits::Roles all = roles();
    const AuditResult result = run(source, all);
    ASSERT_TRUE(hasShotChart(result));
    const audits::ResultTable& table = tableOf(result, "shot-split");
    ASSERT_EQ(table.rows.size(), 3U);
    EXPECT_EQ(plain(table.rows[0][1]), "2");
    EXPECT_EQ(plain(table.rows[1][1]), "2");
    EXPECT_EQ(plain(table.rows[2][1]), "2");
    all.label->classes = {"a", "b", "c", "d", "e", "f", "g"};
    const AuditResult declared = run(source, all);
    EXPECT_EQ(plain(tableOf(declared, "shot-split").rows.at(3)[1]), "1");
}

/// Where all classes are of one kind, the chart would say nothing.
TEST(ClassImbalance, DrawsNoSplitOfOneKind)
{
    const LiteralCounts source(literalTable({"y"}, {{{"a"}, 3}, {{"b"}, 2}}));
    EXPECT_FALSE(hasShotChart(run(source, roles())));
}

TEST(ClassImbalance, ShowsMissingLabelsAsARow)
{
    const LiteralCounts source(literalTable({"y"}, {{{"b"}, 3}, {{"a"}, 2}, {{""}, 2}}));
    const AuditResult result = run(source, roles());
    const audits::ResultTable& table = tableOf(result, "class-counts");
    ASSERT_EQ(table.rows.size(), 3U);
    EXPECT_EQ(plain(table.rows[0][0]), "a");
    EXPECT_EQ(plain(table.rows[2][0]), "(missing)");
    EXPECT_EQ(plain(table.rows[2][1]), "2");
    EXPECT_EQ(plain(table.rows[2][2]), "");
}

TEST(ClassImbalance, NumberLabelsAreComparedAsNumbers)
{
    const LiteralCounts source(literalTable({"y"}, {{{"1.0"}, 2}, {{"1"}, 1}, {{"0"}, 4}}));
    audits::Roles all = roles();
    all.label->classes = {"1.0", "0", "2"};
    const AuditResult result = run(source, all);
    EXPECT_EQ(value(result, "class-count", "", {{"label", "y"}, {"class", "1"}}), 3.0);
    EXPECT_EQ(value(result, "class-count", "", {{"label", "y"}, {"class", "2"}}), 0.0);
}

TEST(ClassImbalance, WeightsGiveSharesAndTheEffectiveSize)
{
    const LiteralCounts source(literalTable({"y", "w"},
        {{{"a", "1"}, 2}, {{"b", "4"}, 1}, {{"b", ""}, 1}, {{"b", "-1"}, 1}, {{"", "2"}, 1}}));
    const AuditResult result = run(source, roles("w"));
    const audits::Metric& share
        = metricOf(result, "class-share", "", {{"label", "y"}, {"class", "b"}});
    EXPECT_DOUBLE_EQ(share.value.value(), 4.0 / 6.0);
    EXPECT_EQ(share.n, 3);
    EXPECT_EQ(share.excluded,
        (std::map<std::string, std::int64_t>{
            {"invalid-weight", 1}, {"missing-label", 1}, {"missing-weight", 1}}));
    ASSERT_TRUE(share.weights.has_value());
    EXPECT_DOUBLE_EQ(share.weights->sum, 6.0);
    EXPECT_DOUBLE_EQ(share.weights->effectiveN, 36.0 / 18.0); // (1 + 1 + 4)^2 / (1 + 1 + 16)
    EXPECT_EQ(value(result, "class-count", "", {{"label", "y"}, {"class", "b"}}), 1.0);
    EXPECT_DOUBLE_EQ(value(result, "imbalance-ratio", "", {{"label", "y"}}), 2.0);
    EXPECT_FALSE(metricOf(result, "lrid", "", {{"label", "y"}}).value.isDefined());
    EXPECT_TRUE(metricOf(result, "lrid", "per-row", {{"label", "y"}}).value.isDefined());
}

TEST(ClassImbalance, OneClassLeavesEvennessUndefined)
{
    const LiteralCounts source(literalTable({"y"}, {{{"a"}, 40}}));
    const AuditResult result = run(source, roles());
    EXPECT_FALSE(metricOf(result, "shannon-evenness", "", {{"label", "y"}}).value.isDefined());
    EXPECT_EQ(value(result, "imbalance-ratio", "", {{"label", "y"}}), 1.0);
    EXPECT_TRUE(result.findings.empty());
}

TEST(ClassImbalance, WithinGroupsBothWays)
{
    // f: 3 a, 1 b. m: 2 a, no b.
    const LiteralCounts source(literalTable(
        {"y", "sex"}, {{{"a", "f"}, 3}, {{"b", "f"}, 1}, {{"a", "m"}, 2}, {{"b", ""}, 1}}));
    audits::Roles all = roles();
    all.groups = {group("sex")};
    const AuditResult result = run(source, all);
    const audits::Metric& ratio = metricOf(
        result, "imbalance-ratio", "", {{"label", "y"}, {"column", "sex"}, {"group", "f"}});
    EXPECT_EQ(ratio.value.value(), 3.0);
    EXPECT_EQ(ratio.n, 4);
    EXPECT_EQ(ratio.excluded.at("missing-group"), 1);
    // Class b counts as an empty class of group m.
    EXPECT_TRUE(std::isinf(
        value(result, "imbalance-ratio", "", {{"label", "y"}, {"column", "sex"}, {"group", "m"}})));
    EXPECT_EQ(
        value(result, "imbalance-ratio", "", {{"label", "y"}, {"class", "a"}, {"column", "sex"}}),
        1.5);
    EXPECT_EQ(
        metricOf(result, "imbalance-ratio", "", {{"label", "y"}, {"class", "b"}, {"column", "sex"}})
            .n,
        1);
    EXPECT_EQ(tableOf(result, "classes-within:sex").rows.size(), 2U);
    EXPECT_EQ(tableOf(result, "groups-within:sex").rows.size(), 2U);
}

TEST(ClassImbalance, RatioRuleFiresAboveTen)
{
    const LiteralCounts atLimit(literalTable({"y"}, {{{"a"}, 200}, {{"b"}, 20}}));
    EXPECT_EQ(findingOf(run(atLimit, roles()), "imbalance.ratio"), nullptr);
    const LiteralCounts above(literalTable({"y"}, {{{"a"}, 201}, {{"b"}, 20}}));
    const AuditResult result = run(above, roles());
    const findings::Finding* finding = findingOf(result, "imbalance.ratio");
    ASSERT_NE(finding, nullptr);
    EXPECT_EQ(finding->level, findings::Level::Warning);
    EXPECT_EQ(finding->measure->value.value(), 10.05);
    EXPECT_EQ(plain(finding->message),
        "The largest class of y, a (201 rows), outweighs the smallest, b (20 rows), 10.05 to 1 "
        "(limit 10, default).");
    ASSERT_EQ(finding->evidence.size(), 1U);
    EXPECT_EQ(finding->evidence[0].count, 20);
}

TEST(ClassImbalance, LimitCanBeChanged)
{
    const LiteralCounts source(literalTable({"y"}, {{{"a"}, 60}, {{"b"}, 20}}));
    audits::Facts facts = factsOf(source, roles());
    ASSERT_TRUE(setFromFlag(facts.parameters.policy, "imbalance.ratio=2.5"));
    const AuditResult result = runAudit("class-imbalance", source, facts);
    const findings::Finding* finding = findingOf(result, "imbalance.ratio");
    ASSERT_NE(finding, nullptr);
    EXPECT_EQ(finding->limit->origin, "flag");
    EXPECT_EQ(finding->limit->value, 2.5);
}

TEST(ClassImbalance, RareClassRule)
{
    // 20 of 2000 rows are exactly 1 %: neither few rows nor under the share.
    const LiteralCounts atLimit(literalTable({"y"}, {{{"a"}, 1980}, {{"b"}, 20}}));
    EXPECT_EQ(findingOf(run(atLimit, roles()), "imbalance.rare-class"), nullptr);
    const LiteralCounts byShare(literalTable({"y"}, {{{"a"}, 1981}, {{"b"}, 20}}));
    const AuditResult rare = run(byShare, roles());
    ASSERT_NE(findingOf(rare, "imbalance.rare-class"), nullptr);
    EXPECT_EQ(findingOf(rare, "imbalance.rare-class")->level, findings::Level::Warning);
    const LiteralCounts byRows(literalTable({"y"}, {{{"a"}, 30}, {{"b"}, 19}}));
    const AuditResult few = run(byRows, roles());
    ASSERT_NE(findingOf(few, "imbalance.rare-class"), nullptr);
    EXPECT_EQ(findingOf(few, "imbalance.rare-class")->level, findings::Level::Note);
    EXPECT_EQ(findingOf(few, "imbalance.rare-class")->evidence[0].count, 19);
}

TEST(ClassImbalance, FewRowsAreThoseOfThePolicy)
{
    const LiteralCounts source(literalTable({"y"}, {{{"a"}, 30}, {{"b"}, 19}}));
    audits::Facts facts = factsOf(source, roles());
    ASSERT_TRUE(setFromFlag(facts.parameters.policy, "imbalance.rare-class.min-count=19"));
    EXPECT_EQ(
        findingOf(runAudit("class-imbalance", source, facts), "imbalance.rare-class"), nullptr);
    ASSERT_TRUE(setFromFlag(facts.parameters.policy, "imbalance.rare-class.min-count=31"));
    const AuditResult result = runAudit("class-imbalance", source, facts);
    const findings::Finding* few = findingOf(result, "imbalance.rare-class");
    ASSERT_NE(few, nullptr);
    EXPECT_EQ(few->evidence[0].count, 49);
    EXPECT_NE(plain(few->message).find("under 31 rows"), std::string::npos);
}

TEST(ClassImbalance, ManyEqualClassesAreNotRare)
{
    std::vector<Times> rows;
    for (int i = 0; i < 200; ++i)
        rows.push_back({{"c" + std::to_string(i)}, 20});
    const LiteralCounts source(literalTable({"y"}, rows));
    EXPECT_EQ(findingOf(run(source, roles()), "imbalance.rare-class"), nullptr);
}

TEST(ClassImbalance, EmptyClassRuleSpeaksInsteadOfTheRatio)
{
    const LiteralCounts source(literalTable({"y"}, {{{"a"}, 40}, {{"b"}, 30}}));
    audits::Roles all = roles();
    all.label->classes = {"a", "b", "c"};
    const AuditResult result = run(source, all);
    ASSERT_NE(findingOf(result, "imbalance.empty-class"), nullptr);
    EXPECT_EQ(plain(findingOf(result, "imbalance.empty-class")->message),
        "1 of 3 classes of y without rows: c (limit 0, default).");
    EXPECT_EQ(findingOf(result, "imbalance.ratio"), nullptr);
    EXPECT_EQ(findingOf(result, "imbalance.rare-class"), nullptr);
    EXPECT_TRUE(std::isinf(value(result, "imbalance-ratio", "", {{"label", "y"}})));
}

TEST(ClassImbalance, SaysWhyItDoesNotRun)
{
    const LiteralCounts source(literalTable({"y"}, {{{"a"}, 1}}));
    EXPECT_EQ(run(source, {}).outcome, Outcome::NotApplicable);
    EXPECT_EQ(run(source, {}).reason, "no label column: pass --label");
    const LiteralCounts empty(literalTable({"y"}, std::vector<Times>{}));
    EXPECT_EQ(run(empty, roles()).outcome, Outcome::InsufficientData);
    const LiteralCounts missing(literalTable({"y", "x"}, {{{"", "1"}, 3}}));
    EXPECT_EQ(run(missing, roles()).outcome, Outcome::InsufficientData);
    EXPECT_EQ(run(missing, roles()).reason, "no row has a label");
}

TEST(ClassImbalance, AMeasurementHasNoClasses)
{
    const LiteralCounts source(literalTable({"y"}, {{{"a"}, 1}, {{"b"}, 1}}));
    audits::Facts facts = factsOf(source, roles());
    facts.description.columns[0].profile.distinct.value = 10'001;
    const AuditResult result = runAudit("class-imbalance", source, facts);
    EXPECT_EQ(result.outcome, Outcome::NotApplicable);
    EXPECT_EQ(result.reason,
        "the label has 10001 different values: a measurement or an identifier, not classes");
    facts.description.columns[0].profile.distinct.value = 10'000;
    EXPECT_EQ(runAudit("class-imbalance", source, facts).outcome, Outcome::Completed);
}

TEST(ClassImbalance, FilterNarrowsTheRows)
{
    const LiteralCounts source(
        literalTable({"y", "s"}, {{{"a", "x"}, 4}, {{"b", "x"}, 2}, {{"b", "z"}, 9}}));
    audits::Facts facts = factsOf(source, roles());
    facts.where.terms.push_back({counts::ValueDim{"s"}, {counts::CellKey::value("x")}});
    const AuditResult result = runAudit("class-imbalance", source, facts);
    EXPECT_EQ(value(result, "imbalance-ratio", "", {{"label", "y"}}), 2.0);
    expectEvidenceHolds(source, result);
}

} // namespace
} // namespace cupel::test
