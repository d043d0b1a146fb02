#include "tests/core/audits/group_gaps_case.h"

#include <cmath>

namespace cupel::test {
namespace {

using audits::AuditResult;
using audits::Metric;
using audits::Outcome;
using counts::LiteralCounts;

TEST(GroupGaps, RatesAndGapsByHand)
{
    // a 3/4, b 1/4, c 1/2; the reference is the largest group, c.
    const AuditResult result = run(tableOfShares({{"a", 3, 4}, {"b", 1, 4}, {"c", 4, 8}}), roles());
    const Metric& rate = metricOf(result, "base-rate", "", about({{"group", "a"}}));
    EXPECT_EQ(rate.value.value(), 0.75);
    EXPECT_EQ(rate.numerator, 3.0);
    EXPECT_EQ(rate.denominator, 4.0);
    EXPECT_EQ(rate.n, 4);
    EXPECT_EQ(rate.interval->method, "wilson");
    EXPECT_EQ(metricOf(result, "base-rate", "overall", {{"label", "y"}, {"favourable", "1"}})
                  .value.value(),
        0.5);
    EXPECT_EQ(metricOf(result, "statistical-parity-difference", "group-minus-reference",
                  about({{"group", "b"}, {"reference", "c"}}))
                  .value.value(),
        -0.25);
    // rest: (3 + 1) / 8
    EXPECT_EQ(metricOf(result, "statistical-parity-difference", "rest-minus-reference",
                  about({{"reference", "c"}}))
                  .value.value(),
        0.0);
    const Metric& gap
        = metricOf(result, "demographic-parity-difference", "between-groups", about({}));
    EXPECT_EQ(gap.value.value(), 0.5);
    EXPECT_EQ(gap.n, 16);
    EXPECT_EQ(gap.interval->method, "newcombe");
    const Metric& ratio = metricOf(result, "demographic-parity-ratio", "between-groups", about({}));
    EXPECT_DOUBLE_EQ(ratio.value.value(), 1.0 / 3.0);
    EXPECT_EQ(ratio.numerator, 0.25);
    EXPECT_EQ(ratio.denominator, 0.75);
    EXPECT_EQ(ratio.interval->method, "katz");
    const Metric& sizes
        = metricOf(result, "facet-imbalance", "", {{"column", "g"}, {"reference", "c"}});
    EXPECT_EQ(sizes.value.value(), 0.0);
    EXPECT_EQ(sizes.denominator, 16.0);
}

TEST(GroupGaps, ReferenceIsTheLargestGroupOrTheGivenOne)
{
    const LiteralCounts tie = tableOfShares({{"b", 1, 4}, {"a", 2, 4}, {"c", 1, 2}});
    const AuditResult largest = run(tie, roles());
    EXPECT_EQ(plain(std::get<base::DataText>(largest.parameters.at("reference:g"))), "a");
    EXPECT_EQ(std::get<std::string>(largest.parameters.at("reference-origin:g")), "largest group");
    const AuditResult given = run(tie, roles({group("g", "c")}));
    EXPECT_EQ(plain(std::get<base::DataText>(given.parameters.at("reference:g"))), "c");
    EXPECT_EQ(std::get<std::string>(given.parameters.at("reference-origin:g")), "given");
}

TEST(GroupGaps, AbsentReferenceLeavesItsFiguresUndefined)
{
    const AuditResult result
        = run(tableOfShares({{"a", 3, 4}, {"b", 1, 4}}), roles({group("g", "zz")}));
    const Metric& difference = metricOf(result, "statistical-parity-difference",
        "group-minus-reference", about({{"group", "a"}, {"reference", "zz"}}));
    EXPECT_FALSE(difference.value.isDefined());
    EXPECT_EQ(difference.value.reason(), "the reference group has no rows");
    EXPECT_EQ(metricOf(result, "demographic-parity-difference", "between-groups", about({}))
                  .value.value(),
        0.5);
}

TEST(GroupGaps, MissingCellsAreLeftOutCountedAndShown)
{
    const LiteralCounts source(literalTable({"g", "y"},
        {{{"a", "1"}, 3}, {{"a", "0"}, 1}, {{"b", "0"}, 4}, {{"", "1"}, 2}, {{"a", ""}, 1},
            {{"", ""}, 1}}));
    const AuditResult result = run(source, roles());
    const Metric& gap
        = metricOf(result, "demographic-parity-difference", "between-groups", about({}));
    EXPECT_EQ(gap.n, 8);
    EXPECT_EQ(gap.excluded,
        (std::map<std::string, std::int64_t>{{"missing-group", 2}, {"missing-label", 2}}));
    const audits::ResultTable& table = tableOf(result, "group-rates:g");
    ASSERT_EQ(table.rows.size(), 3U);
    EXPECT_EQ(plain(table.rows[2][0]), "(missing)");
    EXPECT_EQ(plain(table.rows[2][1]), "2");
    EXPECT_EQ(plain(table.rows[2][3]), "1");
    const findings::Finding* missing = findingOf(result, "fairness.missing-group");
    ASSERT_NE(missing, nullptr);
    EXPECT_EQ(missing->level, findings::Level::Warning);
    EXPECT_EQ(missing->evidence[0].count, 2);
}

TEST(GroupGaps, FilterNarrowsTheRowsAndTheEvidence)
{
    const LiteralCounts source(literalTable({"g", "y", "s"},
        {{{"a", "1", "p"}, 100}, {{"a", "0", "p"}, 300}, {{"b", "1", "p"}, 300},
            {{"b", "0", "p"}, 100}, {{"a", "1", "q"}, 900}, {{"b", "", "p"}, 4}}));
    audits::Facts facts = factsOf(source, roles());
    facts.where.terms.push_back({counts::ValueDim{"s"}, {counts::CellKey::value("p")}});
    const AuditResult result = runAudit("group-gaps", source, facts);
    EXPECT_EQ(metricOf(result, "base-rate", "", about({{"group", "a"}})).value.value(), 0.25);
    EXPECT_EQ(findingOf(result, "fairness.base-rate-gap")->evidence[0].count, 400);
    expectEvidenceHolds(source, result);
}

TEST(GroupGaps, OneGroupLeavesNothingToCompare)
{
    const AuditResult result = run(tableOfShares({{"a", 30, 60}}), roles());
    ASSERT_EQ(result.outcome, Outcome::Completed);
    EXPECT_FALSE(metricOf(result, "demographic-parity-difference", "between-groups", about({}))
                     .value.isDefined());
    EXPECT_FALSE(metricOf(result, "demographic-parity-ratio", "between-groups", about({}))
                     .value.isDefined());
    EXPECT_TRUE(result.findings.empty());
}

TEST(GroupGaps, NoFavourableRowsAtAll)
{
    const AuditResult result = run(tableOfShares({{"a", 0, 40}, {"b", 0, 50}}), roles());
    EXPECT_EQ(metricOf(result, "demographic-parity-difference", "between-groups", about({}))
                  .value.value(),
        0.0);
    EXPECT_FALSE(metricOf(result, "disparate-impact-ratio", "group-over-reference",
        about({{"group", "a"}, {"reference", "b"}}))
                     .value.isDefined());
    EXPECT_FALSE(metricOf(result, "four-fifths-ratio", "against-highest", about({{"group", "a"}}))
                     .value.isDefined());
    EXPECT_EQ(findingOf(result, "fairness.four-fifths"), nullptr);
}

TEST(GroupGaps, WeightsUseSumsAndTheEffectiveSize)
{
    // a: weights 1, 3 of which 3 favourable; b: weights 2, 2 of which 2 favourable.
    const LiteralCounts source(literalTable({"g", "y", "w"},
        {{{"a", "1", "3"}, 1}, {{"a", "0", "1"}, 1}, {{"b", "1", "2"}, 1}, {{"b", "0", "2"}, 1},
            {{"b", "1", ""}, 1}}));
    audits::Roles all = roles();
    all.weight = "w";
    const AuditResult result = run(source, all);
    const Metric& rate = metricOf(result, "base-rate", "", about({{"group", "a"}}));
    EXPECT_EQ(rate.value.value(), 0.75);
    EXPECT_EQ(rate.n, 2);
    EXPECT_EQ(rate.excluded.at("missing-weight"), 1);
    ASSERT_TRUE(rate.weights.has_value());
    EXPECT_EQ(rate.weights->sum, 4.0);
    EXPECT_DOUBLE_EQ(rate.weights->effectiveN, 1.6); // 16 / 10
    EXPECT_EQ(
        metricOf(result, "group-count", "", {{"column", "g"}, {"group", "b"}}).value.value(), 2.0);
    EXPECT_EQ(
        metricOf(result, "group-share", "", {{"column", "g"}, {"group", "b"}}).value.value(), 0.5);
    EXPECT_FALSE(
        metricOf(result, "differential-fairness", "smoothed", about({})).value.isDefined());
    EXPECT_EQ(tableOf(result, "group-rates:g").columns.back(), "effective-n");
}

TEST(GroupGaps, BinsKeepTheirOrderAndAreGroups)
{
    const LiteralCounts source(literalTable(
        {"age", "y"}, {{{"20", "1"}, 2}, {{"30", "0"}, 3}, {{"100", "1"}, 1}, {{"", "1"}, 1}}));
    audits::Roles all = roles({});
    audits::GroupRole age = group("age");
    age.bins = {18, 25, 120};
    all.groups = {age};
    const AuditResult result = run(source, all);
    const audits::ResultTable& table = tableOf(result, "group-rates:age");
    ASSERT_EQ(table.rows.size(), 3U);
    EXPECT_EQ(plain(table.rows[0][0]), "[18, 25)");
    EXPECT_EQ(plain(table.rows[1][0]), "[25, 120]");
    EXPECT_EQ(plain(table.rows[1][1]), "4");
    EXPECT_EQ(plain(table.rows[2][0]), "(missing)");
}

TEST(GroupGaps, OverallRateIsOneFigureOrOnePerColumn)
{
    const LiteralCounts same(
        literalTable({"g", "h", "y"}, {{{"a", "x", "1"}, 2}, {{"b", "z", "0"}, 2}}));
    const AuditResult one = run(same, roles({group("g"), group("h")}));
    EXPECT_EQ(metricOf(one, "base-rate", "overall", {{"label", "y"}, {"favourable", "1"}}).n, 4);
    const LiteralCounts other(
        literalTable({"g", "h", "y"}, {{{"a", "x", "1"}, 2}, {{"b", "", "0"}, 2}}));
    const AuditResult two = run(other, roles({group("g"), group("h")}));
    EXPECT_EQ(metricOf(two, "base-rate", "overall", about({})).n, 4);
    EXPECT_EQ(metricOf(two, "base-rate", "overall",
                  {{"label", "y"}, {"favourable", "1"}, {"column", "h"}})
                  .n,
        2);
}

TEST(GroupGaps, IntersectionsAndWhatIsAbsent)
{
    const LiteralCounts source(literalTable({"g", "h", "y"},
        {{{"a", "x", "1"}, 3}, {{"a", "x", "0"}, 1}, {{"b", "x", "0"}, 4}, {{"b", "z", "1"}, 2}}));
    audits::Roles all = roles({group("g"), group("h")});
    all.intersections = {{"g", "h"}};
    const AuditResult result = run(source, all);
    EXPECT_EQ(metricOf(result, "base-rate", "",
                  {{"label", "y"}, {"favourable", "1"}, {"column", "g,h"}, {"group", "a,x"}})
                  .value.value(),
        0.75);
    EXPECT_EQ(
        metricOf(result, "subgroup-cells", "present", {{"columns", "g,h"}}).value.value(), 3.0);
    EXPECT_EQ(
        metricOf(result, "subgroup-cells", "possible", {{"columns", "g,h"}}).value.value(), 4.0);
    // r = 5/10; a,x 0.4 * 0.25; b,x 0.4 * 0.5; b,z 0.2 * 0.5
    EXPECT_DOUBLE_EQ(metricOf(result, "subgroup-gap", "size-weighted",
                         {{"label", "y"}, {"favourable", "1"}, {"columns", "g,h"}})
                         .value.value(),
        0.2);
    const findings::Finding* empty = findingOf(result, "fairness.empty-intersection");
    ASSERT_NE(empty, nullptr);
    EXPECT_EQ(plain(empty->message),
        "1 of 4 subgroups of g × h without rows: a with z (limit 0, default).");
    EXPECT_EQ(tableOf(result, "intersection-rates:g,h").columns[1], "h");
    ASSERT_NE(findingOf(result, "fairness.intersection-gap"), nullptr);
    EXPECT_EQ(findingOf(result, "fairness.intersection-gap")->kind, findings::Kind::Open);
}

TEST(GroupGaps, CommasInValuesKeepNamesApart)
{
    const LiteralCounts source(
        literalTable({"g", "h", "y"}, {{{"a,b", "c", "1"}, 1}, {{"a", "b,c", "0"}, 1}}));
    audits::Roles all = roles({});
    all.intersections = {{"g", "h"}};
    const AuditResult result = run(source, all);
    EXPECT_EQ(metricOf(result, "group-count", "", {{"column", "g,h"}, {"group", "a\\,b,c"}}).n, 2);
    EXPECT_EQ(metricOf(result, "group-count", "", {{"column", "g,h"}, {"group", "a,b\\,c"}}).n, 2);
}

TEST(GroupGaps, MissingnessByGroup)
{
    const LiteralCounts source(literalTable({"g", "y", "x"},
        {{{"a", "1", "v"}, 900}, {{"a", "1", ""}, 100}, {{"b", "0", "v"}, 600},
            {{"b", "0", ""}, 300}, {{"b", "", "v"}, 100}, {{"", "1", ""}, 5}}));
    const AuditResult result = run(source, roles());
    const Metric& share
        = metricOf(result, "missing-share", "", {{"column", "g"}, {"group", "b"}, {"of", "x"}});
    EXPECT_EQ(share.value.value(), 0.3); // rows without a label count too
    EXPECT_EQ(share.numerator, 300.0);
    EXPECT_EQ(share.n, 1000);
    EXPECT_EQ(share.excluded, (std::map<std::string, std::int64_t>{{"missing-group", 5}}));
    EXPECT_EQ(metricOf(result, "missing-share-difference", "group-minus-reference",
                  {{"column", "g"}, {"group", "b"}, {"reference", "a"}, {"of", "x"}})
                  .value.value(),
        0.3 - 0.1);
    EXPECT_DOUBLE_EQ(
        metricOf(result, "missing-share-ratio", "between-groups", {{"column", "g"}, {"of", "x"}})
            .value.value(),
        1.0 / 3.0);
    std::vector<const findings::Finding*> gaps;
    for (const findings::Finding& finding : result.findings) {
        if (finding.rule == "fairness.missingness-gap")
            gaps.push_back(&finding);
    }
    ASSERT_EQ(gaps.size(), 1U); // the label's 10 % is at the limit
    EXPECT_EQ(gaps[0]->level, findings::Level::Warning);
    EXPECT_EQ(gaps[0]->evidence[0].count, 300);
}

TEST(GroupGaps, ColumnsWithoutMissingCellsAreLeftOut)
{
    const AuditResult result = run(tableOfShares({{"a", 3, 4}, {"b", 1, 4}}), roles());
    for (const Metric& metric : result.metrics)
        EXPECT_NE(metric.ref, "A16");
}

TEST(GroupGaps, DivergenceOfMoreThanTwoLabelsHasBothForms)
{
    const LiteralCounts source(literalTable({"g", "y"},
        {{{"a", "1"}, 2}, {{"a", "2"}, 1}, {{"a", "3"}, 1}, {{"b", "1"}, 2}, {{"b", "3"}, 2}}));
    const AuditResult result = run(source, roles());
    const Subject subject{{"label", "y"}, {"column", "g"}, {"reference", "a"}};
    EXPECT_EQ(metricOf(result, "label-divergence", "tvd", subject).value.value(), 0.0);
    EXPECT_EQ(metricOf(result, "label-divergence", "tvd-all-values", subject).value.value(), 0.25);
    EXPECT_TRUE(
        std::isinf(metricOf(result, "label-divergence", "kl-all-values", subject).value.value()));
}

TEST(GroupGaps, SaysWhyItDoesNotRun)
{
    const LiteralCounts source = tableOfShares({{"a", 3, 4}, {"b", 1, 4}});
    EXPECT_EQ(run(source, {}).reason, "no label column: pass --label");
    EXPECT_EQ(run(source, roles({})).reason, "no group column: pass --group");
    audits::Roles none = roles();
    none.label->favourable.reset();
    const AuditResult result = run(source, none);
    EXPECT_EQ(result.outcome, Outcome::NotApplicable);
    EXPECT_EQ(result.reason.find("no favourable value: pass --favourable"), 0U);
    const audits::ResultTable& values = tableOf(result, "label-values");
    ASSERT_EQ(values.rows.size(), 2U);
    EXPECT_EQ(plain(values.rows[0][0]), "0");
    EXPECT_EQ(plain(values.rows[0][1]), "4");
    const LiteralCounts empty(literalTable({"g", "y"}, std::vector<Times>{}));
    EXPECT_EQ(run(empty, roles()).outcome, Outcome::InsufficientData);
    const LiteralCounts missing(literalTable({"g", "y"}, {{{"", "1"}, 3}, {{"a", ""}, 3}}));
    EXPECT_EQ(run(missing, roles()).outcome, Outcome::InsufficientData);
}

} // namespace
} // namespace cupel::test
