#include "tests/batch/cupel_program.h"

#include <set>
#include <sstream>

#include "tests/core/reports/support/json_schema.h"

#include "tests/support/temp_dir.h"

#include <nlohmann/json.hpp>

namespace cupel::test {
namespace {

using nlohmann::json;

TEST(CommandLine, commandsAndWhatTheyDoAreTwoColumns)
{
    std::istringstream lines(cupel({"help"}).out);
    std::set<std::size_t> columns;
    for (std::string line; std::getline(lines, line);) {
        if (!line.starts_with("  cupel "))
            continue;
        // Of one place, in three bytes.
        if (const std::size_t dots = line.find("…"); dots != std::string::npos)
            line.replace(dots, 3, ".");
        const std::size_t gap = line.find("  ", 2);
        ASSERT_NE(gap, std::string::npos) << line;
        columns.insert(line.find_first_not_of(' ', gap));
    }
    EXPECT_EQ(columns.size(), 1U);
}

TEST(CommandLine, helpIsEverywhere)
{
    const std::vector<std::vector<std::string>> asked{{"help"}, {"--help"}, {"-h"},
        {"audit", "--help"}, {"help", "audit"}, {"audit", "x.csv", "-h"}, {"rules", "--help"},
        {"metrics", "-h"}, {"help", "rules"}, {"rules", "explain", "-h"}};
    for (const auto& words : asked) {
        const RunResult result = cupel(words);
        EXPECT_EQ(result.exitCode, 0) << words[0] << result.err;
        EXPECT_NE(result.out.find("Usage:"), std::string::npos) << words[0];
        EXPECT_EQ(result.err, "");
    }
    for (const char* pair : {"rules", "metrics"}) {
        const std::string both = cupel({pair, "--help"}).out;
        EXPECT_NE(both.find(std::string("cupel ") + pair + " list"), std::string::npos) << both;
        EXPECT_NE(both.find(std::string("cupel ") + pair + " explain"), std::string::npos) << both;
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
    for (const char* name : {"card", "report", "roles"}) {
        const json schema = json::parse(cupel({"schema", name}).out);
        EXPECT_EQ(schema["additionalProperties"], false);
    }
}

TEST(CommandLine, readingOptions)
{
    const TempDir folder;
    const std::string tabs = folder.write("tabs.txt", "a\t1\nb\t2\n-\t3\n");
    for (const char* delimiter : {"\\t", "tab", "\t"}) {
        const json report = audit({tabs, "--no-header", "--names", "word,number", "--delimiter",
            delimiter, "--null", "word=-", "--type", "number=text"});
        const json& columns = report["datasets"][0]["columns"];
        ASSERT_EQ(columns.size(), 2u);
        EXPECT_EQ(columns[0]["name"], "word");
        EXPECT_EQ(columns[0]["rows"], 3);
        EXPECT_EQ(columns[0]["missing"], 1);
        EXPECT_EQ(columns[1]["type"], "text");
        EXPECT_EQ(columns[1]["typeEvidence"]["given"], true);
    }
    const std::string single = folder.write("single.csv", "a,b\n'x,y',1\n");
    EXPECT_EQ(audit({single, "--quote", "'"})["datasets"][0]["inputs"][0]["rows"], 1);
    EXPECT_EQ(audit({single, "--quote", "none"})["datasets"][0]["inputs"][0]["rejectedRows"], 1);
}

TEST(CommandLine, whereNarrowsTheAudit)
{
    const TempDir folder;
    const std::string path = folder.write("a.csv", "sex,age\nF,30\nM,40\nF,50\n");
    const json report = audit({path, "--where", "sex = F and age >= 40"});
    EXPECT_EQ(report["datasets"][0]["where"]["rows"], 1);
    EXPECT_EQ(report["datasets"][0]["where"]["text"], "sex = F and age >= 40");
    EXPECT_EQ(auditOf(report, "duplicates")["metrics"][0]["n"], 1);
}

TEST(CommandLine, flagsWinOverTheRolesFile)
{
    const TempDir folder;
    const std::string data
        = folder.write("a.csv", "sex,age,ok\nF,30,1\nM,40,0\nF,50,1\nM,20,1\nF,?,0\n");
    const std::string text = R"({"schema": "cupel.roles", "version": 1, "columns": {
        "ok": {"role": "label", "favourable": "0"}, "sex": {"role": "group"},
        "age": {"role": "group", "bins": [0, 40, 100]}}, "missing": {"age": ["?"]}})";
    ASSERT_TRUE(fitsSchema(text, "roles"));
    const auto roles = folder.write("roles.json", text);
    const json report = audit({data, "--roles", roles.string(), "--favourable", "1", "--reference",
        "sex=F", "--set", "fairness.base-rate-gap=0.99", "--fail-on", "never"});
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

TEST(CommandLine, aScoreOfAtLeastTheThresholdPredicts)
{
    const TempDir folder;
    const std::string path = folder.write("a.csv", "g,y,s\na,1,0.5\na,0,0.1\nb,1,0.4\nb,0,0.9\n");
    const std::vector<std::string> roles{path, "--label", "y", "--positive", "1", "--group", "g",
        "--score", "s", "--fail-on", "never", "--privacy", "full"};
    std::vector<std::string> with = roles;
    with.insert(with.end(), {"--threshold", "0.5"});
    const json report = audit(with);
    const json& predictions = auditOf(report, "group-gaps-predictions");
    EXPECT_EQ(predictions["outcome"], "completed");
    EXPECT_EQ(predictions["parameters"]["threshold"], 0.5);
    EXPECT_EQ(predictions["tables"][0]["rows"][0][2], 1); // a: a hit at 0.5
    EXPECT_EQ(predictions["tables"][0]["rows"][1][4], 1); // b: a miss at 0.4
    const json without = audit(roles);
    EXPECT_EQ(auditOf(without, "group-gaps-predictions")["outcome"], "not-applicable");
    EXPECT_EQ(cupel({"audit", path, "--threshold", "0.5"}).exitCode, 2);
    EXPECT_EQ(cupel({"audit", path, "--score", "s", "--threshold", "high"}).exitCode, 2);
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
