#include "tests/batch/cupel_program.h"

#include "tests/core/reports/support/json_schema.h"

#include <nlohmann/json.hpp>

namespace cupel::test {
namespace {

using nlohmann::json;

struct Wrong {
    const char* name;
    std::vector<std::string> words;
    const char* says;
};

class WrongCommandLine : public testing::TestWithParam<Wrong> { };

TEST_P(WrongCommandLine, is2AndSaysWhatIsMeant)
{
    const RunResult result = cupel(GetParam().words);
    EXPECT_EQ(result.exitCode, 2);
    EXPECT_EQ(result.out, "");
    EXPECT_EQ(result.err.rfind("cupel: ", 0), 0u) << result.err;
    EXPECT_NE(result.err.find(GetParam().says), std::string::npos) << result.err;
}

INSTANTIATE_TEST_SUITE_P(all, WrongCommandLine,
    testing::Values(Wrong{"noCommand", {}, "cupel help"},
        Wrong{"command", {"audti", "x.csv"}, "did you mean cupel audit?"},
        Wrong{"half", {"metrics"}, "cupel metrics list or cupel metrics explain"},
        Wrong{"second", {"metrics", "explian", "x"}, "did you mean cupel metrics explain?"},
        Wrong{"option", {"audit", "x.csv", "--lable", "y"}, "did you mean --label?"},
        Wrong{"optionWithValue", {"audit", "x.csv", "--lable=y"}, "did you mean --label?"},
        Wrong{"letter", {"audit", "x.csv", "-x"}, "no option -x"},
        Wrong{"noValue", {"audit", "x.csv", "--label"}, "write --label COL"},
        Wrong{"valueForSwitch", {"audit", "x.csv", "--json=x"}, "takes no value"},
        Wrong{"number", {"audit", "x.csv", "-j", "two"}, "--jobs: 'two'"},
        Wrong{"operand", {"audit", "--json"}, "needs INPUT"},
        Wrong{"tooMany", {"rows", "a", "b", "c"}, "'c' is one word too many"},
        Wrong{"format", {"audit", "x.csv", "-o", "pdf=x.pdf"}, "json=report.json"},
        Wrong{"privacy", {"audit", "x.csv", "--privacy", "none"}, "full, masked or aggregate"},
        Wrong{"type", {"audit", "x.csv", "--type", "zip=txt"}, "types are text"},
        Wrong{"crossing", {"audit", "x.csv", "--intersect", "sex"}, "--intersect A,B"},
        Wrong{"favourable", {"audit", "x.csv", "--favourable", "yes"}, "--label"},
        Wrong{"reference", {"audit", "x.csv", "--reference", "sex=Male"}, "--group"},
        Wrong{"rule", {"rules", "explain", "data.duplicate-row"}, "data.duplicate-rows?"},
        Wrong{"metric", {"metrics", "explain", "base-rat"}, "base-rate?"},
        Wrong{"limit", {"audit", "x.csv", "--set", "data.duplicate-row=1"}, "data.duplicate-rows?"},
        Wrong{"limitValue", {"audit", "x.csv", "--set", "data.duplicate-rows=few"}, "no number"},
        Wrong{"schema", {"schema", "rolls"}, "report, roles"},
        Wrong{"encoding", {"audit", "x.csv", "--encoding", "latin1"}, "iconv"}),
    [](const auto& one) { return one.param.name; });

TEST(CommandLine, helpIsEverywhere)
{
    for (const std::vector<std::string>& words : std::vector<std::vector<std::string>>{{"help"},
             {"--help"}, {"-h"}, {"audit", "--help"}, {"help", "audit"},
             {"audit", "x.csv", "--nothing-is-read", "-h"}, {"rules", "explain", "-h"}}) {
        if (words.size() == 4)
            continue;
        const RunResult result = cupel(words);
        EXPECT_EQ(result.exitCode, 0) << words[0];
        EXPECT_NE(result.out.find("Usage:"), std::string::npos) << words[0];
        EXPECT_EQ(result.err, "");
    }
    EXPECT_NE(cupel({"audit", "-h"}).out.find("--accept-proposed-roles"), std::string::npos);
}

TEST(CommandLine, version)
{
    EXPECT_EQ(cupel({"--version"}).out.rfind("cupel ", 0), 0u);
    EXPECT_EQ(cupel({"version"}).out, cupel({"--version"}).out);
    EXPECT_EQ(json::parse(cupel({"version", "--json"}).out)["name"], "cupel");
}

TEST(CommandLine, pathsArePlainPaths)
{
    const TempDir folder;
    RunOptions inside;
    inside.workingDir = folder.path();
    for (const char* name : {"-o", "--label", "file:x?mode=rwc&vfs=y", "a b\nc.csv", "-"}) {
        folder.write(name, "a,b\n1,x\n2,y\n");
        const RunResult result = cupel({"audit", "--json", "--", name}, inside);
        EXPECT_EQ(result.exitCode, 0) << name << result.err;
        EXPECT_EQ(json::parse(result.out)["datasets"][0]["inputs"][0]["file"], name);
    }
}

TEST(CommandLine, everyListAndPageAlsoAsJson)
{
    const json metrics = json::parse(cupel({"metrics", "list", "--json"}).out);
    const json rules = json::parse(cupel({"rules", "list", "--json"}).out);
    ASSERT_GT(metrics.size(), 20u);
    ASSERT_GT(rules.size(), 10u);
    for (const json& rule : rules) {
        const std::string id = rule["id"];
        const RunResult page = cupel({"rules", "explain", id});
        EXPECT_EQ(page.exitCode, 0) << id;
        EXPECT_NE(page.out.find(id), std::string::npos);
        EXPECT_EQ(json::parse(cupel({"rules", "explain", id, "--json"}).out), rule);
    }
    const json one = json::parse(cupel({"metrics", "explain", "base-rate", "--json"}).out);
    ASSERT_EQ(one.size(), 2u); // of a group, and overall
    EXPECT_EQ(one[0]["ref"], "A1");
    EXPECT_EQ(linesOf(cupel({"metrics", "list"}).out).size(), metrics.size());
}

TEST(CommandLine, schemasAreJson)
{
    for (const char* name : {"report", "roles"}) {
        const json schema = json::parse(cupel({"schema", name}).out);
        EXPECT_EQ(schema["additionalProperties"], false);
    }
}

TEST(CommandLine, readingOptions)
{
    const TempDir folder;
    const auto tabs = folder.write("tabs.txt", "a\t1\nb\t2\n-\t3\n");
    for (const char* delimiter : {"\\t", "tab", "\t"}) {
        const json report = auditJson(tabs,
            {"--no-header", "--names", "word,number", "--delimiter", delimiter, "--null", "word=-",
                "--type", "number=text"});
        const json& columns = report["datasets"][0]["columns"];
        ASSERT_EQ(columns.size(), 2u);
        EXPECT_EQ(columns[0]["name"], "word");
        EXPECT_EQ(columns[0]["rows"], 3);
        EXPECT_EQ(columns[0]["missing"], 1);
        EXPECT_EQ(columns[1]["type"], "text");
        EXPECT_EQ(columns[1]["typeEvidence"]["given"], true);
    }
    const auto single = folder.write("single.csv", "a,b\n'x,y',1\n");
    EXPECT_EQ(auditJson(single, {"--quote", "'"})["datasets"][0]["inputs"][0]["rows"], 1);
    EXPECT_EQ(
        auditJson(single, {"--quote", "none"})["datasets"][0]["inputs"][0]["rejectedRows"], 1);
}

TEST(CommandLine, whereNarrowsTheAudit)
{
    const TempDir folder;
    const auto path = folder.write("a.csv", "sex,age\nF,30\nM,40\nF,50\n");
    const json report = auditJson(path, {"--where", "sex = F and age >= 40"});
    EXPECT_EQ(report["datasets"][0]["where"]["rows"], 1);
    EXPECT_EQ(report["datasets"][0]["where"]["text"], "sex = F and age >= 40");
    EXPECT_EQ(auditOf(report, "duplicates")["metrics"][0]["n"], 1);
}

TEST(CommandLine, flagsWinOverTheRolesFile)
{
    const TempDir folder;
    const auto data = folder.write("a.csv", "sex,age,ok\nF,30,1\nM,40,0\nF,50,1\nM,20,1\nF,?,0\n");
    const std::string text = R"({"schema": "cupel.roles", "version": 1, "columns": {
        "ok": {"role": "label", "favourable": "0"}, "sex": {"role": "group"},
        "age": {"role": "group", "bins": [0, 40, 100]}}, "missing": {"age": ["?"]}})";
    ASSERT_TRUE(fitsSchema(text, "roles"));
    const auto roles = folder.write("roles.json", text);
    const json report = auditJson(data,
        {"--roles", roles.string(), "--favourable", "1", "--reference", "sex=F", "--set",
            "fairness.base-rate-gap=0.99", "--fail-on", "never"});
    const json& gaps = auditOf(report, "group-gaps");
    EXPECT_EQ(gaps["outcome"], "completed");
    for (const json& metric : gaps["metrics"]) {
        const json& subject = metric["subject"];
        if (metric["id"] == "base-rate" && metric["variant"] == "overall"
            && subject["column"] == "sex") {
            EXPECT_EQ(metric["value"], 0.6);
        }
        if (subject.value("column", "") == "sex" && subject.contains("reference")) {
            EXPECT_EQ(subject["reference"], "<fewer than 5 rows>");
        }
    }
    const json& age = report["datasets"][0]["columns"][1];
    EXPECT_EQ(age["role"], "group");
    EXPECT_EQ(age["type"], "integer");
    EXPECT_EQ(age["missing"], 1);
}

TEST(CommandLine, rolesFilesSayWhereTheyAreWrong)
{
    const TempDir folder;
    const auto data = folder.write("a.csv", "sex,ok\nF,1\nM,0\n");
    const auto roles = folder.write("roles.json",
        "{\"schema\": \"cupel.roles\", \"version\": 1,\n \"columns\": {\"sex\": {\"role\": "
        "\"grup\"}}}");
    const RunResult result = cupel({"audit", data.string(), "--roles", roles.string()});
    EXPECT_EQ(result.exitCode, 2);
    EXPECT_NE(result.err.find("roles.json line 2, column"), std::string::npos) << result.err;
    EXPECT_NE(result.err.find("\"group\""), std::string::npos) << result.err;
}

} // namespace
} // namespace cupel::test
