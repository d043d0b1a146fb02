#include "core/findings/policy.h"

#include "core/findings/policy_lines.h"
#include "core/findings/rule_registry.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace cupel::findings {
namespace {

const Rule& rule(std::string_view id)
{
    return *findRule(id);
}

Subject ofColumn(const char* column)
{
    return {{"column", base::DataText::name(column)}};
}

Policy withFlags(const std::vector<std::string>& flags)
{
    Policy policy;
    for (const std::string& flag : flags) {
        const auto done = setFromFlag(policy, flag);
        EXPECT_TRUE(done) << flag << ": " << done.error().message;
    }
    return policy;
}

void add(Policy& policy, const char* id, Scope scope, const char* name, const char* value,
    const char* origin = "p.yaml:1")
{
    RuleSettings settings;
    settings.rule = id;
    settings.scope = std::move(scope);
    const auto done = assign(settings, name, value, origin);
    ASSERT_TRUE(done) << done.error().message;
    policy.rules.push_back(std::move(settings));
}

TEST(Policy, WithoutAWordIsTheDefaultOfEveryRule)
{
    const Policy policy;
    for (const Rule& each : rules()) {
        SCOPED_TRACE(each.id);
        const Limit limit = policy.limit(each, "loans", ofColumn("sex"));
        EXPECT_EQ(limit.value, each.limit.value_or(0.0));
        EXPECT_EQ(limit.origin, "default");
        EXPECT_EQ(policy.level(each, "loans", {}).value, each.level);
        EXPECT_FALSE(policy.isOff(each, "loans", {}));
        EXPECT_EQ(policy.minCount(each, "loans", {}).value, each.minCount.value_or(30));
        EXPECT_EQ(policy.interval(each, "loans", {}).value, 0.95);
    }
    for (const PolicyLine& line : linesOf(policy))
        EXPECT_TRUE(line.isDefault) << line.key;
}

TEST(Policy, FlagsNameASettingOrTheLimit)
{
    const Policy policy = withFlags(
        {"imbalance.ratio=20", "data.missing-values.max=0.2", "fairness.four-fifths.min=0.9",
            "data.duplicate-rows.level=error", "fairness.base-rate-gap.min-count=5",
            "fairness.base-rate-gap.interval=0.9", "data.constant-column.enabled=false",
            "privacy.mode=aggregate", "privacy.min-cell=20", "fail-on=note"});
    EXPECT_EQ(policy.limit(rule("imbalance.ratio"), "d", {}).value, 20.0);
    EXPECT_EQ(policy.limit(rule("imbalance.ratio"), "d", {}).origin, "flag");
    EXPECT_EQ(policy.limit(rule("data.missing-values"), "d", {}).value, 0.2);
    EXPECT_EQ(policy.limit(rule("fairness.four-fifths"), "d", {}).value, 0.9);
    EXPECT_EQ(policy.level(rule("data.duplicate-rows"), "d", {}).value, Level::Error);
    EXPECT_EQ(policy.minCount(rule("fairness.base-rate-gap"), "d", {}).value, 5);
    EXPECT_EQ(policy.minCount(rule("fairness.four-fifths"), "d", {}).value, 30);
    EXPECT_EQ(policy.interval(rule("fairness.base-rate-gap"), "d", {}).value, 0.9);
    EXPECT_TRUE(policy.isOff(rule("data.constant-column"), "d", {}));
    EXPECT_EQ(policy.privacyMode->value, "aggregate");
    EXPECT_EQ(policy.minCell->value, 20);
    EXPECT_EQ(policy.failOn->value, "note");
}

TEST(Policy, RefusesWhatARuleDoesNotHave)
{
    const std::vector<std::pair<const char*, const char*>> wrong{
        {"imbalance.ratio", "KEY=VALUE"},
        {"imbalance.ratios=3", "imbalance.ratio"},
        {"imbalance.ratio.min=3", "max"},
        {"fairness.four-fifths.max=1", "min"},
        {"imbalance.ratio.maks=3", "max"},
        {"imbalance.ratio=ten", "number"},
        {"LIC-NOT-OPEN.=1", "level, enabled"},
        {"imbalance.ratio.=1", "level, max, enabled"},
        {"imbalance.ratio=inf", "number"},
        {"imbalance.ratio=nan", "number"},
        {"imbalance.ratio=-1", "below 0"},
        {"data.missing-values=20", "0.2 for 20 %"},
        {"fairness.small-group=1e300", "whole number"},
        {"fairness.small-group=2.5", "whole number"},
        {"drift.column-shift.interval=0.9", "does not judge by an interval"},
        {"imbalance.ratio.level=fatal", "none for off"},
        {"imbalance.ratio.min-count=3", "compares no groups"},
        {"fairness.base-rate-gap.interval=1", "between 0 and 1"},
        {"fairness.base-rate-gap.min-count=2.5", "whole number"},
        {"fairness.too-many-groups.level=error", "enabled: false"},
        {"data.constant-column.enabled=no", "true or false"},
        {"privacy.mode=mask", "masked"},
        {"privacy.min-cell=0", "whole number"},
        {"fail-on=warn", "warning"},
        {"fail=error", "fail"},
    };
    for (const auto& [flag, part] : wrong) {
        Policy policy;
        const auto done = setFromFlag(policy, flag);
        ASSERT_FALSE(done) << flag;
        EXPECT_EQ(done.error().code, base::ErrorCode::Usage);
        EXPECT_NE((done.error().message + " / " + done.error().hint).find(part), std::string::npos)
            << flag << ": " << done.error().message << " / " << done.error().hint;
    }
}

TEST(Policy, TheNarrowestSettingHoldsAndTheLaterOfEqualOnes)
{
    Policy policy;
    add(policy, "data.missing-values", {"", "ag*", "", ""}, "max", "0.3");
    add(policy, "data.missing-values", {"", "age", "", ""}, "max", "0.4");
    add(policy, "data.missing-values", {"loans", "", "", ""}, "max", "0.5");
    add(policy, "data.missing-values", {}, "max", "0.6");
    add(policy, "data.missing-values", {"lo*", "ag*", "", ""}, "max", "0.7");
    const auto limit = [&policy](const char* dataset, const char* column) {
        return policy.limit(rule("data.missing-values"), dataset, ofColumn(column)).value;
    };
    EXPECT_EQ(limit("loans", "age"), 0.4) << "a name over a pattern, a column over a dataset";
    EXPECT_EQ(limit("loans", "agent"), 0.7);
    EXPECT_EQ(limit("other", "agent"), 0.3);
    EXPECT_EQ(limit("loans", "sex"), 0.5);
    EXPECT_EQ(limit("other", "sex"), 0.6);
    EXPECT_EQ(policy.limit(rule("data.missing-values"), "other", {}).value, 0.6);
    EXPECT_EQ(policy.limit(rule("imbalance.ratio"), "loans", ofColumn("age")).value, 10.0);
    add(policy, "data.missing-values", {"", "age", "", ""}, "max", "0.45");
    EXPECT_EQ(limit("loans", "age"), 0.45);
    ASSERT_TRUE(setFromFlag(policy, "data.missing-values=0.9"));
    EXPECT_EQ(limit("loans", "age"), 0.9) << "a flag over everything";
}

TEST(Policy, GroupsAndSplitsHaveRowsOfTheirOwn)
{
    Policy policy;
    add(policy, "fairness.base-rate-gap", {"", "", "Other", ""}, "min-count", "5");
    add(policy, "drift.label-shift", {"", "", "", "test"}, "min-count", "7");
    add(policy, "drift.label-shift", {"", "", "", "test"}, "max", "0.3");
    const auto about = [](const char* key, const char* value) {
        return Subject{{key, base::DataText::roleValue(value, 9)}};
    };
    const Rule& gap = rule("fairness.base-rate-gap");
    EXPECT_EQ(policy.minCount(gap, "d", about("group", "Other")).value, 5);
    EXPECT_EQ(policy.minCount(gap, "d", about("group", "Same")).value, 30);
    EXPECT_EQ(policy.minCount(gap, "d", {}).value, 30);
    const Rule& shift = rule("drift.label-shift");
    EXPECT_EQ(policy.minCount(shift, "d", about("split", "test")).value, 7);
    EXPECT_EQ(policy.limit(shift, "d", about("split", "test")).value, 0.3);
    EXPECT_EQ(policy.limit(shift, "d", about("split", "dev")).value, 0.1);
    EXPECT_TRUE(isSetByGroup(gap, "min-count"));
    EXPECT_FALSE(isSetByGroup(gap, "max")) << "the limit is about all groups together";
    EXPECT_TRUE(isSetByGroup(rule("fairness.small-group"), "min"));
    EXPECT_TRUE(isSetBySplit(shift, "max"));
    EXPECT_FALSE(isSetBySplit(rule("drift.class-absent"), "max"));
    EXPECT_FALSE(isSetBySplit(gap, "min-count"));
}

TEST(Policy, RowsOfAFlagWinOverThoseOfTheFile)
{
    Policy policy;
    add(policy, "fairness.base-rate-gap", {}, "min-count", "20");
    add(policy, "fairness.base-rate-gap", {"", "race", "", ""}, "min-count", "10");
    add(policy, "imbalance.rare-class", {}, "min-count", "7");
    const Rule& gap = rule("fairness.base-rate-gap");
    EXPECT_EQ(policy.minCount(gap, "d", ofColumn("race")).value, 10);
    ASSERT_TRUE(setFromFlag(policy, "fairness.small-group.min=100"));
    EXPECT_EQ(policy.minCount(gap, "d", ofColumn("race")).value, 100);
    EXPECT_EQ(policy.minCount(gap, "d", ofColumn("race")).origin, "flag");
    EXPECT_EQ(policy.minCount(rule("imbalance.rare-class"), "d", {}).value, 7)
        << "it has a number of rows of its own";
    for (const PolicyLine& line : linesOf(policy))
        EXPECT_NE(line.key, "fairness.base-rate-gap.min-count") << "it does not hold";
    ASSERT_TRUE(setFromFlag(policy, "fairness.base-rate-gap.min-count=40"));
    EXPECT_EQ(policy.minCount(gap, "d", ofColumn("race")).value, 40) << "the nearer flag";
}

TEST(Policy, EachValueIsDecidedOnItsOwn)
{
    Policy policy;
    add(policy, "data.missing-values", {}, "level", "error");
    add(policy, "data.missing-values", {"", "age", "", ""}, "max", "0.4");
    const Subject age = ofColumn("age");
    EXPECT_EQ(policy.level(rule("data.missing-values"), "d", age).value, Level::Error);
    EXPECT_EQ(policy.limit(rule("data.missing-values"), "d", age).value, 0.4);
}

TEST(Policy, ARuleThatIsOffCanBeOnForAColumn)
{
    Policy policy;
    add(policy, "data.missing-values", {}, "enabled", "false");
    add(policy, "data.missing-values", {"", "age", "", ""}, "enabled", "true");
    EXPECT_TRUE(policy.isOff(rule("data.missing-values"), "d", ofColumn("sex")));
    EXPECT_FALSE(policy.isOff(rule("data.missing-values"), "d", ofColumn("age")));
}

TEST(Policy, TheColumnOfAFindingAboutTheLabelIsTheLabel)
{
    Policy policy;
    add(policy, "imbalance.ratio", {"", "income", "", ""}, "max", "3");
    const Subject subject{{"label", base::DataText::name("income")}};
    EXPECT_EQ(policy.limit(rule("imbalance.ratio"), "d", subject).value, 3.0);
    const Subject gap{
        {"label", base::DataText::name("income")}, {"column", base::DataText::name("sex")}};
    EXPECT_FALSE((Scope{"", "income", "", ""}).covers("d", gap));
}

TEST(Policy, AStatedDefaultStaysTheDefault)
{
    Policy policy;
    add(policy, "imbalance.ratio", {}, "max", "10");
    EXPECT_EQ(policy.limit(rule("imbalance.ratio"), "d", {}).origin, "default");
    add(policy, "imbalance.ratio", {}, "max", "11", "p.yaml:7");
    EXPECT_EQ(policy.limit(rule("imbalance.ratio"), "d", {}).origin, "p.yaml:7");
}

Finding failed(const char* id, Level level, Kind kind = Kind::Fail)
{
    Finding finding;
    finding.rule = id;
    finding.level = level;
    finding.kind = kind;
    return finding;
}

TEST(Policy, LevelsAreSetForClearFindingsAndCappedForOthers)
{
    struct Case {
        const char* wanted;
        Level audit; ///< as the audit gave it; the rule's own is Error
        Level expected;
    };
    for (const Case& each :
        {Case{"error", Level::Error, Level::Error}, Case{"error", Level::Warning, Level::Warning},
            Case{"warning", Level::Error, Level::Warning},
            Case{"warning", Level::Warning, Level::Warning},
            Case{"note", Level::Error, Level::Note}, Case{"note", Level::Warning, Level::Note}}) {
        Policy policy;
        add(policy, "fairness.base-rate-gap", {}, "level", each.wanted);
        Finding finding = failed("fairness.base-rate-gap", each.audit);
        policy.apply(finding, "d");
        EXPECT_EQ(finding.level, each.expected) << each.wanted;
    }
    Policy louder;
    add(louder, "data.duplicate-rows", {}, "level", "error");
    Finding clear = failed("data.duplicate-rows", Level::Warning);
    Finding below = failed("data.duplicate-rows", Level::Note);
    Finding open = failed("data.duplicate-rows", Level::None, Kind::Open);
    for (Finding* finding : {&clear, &below, &open})
        louder.apply(*finding, "d");
    EXPECT_EQ(clear.level, Level::Error);
    EXPECT_EQ(below.level, Level::Note);
    EXPECT_EQ(open.level, Level::None);
}

TEST(PolicyLines, ShowPartsAfterTheWholeAndLeaveOutWhatAFlagOverrules)
{
    Policy policy;
    add(policy, "imbalance.ratio", {"loans", "", "", ""}, "max", "3", "p.yaml:4");
    add(policy, "imbalance.ratio", {}, "max", "20", "p.yaml:2");
    const auto linesOfRatio = [&policy] {
        std::vector<PolicyLine> lines = linesOf(policy);
        std::erase_if(
            lines, [](const PolicyLine& line) { return line.key != "imbalance.ratio.max"; });
        return lines;
    };
    ASSERT_EQ(linesOfRatio().size(), 2U);
    EXPECT_EQ(valueText(linesOfRatio()[0]), "20");
    EXPECT_EQ(linesOfRatio()[0].origin, "p.yaml:2");
    EXPECT_FALSE(linesOfRatio()[0].isDefault);
    EXPECT_EQ(valueText(linesOfRatio()[1]), "3");
    EXPECT_EQ(linesOfRatio()[1].scope.dataset, "loans");
    ASSERT_TRUE(setFromFlag(policy, "imbalance.ratio=7"));
    ASSERT_EQ(linesOfRatio().size(), 1U);
    EXPECT_EQ(linesOfRatio()[0].origin, "flag");
}

TEST(PolicyLines, EveryKeyCanBeSetToItsValue)
{
    for (const PolicyLine& line : linesOf({})) {
        Policy policy;
        const auto done = setFromFlag(policy, line.key + "=" + valueText(line));
        EXPECT_TRUE(done) << line.key;
    }
}

} // namespace
} // namespace cupel::findings
