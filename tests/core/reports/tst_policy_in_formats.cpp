#include "core/reports/finding_formats.h"
#include "core/reports/formats.h"
#include "core/reports/json_report.h"
#include "core/reports/sarif_report.h"
#include "core/reports/schemas.h"
#include "core/reports/terminal.h"
#include "tests/core/reports/support/json_schema.h"
#include "tests/core/reports/support/markup.h"
#include "tests/core/reports/support/small_report.h"
#include "tests/support/shared_dir.h"
#include "tests/support/temp_dir.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <filesystem>

namespace cupel::reports {
namespace {

using base::DataText;
using findings::BaselineState;
using nlohmann::json;

/// The small report with its error waived, a second error that is new since a baseline of which one
/// finding is fixed and one was not checked again, a rule that is off, and a part of the policy
/// that is about nothing.
Report judged(bool onlyNew = false)
{
    Report report = test::smallReport();
    auto& findings = report.datasets[0].audits[0].result.findings;
    findings.push_back(findings[2]);
    findings[3].rule = "test.second";
    findings[3].message = {std::string("About test.second.")};
    for (findings::Finding& finding : findings)
        finding.baseline = BaselineState::Unchanged;
    findings[3].baseline = BaselineState::New;
    findings[2].waived = findings::Waived{
        DataText::document("known since May"), DataText::document("steward"), "2027-03-31"};
    BaselineDiff diff;
    diff.file = "old.json";
    diff.onlyNew = onlyNew;
    for (const findings::Finding& finding : findings)
        diff.states[finding.id("people")] = *finding.baseline;
    Baseline::Entry gone;
    gone.id = "f-0123456789abcdef";
    gone.rule = "imbalance.ratio";
    gone.dataset = "people";
    gone.message = "The classes were uneven.";
    diff.fixed = {gone};
    gone.id = "f-fedcba9876543210";
    gone.message = "Nobody looked again.";
    diff.notChecked = {gone};
    report.baseline = diff;
    report.policy.file = "policy.yaml";
    report.policy.hash = "xxh3-128:0123456789abcdef0123456789abcdef";
    findings::RuleSettings off;
    off.rule = "data.constant-column";
    off.enabled = findings::Setting<bool>{false, "policy.yaml:9"};
    report.policy.rules = {off};
    report.unmatched = {{std::string("The waiver of x is for none of the datasets.")}};
    report.verdict = judge(report.datasets);
    return report;
}

bool has(const std::string& text, const std::string& part)
{
    return text.find(part) != std::string::npos;
}

TEST(PolicyInFormats, AWaivedFindingIsCountedAsWaivedOnly)
{
    const Verdict verdict = judged().verdict;
    EXPECT_EQ(verdict.errors, 1);
    EXPECT_EQ(verdict.waived, 1);
    EXPECT_EQ(verdict.notes, 1);
    ASSERT_EQ(verdict.sentences.size(), 1U);
    EXPECT_EQ(std::get<std::string>(verdict.sentences[0][0]), "About test.second.");
}

TEST(PolicyInFormats, WhatGatesIsNotWaivedAndWithNewsOnlyNew)
{
    for (const bool onlyNew : {false, true}) {
        const Report report = judged(onlyNew);
        const auto& findings = report.datasets[0].audits[0].result.findings;
        EXPECT_EQ(gates(findings[0], report), !onlyNew) << "a note of the baseline";
        EXPECT_FALSE(gates(findings[1], report)) << "open";
        EXPECT_FALSE(gates(findings[2], report)) << "waived";
        EXPECT_TRUE(gates(findings[3], report)) << "new";
        findings::Finding review = findings[1];
        review.kind = findings::Kind::Review;
        EXPECT_EQ(waitsForPerson(review, report), !onlyNew);
        review.baseline = BaselineState::New;
        EXPECT_TRUE(waitsForPerson(review, report));
        review.waived = findings[2].waived;
        EXPECT_FALSE(waitsForPerson(review, report)) << "a waiver decides";
    }
}

TEST(PolicyInFormats, NewsStandFirstAndWhatIsWaivedLast)
{
    Report report = judged();
    auto& findings = report.datasets[0].audits[0].result.findings;
    findings[3].level = findings::Level::Note;
    findings[2].waived.reset();
    const auto ranked = rankedFindings(report.datasets[0]);
    EXPECT_EQ(ranked[0]->rule, "test.second") << "a new note before a known error";
    EXPECT_EQ(ranked[1]->rule, "test.error");
}

TEST(PolicyInFormats, Terminal)
{
    TerminalStyle style;
    style.width = 100;
    const std::string text = terminalSummary(judged(), style);
    EXPECT_TRUE(has(text, "1 waived")) << text;
    EXPECT_FALSE(has(text, "test.error")) << text;
    EXPECT_TRUE(has(text, "Switched off: data.constant-column (policy.yaml:9)")) << text;
    EXPECT_TRUE(has(text, "The waiver of x is for none of the datasets.")) << text;
    EXPECT_TRUE(has(text, "1 new, 1 fixed, 1 not checked again since the baseline\n")) << text;
    style.isVerbose = true;
    const std::string all = terminalSummary(judged(true), style);
    EXPECT_TRUE(has(all, "Accepted until 2027-03-31 by steward: known since May")) << all;
    EXPECT_TRUE(has(all, "The classes were uneven.")) << all;
    EXPECT_TRUE(has(all, "only what is new or worse can fail")) << all;
}

TEST(PolicyInFormats, PagesForPeople)
{
    const std::string html = findFormat("html")->write(judged());
    EXPECT_EQ(test::readMarkup(html).fault, "");
    for (const char* part : {">Waived<", "Accepted until 2027-03-31 by ", "known since May",
             "Since the baseline", "The classes were uneven.", "Nobody looked again.",
             "policy.yaml:9", "data.constant-column", "The waiver of x is for none"})
        EXPECT_TRUE(has(html, part)) << part;
    const std::string md = findFormat("md")->write(judged(true));
    for (const char* part : {"| Waived |", "1 waived", "The classes were uneven.",
             "Nobody looked again.", "policy.yaml:9", "for none of the datasets",
             "Only what is new or worse can fail this run"})
        EXPECT_TRUE(has(md, part)) << part << "\n" << md;
    EXPECT_FALSE(has(md, "test.error")) << "accepted, so it is nothing that matters\n" << md;
    EXPECT_TRUE(has(md, "| test | 1 | 0 | 1 | 0 | 1 | 1 |")) << md;
}

TEST(PolicyInFormats, JsonFitsTheSchema)
{
    const std::string text = jsonReport(judged(true));
    EXPECT_TRUE(test::fitsSchema(text, "report"));
    const json report = json::parse(text);
    EXPECT_EQ(report["findings"][2]["waiver"],
        (json{{"reason", "known since May"}, {"owner", "steward"}, {"until", "2027-03-31"}}));
    EXPECT_EQ(report["findings"][3]["baselineState"], "new");
    EXPECT_EQ(report["verdict"]["counts"]["waived"], 1);
    EXPECT_EQ(report["baseline"]["onlyNew"], true);
    EXPECT_EQ(report["baseline"]["fixed"][0]["message"], "The classes were uneven.");
    EXPECT_EQ(report["run"]["unmatched"].size(), 1U);
}

TEST(PolicyInFormats, SarifHasSuppressionsAndStates)
{
    const json run = json::parse(sarifReport(judged())).at("runs").at(0);
    const json& results = run.at("results");
    ASSERT_EQ(results.size(), 5U);
    EXPECT_EQ(results[0]["ruleId"], "test.second");
    EXPECT_EQ(results[0]["baselineState"], "new");
    EXPECT_FALSE(results[0].contains("suppressions"));
    const json& waived = results[3];
    EXPECT_EQ(waived["baselineState"], "unchanged");
    EXPECT_EQ(waived["level"], "error") << "the suppression says that it does not count";
    EXPECT_EQ(waived["suppressions"],
        (json::array({{{"kind", "external"}, {"status", "accepted"},
            {"justification", "Accepted until 2027-03-31 by steward: known since May"}}})));
    const json& fixed = results[4];
    EXPECT_EQ(fixed["baselineState"], "absent");
    EXPECT_EQ(fixed["kind"], "pass");
    EXPECT_EQ(fixed["level"], "none");
    EXPECT_EQ(fixed["partialFingerprints"]["datasetFinding/v1"], "0123456789abcdef");
    const std::string notes = run["invocations"][0]["toolConfigurationNotifications"].dump();
    EXPECT_TRUE(has(notes, "switched off: data.constant-column (policy.yaml:9)")) << notes;
    EXPECT_TRUE(has(notes, "for none of the datasets")) << notes;
    EXPECT_TRUE(has(notes, "1 finding of the baseline not checked again")) << notes;
    const auto schema = test::sourceDir() / "build" / "test-data" / "sarif-2.1.0.json";
    if (std::filesystem::exists(schema)) {
        EXPECT_TRUE(test::fitsSchemaText(sarifReport(judged()), test::readFile(schema)));
    }
}

TEST(PolicyInFormats, JunitSkipsWhatCannotFail)
{
    const std::string all = junitReport(judged());
    EXPECT_EQ(test::readMarkup(all).fault, "");
    EXPECT_TRUE(has(all, "tests=\"4\" failures=\"2\" errors=\"0\" time=\"0\" skipped=\"2\""))
        << all;
    EXPECT_TRUE(has(all,
        "<skipped message=\"waived: Accepted until 2027-03-31 by steward: known since May: About "
        "test.error"))
        << all;
    EXPECT_TRUE(has(all, "since the baseline: new")) << all;
    const std::string news = junitReport(judged(true));
    EXPECT_TRUE(has(news, "tests=\"4\" failures=\"1\" errors=\"0\" time=\"0\" skipped=\"3\""))
        << news;
    EXPECT_TRUE(has(news, "<skipped message=\"not new since the baseline: About test.note"))
        << news;
}

TEST(PolicyInFormats, AnnotationsLeaveOutWhatIsWaived)
{
    const std::string all = githubAnnotations(judged());
    EXPECT_FALSE(has(all, "test.error")) << all;
    EXPECT_TRUE(has(all, "::error file=people.csv")) << all;
    EXPECT_TRUE(has(all, "title=test.second (new)::")) << all;
    EXPECT_TRUE(has(all, "1 waived")) << all;
    EXPECT_TRUE(has(all, "1 new, 1 fixed, 1 not checked again since the baseline")) << all;
    Report known = judged(true);
    auto& findings = known.datasets[0].audits[0].result.findings;
    findings[3].baseline = BaselineState::Unchanged;
    EXPECT_FALSE(has(githubAnnotations(known), "::error")) << "it cannot fail the run";
    const json list = json::parse(codeQualityReport(judged()));
    for (const json& entry : list)
        EXPECT_NE(entry["check_name"], "test.error");
    EXPECT_EQ(list.size(), 3U);
}

TEST(PolicyInFormats, TheTableHasColumnsForBoth)
{
    const std::string csv = findingsCsv(judged());
    EXPECT_TRUE(has(csv, ",baseline_state,waived_until,waiver_owner,waiver_reason\r\n")) << csv;
    EXPECT_TRUE(has(csv, ",unchanged,2027-03-31,steward,known since May\r\n")) << csv;
    EXPECT_TRUE(has(csv, ",new,,,\r\n")) << csv;
}

} // namespace
} // namespace cupel::reports
