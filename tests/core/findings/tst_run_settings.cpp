#include "core/findings/run_settings.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "core/findings/policy_lines.h"
#include "core/findings/policy_reader.h"
#include "core/findings/rule_registry.h"

namespace cupel::findings {
namespace {

Policy policyOf(const std::string& text)
{
    PolicyReading reading = parsePolicy(text, "policy.yaml");
    EXPECT_TRUE(reading.problems.empty());
    return std::move(reading.policy);
}

RunSetting settingOf(const Policy& policy, const std::string& key)
{
    const std::vector<RunSetting> all = runSettings(policy);
    const auto found = std::find_if(
        all.begin(), all.end(), [&key](const RunSetting& one) { return one.key == key; });
    EXPECT_NE(found, all.end()) << key;
    return found == all.end() ? RunSetting() : *found;
}

constexpr const char* kPolicy = "version: 1\n"
                                "rules:\n"
                                "  imbalance.ratio: {level: note, max: 20}\n"
                                "  fairness.base-rate-gap:\n"
                                "    for:\n"
                                "      - {column: race, max: 0.2, min-count: 100}\n";

TEST(RunSettings, EachKeyIsOneThatAFlagTakes)
{
    for (const RunSetting& setting : runSettings({})) {
        const auto flag = checkFlag({setting.key, setting.usual});
        ASSERT_TRUE(flag) << setting.key << " " << setting.usual;
        EXPECT_EQ(flag->value, setting.usual) << setting.key;
        EXPECT_EQ(setting.value, setting.usual) << setting.key;
        EXPECT_FALSE(setting.isFlag);
        EXPECT_FALSE(setting.title.empty() || setting.name.empty() || setting.meaning.empty());
        for (const std::string& choice : setting.choices)
            EXPECT_TRUE(checkFlag({setting.key, choice})) << setting.key << " " << choice;
        Policy policy;
        EXPECT_TRUE(setFromFlag(policy, setting.key + "=" + setting.usual)) << setting.key;
    }
}

TEST(RunSettings, SayWhatHoldsWithoutAndWithFlags)
{
    const auto policy = withFlags(policyOf(kPolicy),
        {{"imbalance.ratio.max", "30"}, {"fairness.base-rate-gap.max", "0.3"},
            {"fail-on", "note"}});
    ASSERT_TRUE(policy);
    const RunSetting ratio = settingOf(*policy, "imbalance.ratio.max");
    EXPECT_EQ(ratio.usual, "20");
    EXPECT_EQ(ratio.origin, "policy.yaml:3");
    EXPECT_EQ(ratio.value, "30");
    EXPECT_TRUE(ratio.isFlag);
    EXPECT_EQ(ratio.unit, "ratio");
    EXPECT_EQ(ratio.name, "upper limit");
    const RunSetting gap = settingOf(*policy, "fairness.base-rate-gap.max");
    EXPECT_EQ(gap.origin, "default");
    EXPECT_EQ(gap.parts, 1u);
    EXPECT_EQ(settingOf(*policy, "imbalance.ratio.level").value, "note");
    EXPECT_EQ(flagTexts(*policy),
        (std::vector<std::string>{"fairness.base-rate-gap.max 0.3 in the place of " + gap.usual,
            "imbalance.ratio.max 30 in the place of 20"}));
}

/// No dialog of limits takes a line of the policy away.
TEST(RunSettings, AreThoseOfRulesAlone)
{
    for (const RunSetting& setting : runSettings({}))
        EXPECT_TRUE(findRule(setting.rule)) << setting.key;
}

TEST(RunSettings, RowsThatAGroupNeedsFollowTheRuleOfSmallGroups)
{
    const std::string key = "fairness.base-rate-gap.min-count";
    EXPECT_EQ(settingOf({}, key).usual, "30");
    const auto policy = withFlags({}, {{"fairness.small-group.min", "50"}});
    ASSERT_TRUE(policy);
    const RunSetting setting = settingOf(*policy, key);
    EXPECT_EQ(setting.usual, "30");
    EXPECT_EQ(setting.value, "50");
    EXPECT_FALSE(setting.isFlag);
}

TEST(RunSettings, FlagsTakeThePlaceOfFlags)
{
    const Policy file = policyOf(kPolicy);
    const auto first = withFlags(file, {{"imbalance.ratio.max", "30"}, {"privacy.mode", "full"}});
    ASSERT_TRUE(first);
    EXPECT_EQ(flagsOf(*first),
        (std::vector<FlagSetting>{{"imbalance.ratio.max", "30"}, {"privacy.mode", "full"}}));
    const auto second = withFlags(*first, {{"imbalance.ratio.level", "error"}});
    ASSERT_TRUE(second);
    EXPECT_EQ(flagsOf(*second), (std::vector<FlagSetting>{{"imbalance.ratio.level", "error"}}));
    EXPECT_EQ(second->limit(*findRule("imbalance.ratio"), "d", {}).value, 20.0);
    EXPECT_FALSE(second->privacyMode);
    const Policy none = withoutFlags(*second);
    EXPECT_TRUE(flagsOf(none).empty());
    EXPECT_EQ(none.rules.size(), file.rules.size());
    EXPECT_EQ(none.file, "policy.yaml");
}

TEST(RunSettings, FlagsAreCheckedInWords)
{
    EXPECT_EQ(checkFlag({"imbalance.ratio.max", "2e1"})->value, "20");
    for (const FlagSetting& flag :
        std::vector<FlagSetting>{{"imbalance.ratio.max", "-1"}, {"imbalance.ratio.max", "0,5"},
            {"imbalance.ratio.max", ""}, {"imbalance.ratio.min", "1"},
            {"data.duplicate-rows.max", "1.5"}, {"imbalance.ratio.level", "loud"},
            {"fairness.small-group.min", "2.5"}, {"imbalance.ratio", "20"},
            {"no-such-rule.max", "1"}, {"privacy.min-cell", "0"}, {"", "1"}}) {
        const auto checked = checkFlag(flag);
        ASSERT_FALSE(checked) << flag.key << "=" << flag.value;
        EXPECT_EQ(checked.error().code, base::ErrorCode::Usage);
        EXPECT_FALSE(checked.error().message.empty() || checked.error().hint.empty());
        EXPECT_EQ(checked.error().hint.find("--set"), std::string::npos);
        EXPECT_FALSE(withFlags({}, {flag}));
    }
}

} // namespace
} // namespace cupel::findings
