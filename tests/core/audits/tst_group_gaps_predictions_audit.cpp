#include "tests/core/audits/audit_run.h"

#include <gtest/gtest.h>

namespace cupel::test {
namespace {

using audits::AuditResult;
using audits::Outcome;
using counts::LiteralCounts;
using findings::Kind;
using findings::Level;
using Subject = std::vector<std::pair<std::string, std::string>>;

AuditResult run(const LiteralCounts& source, const audits::Roles& roles)
{
    AuditResult result = runAudit("group-gaps-predictions", source, factsOf(source, roles));
    expectEvidenceHolds(source, result);
    return result;
}

/// Label "y" with the positive value "yes", prediction "p", group "g".
audits::Roles roles()
{
    audits::Roles all;
    all.label = label("y", "yes");
    all.prediction = "p";
    all.groups = {group("g")};
    return all;
}

Subject about(const Subject& more = {}, const std::string& prediction = "p")
{
    Subject subject{
        {"label", "y"}, {"positive", "yes"}, {"prediction", prediction}, {"column", "g"}};
    subject.insert(subject.end(), more.begin(), more.end());
    return subject;
}

/// Rows of a group by how label and prediction meet.
std::vector<Times> confusion(const std::string& group, int tp, int fp, int fn, int tn)
{
    return {{{group, "yes", "yes"}, tp}, {{group, "no", "yes"}, fp}, {{group, "yes", "no"}, fn},
        {{group, "no", "no"}, tn}};
}

LiteralCounts groupsOf(const std::vector<std::vector<Times>>& groups)
{
    std::vector<Times> all;
    for (const std::vector<Times>& group : groups)
        all.insert(all.end(), group.begin(), group.end());
    return LiteralCounts(literalTable({"g", "y", "p"}, all));
}

double valueOf(const AuditResult& result, const std::string& id, const std::string& variant,
    const Subject& subject)
{
    return metricOf(result, id, variant, subject).value.value();
}

TEST(GroupGapsPredictions, RatesAndGapsByHand)
{
    // TPR 30/40 and 12/20, FPR 10/60 and 18/40; a is the largest.
    const LiteralCounts source
        = groupsOf({confusion("a", 30, 10, 10, 50), confusion("b", 12, 18, 8, 22)});
    const AuditResult result = run(source, roles());
    ASSERT_EQ(result.outcome, Outcome::Completed) << result.reason;
    EXPECT_EQ(valueOf(result, "true-positive-rate", "", about({{"group", "a"}})), 0.75);
    const audits::Metric& rate
        = metricOf(result, "true-positive-rate", "", about({{"group", "b"}}));
    EXPECT_EQ(rate.value.value(), 0.6);
    EXPECT_EQ(rate.n, 20);
    EXPECT_EQ(rate.numerator, 12.0);
    // Wilson of 12 of 20.
    EXPECT_NEAR(rate.interval->low, 0.3866, 5e-5);
    EXPECT_NEAR(rate.interval->high, 0.7812, 5e-5);
    EXPECT_DOUBLE_EQ(
        valueOf(result, "equal-opportunity-difference", "between-groups", about()), 0.15);
    EXPECT_DOUBLE_EQ(valueOf(result, "equal-opportunity-difference", "rest-minus-reference",
                         about({{"reference", "a"}})),
        -0.15);
    EXPECT_DOUBLE_EQ(valueOf(result, "equalized-odds-difference", "between-groups", about()),
        18.0 / 40.0 - 10.0 / 60.0);
    EXPECT_DOUBLE_EQ(valueOf(result, "average-odds-difference", "group-minus-reference",
                         about({{"group", "b"}, {"reference", "a"}})),
        (18.0 / 40.0 - 10.0 / 60.0 - 0.15) / 2.0);
    EXPECT_DOUBLE_EQ(
        valueOf(result, "predicted-positive-share", "", about({{"group", "a"}})), 40.0 / 70.0);
    EXPECT_EQ(std::get<base::DataText>(result.parameters.at("reference:g")).raw(), "a");
}

TEST(GroupGapsPredictions, GroupWithoutPositivesHasNoRateAndIsSaidSo)
{
    const LiteralCounts source = groupsOf(
        {confusion("r", 10, 5, 5, 20), confusion("s", 1, 0, 0, 0), confusion("z", 0, 4, 0, 6)});
    const AuditResult result = run(source, roles());
    const audits::Metric& none
        = metricOf(result, "true-positive-rate", "", about({{"group", "z"}}));
    ASSERT_FALSE(none.value.isDefined());
    EXPECT_EQ(none.value.reason(), "the group has no rows with a positive label");
    // 1/1 against 10/15; group z, of 10 rows, is not among the groups compared.
    const audits::Metric& gap
        = metricOf(result, "equal-opportunity-difference", "between-groups", about());
    EXPECT_DOUBLE_EQ(gap.value.value(), 1.0 / 3.0);
    EXPECT_EQ(gap.n, 16);
    EXPECT_EQ(gap.excluded.at("group-without-positive-labels"), 10);
    const audits::Metric& odds
        = metricOf(result, "equalized-odds-difference", "between-groups", about());
    EXPECT_DOUBLE_EQ(odds.value.value(), 1.0 / 3.0); // FPR: 5/25 against 4/10
    EXPECT_EQ(odds.excluded.at("group-without-positive-labels"), 10);
    EXPECT_EQ(odds.excluded.at("group-without-negative-labels"), 1);
    EXPECT_EQ(metricOf(result, "equal-opportunity-difference", "group-minus-reference",
                  about({{"group", "z"}, {"reference", "r"}}))
                  .value.reason(),
        "the group has no rows with a positive label");
}

TEST(GroupGapsPredictions, OneGroupLeavesNothingToCompare)
{
    const AuditResult result = run(groupsOf({confusion("a", 3, 1, 1, 3)}), roles());
    EXPECT_EQ(
        metricOf(result, "equal-opportunity-difference", "between-groups", about()).value.reason(),
        "fewer than two groups have rows with a positive label");
    EXPECT_EQ(metricOf(result, "equalized-odds-ratio", "between-groups", about()).value.reason(),
        "of the true-positive rates: fewer than two groups have rows with a positive label");
    EXPECT_TRUE(result.findings.empty());
}

TEST(GroupGapsPredictions, RowsLeftOutAreCountedOnce)
{
    const LiteralCounts source(literalTable({"g", "y", "p"},
        {{{"a", "yes", "yes"}, 2}, {{"b", "no", "no"}, 3}, {{"a", "", ""}, 4}, {{"", "yes", ""}, 5},
            {{"", "yes", "yes"}, 6}}));
    const AuditResult result = run(source, roles());
    const audits::Metric& accuracy = metricOf(result, "accuracy", "overall", about());
    EXPECT_EQ(accuracy.n, 5);
    EXPECT_EQ(accuracy.excluded,
        (std::map<std::string, std::int64_t>{
            {"missing-group", 6}, {"missing-label", 4}, {"missing-prediction", 5}}));
    const audits::ResultTable& table = tableOf(result, "confusion:g");
    EXPECT_EQ(plain(table.rows.back()[0]), "(missing)");
    EXPECT_EQ(plain(table.rows.back()[1]), "6");
}

TEST(GroupGapsPredictions, NumbersAreComparedAsNumbers)
{
    const LiteralCounts source(literalTable({"g", "y", "p"},
        {{{"a", "1", "1.0"}, 4}, {{"a", "0", "0.0"}, 2}, {{"b", "1", "1.00"}, 3},
            {{"b", "0", "0"}, 1}}));
    audits::Roles all = roles();
    all.label->favourable = "0";
    all.label->positive = "1.0";
    const AuditResult result = run(source, all);
    EXPECT_EQ(metricOf(result, "accuracy", "overall",
                  {{"label", "y"}, {"positive", "1"}, {"prediction", "p"}, {"column", "g"}})
                  .value.value(),
        1.0);
    EXPECT_EQ(findingOf(result, "fairness.prediction-values"), nullptr);
}

TEST(GroupGapsPredictions, ScoreAgainstAThresholdPredicts)
{
    const LiteralCounts source(literalTable({"g", "y", "s"},
        {{{"a", "yes", "0.5"}, 4}, {{"a", "no", "0.49"}, 4}, {{"b", "yes", "0.2"}, 2},
            {{"b", "no", "0.9"}, 2}, {{"b", "no", ""}, 7}}));
    audits::Roles all = roles();
    all.prediction.clear();
    all.score = "s";
    EXPECT_EQ(run(source, all).reason,
        "no prediction, and a score without a threshold: pass --threshold");
    all.threshold = 0.5;
    const AuditResult result = run(source, all);
    EXPECT_EQ(valueOf(result, "true-positive-rate", "", about({{"group", "a"}}, "s")), 1.0);
    EXPECT_EQ(valueOf(result, "true-positive-rate", "", about({{"group", "b"}}, "s")), 0.0);
    EXPECT_EQ(
        metricOf(result, "accuracy", "overall", about({}, "s")).excluded.at("missing-prediction"),
        7);
    EXPECT_EQ(std::get<double>(result.parameters.at("threshold")), 0.5);

    // A score of the other value predicts the positive one where it is low.
    all.scoreOf = "no";
    const AuditResult other = run(source, all);
    EXPECT_EQ(valueOf(other, "true-positive-rate", "", about({{"group", "a"}}, "s")), 0.0);
    EXPECT_EQ(valueOf(other, "true-positive-rate", "", about({{"group", "b"}}, "s")), 1.0);
}

TEST(GroupGapsPredictions, ScoreOfOneOfThreeValuesNeedsThePositiveOne)
{
    const LiteralCounts source(literalTable({"g", "y", "s"},
        {{{"a", "yes", "1"}, 1}, {{"a", "no", "0"}, 1}, {{"b", "maybe", "0"}, 1}}));
    audits::Roles all = roles();
    all.prediction.clear();
    all.score = "s";
    all.threshold = 0.5;
    all.scoreOf = "no";
    EXPECT_EQ(run(source, all).outcome, Outcome::NotApplicable);
    all.scoreOf = "yes";
    EXPECT_EQ(run(source, all).outcome, Outcome::Completed);
}

TEST(GroupGapsPredictions, ManyValuesCountAsOneAgainstAllOthers)
{
    const LiteralCounts source(literalTable({"g", "y", "p"},
        {{{"a", "yes", "yes"}, 1}, {{"a", "no", "maybe"}, 2}, {{"b", "maybe", "yes"}, 3},
            {{"b", "yes", "no"}, 1}}));
    const AuditResult result = run(source, roles());
    EXPECT_EQ(valueOf(result, "confusion-count", "true-negative", about({{"group", "a"}})), 2.0);
    EXPECT_EQ(valueOf(result, "confusion-count", "false-positive", about({{"group", "b"}})), 3.0);
}

TEST(GroupGapsPredictions, ClearGapIsAnErrorAndShowsTheMisses)
{
    const LiteralCounts source
        = groupsOf({confusion("a", 180, 20, 20, 180), confusion("b", 100, 20, 100, 180)});
    const AuditResult result = run(source, roles());
    const findings::Finding* finding = findingOf(result, "fairness.true-positive-rate-gap");
    ASSERT_NE(finding, nullptr);
    EXPECT_EQ(finding->level, Level::Error);
    EXPECT_EQ(plain(finding->message),
        "The true-positive rate of p for y = yes differs by 0.4 between groups of g: 50 % for b "
        "(100 of 200 rows), 90 % for a (180 of 200 rows); 95 % interval 0.3154 to 0.4767 (limit "
        "0.1, default).");
    ASSERT_EQ(finding->evidence.size(), 1U);
    EXPECT_EQ(finding->evidence[0].count, 100);
    EXPECT_EQ(counts::describe(finding->evidence[0].filter), "y = 'yes' and p = 'no' and g = 'b'");
    EXPECT_EQ(findingOf(result, "fairness.false-positive-rate-gap"), nullptr);
    // 200 against 120 of 400 predicted positive: 0.2, clear; 0.6 is under four fifths.
    EXPECT_EQ(findingOf(result, "fairness.prediction-rate-gap")->level, Level::Warning);
    EXPECT_EQ(findingOf(result, "fairness.prediction-four-fifths")->level, Level::Warning);
}

TEST(GroupGapsPredictions, UnclearGapIsAWarningAndSmallGroupsStayOpen)
{
    // FPR 20/40 against 12/40: 0.2, its interval reaches below 0.1.
    const LiteralCounts unclear
        = groupsOf({confusion("a", 40, 20, 0, 20), confusion("b", 40, 12, 0, 28)});
    const AuditResult result = run(unclear, roles());
    const findings::Finding* finding = findingOf(result, "fairness.false-positive-rate-gap");
    ASSERT_NE(finding, nullptr);
    EXPECT_EQ(finding->level, Level::Warning);
    EXPECT_EQ(finding->evidence[0].count, 20); // the false alarms of a

    // 40 rows, but only 5 of them positive.
    const LiteralCounts small
        = groupsOf({confusion("a", 40, 10, 0, 40), confusion("b", 0, 10, 5, 40)});
    const AuditResult few = run(small, roles());
    const findings::Finding* open = findingOf(few, "fairness.true-positive-rate-gap");
    ASSERT_NE(open, nullptr);
    EXPECT_EQ(open->kind, Kind::Open);
    EXPECT_EQ(open->level, Level::None);
}

TEST(GroupGapsPredictions, PredictionsWrittenDifferentlyAreFound)
{
    const LiteralCounts source(literalTable({"g", "y", "p"},
        {{{"a", "yes", "Yes"}, 3}, {{"a", "no", "no"}, 4}, {{"b", "yes", "yes"}, 1},
            {{"b", "", "?"}, 2}}));
    const AuditResult result = run(source, roles());
    const findings::Finding* finding = findingOf(result, "fairness.prediction-values");
    ASSERT_NE(finding, nullptr);
    EXPECT_EQ(finding->level, Level::Warning);
    EXPECT_EQ(finding->evidence[0].count, 3);
    EXPECT_EQ(finding->measure->value.value(), 0.375);
    audits::Roles declared = roles();
    declared.label->classes = {"Yes", "no", "yes"};
    EXPECT_EQ(findingOf(run(source, declared), "fairness.prediction-values"), nullptr);
}

TEST(GroupGapsPredictions, WeightsCountInRatesAndKishInIntervals)
{
    const LiteralCounts source(literalTable({"g", "y", "p", "w"},
        {{{"a", "yes", "yes", "3"}, 1}, {{"a", "yes", "no", "1"}, 1}, {{"b", "no", "no", "2"}, 2},
            {{"b", "no", "no", ""}, 1}}));
    audits::Roles all = roles();
    all.weight = "w";
    const AuditResult result = run(source, all);
    const audits::Metric& rate
        = metricOf(result, "true-positive-rate", "", about({{"group", "a"}}));
    EXPECT_EQ(rate.value.value(), 0.75);
    EXPECT_EQ(rate.weights->sum, 4.0);
    EXPECT_EQ(rate.weights->effectiveN, 1.6); // 16 / 10
    EXPECT_EQ(rate.excluded.at("missing-weight"), 1);
}

TEST(GroupGapsPredictions, CrossedColumnsAreComparedToo)
{
    const LiteralCounts source(literalTable({"g", "h", "y", "p"},
        {{{"a", "u", "yes", "yes"}, 50}, {{"a", "v", "yes", "no"}, 50},
            {{"b", "u", "yes", "no"}, 50}, {{"b", "v", "yes", "yes"}, 50}}));
    audits::Roles all = roles();
    all.groups.push_back(group("h"));
    all.intersections = {{"g", "h"}};
    const AuditResult result = run(source, all);
    // Alone neither column shows a thing.
    const findings::Finding* finding = findingOf(result, "fairness.true-positive-rate-gap");
    ASSERT_NE(finding, nullptr);
    EXPECT_EQ(finding->level, Level::Warning);
    EXPECT_EQ(finding->subject.back().second.raw(), "g,h");
    EXPECT_EQ(tableOf(result, "true-positive-rate:g,h").rows.size(), 4U);
}

TEST(GroupGapsPredictions, SaysWhyItDoesNotRun)
{
    const LiteralCounts source = groupsOf({confusion("a", 1, 1, 1, 1)});
    audits::Roles all = roles();
    all.prediction.clear();
    EXPECT_EQ(
        run(source, all).reason, "no prediction: pass --prediction, or --score and --threshold");
    all = roles();
    all.label.reset();
    EXPECT_EQ(run(source, all).reason, "no label column: pass --label");
    all = roles();
    all.groups.clear();
    EXPECT_EQ(run(source, all).reason, "no group column: pass --group");
    all = roles();
    all.label->favourable.reset();
    const AuditResult noPositive = run(source, all);
    EXPECT_EQ(noPositive.outcome, Outcome::NotApplicable);
    EXPECT_EQ(tableOf(noPositive, "label-values").rows.size(), 2U);
}

TEST(GroupGapsPredictions, EmptyAndMissingTablesAreInsufficient)
{
    const LiteralCounts empty(literalTable({"g", "y", "p"}, std::vector<Times>{}));
    EXPECT_EQ(run(empty, roles()).outcome, Outcome::InsufficientData);
    const LiteralCounts missing(
        literalTable({"g", "y", "p"}, {{{"a", "yes", ""}, 3}, {{"b", "no", ""}, 2}}));
    EXPECT_EQ(run(missing, roles()).reason, "no row has a label, a prediction and a group");
}

} // namespace
} // namespace cupel::test
