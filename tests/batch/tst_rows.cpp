#include "tests/batch/cupel_program.h"

#include "tests/support/shared_dir.h"
#include "tests/support/temp_dir.h"

#include <nlohmann/json.hpp>

namespace cupel::test {
namespace {

using nlohmann::json;

class Rows : public testing::Test {
protected:
    void audit(const std::vector<std::string>& options)
    {
        std::vector<std::string> words{
            "audit", data, "-q", "--fail-on", "never", "-o", "json=" + path};
        words.insert(words.end(), options.begin(), options.end());
        const RunResult result = cupel(words);
        ASSERT_EQ(result.exitCode, 0) << result.err;
        report = json::parse(readFile(path));
    }
    std::string idOf(const std::string& rule)
    {
        const auto found = findingsOf(report, rule);
        EXPECT_EQ(found.size(), 1u) << rule;
        return found.at(0)["id"];
    }
    RunResult rows(std::vector<std::string> words)
    {
        words.insert(words.begin(), "rows");
        words.insert(words.end(), {data, "--report", path});
        return cupel(words);
    }

    TempDir folder;
    std::string data = folder
                           .write("data.csv",
                               "id;text\n1;plain\n2;\"a;b \"\"c\"\"\"\n3;=1+2\n1;plain\n2;\"a;b "
                               "\"\"c\"\"\"\n3;=1+2\n"
                               "4;\"two\nlines\"\n4;\"two\nlines\"\n-5;x\n-5;x\n;y\n")
                           .string();
    std::string path = (folder / "report.json").string();
    json report;
};

TEST_F(Rows, oneJsonLinePerRowOfTheFinding)
{
    audit({});
    const RunResult result = rows({idOf("data.duplicate-rows")});
    EXPECT_EQ(result.exitCode, 0) << result.err;
    const auto lines = linesOf(result.out);
    ASSERT_EQ(lines.size(), findingsOf(report, "data.duplicate-rows")[0]["evidence"][0]["count"]);
    ASSERT_EQ(lines.size(), 5u);
    EXPECT_EQ(json::parse(lines[0]),
        json::parse(R"({"line": 5, "evidence": 1, "cells": {"id": "1", "text": "plain"}})"));
    EXPECT_EQ(json::parse(lines[1])["cells"]["text"], "a;b \"c\"");
    EXPECT_EQ(json::parse(lines[3])["cells"]["text"], "two\nlines");
    EXPECT_EQ(json::parse(lines[3])["line"], 10);
}

TEST_F(Rows, csvGuardsAgainstFormulas)
{
    audit({});
    const std::string id = idOf("data.duplicate-rows");
    EXPECT_EQ(rows({id, "--csv"}).out,
        "line,id,text\n5,1,plain\n6,2,\"a;b "
        "\"\"c\"\"\"\n7,3,'=1+2\n10,4,\"two\nlines\"\n13,-5,x\n");
    EXPECT_NE(rows({id, "--csv", "--raw"}).out.find("7,3,=1+2\n"), std::string::npos);
}

TEST_F(Rows, readsAsTheReportSays)
{
    audit({"--delimiter", ";", "--null", "v=x", "--no-header", "--names", "k,v"});
    std::size_t checked = 0;
    for (const json& finding : findingsOf(report, "data.missing-values")) {
        if (finding["subject"]["column"] != "v")
            continue;
        const RunResult result = rows({finding["id"]});
        EXPECT_EQ(result.exitCode, 0) << result.err;
        EXPECT_EQ(linesOf(result.out).size(), 2u);
        ++checked;
    }
    EXPECT_EQ(checked, 1u);
}

TEST_F(Rows, theBeginOfAnIdIsEnough)
{
    audit({});
    EXPECT_EQ(rows({idOf("data.duplicate-rows").substr(0, 12)}).exitCode, 0);
}

TEST_F(Rows, refusesAChangedFile)
{
    audit({});
    folder.write("data.csv", readFile(data) + "9;new\n");
    const RunResult result = rows({idOf("data.duplicate-rows")});
    EXPECT_EQ(result.exitCode, 3);
    EXPECT_EQ(result.out, "");
    EXPECT_NE(result.err.find("not the file of the report"), std::string::npos) << result.err;
}

TEST_F(Rows, refusesWhatItCannotFind)
{
    audit({});
    EXPECT_EQ(rows({"f-0000000000000000"}).exitCode, 2);
    EXPECT_EQ(
        cupel({"rows", "f-0", data, "--report", (folder / "none.json").string()}).exitCode, 3);
    EXPECT_EQ(cupel({"rows", "f-0", data, "--report", data}).exitCode, 2);
    EXPECT_EQ(cupel({"rows", "f-0", data}).exitCode, 2);
}

TEST_F(Rows, everyFindingOfTheSampleHasAsManyRowsAsItCounts)
{
    const std::filesystem::path source = sourceDir();
    data = (source / "resources/sample/loans.csv").string();
    audit({"--roles", (source / "resources/sample/roles.json").string(), "--privacy", "full"});
    int checked = 0;
    for (const json& finding : report["findings"]) {
        std::size_t count = 0;
        // A line of a document shows a finding too; it is no row.
        for (const json& evidence : finding["evidence"])
            count += evidence.value("count", std::size_t{0});
        if (count == 0)
            continue;
        const RunResult result = rows({finding["id"]});
        EXPECT_EQ(result.exitCode, 0) << finding["message"] << result.err;
        EXPECT_EQ(linesOf(result.out).size(), count) << finding["message"];
        ++checked;
    }
    EXPECT_GT(checked, 8);
}

} // namespace
} // namespace cupel::test
