#include "core/reports/baseline.h"

#include "core/reports/json_report.h"
#include "core/reports/report.h"
#include "tests/core/reports/support/small_report.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace cupel::reports {
namespace {

using findings::BaselineState;
using findings::Kind;
using findings::Level;
using Entry = Baseline::Entry;

Entry measured(double value, const char* op = "<=")
{
    Entry entry;
    entry.id = "f-0000000000000001";
    entry.rule = "imbalance.ratio";
    entry.dataset = "people";
    entry.audit = "class-imbalance";
    entry.measure = "ratio";
    entry.value = value;
    entry.op = op;
    return entry;
}

Entry withInterval(double value, double low, double high, const char* op = "<=")
{
    Entry entry = measured(value, op);
    entry.interval = {low, high};
    return entry;
}

TEST(Baseline, AValueInsideTheOldIntervalIsUnchanged)
{
    const Entry old = withInterval(0.3, 0.2, 0.4);
    EXPECT_EQ(stateOf(old, measured(0.3)), BaselineState::Unchanged);
    EXPECT_EQ(stateOf(old, measured(0.4)), BaselineState::Unchanged);
    EXPECT_EQ(stateOf(old, measured(0.2)), BaselineState::Unchanged);
    EXPECT_EQ(stateOf(old, measured(0.41)), BaselineState::Worse);
    EXPECT_EQ(stateOf(old, measured(0.19)), BaselineState::Better);
}

TEST(Baseline, WithoutAnIntervalOnlyTheSameValueIsUnchanged)
{
    EXPECT_EQ(stateOf(measured(3), measured(3)), BaselineState::Unchanged);
    EXPECT_EQ(stateOf(measured(3), measured(3.001)), BaselineState::Worse);
    EXPECT_EQ(stateOf(measured(3), measured(2.999)), BaselineState::Better);
}

TEST(Baseline, TheLimitSaysWhichDirectionIsWorse)
{
    EXPECT_EQ(stateOf(measured(0.7, ">="), measured(0.6, ">=")), BaselineState::Worse);
    EXPECT_EQ(stateOf(measured(0.7, ">="), measured(0.75, ">=")), BaselineState::Better);
    EXPECT_EQ(stateOf(measured(1, ">"), measured(0, ">")), BaselineState::Worse);
    EXPECT_EQ(stateOf(measured(1, "<"), measured(0, "<")), BaselineState::Better);
    EXPECT_EQ(stateOf(measured(1, "="), measured(0, "=")), BaselineState::Worse);
}

TEST(Baseline, TheLevelDecidesWhereFiguresCannot)
{
    const auto at = [](Level level) {
        Entry entry = measured(0);
        entry.value.reset();
        entry.level = level;
        return entry;
    };
    EXPECT_EQ(stateOf(at(Level::Note), at(Level::Warning)), BaselineState::Worse);
    EXPECT_EQ(stateOf(at(Level::Error), at(Level::Warning)), BaselineState::Better);
    EXPECT_EQ(stateOf(at(Level::Error), at(Level::Error)), BaselineState::Unchanged);
    Entry renamed = measured(99);
    renamed.measure = "another ratio";
    EXPECT_EQ(stateOf(measured(3), renamed), BaselineState::Unchanged);
}

TEST(Baseline, KindsAndWaiversComeBeforeFigures)
{
    Entry open = measured(3);
    open.kind = Kind::Open;
    Entry waived = measured(3);
    waived.isWaived = true;
    EXPECT_EQ(stateOf(open, measured(3)), BaselineState::Worse);
    EXPECT_EQ(stateOf(measured(3), open), BaselineState::Better);
    EXPECT_EQ(stateOf(open, open), BaselineState::Unchanged);
    EXPECT_EQ(stateOf(waived, measured(3)), BaselineState::Worse) << "nobody accepts it any more";
    EXPECT_EQ(stateOf(measured(3), waived), BaselineState::Unchanged);
    EXPECT_EQ(stateOf(waived, waived), BaselineState::Unchanged);
    Entry review = measured(3);
    review.kind = Kind::Review;
    Entry decided = review;
    decided.isWaived = true;
    EXPECT_EQ(stateOf(decided, review), BaselineState::Worse) << "the decision has ended";
    EXPECT_EQ(stateOf(open, review), BaselineState::Worse) << "there is something to decide";
    EXPECT_EQ(stateOf(review, review), BaselineState::Unchanged);
    EXPECT_EQ(stateOf(review, decided), BaselineState::Unchanged);
    EXPECT_EQ(stateOf(measured(3), review), BaselineState::Better);
}

TEST(Baseline, ATextIsUnchangedOrWorse)
{
    Entry mit = measured(0);
    mit.value.reset();
    mit.text = "MIT";
    Entry other = mit;
    other.text = "Apache-2.0";
    EXPECT_EQ(stateOf(mit, mit), BaselineState::Unchanged);
    EXPECT_EQ(stateOf(mit, other), BaselineState::Worse);
}

class Comparison : public testing::Test {
protected:
    Comparison()
    {
        old.file = "old.json";
        old.datasets = now.datasets = {"people"};
        old.completed = now.completed = {{"people", "class-imbalance"}};
        old.coverage["people"] = {{{"label", "income"}}, {"income", "age", "sex"}, {"all"}, {}};
        now.coverage = old.coverage;
        old.findings.push_back(measured(3));
    }
    /// The old finding is one of this rule, whose audit ran both times.
    void isOf(const char* audit, const char* rule, std::map<std::string, std::string> subject)
    {
        old.findings[0].audit = audit;
        old.findings[0].rule = rule;
        old.findings[0].subject = std::move(subject);
        old.completed = now.completed = {{"people", audit}};
    }
    Baseline old;
    Baseline now;
};

TEST_F(Comparison, NewAndFixed)
{
    Entry other = measured(5);
    other.id = "f-0000000000000002";
    now.findings = {other};
    const BaselineDiff diff = compare(old, now);
    EXPECT_EQ(diff.states.at("f-0000000000000002"), BaselineState::New);
    ASSERT_EQ(diff.fixed.size(), 1U);
    EXPECT_EQ(diff.fixed[0].id, "f-0000000000000001");
    EXPECT_TRUE(diff.notChecked.empty());
    EXPECT_EQ(summaryOf(diff), "1 new, 1 fixed since the baseline");
    EXPECT_EQ(summaryOf(compare(old, old)), "nothing changed since the baseline");
}

TEST_F(Comparison, WhatNobodyLookedForIsNotFixed)
{
    Baseline notRun = now;
    notRun.completed.clear();
    Baseline off = now;
    off.rulesOff = {"imbalance.ratio"};
    for (const Baseline& each : {notRun, off}) {
        const BaselineDiff diff = compare(old, each);
        EXPECT_TRUE(diff.fixed.empty());
        EXPECT_EQ(diff.notChecked.size(), 1U);
        EXPECT_EQ(summaryOf(diff), "1 not checked again since the baseline");
    }
}

/// How many findings are fixed, and how many were not checked again.
std::pair<std::size_t, std::size_t> counted(const BaselineDiff& diff)
{
    return {diff.fixed.size(), diff.notChecked.size()};
}
constexpr std::pair<std::size_t, std::size_t> kFixed{1, 0};
constexpr std::pair<std::size_t, std::size_t> kNotChecked{0, 1};

TEST_F(Comparison, WhatAnAuditWasNotAskedAgainIsNotFixed)
{
    EXPECT_EQ(counted(compare(old, now)), kFixed);
    for (const auto& [key, text] : std::map<std::string, std::string>{{"label", "sex"},
             {"weight", "age"}, {"classes", "3:yes"}, {"where", "age > 3"}, {"delimiter", ";"},
             {"missing:*", "1:?"}, {"missing:income", "1:?"}, {"type:income", "text"}}) {
        Baseline other = now;
        other.coverage["people"].asked[key] = text;
        EXPECT_EQ(counted(compare(old, other)), kNotChecked) << key;
        EXPECT_EQ(counted(compare(other, other)), std::pair(std::size_t{0}, std::size_t{0}));
        Baseline before = old;
        before.coverage = other.coverage;
        EXPECT_EQ(counted(compare(before, other)), kFixed) << "asked so twice: " << key;
        EXPECT_EQ(counted(compare(before, now)), kNotChecked) << "no longer asked: " << key;
    }
    for (const char* const irrelevant :
        {"group:sex", "prediction", "missing:age", "use:research"}) {
        Baseline other = now;
        other.coverage["people"].asked[irrelevant] = "values";
        EXPECT_EQ(counted(compare(old, other)), kFixed) << irrelevant;
    }
}

TEST_F(Comparison, AGroupColumnIsAskedOnItsOwn)
{
    isOf("group-gaps", "fairness.base-rate-gap",
        {{"label", "income"}, {"favourable", "yes"}, {"column", "sex"}});
    Asked& before = old.coverage["people"].asked;
    before["group:sex"] = "values";
    before["favourable"] = "yes";
    before["reference:sex"] = "Male";
    before["group:age"] = "bins 0, 40";
    before["intersection:sex,age"] = "sex values, age bins 0, 40";
    now.coverage = old.coverage;
    Asked& after = now.coverage["people"].asked;
    EXPECT_EQ(counted(compare(old, now)), kFixed);
    after.erase("group:age");
    EXPECT_EQ(counted(compare(old, now)), kFixed) << "of another column";
    for (const char* const key : {"group:sex", "favourable", "reference:sex"}) {
        after = before;
        after[key] = "other";
        EXPECT_EQ(counted(compare(old, now)), kNotChecked) << key;
        after.erase(key);
        EXPECT_EQ(counted(compare(old, now)), kNotChecked) << key;
    }
    after = before;
    old.findings[0].subject["column"] = "sex,age";
    EXPECT_EQ(counted(compare(old, now)), kFixed);
    after["intersection:sex,age"] = "sex values, age bins 0, 50";
    EXPECT_EQ(counted(compare(old, now)), kNotChecked);

    old.findings[0].subject["column"] = "sex";
    after = before;
    Entry tooMany = measured(400);
    tooMany.id = "f-0000000000000002";
    tooMany.rule = kTooManyGroupsRule;
    tooMany.subject = {{"column", "sex"}};
    now.findings = {tooMany};
    EXPECT_EQ(counted(compare(old, now)), kNotChecked) << "left out of the comparison";
}

TEST_F(Comparison, WhatIsGoneFromTheFileWasNotChecked)
{
    isOf("column-profile", "data.constant-column", {{"column", "sex"}});
    EXPECT_EQ(counted(compare(old, now)), kFixed);
    now.coverage["people"].columns.erase("sex");
    EXPECT_EQ(counted(compare(old, now)), kNotChecked);
    now.coverage = old.coverage;
    old.findings[0].subject["split"] = "test";
    EXPECT_EQ(counted(compare(old, now)), kNotChecked);
    now.coverage["people"].splits.insert("test");
    EXPECT_EQ(counted(compare(old, now)), kFixed);
}

TEST_F(Comparison, ReadingAnotherWayFixesWhatItIsTheRemedyOf)
{
    isOf("column-profile", "data.likely-missing-token", {{"column", "sex"}});
    now.coverage["people"].asked["missing:sex"] = "1:?";
    EXPECT_EQ(counted(compare(old, now)), kFixed);
    old.findings[0].rule = "data.missing-values";
    EXPECT_EQ(counted(compare(old, now)), kNotChecked);
}

TEST_F(Comparison, OtherLimitsAreNotTheSameCheck)
{
    Baseline looser = now;
    addSetting({{"key", "imbalance.ratio.max"}, {"for", nullptr}, {"value", 99.0}}, looser);
    EXPECT_EQ(counted(compare(old, looser)), kNotChecked);
    Baseline before = old;
    addSetting({{"key", "imbalance.ratio.max"}, {"for", nullptr}, {"value", 99}}, before);
    EXPECT_EQ(counted(compare(before, looser)), kFixed);
    Baseline louder = now;
    addSetting({{"key", "imbalance.ratio.level"}, {"for", nullptr}, {"value", "error"}}, louder);
    addSetting({{"key", "imbalance.rare-class.min"}, {"for", nullptr}, {"value", 0.2}}, louder);
    EXPECT_EQ(counted(compare(old, louder)), kFixed);
}

TEST_F(Comparison, WhatAReportHidesOrDoesNotSayIsNotKnownToBeTheSame)
{
    old.coverage["people"].asked["where"] = now.coverage["people"].asked["where"] = "<hidden>";
    EXPECT_EQ(counted(compare(old, now)), kNotChecked);
    old.coverage.clear();
    EXPECT_EQ(counted(compare(old, now)), kNotChecked);
}

TEST_F(Comparison, UsesAndCardsAreAskedToo)
{
    isOf("license-terms", "license.use-unsettled", {{"use", "research"}});
    old.coverage["people"].asked["use:research"] = "stated";
    EXPECT_EQ(counted(compare(old, now)), kNotChecked);
    now.coverage = old.coverage;
    now.coverage["people"].asked["where"] = "age > 3";
    EXPECT_EQ(counted(compare(old, now)), kFixed) << "documents have no rows";
    now.coverage["people"].asked["card"] = "other.md";
    EXPECT_EQ(counted(compare(old, now)), kNotChecked);
}

TEST_F(Comparison, MessagesStayAsPrivateAsTheRun)
{
    old.findings[0].message = "SECRET-1";
    BaselineDiff diff = compare(old, now);
    hideMessages(diff, Privacy::Masked, Privacy::Masked);
    EXPECT_EQ(diff.fixed[0].message, "SECRET-1");
    hideMessages(diff, Privacy::Full, Privacy::Masked);
    EXPECT_EQ(diff.fixed[0].message, "The largest class outweighs the smallest");
    diff = compare(old, now);
    hideMessages(diff, {Privacy::Masked, 1}, {Privacy::Masked, 5});
    EXPECT_EQ(diff.fixed[0].message, "The largest class outweighs the smallest")
        << "values that fewer rows hold than the run may show";
}

TEST_F(Comparison, WhatWasSaidAboutThePolicyIsCheckedWithIt)
{
    old.findings[0].audit = "policy";
    now.completed.clear();
    EXPECT_EQ(compare(old, now).fixed.size(), 1U);
}

TEST_F(Comparison, HiddenTextsAreNotCompared)
{
    Entry text = measured(0);
    text.value.reset();
    text.text = "MIT";
    old.findings = now.findings = {text};
    now.findings[0].text = "<hidden>";
    now.privacy = Privacy::Aggregate;
    EXPECT_EQ(compare(old, now).states.begin()->second, BaselineState::Unchanged);
    now.privacy = old.privacy;
    EXPECT_EQ(compare(old, now).states.begin()->second, BaselineState::Worse);
}

TEST_F(Comparison, OtherDatasetsAreRefused)
{
    EXPECT_TRUE(checkDatasets(old, {"people"}));
    for (const std::set<std::string>& names :
        {std::set<std::string>{}, {"loans"}, {"loans", "people"}}) {
        const auto same = checkDatasets(old, names);
        ASSERT_FALSE(same);
        EXPECT_EQ(same.error().code, base::ErrorCode::Usage);
        EXPECT_NE(same.error().message.find("people"), std::string::npos);
    }
}

// A run compared with its own written report: every finding has the same measure in both.
TEST(Baseline, WhatIsWrittenIsReadBack)
{
    Report report = test::smallReport();
    ASSERT_TRUE(findings::setFromFlag(report.policy, "data.duplicate-rows.level=none"));
    ASSERT_TRUE(findings::setFromFlag(report.policy, "imbalance.ratio.max=20"));
    report.datasets[0].whereText = "age > 3";
    for (const Privacy privacy : {Privacy::Full, Privacy::Masked, Privacy::Aggregate}) {
        report.privacy = privacy;
        const auto stored = readBaseline(jsonReport(report), "folder/r.json");
        ASSERT_TRUE(stored) << stored.error().message;
        const Baseline own = baselineOf(report);
        EXPECT_EQ(stored->file, "r.json");
        EXPECT_EQ(stored->privacy.mode, privacy);
        EXPECT_EQ(stored->datasets, own.datasets);
        EXPECT_EQ(stored->completed, own.completed);
        EXPECT_EQ(stored->rulesOff, std::set<std::string>{"data.duplicate-rows"});
        EXPECT_EQ(stored->rulesOff, own.rulesOff);
        EXPECT_EQ(stored->settings.at("imbalance.ratio").size(), 1U);
        EXPECT_EQ(stored->settings, own.settings);
        EXPECT_EQ(stored->coverage.at("people").asked, own.coverage.at("people").asked);
        EXPECT_EQ(stored->coverage.at("people").columns, own.coverage.at("people").columns);
        EXPECT_EQ(stored->coverage.at("people").splits, own.coverage.at("people").splits);
        ASSERT_EQ(stored->findings.size(), own.findings.size());
        for (std::size_t i = 0; i < own.findings.size(); ++i) {
            const Entry& a = stored->findings[i];
            const Entry& b = own.findings[i];
            EXPECT_EQ(a.id, b.id);
            EXPECT_EQ(a.audit, b.audit);
            EXPECT_EQ(a.kind, b.kind);
            EXPECT_EQ(a.level, b.level);
            EXPECT_EQ(a.measure, b.measure);
            EXPECT_EQ(a.value, b.value);
            EXPECT_EQ(a.interval, b.interval);
            EXPECT_EQ(a.op, b.op);
            EXPECT_EQ(a.subject.at("dataset"), report.datasets[0].name);
            for (const auto& [key, text] : b.subject)
                EXPECT_EQ(a.subject.at(key), text);
        }
    }
}

TEST(Baseline, RefusesWhatIsNoReport)
{
    const nlohmann::json good = nlohmann::json::parse(jsonReport(test::smallReport()));
    nlohmann::json major = good;
    major["schemaVersion"] = "2.0.0";
    nlohmann::json level = good;
    level["findings"][0]["level"] = "fatal";
    nlohmann::json cut = good;
    cut["findings"][0].erase("id");
    nlohmann::json id = good;
    id["findings"][0]["id"] = "f-<script>";
    nlohmann::json dataset = good;
    dataset["findings"][0]["subject"]["dataset"] = "loans";
    nlohmann::json privacy = good;
    privacy["run"]["privacy"] = 3;
    nlohmann::json noList = good;
    noList["findings"] = nlohmann::json::object();
    nlohmann::json noChanges = good;
    noChanges["run"]["changes"] = nlohmann::json::object();
    nlohmann::json noAudits = good;
    noAudits["datasets"][0]["audits"] = nlohmann::json::object();
    for (const std::string& bad :
        {std::string(), std::string("[]"), std::string("{}"), major.dump(), level.dump(),
            cut.dump(), id.dump(), dataset.dump(), privacy.dump(), noList.dump(), noChanges.dump(),
            noAudits.dump(), std::string(100'000, '['), good.dump().substr(0, 500)}) {
        const auto baseline = readBaseline(bad, "r.json");
        ASSERT_FALSE(baseline);
        EXPECT_EQ(baseline.error().code, base::ErrorCode::Usage);
        EXPECT_NE(baseline.error().message.find("r.json"), std::string::npos);
    }
}

TEST(Baseline, BrokenJsonIsNamedWithItsPlace)
{
    const auto baseline = readBaseline("{\n  \"schema\": \"cupel.report\",\n  x\n", "r.json");
    ASSERT_FALSE(baseline);
    EXPECT_EQ(baseline.error().where.line, 3U);
    EXPECT_EQ(baseline.error().where.column, 3U);
}

} // namespace
} // namespace cupel::reports
