#include "tests/batch/cupel_program.h"
#include "tests/batch/gap_table.h"
#include "tests/support/shared_dir.h"
#include "tests/support/temp_dir.h"

#include <nlohmann/json.hpp>

#include <gtest/gtest.h>

namespace cupel::test {
namespace {

using nlohmann::json;
using Words = std::vector<std::string>;

class Policies : public testing::Test {
protected:
    Policies()
    {
        folder.write("data/gap.csv", gapTable());
        options.workingDir = folder.path();
        options.environment["SOURCE_DATE_EPOCH"] = "1767225600"; // 2026-01-01
    }
    RunResult run(const Words& words) const { return cupel(words, options); }
    RunResult gap(const std::string& policy, Words more = {}) const
    {
        folder.write("policy.yaml", "version: 1\n" + policy);
        more.insert(more.begin(),
            {"audit", "data/gap.csv", "--label", "y", "--favourable", "1", "--group", "g",
                "--policy", "policy.yaml"});
        return run(more);
    }
    json report(const std::string& policy) const { return reportOf(gap(policy, {"--json"})); }

    TempDir folder;
    RunOptions options;
};

TEST_F(Policies, whatInitPrintsChangesNothingButTheName)
{
    const RunResult init = run({"policy", "init"});
    EXPECT_EQ(init.exitCode, 0);
    folder.write("p.yaml", init.out);
    const RunResult check = run({"policy", "check", "p.yaml"});
    EXPECT_EQ(check.exitCode, 0) << check.err;
    const auto sample = sourceDir() / "resources/sample";
    const Words audit{"audit", "--json", sample / "loans.csv", "--roles", sample / "roles.json"};
    Words withPolicy = audit;
    withPolicy.insert(withPolicy.end(), {"--policy", "p.yaml"});
    const RunResult plain = run(audit);
    const RunResult stated = run(withPolicy);
    EXPECT_EQ(plain.exitCode, stated.exitCode);
    const json named = reportOf(stated).at("run").at("policy");
    EXPECT_TRUE(named.get<std::string>().starts_with("p.yaml xxh3-128:")) << named;
    std::string expected = plain.out;
    const std::string usual = "\"policy\": \"default\"";
    const std::size_t at = expected.find(usual);
    ASSERT_NE(at, std::string::npos);
    EXPECT_EQ(expected.replace(at, usual.size(), "\"policy\": " + named.dump()), stated.out);
}

TEST_F(Policies, limitsAndLevelsKeepTheirOrigin)
{
    const json found = report("rules:\n  fairness.base-rate-gap: {level: warning, max: 0.3}\n");
    const json finding = findingsOf(found, "fairness.base-rate-gap").at(0);
    EXPECT_EQ(finding.at("level"), "warning");
    EXPECT_EQ(finding.at("limit"),
        json::parse(R"({"op": "<=", "value": 0.3, "origin": "policy.yaml:3"})"));
    EXPECT_NE(finding.at("message").get<std::string>().find("(limit 0.3, policy.yaml:3)"),
        std::string::npos);
    EXPECT_EQ(found.at("run").at("changes").size(), 2u);
}

TEST_F(Policies, exitCodesFollowThePolicyAndFlagsWin)
{
    EXPECT_EQ(gap("").exitCode, 1);
    EXPECT_EQ(gap("fail-on: never\n").exitCode, 0);
    EXPECT_EQ(gap("fail-on: never\n", {"--fail-on", "error"}).exitCode, 1);
    const std::string wide = "rules:\n  fairness.base-rate-gap: {max: 0.7}\n";
    EXPECT_EQ(gap(wide).exitCode, 0);
    EXPECT_EQ(gap(wide, {"--set", "fairness.base-rate-gap.max=0.1"}).exitCode, 1);
    EXPECT_EQ(gap("rules:\n  fairness.base-rate-gap: {level: none}\n").exitCode, 0);
    EXPECT_EQ(gap("rules:\n  fairness.base-rate-gap: {min-count: 101}\n").exitCode, 0);
    EXPECT_EQ(gap("rules:\n  fairness.small-group: {min: 101}\n").exitCode, 0);
    const std::string part = "rules:\n  fairness.base-rate-gap:\n    for: [{column: ";
    EXPECT_EQ(gap(part + "g, max: 0.7}]\n").exitCode, 0);
    EXPECT_EQ(gap(part + "x, max: 0.7}]\n").exitCode, 1);
    EXPECT_EQ(gap("rules:\n  data.constant-column: {level: error}\n  fairness.base-rate-gap: "
                  "{enabled: false}\n")
                  .exitCode,
        1);
}

TEST_F(Policies, aWrongPolicyIsWrongUsage)
{
    const RunResult one = gap("rulez: {}\n");
    EXPECT_EQ(one.exitCode, 2);
    EXPECT_NE(one.err.find("policy.yaml line 2, column 1"), std::string::npos) << one.err;
    EXPECT_NE(one.err.find("rules"), std::string::npos);
    EXPECT_EQ(one.out, "");
    EXPECT_NE(gap("rulez: {}\nfail-on: x\n").err.find("1 more"), std::string::npos);
    const RunResult check = run({"policy", "check", "policy.yaml"});
    EXPECT_EQ(check.exitCode, 2);
    EXPECT_NE(check.err.find("line 2, column 1"), std::string::npos) << check.err;
    EXPECT_NE(check.err.find("line 3, column 10"), std::string::npos) << check.err;
    const RunResult asJson = run({"policy", "check", "--json", "policy.yaml"});
    EXPECT_EQ(asJson.exitCode, 2);
    EXPECT_EQ(json::parse(asJson.out).at("files").at(0).at("problems").size(), 2u);
    EXPECT_EQ(run({"policy", "check", "none.yaml"}).exitCode, 2);
    EXPECT_EQ(run({"audit", "data/gap.csv", "--policy", "none.yaml"}).exitCode, 2);
    folder.write("big.yaml", "version: 1\n#" + std::string(std::size_t{1} << 20U, 'x'));
    EXPECT_EQ(run({"policy", "check", "big.yaml"}).exitCode, 2);
}

TEST_F(Policies, showNamesTheOrigin)
{
    gap("rules:\n  imbalance.ratio: {max: 20}\n");
    const json shown = json::parse(run({"policy", "show", "--json", "--policy", "policy.yaml",
                                           "--set", "data.duplicate-rows.level=error"})
                                       .out);
    std::size_t known = 0;
    for (const json& line : shown.at("settings")) {
        if (line.at("key") == "imbalance.ratio.max")
            known += line.at("value") == 20 && line.at("origin") == "policy.yaml:3";
        if (line.at("key") == "data.duplicate-rows.level")
            known += line.at("value") == "error" && line.at("origin") == "flag";
        if (line.at("key") == "data.duplicate-rows.max")
            known += line.at("value") == 0.01 && line.at("origin") == "default";
    }
    EXPECT_EQ(known, 3u);
}

TEST_F(Policies, showHoldsWaiversAndRoles)
{
    folder.write("policy.yaml",
        "version: 1\ndatasets:\n"
        "  - {match: \"data/*.csv\", label: y, favourable: 1, use: [research], split: s,\n"
        "     groups: [g, {column: age, bins: [0, 40]}], intersections: [[g, age]], reference: {g: "
        "b}}\n"
        "waivers:\n"
        "  - {rule: data.duplicate-rows, subject: {dataset: gap}, reason: known, owner: Ann,\n"
        "     until: 2027-03-31}\n");
    const Words show{"policy", "show", "--policy", "policy.yaml"};
    const RunResult text = run(show);
    EXPECT_EQ(text.exitCode, 0) << text.err;
    EXPECT_NE(text.out.find("data.duplicate-rows"), std::string::npos);
    EXPECT_NE(text.out.find("policy.yaml:6  until 2027-03-31, dataset = gap; Ann: known\n"),
        std::string::npos)
        << text.out;
    EXPECT_NE(text.out.find("policy.yaml:3  label y, favourable 1, group g compared with b"),
        std::string::npos)
        << text.out;
    Words asked = show;
    asked.emplace_back("--json");
    const json shown = json::parse(run(asked).out);
    EXPECT_EQ(shown.at("waivers"), json::parse(R"([{"rule": "data.duplicate-rows",
        "subject": {"dataset": "gap"}, "reason": "known", "owner": "Ann", "until": "2027-03-31",
        "origin": "policy.yaml:6"}])"));
    EXPECT_EQ(shown.at("datasets"), json::parse(R"([{"match": "data/*.csv", "label": "y",
        "favourable": "1", "positive": null, "classes": [],
        "groups": [{"column": "g", "reference": "b", "bins": []},
            {"column": "age", "reference": null, "bins": [0.0, 40.0]}],
        "intersections": [["g", "age"]], "columns": {"split": "s"}, "use": ["research"],
        "origin": "policy.yaml:3"}])"));
}

TEST_F(Policies, datasetsGetRolesByTheirPath)
{
    folder.write("policy.yaml",
        "version: 1\ndatasets:\n"
        "  - {match: \"other/*.csv\", label: k}\n"
        "  - {match: \"data/**/*.csv\", label: y, groups: [g], favourable: 1, reference: {g: "
        "b}}\n");
    const Words audit{"audit", "--json", "data/gap.csv", "--policy", "policy.yaml"};
    const json report = reportOf(run(audit));
    EXPECT_EQ(columnOf(report, "y").at("role"), "label");
    EXPECT_EQ(findingsOf(report, "fairness.base-rate-gap").size(), 1u);
    EXPECT_EQ(metricOf(report, "statistical-parity-difference", "group-minus-reference",
                  {{"column", "g"}, {"group", "a"}})
                  .at("subject")
                  .at("reference"),
        "b");
    Words flags = audit;
    flags.insert(flags.end(), {"--favourable", "0", "--reference", "g=a"});
    const json turned = reportOf(run(flags));
    EXPECT_EQ(
        findingsOf(turned, "fairness.base-rate-gap").at(0).at("subject").at("favourable"), "0");
    Words label = audit;
    label.insert(label.end(), {"--label", "k"});
    EXPECT_EQ(columnOf(reportOf(run(label)), "k").at("role"), "label");
}

TEST_F(Policies, theSmallestCellIsThatOfThePolicy)
{
    const json few = report("privacy: {min-cell: 101}\n");
    EXPECT_EQ(few.dump().find("\"value\":\"a\""), std::string::npos);
    EXPECT_NE(few.dump().find("<fewer than 101 rows>"), std::string::npos);
    EXPECT_EQ(report("privacy: {mode: aggregate}\n").at("run").at("privacy"), "aggregate");
    const RunResult flag = gap("privacy: {mode: aggregate}\n", {"--json", "--privacy", "full"});
    EXPECT_EQ(reportOf(flag).at("run").at("privacy"), "full");
}

TEST_F(Policies, aWaiverHoldsThroughItsLastDayAndThenCountsAgain)
{
    const std::string waiver
        = "waivers:\n  - {rule: fairness.base-rate-gap, subject: {dataset: gap, "
          "column: g}, reason: known, owner: me, until: 2026-03-31}\n";
    const auto on = [&](const char* seconds) {
        options.environment["SOURCE_DATE_EPOCH"] = seconds;
        return gap(waiver, {"--json"});
    };
    const RunResult held = on("1774915200"); // 2026-03-31T00:00Z
    EXPECT_EQ(held.exitCode, 0) << held.err;
    const json report = reportOf(held);
    const json finding = findingsOf(report, "fairness.base-rate-gap").at(0);
    EXPECT_EQ(finding.at("waiver"),
        json::parse(R"({"reason": "known", "owner": "me", "until": "2026-03-31"})"));
    EXPECT_EQ(finding.at("level"), "error");
    EXPECT_EQ(report.at("verdict").at("counts").at("waived"), 1);
    EXPECT_EQ(report.at("verdict").at("counts").at("error"), 0);
    EXPECT_NE(report.at("verdict").at("level"), "error");
    EXPECT_TRUE(findingsOf(report, "policy.waiver-expired").empty());
    EXPECT_EQ(on("1775001599").out, held.out) << "the last second of the day";
    EXPECT_EQ(gap(waiver, {"--fail-on", "error"}).exitCode, 0);

    const RunResult ended = on("1775001600"); // 2026-04-01T00:00Z
    EXPECT_EQ(ended.exitCode, 1);
    const json later = reportOf(ended);
    EXPECT_FALSE(findingsOf(later, "fairness.base-rate-gap").at(0).contains("waiver"));
    EXPECT_EQ(later.at("verdict").at("counts").at("waived"), 0);
    ASSERT_EQ(findingsOf(later, "policy.waiver-expired").size(), 1u);
    EXPECT_EQ(findingsOf(later, "policy.waiver-expired").at(0).at("level"), "note");
    EXPECT_EQ(on("tomorrow").exitCode, 2);
}

TEST_F(Policies, theSummaryAlwaysCountsWaivedFindings)
{
    const std::string waiver = "waivers:\n  - {rule: fairness.base-rate-gap, subject: {column: g}, "
                               "reason: known, owner: me, until: 2026-03-31}\n";
    const RunResult plain = gap(waiver);
    EXPECT_NE(plain.out.find("1 waived"), std::string::npos) << plain.out;
    EXPECT_EQ(plain.out.find("fairness.base-rate-gap"), std::string::npos) << plain.out;
    const RunResult verbose = gap(waiver, {"-v"});
    EXPECT_NE(verbose.out.find("Accepted until 2026-03-31 by me: known"), std::string::npos)
        << verbose.out;
}

TEST_F(Policies, waiversThatCoverNothingOrTooMuchAreNoted)
{
    const auto with = [this](const std::string& rule, const std::string& subject) {
        return report("waivers:\n  - {rule: " + rule + ", " + subject
            + "reason: known, owner: me, until: 2026-03-31}\n");
    };
    EXPECT_EQ(findingsOf(with("imbalance.ratio", "subject: {column: g}, "), "policy.waiver-unused")
                  .size(),
        1u);
    const json other = with("imbalance.ratio", "subject: {dataset: adult}, ");
    EXPECT_TRUE(findingsOf(other, "policy.waiver-unused").empty()) << "not a dataset of this run";
    const json broad = with("\"fairness.*\"", "subject: {column: g}, ");
    EXPECT_EQ(findingsOf(broad, "policy.waiver-broad").size(), 1u);
    EXPECT_GE(broad.at("verdict").at("counts").at("waived").get<int>(), 2);
    EXPECT_EQ(findingsOf(with("fairness.base-rate-gap", ""), "policy.waiver-broad").size(), 1u);
}

TEST_F(Policies, aRenewedWaiverLeavesNothingToCountAgain)
{
    const std::string both
        = "waivers:\n"
          "  - {rule: fairness.base-rate-gap, subject: {column: g}, reason: old, owner: me, until: "
          "2025-03-31}\n"
          "  - {rule: fairness.base-rate-gap, subject: {column: g}, reason: new, owner: me, until: "
          "2026-03-31}\n";
    const RunResult run = gap(both, {"--json"});
    EXPECT_EQ(run.exitCode, 0) << run.err;
    const json found = reportOf(run);
    EXPECT_EQ(findingsOf(found, "fairness.base-rate-gap").at(0).at("waiver").at("reason"), "new");
    const json ended = findingsOf(found, "policy.waiver-expired");
    ASSERT_EQ(ended.size(), 1u);
    EXPECT_NE(ended.at(0).at("message").get<std::string>().find("nothing counts again"),
        std::string::npos);
}

TEST_F(Policies, aWaiverForYearsIsNoted)
{
    const auto until = [this](const std::string& day) {
        return findingsOf(
            report("waivers:\n  - {rule: fairness.base-rate-gap, subject: {column: g}, reason: "
                   "known, owner: me, until: "
                + day + "}\n"),
            "policy.waiver-long");
    };
    EXPECT_TRUE(until("2027-01-01").empty());
    EXPECT_EQ(until("9999-12-31").size(), 1u);
}

TEST_F(Policies, waiversAlikeHaveFindingsOfTheirOwn)
{
    const std::string one
        = "  - {rule: imbalance.ratio, subject: {column: y}, reason: a, owner: b, "
          "until: 2025-01-01}\n";
    const json found = findingsOf(report("waivers:\n" + one + one), "policy.waiver-expired");
    ASSERT_EQ(found.size(), 2u);
    EXPECT_NE(found.at(0).at("id"), found.at(1).at("id"));
}

TEST_F(Policies, partsThatAreAboutNothingAreSaid)
{
    const std::string policy
        = "datasets:\n  - {match: \"other/*.csv\", label: k}\n"
          "rules:\n"
          "  data.missing-values: {for: [{column: gg, max: 0.5}, {column: g, max: 0.5}]}\n"
          "  fairness.base-rate-gap: {for: [{group: zz, min-count: 3}, {group: a, min-count: 3}]}\n"
          "waivers:\n  - {rule: imbalance.ratio, subject: {dataset: gaps}, reason: a, owner: b, "
          "until: 2027-01-01}\n";
    const json found = report(policy);
    const std::vector<std::string> expected{
        "The roles for other/*.csv (policy.yaml:3) are for none of the inputs.",
        "The part of data.missing-values for column = gg (policy.yaml:5) is about nothing in this "
        "run.",
        "The part of fairness.base-rate-gap for group = zz (policy.yaml:6) is about nothing in "
        "this run.",
        "The waiver of imbalance.ratio for dataset = gaps (policy.yaml:8) is for none of the "
        "datasets."};
    EXPECT_EQ(found.at("run").at("unmatched").get<std::vector<std::string>>(), expected);
    const RunResult summary = gap(policy);
    for (const std::string& part : expected)
        EXPECT_NE(summary.out.find(part.substr(0, 30)), std::string::npos) << part << summary.out;
}

TEST_F(Policies, aPersonHasToDecideWhereReviewIsRequired)
{
    folder.write("data/README.md", "---\nlicense: cc-by-nd-4.0\n---\n# Gap\n");
    const Words review{"--use", "train-model", "--require-review", "--fail-on", "never"};
    const RunResult asked = gap("", review);
    EXPECT_EQ(asked.exitCode, 6) << asked.out;
    EXPECT_NE(asked.out.find("1 for a person to decide"), std::string::npos) << asked.out;
    EXPECT_EQ(gap("", {"--use", "train-model", "--fail-on", "never"}).exitCode, 0);
    EXPECT_EQ(gap("", {"--use", "research", "--require-review", "--fail-on", "never"}).exitCode, 0);
    const Words failing{"--use", "train-model", "--require-review"};
    EXPECT_EQ(gap("", failing).exitCode, 6) << "before what failed";
    const std::string decided
        = "waivers:\n  - {rule: license.use-unsettled, subject: {use: train-model, license: "
          "CC-BY-ND-4.0}, reason: counsel agreed, owner: me, until: 2026-03-31}\n";
    const RunResult waived = gap(decided, review);
    EXPECT_EQ(waived.exitCode, 0) << waived.out;
    EXPECT_NE(waived.out.find("1 waived"), std::string::npos) << waived.out;
}

TEST_F(Policies, optionsOfPoliciesStandOnlyWhereTheyAct)
{
    for (const Words& command :
        {Words{"card", "extract"}, {"card", "render"}, {"rubric", "template"}}) {
        Words help = command;
        help.emplace_back("--help");
        const RunResult shown = run(help);
        for (const char* option : {"--policy", "--set", "--min-count", "--fail-on", "--baseline",
                 "--only-new", "--require-review"}) {
            EXPECT_EQ(shown.out.find(option), std::string::npos) << command[1] << option;
            Words used = command;
            used.insert(used.end(), {"data/gap.csv", option, "x"});
            EXPECT_EQ(run(used).exitCode, 2) << command[1] << option;
        }
        EXPECT_NE(shown.out.find("--privacy"), std::string::npos);
    }
}

TEST_F(Policies, hostilePoliciesAreRefusedQuickly)
{
    std::string bomb = "version: 1\na: &a [x, x, x]\n";
    for (char name = 'b'; name < 'k'; ++name) {
        const std::string last(1, static_cast<char>(name - 1));
        bomb += std::string(1, name) + ": &" + name + " [*" + last + ", *" + last + ", *" + last
            + ", *" + last + "]\n";
    }
    const std::string nul("version: 1\nfail-on: \0note\n", 26);
    for (const std::string& text : {bomb, nul, std::string("version: 1\nfail-on: \xff\n"),
             std::string("\xff\xfe"
                         "v\0e\0",
                 6),
             std::string(100'000, '['), std::string(100'000, '{'),
             std::string("%YAML 1.1\n---\n!!python/object {}\n"),
             std::string("version: 1\n<<: {fail-on: note}\n"),
             std::string("version: 1\n---\na: 1\n"),
             std::string("version: 1\nrules: {? [a] : b}\n")}) {
        folder.write("p.yaml", text);
        const RunResult check = run({"policy", "check", "p.yaml"});
        EXPECT_EQ(check.exitCode, 2) << text.substr(0, 60);
        EXPECT_NE(check.err.find("p.yaml line "), std::string::npos) << check.err;
        EXPECT_EQ(run({"audit", "data/gap.csv", "-p", "p.yaml"}).exitCode, 2);
    }
    folder.write("p.json", "{\"version\": 1, \"version\": 1}");
    EXPECT_NE(
        run({"policy", "check", "p.json"}).err.find("p.json line 1, column "), std::string::npos);
    EXPECT_EQ(run({"policy", "check", "p.json", "data"}).exitCode, 2) << "a folder";
}

} // namespace
} // namespace cupel::test
