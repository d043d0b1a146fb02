#include "core/reports/sarif_report.h"

#include "tests/core/reports/support/hostile_texts.h"
#include "tests/core/reports/support/json_schema.h"
#include "tests/core/reports/support/small_report.h"
#include "tests/support/shared_dir.h"
#include "tests/support/temp_dir.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <filesystem>

namespace cupel::reports {
namespace {

using base::DataText;
using nlohmann::json;

json runOf(const Report& report)
{
    return json::parse(sarifReport(report)).at("runs").at(0);
}

/// Where ./dev test puts the official schema.
std::filesystem::path schemaFile()
{
    return test::sourceDir() / "build" / "test-data" / "sarif-2.1.0.json";
}

TEST(SarifReport, fitsTheOfficialSchema)
{
    if (!std::filesystem::exists(schemaFile()))
        GTEST_SKIP() << "no " << schemaFile().string()
                     << "; ./dev test fetches it where npm is installed";
    const std::string schema = test::readFile(schemaFile());
    EXPECT_TRUE(test::fitsSchemaText(sarifReport(test::smallReport()), schema));
    EXPECT_TRUE(test::fitsSchemaText(sarifReport(Report{}), schema));
    json wrong = json::parse(sarifReport(test::smallReport()));
    wrong["version"] = "2.0.0";
    EXPECT_FALSE(test::fitsSchemaText(wrong.dump(), schema));
}

TEST(SarifReport, kindsAndLevelsGoTogether)
{
    const json results = runOf(test::smallReport()).at("results");
    ASSERT_EQ(results.size(), 3u);
    EXPECT_EQ(results[0]["ruleId"], "test.error");
    EXPECT_EQ(results[0]["kind"], "fail");
    EXPECT_EQ(results[0]["level"], "error");
    EXPECT_EQ(results[2]["kind"], "open");
    EXPECT_EQ(results[2]["level"], "none");
}

TEST(SarifReport, resultsHavePlacesAndFingerprints)
{
    const json run = runOf(test::smallReport());
    const json& result = run["results"][0];
    const json& location = result["locations"][0];
    EXPECT_EQ(location["physicalLocation"]["artifactLocation"],
        (json{{"uri", "people.csv"}, {"uriBaseId", "DATASETS"}}));
    EXPECT_EQ(location["physicalLocation"]["region"],
        (json{{"startLine", 1}, {"startColumn", 1}, {"endColumn", 7}}));
    EXPECT_EQ(location["logicalLocations"],
        (json::array(
            {{{"name", "income"}, {"fullyQualifiedName", "people/income"}, {"kind", "member"}}})));
    EXPECT_EQ(result["partialFingerprints"]["datasetFinding/v1"].get<std::string>().size(), 16u);
    EXPECT_EQ(result["occurrenceCount"], 18);
    EXPECT_FALSE(result.contains("baselineState"));
    EXPECT_FALSE(result.contains("suppressions"));
    EXPECT_FALSE(run["originalUriBaseIds"]["DATASETS"].contains("uri"));
    EXPECT_EQ(run["artifacts"][0]["hashes"]["xxh3-128"], "0123456789abcdef0123456789abcdef");
}

TEST(SarifReport, allRulesComeWithHelp)
{
    const json rules = runOf(Report{})["tool"]["driver"]["rules"];
    ASSERT_FALSE(rules.empty());
    for (const json& rule : rules) {
        EXPECT_FALSE(rule["help"]["text"].get<std::string>().empty());
        EXPECT_FALSE(rule["help"]["markdown"].get<std::string>().empty());
        EXPECT_LE(rule["properties"]["tags"].size(), 20u);
    }
}

TEST(SarifReport, ruleIndexPointsAtTheRule)
{
    Report report = test::smallReport();
    for (auto& finding : report.datasets[0].audits[0].result.findings)
        finding.rule = "data.duplicate-rows";
    const json run = runOf(report);
    for (const json& result : run["results"])
        EXPECT_EQ(run["tool"]["driver"]["rules"][result["ruleIndex"].get<std::size_t>()]["id"],
            result["ruleId"]);
}

TEST(SarifReport, theRunSaysWhatDidNotGoWell)
{
    Report report = test::smallReport();
    report.exitCode = 1;
    json invocation = runOf(report)["invocations"][0];
    EXPECT_EQ(invocation["executionSuccessful"], true);
    EXPECT_EQ(invocation["exitCode"], 1);
    const json& notes = invocation["toolExecutionNotifications"];
    ASSERT_EQ(notes.size(), 2u);
    EXPECT_EQ(notes[0]["message"]["text"], "1 row of people.csv could not be read");
    EXPECT_EQ(notes[0]["locations"][0]["physicalLocation"]["region"]["startLine"], 7);
    EXPECT_EQ(notes[1]["level"], "note");
    report.reasons = {"b.csv was not audited"};
    EXPECT_EQ(runOf(report)["invocations"][0]["executionSuccessful"], false);
}

TEST(SarifReport, manyResultsAreFoldedAndSaidSo)
{
    Report report = test::smallReport();
    auto& findings = report.datasets[0].audits[0].result.findings;
    findings.resize(1);
    for (int i = 0; i < 5'010; ++i) {
        findings.push_back(findings.front());
        findings.back().subject = {{"column", DataText::name("c" + std::to_string(i))}};
    }
    const json run = runOf(report);
    EXPECT_EQ(run["results"].size(), kSarifResults);
    EXPECT_NE(
        run["invocations"][0]["toolExecutionNotifications"].dump().find("11 results are left out"),
        std::string::npos);
}

TEST(SarifReport, placesOfAFindingAreFolded)
{
    Report report = test::smallReport();
    auto& dataset = report.datasets[0];
    dataset.audits[0].result.findings[0].rule = "data.rejected-rows";
    dataset.input.rejected.clear();
    for (std::uint64_t line = 2; line < 500; ++line)
        dataset.input.rejected.push_back({line, "1 cell, expected 3"});
    const json run = runOf(report);
    for (const json& result : run["results"])
        EXPECT_LE(result["locations"].size(), 100u);
}

TEST(SarifReport, messagesHaveNoLinksAndNoPlaceholders)
{
    Report report = test::smallReport();
    report.datasets[0].audits[0].result.findings[2].message
        = {std::string("See "), DataText::name("[x](javascript:y) {0} [18, 25)")};
    report.datasets[0].input.file = "a b:c#?.csv";
    const json result = runOf(report)["results"][0];
    EXPECT_EQ(result["message"]["text"], "See [x\\](javascript:y) {{0}} [18, 25)");
    EXPECT_EQ(result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"],
        "a%20b%3Ac%23%3F.csv");
}

TEST(SarifReport, idsOfABaselineMayBeAnyText)
{
    Report report = test::smallReport();
    report.baseline.emplace().fixed.resize(2);
    report.baseline->fixed[0].id = "f-0123456789abcdef";
    report.baseline->fixed[1].id = "x";
    const nlohmann::json log = nlohmann::json::parse(sarifReport(report));
    const nlohmann::json& results = log.at("runs").at(0).at("results");
    const auto fingerprint = [&results](std::size_t fromEnd) {
        return results.at(results.size() - fromEnd)
            .at("partialFingerprints")
            .at("datasetFinding/v1");
    };
    EXPECT_EQ(fingerprint(2), "0123456789abcdef");
    EXPECT_EQ(fingerprint(1), "x");
}

TEST(SarifReport, hostileTextsStayTexts)
{
    for (const std::string& text : test::hostileTexts()) {
        Report report = test::smallReport();
        report.datasets[0].name = text;
        report.datasets[0].input.file = text;
        report.datasets[0].audits[0].result.findings[2].message = {DataText::name(text)};
        report.datasets[0].audits[0].result.findings[2].subject
            = {{"column", DataText::name(text)}};
        EXPECT_NO_THROW(runOf(report)) << text;
    }
}

} // namespace
} // namespace cupel::reports
