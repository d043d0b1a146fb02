#include "tests/core/audits/audit_run.h"

#include <gtest/gtest.h>

#include <cmath>
#include <optional>

namespace cupel::test {
namespace {

using audits::AuditResult;
using audits::Outcome;
using counts::LiteralCounts;
using findings::Kind;
using findings::Level;

AuditResult run(const LiteralCounts& source, const audits::Roles& roles)
{
    AuditResult result = runAudit("split-drift", source, factsOf(source, roles));
    expectEvidenceHolds(source, result);
    return result;
}

audits::Roles roles()
{
    audits::Roles all;
    all.split = "s";
    all.label = label("y", "1");
    return all;
}

TEST(SplitDrift, DivergencesByHand)
{
    // Shares of u and v: 1/2, 1/2 in train, 1/4, 3/4 in test.
    const LiteralCounts source(literalTable({"a", "s"},
        {{{"u", "train"}, 4}, {{"v", "train"}, 4}, {{"u", "test"}, 1}, {{"v", "test"}, 3},
            {{"u", ""}, 2}}));
    audits::Roles all;
    all.split = "s";
    const AuditResult result = run(source, all);
    ASSERT_EQ(result.outcome, Outcome::Completed) << result.reason;
    const std::vector<std::pair<std::string, std::string>> subject{
        {"column", "a"}, {"split", "test"}, {"reference", "train"}};
    const audits::Metric& tvd = metricOf(result, "column-drift", "tvd", subject);
    EXPECT_DOUBLE_EQ(tvd.value.value(), 0.25);
    EXPECT_EQ(tvd.n, 12);
    EXPECT_EQ(tvd.excluded.at("missing-split"), 2);
    EXPECT_DOUBLE_EQ(metricOf(result, "column-drift", "psi", subject).value.value(),
        -0.25 * std::log(0.5) + 0.25 * std::log(1.5));
    EXPECT_EQ(std::get<std::string>(result.parameters.at("reference-origin")), "named train");
}

TEST(SplitDrift, OneSidedValueMakesTheIndexInfinite)
{
    const LiteralCounts source(
        literalTable({"a", "s"}, {{{"u", "train"}, 4}, {{"u", "test"}, 1}, {{"v", "test"}, 3}}));
    audits::Roles all;
    all.split = "s";
    const AuditResult result = run(source, all);
    EXPECT_TRUE(std::isinf(metricOf(
        result, "column-drift", "psi", {{"column", "a"}, {"split", "test"}, {"reference", "train"}})
                               .value.value()));
}

TEST(SplitDrift, NumbersOfManyValuesAreCutAndMissingIsACell)
{
    std::vector<Times> rows;
    for (int i = 0; i < 100; ++i) {
        rows.push_back({{std::to_string(i), "train"}, 1});
        rows.push_back({{std::to_string(i / 2), "test"}, 1});
    }
    rows.push_back({{"", "test"}, 100});
    audits::Roles all;
    all.split = "s";
    const AuditResult result = run(LiteralCounts(literalTable({"x", "s"}, rows)), all);
    const findings::Finding* finding = findingOf(result, "drift.column-shift");
    ASSERT_NE(finding, nullptr);
    EXPECT_EQ(finding->level, Level::Warning);
    EXPECT_EQ(finding->evidence[0].count, 100);
    EXPECT_NE(plain(finding->message).find("most: x is missing in 50 % of the rows, against 0 %"),
        std::string::npos)
        << plain(finding->message);
}

TEST(SplitDrift, ChanceIsNoShift)
{
    // Every row has a value of its own, so that no two splits can share one.
    std::vector<Times> rows;
    for (int i = 0; i < 120; ++i)
        rows.push_back({{"v" + std::to_string(i), i % 2 == 0 ? "train" : "test"}, 1});
    audits::Roles all;
    all.split = "s";
    const AuditResult result = run(LiteralCounts(literalTable({"a", "s"}, rows)), all);
    EXPECT_GT(metricOf(result, "column-drift", "js",
                  {{"column", "a"}, {"split", "test"}, {"reference", "train"}})
                  .value.value(),
        0.5);
    EXPECT_EQ(findingOf(result, "drift.column-shift"), nullptr);
}

TEST(SplitDrift, TextsOfManyValuesAndDatesAreSkippedWithAReason)
{
    std::vector<std::vector<std::string>> rows;
    for (int i = 0; i < 1'002; ++i) {
        rows.push_back({"t" + std::to_string(i), i % 2 == 0 ? "2024-01-05" : "2024-02-05",
            i % 2 == 0 ? "train" : "test"});
    }
    audits::Roles all;
    all.split = "s";
    const AuditResult result = run(LiteralCounts(literalTable({"t", "d", "s"}, rows)), all);
    EXPECT_EQ(std::get<std::int64_t>(result.parameters.at("columns")), 0);
    EXPECT_EQ(std::get<std::int64_t>(result.parameters.at("columns-skipped")), 2);
    EXPECT_EQ(
        plain(tableOf(result, "columns-skipped").rows[0][1]), "more than 1,000 different values");
    EXPECT_TRUE(result.findings.empty());
}

TEST(SplitDrift, LabelShiftIsClearUnclearOrOpen)
{
    const auto shift = [](int testPositives, int testRows) {
        return LiteralCounts(literalTable({"y", "s"},
            {{{"1", "train"}, 100}, {{"0", "train"}, 100}, {{"1", "test"}, testPositives},
                {{"0", "test"}, testRows - testPositives}}));
    };
    const AuditResult clear = run(shift(40, 200), roles());
    const findings::Finding* finding = findingOf(clear, "drift.label-shift");
    ASSERT_NE(finding, nullptr);
    EXPECT_EQ(finding->level, Level::Warning);
    EXPECT_DOUBLE_EQ(finding->measure->value.value(), 0.3);
    EXPECT_EQ(finding->evidence[0].count, 160);
    EXPECT_EQ(plain(finding->message)
                  .find("The share of y = 0 differs by 0.3: 80 % in test (160 of "
                        "200 rows), 50 % in train (100 of 200 rows); 95 % "
                        "interval "),
        0U)
        << plain(finding->message);
    EXPECT_EQ(findingOf(run(shift(15, 40), roles()), "drift.label-shift")->level, Level::Note);
    const AuditResult open = run(shift(2, 20), roles());
    EXPECT_EQ(findingOf(open, "drift.label-shift")->kind, Kind::Open);
    EXPECT_EQ(findingOf(run(shift(95, 200), roles()), "drift.label-shift"), nullptr);
}

/// What a run with settings of a policy finds.
AuditResult runWith(
    const LiteralCounts& source, const audits::Roles& roles, const std::vector<std::string>& flags)
{
    audits::Facts facts = factsOf(source, roles);
    for (const std::string& flag : flags) {
        const auto done = setFromFlag(facts.parameters.policy, flag);
        EXPECT_TRUE(done) << flag << ": " << done.error().message;
    }
    return runAudit("split-drift", source, facts);
}

TEST(SplitDrift, LimitsRowsAndIntervalsAreThoseOfThePolicy)
{
    const LiteralCounts source(literalTable({"y", "s"},
        {{{"1", "train"}, 100}, {{"0", "train"}, 100}, {{"1", "test"}, 40}, {{"0", "test"}, 160},
            {{"2", "train"}, 9}}));
    const auto finding = [&](const char* rule, const std::vector<std::string>& flags) {
        const AuditResult result = runWith(source, roles(), flags);
        const findings::Finding* found = findingOf(result, rule);
        return found ? std::optional(*found) : std::nullopt;
    };
    const char* const shift = "drift.label-shift";
    EXPECT_EQ(finding(shift, {})->limit->origin, "default");
    EXPECT_FALSE(finding(shift, {"drift.label-shift.max=0.4"}));
    EXPECT_EQ(finding(shift, {"drift.label-shift=0.2"})->limit->origin, "flag");
    EXPECT_EQ(finding(shift, {"drift.label-shift=0.28"})->level, Level::Note);
    EXPECT_EQ(finding(shift, {"drift.label-shift.min-count=201"})->kind, Kind::Open);
    EXPECT_EQ(finding(shift, {"fairness.small-group=201"})->kind, Kind::Open);
    EXPECT_DOUBLE_EQ(
        finding(shift, {"drift.label-shift.interval=0.8"})->measure->interval->level, 0.8);
    const char* const absent = "drift.class-absent";
    EXPECT_EQ(finding(absent, {})->kind, Kind::Fail);
    EXPECT_FALSE(finding(absent, {"drift.class-absent.max=1"}));
    EXPECT_EQ(finding(absent, {"drift.class-absent.min-count=201"})->kind, Kind::Open);
}

TEST(SplitDrift, ASplitCanHaveLimitsOfItsOwn)
{
    const LiteralCounts source(literalTable({"y", "s"},
        {{{"1", "train"}, 100}, {{"0", "train"}, 100}, {{"1", "test"}, 2}, {{"0", "test"}, 18},
            {{"1", "dev"}, 2}, {{"0", "dev"}, 18}}));
    audits::Facts facts = factsOf(source, roles());
    findings::RuleSettings test;
    test.rule = "drift.label-shift";
    test.scope.split = "test";
    ASSERT_TRUE(assign(test, "min-count", "20", "p.yaml:3"));
    facts.parameters.policy.rules.push_back(test);
    const AuditResult result = runAudit("split-drift", source, facts);
    std::size_t shifts = 0;
    for (const findings::Finding& finding : result.findings) {
        if (finding.rule != "drift.label-shift")
            continue;
        ++shifts;
        const bool isTest = finding.subject.back().second.raw() == "test";
        EXPECT_EQ(finding.kind, isTest ? Kind::Fail : Kind::Open);
    }
    EXPECT_EQ(shifts, 2U);
}

TEST(SplitDrift, ColumnShiftsFollowThePolicy)
{
    const LiteralCounts source(literalTable({"a", "s"},
        {{{"u", "train"}, 90}, {{"v", "train"}, 10}, {{"u", "test"}, 10}, {{"v", "test"}, 90}}));
    audits::Roles all;
    all.split = "s";
    const char* const rule = "drift.column-shift";
    const AuditResult byDefault = runWith(source, all, {});
    EXPECT_EQ(findingOf(byDefault, rule)->kind, Kind::Fail);
    EXPECT_EQ(findingOf(runWith(source, all, {"drift.column-shift=0.6"}), rule), nullptr);
    const AuditResult open = runWith(source, all, {"drift.column-shift.min-count=101"});
    EXPECT_EQ(findingOf(open, rule)->kind, Kind::Open);
    EXPECT_NE(plain(findingOf(open, rule)->message).find("under 101 rows"), std::string::npos);
}

TEST(SplitDrift, BaseRatesAndTheirChange)
{
    const LiteralCounts source(literalTable({"y", "s"},
        {{{"1", "a"}, 1}, {{"0", "a"}, 3}, {{"1", "b"}, 3}, {{"0", "b"}, 1}, {{"", "b"}, 5},
            {{"1", "c"}, 1}, {{"0", "c"}, 1}}));
    const AuditResult result = run(source, roles());
    const audits::Metric& rate = metricOf(
        result, "base-rate", "overall", {{"label", "y"}, {"favourable", "1"}, {"split", "b"}});
    EXPECT_EQ(rate.value.value(), 0.75);
    EXPECT_EQ(rate.n, 4);
    EXPECT_EQ(rate.excluded.at("missing-label"), 5);
    const std::vector<std::pair<std::string, std::string>> subject{
        {"label", "y"}, {"favourable", "1"}};
    EXPECT_EQ(metricOf(result, "base-rate-change", "range", subject).value.value(), 0.5);
    EXPECT_EQ(metricOf(result, "base-rate-change", "last-minus-first", subject).value.value(),
        -0.25); // b is the first, c the last
    EXPECT_EQ(std::get<std::string>(result.parameters.at("reference-origin")), "largest split");
}

TEST(SplitDrift, AbsentClassIsNamedWithItsSplits)
{
    const LiteralCounts source(literalTable({"y", "s"},
        {{{"x", "train"}, 50}, {{"y", "train"}, 50}, {{"x", "test"}, 40}, {{"z", "test"}, 2}}));
    audits::Roles all = roles();
    all.label = label("y");
    const AuditResult result = run(source, all);
    const findings::Finding* finding = findingOf(result, "drift.class-absent");
    ASSERT_NE(finding, nullptr);
    EXPECT_EQ(finding->level, Level::Warning); // z is not in train
    EXPECT_EQ(plain(finding->message),
        "2 classes of y without a row in some split (limit 0, default): y in test, z in train.");
    EXPECT_EQ(finding->evidence[0].count, 52);

    const LiteralCounts small(
        literalTable({"y", "s"}, {{{"x", "train"}, 50}, {{"y", "train"}, 50}, {{"x", "test"}, 9}}));
    EXPECT_EQ(findingOf(run(small, all), "drift.class-absent")->kind, Kind::Open);
}

TEST(SplitDrift, GapsBySplitStayUndefinedWhereAGroupIsAbsent)
{
    const LiteralCounts source(literalTable({"g", "y", "s"},
        {{{"m", "1", "train"}, 8}, {{"m", "0", "train"}, 2}, {{"f", "1", "train"}, 1},
            {{"f", "0", "train"}, 1}, {{"m", "1", "test"}, 1}, {{"m", "0", "test"}, 1}}));
    audits::Roles all = roles();
    all.groups = {group("g", "m")};
    const AuditResult result = run(source, all);
    const auto gap = [&](const std::string& split) {
        return metricOf(result, "statistical-parity-difference", "rest-minus-reference",
            {{"label", "y"}, {"favourable", "1"}, {"column", "g"}, {"reference", "m"},
                {"split", split}})
            .value;
    };
    EXPECT_DOUBLE_EQ(gap("train").value(), -0.3);
    EXPECT_FALSE(gap("test").isDefined());
    EXPECT_EQ(metricOf(result, "statistical-parity-difference-change", "range",
                  {{"label", "y"}, {"favourable", "1"}, {"column", "g"}, {"reference", "m"}})
                  .value.reason(),
        "the figure is defined in fewer than two splits");
}

TEST(SplitDrift, WeightsCount)
{
    const LiteralCounts source(literalTable({"a", "s", "w"},
        {{{"u", "train", "3"}, 1}, {{"v", "train", "1"}, 1}, {{"u", "test", "1"}, 1},
            {{"v", "test", "1"}, 1}, {{"v", "test", ""}, 1}}));
    audits::Roles all;
    all.split = "s";
    all.weight = "w";
    const AuditResult result = run(source, all);
    const audits::Metric& tvd = metricOf(result, "column-drift", "tvd",
        {{"column", "a"}, {"split", "test"}, {"reference", "train"}});
    EXPECT_EQ(tvd.value.value(), 0.25);
    EXPECT_EQ(tvd.weights->sum, 6.0);
    EXPECT_EQ(tvd.excluded.at("missing-weight"), 1);
}

TEST(SplitDrift, SaysWhyItDoesNotRun)
{
    const LiteralCounts one(literalTable({"y", "s"}, {{{"1", "train"}, 2}}));
    EXPECT_EQ(run(one, {}).reason, "no split column: pass --split-column");
    EXPECT_EQ(run(one, roles()).reason, "all rows with a split are in one");
    const LiteralCounts empty(literalTable({"y", "s"}, std::vector<Times>{}));
    EXPECT_EQ(run(empty, roles()).outcome, Outcome::InsufficientData);
    std::vector<std::vector<std::string>> rows;
    for (int i = 0; i < 51; ++i)
        rows.push_back({"1", "s" + std::to_string(i)});
    EXPECT_EQ(run(LiteralCounts(literalTable({"y", "s"}, rows)), roles()).reason,
        "the split column has more than 50 values");
}

TEST(SplitDrift, LabelOfOneClassAndWithoutAnyIsNoFault)
{
    const LiteralCounts one(literalTable({"y", "s"}, {{{"1", "train"}, 40}, {{"1", "test"}, 40}}));
    EXPECT_TRUE(run(one, roles()).findings.empty());
    const LiteralCounts none(literalTable({"y", "s"}, {{{"", "train"}, 40}, {{"", "test"}, 40}}));
    const AuditResult result = run(none, roles());
    EXPECT_EQ(result.outcome, Outcome::Completed);
    EXPECT_TRUE(result.findings.empty());
}

} // namespace
} // namespace cupel::test
