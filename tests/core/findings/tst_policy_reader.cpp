#include "core/findings/policy_reader.h"

#include "core/findings/policy_lines.h"
#include "core/findings/rule_registry.h"

#include <gtest/gtest.h>

namespace cupel::findings {
namespace {

const char* const kYaml = R"(version: 1
fail-on: warning
privacy: {mode: aggregate, min-cell: 20}
datasets:
  - match: "data/**/*.csv"
    label: income
    favourable: ">50K"
    groups: [sex, {column: age, bins: [0, 25, 40.5]}]
    reference: {sex: Male}
    intersections: [[sex, age]]
    weight: fnlwgt
    time: year
    use: [commercial]
rules:
  imbalance.ratio: {level: error, max: 20}
  fairness.base-rate-gap:
    level: warning
    max: 0.2
    min-count: 50
    interval: 0.9
    for:
      - column: age
        max: 0.3
      - {dataset: "lo*", column: sex, enabled: false}
  data.constant-column: {level: none}
waivers:
  - rule: imbalance.ratio
    subject: {dataset: adult, column: native-country}
    reason: documented in section 4 of the card
    owner: steward@example.org
    until: 2027-03-31
)";

const char* const kJson = R"({
"version": 1,
"fail-on": "warning",
"privacy": {"mode": "aggregate", "min-cell": 20},
"datasets": [
  {"match": "data/**/*.csv", "label": "income", "favourable": ">50K",
   "groups": ["sex", {"column": "age", "bins": [0, 25, 40.5]}], "reference": {"sex": "Male"},
   "intersections": [["sex", "age"]], "weight": "fnlwgt", "time": "year", "use": ["commercial"]}],
"rules": {
  "imbalance.ratio": {"level": "error", "max": 20},
  "fairness.base-rate-gap": {"level": "warning", "max": 0.2, "min-count": 50, "interval": 0.9,
    "for": [{"column": "age", "max": 0.3}, {"dataset": "lo*", "column": "sex", "enabled": false}]},
  "data.constant-column": {"level": "none"}},
"waivers": [
  {"rule": "imbalance.ratio", "subject": {"dataset": "adult", "column": "native-country"},
   "reason": "documented in section 4 of the card", "owner": "steward@example.org",
   "until": "2027-03-31"}]
})";

Policy parsed(const char* text, const char* path)
{
    PolicyReading reading = parsePolicy(text, path);
    for (const base::Error& problem : reading.problems)
        ADD_FAILURE() << problem.where.line << ":" << problem.where.column << " " << problem.message
                      << " / " << problem.hint;
    return std::move(reading.policy);
}

TEST(PolicyReader, readsEveryPart)
{
    const Policy policy = parsed(kYaml, "conf/policy.yaml");
    EXPECT_EQ(policy.file, "policy.yaml");
    EXPECT_EQ(policy.hash.size(), std::string("xxh3-128:").size() + 32);
    const Rule& ratio = *findRule("imbalance.ratio");
    const Rule& gap = *findRule("fairness.base-rate-gap");
    const auto column = [](const char* name) {
        return Subject{{"column", base::DataText::name(name)}};
    };
    EXPECT_EQ(policy.limit(ratio, "d", {}).value, 20.0);
    EXPECT_EQ(policy.limit(ratio, "d", {}).origin, "policy.yaml:15");
    EXPECT_EQ(policy.level(ratio, "d", {}).value, Level::Error);
    EXPECT_EQ(policy.limit(gap, "d", column("sex")).value, 0.2);
    EXPECT_EQ(policy.limit(gap, "d", column("sex")).origin, "policy.yaml:18");
    EXPECT_EQ(policy.limit(gap, "d", column("age")).value, 0.3);
    EXPECT_EQ(policy.minCount(gap, "d", {}).value, 50);
    EXPECT_EQ(policy.interval(gap, "d", {}).value, 0.9);
    EXPECT_TRUE(policy.isOff(gap, "loans", column("sex")));
    EXPECT_FALSE(policy.isOff(gap, "adult", column("sex")));
    EXPECT_TRUE(policy.isOff(*findRule("data.constant-column"), "d", {}));
    EXPECT_EQ(policy.privacyMode->value, "aggregate");
    EXPECT_EQ(policy.minCell->value, 20);
    EXPECT_EQ(policy.failOn->value, "warning");
    EXPECT_EQ(policy.failOn->origin, "policy.yaml:2");

    const DatasetSelector* selector = policy.datasetFor("data/a/x.csv");
    ASSERT_NE(selector, nullptr);
    EXPECT_EQ(policy.datasetFor("x.csv"), nullptr);
    EXPECT_EQ(selector->label, "income");
    EXPECT_EQ(selector->favourable, ">50K");
    ASSERT_EQ(selector->groups.size(), 2U);
    EXPECT_EQ(selector->groups[0].reference, "Male");
    EXPECT_EQ(selector->groups[1].bins, (std::vector<double>{0.0, 25.0, 40.5}));
    EXPECT_EQ(selector->intersections[0], (std::vector<std::string>{"sex", "age"}));
    EXPECT_EQ(selector->columns.at("weight"), "fnlwgt");
    EXPECT_EQ(selector->columns.at("time"), "year");
    EXPECT_EQ(selector->use, std::vector<std::string>{"commercial"});

    ASSERT_EQ(policy.waivers.size(), 1U);
    EXPECT_EQ(policy.waivers[0].owner, "steward@example.org");
    EXPECT_EQ(base::formatDay(policy.waivers[0].until), "2027-03-31");
    EXPECT_EQ(policy.waivers[0].subjectText(), "dataset = adult, column = native-country");
    EXPECT_EQ(policy.waivers[0].origin, "policy.yaml:27");
}

/// Everything of a policy but its places, name and hash.
std::string written(const Policy& policy)
{
    std::string text;
    for (const PolicyLine& line : linesOf(policy))
        text += line.key + "=" + valueText(line) + "|" + line.scope.dataset + "|"
            + line.scope.column + "|" + line.scope.group + "\n";
    for (const DatasetSelector& one : policy.datasets) {
        text += one.match + "|" + one.label + "|" + one.favourable.value_or("-") + "|"
            + one.positive.value_or("-");
        for (const auto& group : one.groups) {
            text += "|" + group.column + ":" + group.reference.value_or("-");
            for (const double edge : group.bins)
                text += "," + std::to_string(edge);
        }
        for (const auto& pair : one.intersections)
            text += "|" + pair.at(0) + "x" + pair.at(1);
        for (const auto& [role, column] : one.columns)
            text += "|" + role + "=" + column;
        for (const std::string& use : one.use)
            text += "|" + use;
        text += "\n";
    }
    for (const Waiver& waiver : policy.waivers)
        text += waiver.rule + "|" + waiver.subjectText() + "|" + waiver.reason + "|" + waiver.owner
            + "|" + base::formatDay(waiver.until) + "\n";
    return text;
}

TEST(PolicyReader, yamlAndJsonGiveOnePolicy)
{
    const std::string yaml = written(parsed(kYaml, "policy.yaml"));
    EXPECT_EQ(yaml, written(parsed(kJson, "policy.json")));
    EXPECT_NE(yaml, written(Policy()));
}

TEST(PolicyReader, theTemplateStatesEveryDefault)
{
    const Policy policy = parsed(policyTemplate().c_str(), "policy.yaml");
    EXPECT_EQ(policy.rules.size(), rules().size());
    for (const PolicyLine& line : linesOf(policy))
        EXPECT_TRUE(line.isDefault) << line.key;
    for (const Rule& rule : rules())
        EXPECT_EQ(policy.limit(rule, "d", {}).origin, "default") << rule.id;
}

/// What must be said about a wrong policy, and where.
struct Wrong {
    const char* name;
    const char* text;
    std::uint64_t line;
    std::uint64_t column;
    const char* says; ///< in the message or the hint
};

class WrongPolicy : public testing::TestWithParam<Wrong> { };

TEST_P(WrongPolicy, namesThePlaceAndTheNearestName)
{
    const Wrong& wrong = GetParam();
    const PolicyReading reading = parsePolicy(wrong.text, "p.yaml");
    ASSERT_FALSE(reading.problems.empty());
    const base::Error& problem = reading.problems.front();
    EXPECT_EQ(problem.code, base::ErrorCode::Usage);
    EXPECT_EQ(problem.where.file, "p.yaml");
    EXPECT_EQ(problem.where.line, wrong.line) << problem.message;
    EXPECT_EQ(problem.where.column, wrong.column) << problem.message;
    EXPECT_NE((problem.message + " / " + problem.hint).find(wrong.says), std::string::npos)
        << problem.message << " / " << problem.hint;
}

INSTANTIATE_TEST_SUITE_P(PolicyReader, WrongPolicy,
    testing::Values(Wrong{"topKey", "version: 1\nrule: {}\n", 2, 1, "'rules'"},
        Wrong{"noVersion", "rules: {}\n", 1, 1, "version: 1"},
        Wrong{"otherVersion", "version: 2\n", 1, 10, "version 1"},
        Wrong{"noMap", "- a\n", 1, 1, "a map, not a list"},
        Wrong{"ruleId", "version: 1\nrules:\n  imbalance.ration: {max: 3}\n", 3, 3,
            "'imbalance.ratio'"},
        Wrong{"setting", "version: 1\nrules:\n  imbalance.ratio: {maximum: 3, max: 4}\n", 3, 21,
            "known are level"},
        Wrong{"settingNear", "version: 1\nrules:\n  imbalance.ratio: {lvel: note}\n", 3, 21,
            "'level'"},
        Wrong{"direction", "version: 1\nrules:\n  imbalance.ratio: {min: 3}\n", 3, 26, "max"},
        Wrong{"quoted", "version: 1\nrules:\n  imbalance.ratio: {max: \"3\"}\n", 3, 26,
            "without quotes"},
        Wrong{"level", "version: 1\nrules:\n  imbalance.ratio: {level: fatal}\n", 3, 28, "none"},
        Wrong{"enabled", "version: 1\nrules:\n  imbalance.ratio: {enabled: no}\n", 3, 30,
            "true or false"},
        Wrong{"ruleScalar", "version: 1\nrules:\n  imbalance.ratio: 3\n", 3, 20, "a map"},
        Wrong{"notOfGroups", "version: 1\nrules:\n  imbalance.ratio: {min-count: 3}\n", 3, 32,
            "compares no groups"},
        Wrong{"scopeKey", "version: 1\nrules:\n  imbalance.ratio:\n    for: [{colum: a, max: 3}]\n",
            4, 12, "'column'"},
        Wrong{"scopeless", "version: 1\nrules:\n  imbalance.ratio:\n    for: [{max: 3}]\n", 4, 11,
            "name a dataset"},
        Wrong{"limitOfAGroup",
            "version: 1\nrules:\n  fairness.base-rate-gap:\n    for: [{group: a, max: 0.3}]\n", 4,
            22, "what can be is min-count"},
        Wrong{"limitOfASplit",
            "version: 1\nrules:\n  imbalance.ratio:\n    for: [{split: a, max: 3}]\n", 4, 22,
            "name a dataset or a column"},
        Wrong{"partWithoutSetting",
            "version: 1\nrules:\n  imbalance.ratio:\n    for: [{column: a}]\n", 4, 11,
            "sets nothing"},
        Wrong{"negative", "version: 1\nrules:\n  imbalance.ratio: {max: -3}\n", 3, 26, "below 0"},
        Wrong{"percent", "version: 1\nrules:\n  data.missing-values: {max: 20}\n", 3, 30,
            "0.2 for 20 %"},
        Wrong{"notANumber", "version: 1\nrules:\n  imbalance.ratio: {max: .nan}\n", 3, 26,
            "a number"},
        Wrong{"groupOfAWaiver",
            "version: 1\nwaivers:\n  - {rule: imbalance.ratio, subject: {group: x}, reason: c, "
            "owner: d, until: 2027-01-01}\n",
            3, 39, "known are dataset"},
        Wrong{"privacyKey", "version: 1\nprivacy: {mod: full}\n", 2, 11, "'mode'"},
        Wrong{"privacyMode", "version: 1\nprivacy: {mode: none}\n", 2, 17, "masked"},
        Wrong{"minCell", "version: 1\nprivacy: {min-cell: 0}\n", 2, 21, "whole number"},
        Wrong{"failOn", "version: 1\nfail-on: warn\n", 2, 10, "warning"},
        Wrong{"datasetKey", "version: 1\ndatasets:\n  - {match: a, lable: b}\n", 3, 16, "'label'"},
        Wrong{"noMatch", "version: 1\ndatasets:\n  - {label: b}\n", 3, 5, "match"},
        Wrong{"valueWithoutLabel", "version: 1\ndatasets:\n  - {match: a, favourable: b}\n", 3, 5,
            "label"},
        Wrong{"groupKey", "version: 1\ndatasets:\n  - {match: a, groups: [{colum: b}]}\n", 3, 26,
            "'column'"},
        Wrong{"binText",
            "version: 1\ndatasets:\n  - {match: a, groups: [{column: b, bins: [0, x]}]}\n", 3, 47,
            "a number"},
        Wrong{"binOrder",
            "version: 1\ndatasets:\n  - {match: a, groups: [{column: b, bins: [2, 1]}]}\n", 3, 47,
            "ascend"},
        Wrong{"reference",
            "version: 1\ndatasets:\n  - {match: a, groups: [sex], reference: {sax: M}}\n", 3, 43,
            "'sex'"},
        Wrong{"waiverKey",
            "version: 1\nwaivers:\n  - {rule: imbalance.ratio, reasn: b, reason: c, owner: d, "
            "until: 2027-01-01}\n",
            3, 29, "'reason'"},
        Wrong{"waiverRule",
            "version: 1\nwaivers:\n  - {rule: imbalance.rati, reason: c, owner: d, until: "
            "2027-01-01}\n",
            3, 12, "'imbalance.ratio'"},
        Wrong{"waiverSubject",
            "version: 1\nwaivers:\n  - {rule: imbalance.ratio, subject: {colum: x}, reason: c, "
            "owner: d, until: 2027-01-01}\n",
            3, 39, "'column'"},
        Wrong{"noReason",
            "version: 1\nwaivers:\n  - {rule: imbalance.ratio, owner: d, until: 2027-01-01}\n", 3,
            5, "without reason"},
        Wrong{"noOwner",
            "version: 1\nwaivers:\n  - {rule: imbalance.ratio, reason: d, until: 2027-01-01}\n", 3,
            5, "without owner"},
        Wrong{"noEnd", "version: 1\nwaivers:\n  - {rule: imbalance.ratio, reason: d, owner: e}\n",
            3, 5, "without until"},
        Wrong{"emptyReason",
            "version: 1\nwaivers:\n  - {rule: imbalance.ratio, reason: '', owner: e, until: "
            "2027-01-01}\n",
            3, 37, "reason"},
        Wrong{"blankReason",
            "version: 1\nwaivers:\n  - {rule: imbalance.ratio, reason: ' ', owner: e, until: "
            "2027-01-01}\n",
            3, 37, "reason is blank"},
        Wrong{"blankOwner",
            "version: 1\nwaivers:\n  - {rule: imbalance.ratio, reason: d, owner: \"\\t\", until: "
            "2027-01-01}\n",
            3, 47, "owner is blank"},
        Wrong{"noDay",
            "version: 1\nwaivers:\n  - {rule: imbalance.ratio, reason: d, owner: e, until: "
            "2027-02-30}\n",
            3, 57, "2027-03-31"},
        Wrong{"duplicate", "version: 1\nfail-on: note\nfail-on: error\n", 3, 1, "fail-on"},
        Wrong{"alias", "version: 1\nrules: &a {}\n", 2, 8, ""},
        Wrong{"notYaml", "version: [1\n", 2, 1, ""}),
    [](const auto& test) { return std::string(test.param.name); });

TEST(PolicyReader, saysEverythingThatIsWrongInTheOrderOfTheFile)
{
    const PolicyReading reading = parsePolicy(
        "version: 1\nfail-on: x\nrules:\n  a.b: {}\n  imbalance.ratio: {max: x, level: y}\n",
        "p.yaml");
    ASSERT_EQ(reading.problems.size(), 4U);
    for (std::size_t i = 1; i < reading.problems.size(); ++i)
        EXPECT_LE(reading.problems[i - 1].where.line, reading.problems[i].where.line);
}

TEST(PolicyReader, hasLimits)
{
    std::string deep = "version: 1\nrules: ";
    deep += std::string(40, '[') + std::string(40, ']');
    EXPECT_EQ(parsePolicy(deep, "p.yaml").problems.size(), 1U);
    EXPECT_EQ(parsePolicy("{\"version\": 1, \"rules\": " + std::string(40, '[')
                      + std::string(40, ']') + "}",
                  "p.json")
                  .problems.size(),
        1U);
    EXPECT_EQ(
        parsePolicy("version: 1\n#" + std::string(kMaxPolicyBytes, 'x'), "p.yaml").problems.size(),
        1U);
    std::string many = "version: 1\nrules:\n";
    for (int i = 0; i < 1'000; ++i)
        many += "  a.b" + std::to_string(i) + ": {}\n";
    EXPECT_EQ(parsePolicy(many, "p.yaml").problems.size(), 100U);
}

/// A policy whose every line after the first ones is the same, and what is wrong with it.
std::vector<base::Error> problemsOfMany(
    const std::string& first, const std::string& line, std::size_t lines)
{
    std::string text = first;
    for (std::size_t i = 0; i < lines; ++i)
        text += line;
    return parsePolicy(text, "p.yaml").problems;
}

TEST(PolicyReader, hasAsManyPartsAsFindingsCanBeComparedWith)
{
    const std::string rule = "version: 1\nrules:\n  data.missing-values:\n    for:\n";
    const std::string part = "      - {column: a, max: 0.1}\n";
    const std::string waivers = "version: 1\nwaivers:\n";
    const std::string waiver
        = "  - {rule: imbalance.ratio, reason: a, owner: b, until: 2027-01-01}\n";
    EXPECT_TRUE(problemsOfMany(rule, part, kMaxPolicyParts).empty());
    EXPECT_TRUE(problemsOfMany(waivers, waiver, kMaxPolicyParts).empty());
    const auto ofParts = problemsOfMany(rule, part, kMaxPolicyParts + 5);
    ASSERT_EQ(ofParts.size(), 1U);
    EXPECT_EQ(ofParts[0].where.line, 1'005U);
    EXPECT_EQ(ofParts[0].message, "there are more than 1000 parts of for");
    const auto ofWaivers = problemsOfMany(waivers, waiver, kMaxPolicyParts + 5);
    ASSERT_EQ(ofWaivers.size(), 1U);
    EXPECT_EQ(ofWaivers[0].where.line, 1'003U);
    EXPECT_EQ(ofWaivers[0].message, "there are more than 1000 waivers");
}

TEST(PolicyReader, hasALimitForPatterns)
{
    const auto problems = [](std::size_t bytes) {
        return parsePolicy(
            "version: 1\ndatasets:\n  - {match: '" + std::string(bytes, '*') + "'}\n", "p.yaml")
            .problems;
    };
    EXPECT_TRUE(problems(kMaxPatternBytes).empty());
    ASSERT_EQ(problems(kMaxPatternBytes + 1).size(), 1U);
    EXPECT_NE(problems(kMaxPatternBytes + 1)[0].message.find("1000 bytes"), std::string::npos);
}

} // namespace
} // namespace cupel::findings
