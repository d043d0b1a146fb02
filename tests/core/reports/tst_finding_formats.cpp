#include "core/reports/finding_formats.h"

#include "core/reports/csv_text.h"
#include "core/reports/formats.h"
#include "tests/core/reports/support/hostile_texts.h"
#include "tests/core/reports/support/markup.h"
#include "tests/core/reports/support/small_report.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <sstream>

namespace cupel::reports {
namespace {

using base::DataText;

/// A small report all of whose names and texts are `text`.
Report reportOf(const std::string& text)
{
    Report report = test::smallReport();
    DatasetReport& dataset = report.datasets[0];
    dataset.name = text;
    dataset.input.file = text;
    dataset.description.columns[0].name = text;
    for (findings::Finding& finding : dataset.audits[0].result.findings) {
        finding.subject = {{"column", DataText::name(text)}};
        finding.message = {DataText::name(text)};
        finding.remedy = {DataText::document(text)};
    }
    for (audits::ResultTable& table : dataset.audits[0].result.tables)
        table.rows[0][0] = DataText::roleValue(text, 50);
    dataset.audits[1].result.reason = text;
    dataset.proposals[0].column = text;
    report.reasons = {text};
    dataset.audits[0].result.findings[0].waived
        = findings::Waived{DataText::document(text), DataText::document(text), "2027-03-31"};
    BaselineDiff diff;
    diff.file = text;
    diff.fixed.resize(1);
    diff.fixed[0].id = "f-0123456789abcdef";
    diff.fixed[0].rule = diff.fixed[0].dataset = diff.fixed[0].message = text;
    diff.notChecked = diff.fixed;
    report.baseline = diff;
    report.unmatched = {{DataText::roleValue(text, kEnoughRows)}};
    findings::RuleSettings settings;
    settings.rule = "imbalance.ratio";
    settings.scope = {text, text, text, text};
    settings.level = findings::Setting<findings::Level>{findings::Level::None, text};
    report.policy.file = text;
    report.policy.rules = {settings};
    report.verdict = judge(report.datasets);
    return report;
}

/// Cells of RFC 4180 text; throws where it is none.
std::vector<std::vector<std::string>> readCsv(const std::string& text)
{
    std::vector<std::vector<std::string>> rows{{""}};
    bool isQuoted = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        std::string& cell = rows.back().back();
        if (isQuoted) {
            if (text[i] != '"')
                cell += text[i];
            else if (text.compare(i, 2, "\"\"") == 0)
                cell += text[i++];
            else
                isQuoted = false;
        } else if (text[i] == '"') {
            if (!cell.empty())
                throw std::runtime_error("a quote inside a cell");
            isQuoted = true;
        } else if (text[i] == ',') {
            rows.back().emplace_back();
        } else if (text.compare(i, 2, "\r\n") == 0) {
            rows.push_back({""});
            ++i;
        } else {
            if (text[i] == '\n' || text[i] == '\r')
                throw std::runtime_error("a bare line end");
            cell += text[i];
        }
    }
    rows.pop_back();
    return rows;
}

TEST(Junit, casesFailuresAndSkips)
{
    const std::string xml = junitReport(test::smallReport());
    EXPECT_EQ(test::readMarkup(xml).fault, "");
    EXPECT_NE(xml.find("<testsuites name=\"cupel audit\" tests=\"5\" failures=\"2\" errors=\"0\" "
                       "time=\"0\">"),
        std::string::npos)
        << xml;
    EXPECT_NE(
        xml.find("<failure type=\"error\" message=\"About test.error of yes."), std::string::npos);
    EXPECT_NE(xml.find("<skipped message=\"not-applicable: no label column: pass --label\"/>"),
        std::string::npos);
    EXPECT_NE(xml.find("<system-out>difference 0.3, 95 % interval 0.2 to 0.4; limit &lt;= 0.1 "
                       "(default)</system-out>"),
        std::string::npos);
    EXPECT_EQ(xml.find("SECRET"), std::string::npos);
}

TEST(Junit, aFailedAuditIsAnError)
{
    Report report = test::smallReport();
    report.datasets[0].audits[1].result.outcome = audits::Outcome::Failed;
    EXPECT_NE(junitReport(report).find("<error type=\"audit-failed\""), std::string::npos);
}

TEST(GitHub, tenOfEachLevelAndTheTotals)
{
    Report report = test::smallReport();
    auto& findings = report.datasets[0].audits[0].result.findings;
    for (int i = 0; i < 25; ++i)
        findings.push_back(findings[2]);
    report.verdict = judge(report.datasets);
    std::istringstream text(githubAnnotations(report));
    int errors = 0;
    std::string line;
    std::string last;
    for (; std::getline(text, line); last = line) {
        EXPECT_EQ(line.rfind("::", 0), 0u) << line;
        errors += line.rfind("::error ", 0) == 0;
    }
    EXPECT_EQ(errors, 10);
    EXPECT_EQ(last.rfind("::notice title=cupel audit::26 errors, 1 note", 0), 0u) << last;
}

TEST(GitHub, textsCannotBeCommands)
{
    Report report = reportOf("a%b\r\n::error::c,d:e");
    std::istringstream text(githubAnnotations(report));
    for (std::string line; std::getline(text, line);) {
        EXPECT_EQ(line.find("::error::"), line.rfind("::error::")) << line;
        EXPECT_TRUE(line.rfind("::error ", 0) == 0 || line.rfind("::notice ", 0) == 0) << line;
    }
    EXPECT_NE(githubAnnotations(report).find("file=a%25b\\r\\n%3A%3Aerror%3A%3Ac%2Cd%3Ae,line=1"),
        std::string::npos)
        << githubAnnotations(report);
}

TEST(CodeQuality, isAListOfWhatMatters)
{
    const auto list = nlohmann::json::parse(codeQualityReport(test::smallReport()));
    ASSERT_EQ(list.size(), 3u);
    EXPECT_EQ(list[0]["severity"], "critical");
    EXPECT_EQ(list[1]["severity"], "minor");
    EXPECT_EQ(list[2]["severity"], "info");
    EXPECT_EQ(
        list[0]["location"], (nlohmann::json{{"path", "people.csv"}, {"lines", {{"begin", 1}}}}));
    EXPECT_NE(list[0]["fingerprint"], list[1]["fingerprint"]);
}

TEST(FindingsCsv, oneLineForEachFinding)
{
    const auto rows = readCsv(findingsCsv(test::smallReport()));
    ASSERT_EQ(rows.size(), 4u);
    for (const auto& row : rows)
        EXPECT_EQ(row.size(), rows[0].size());
    EXPECT_EQ(rows[1][1], "test.error");
    EXPECT_EQ(rows[1][7], "column income");
    EXPECT_EQ(rows[1][9], "0.3");
    EXPECT_EQ(rows[1][18], "18");
}

TEST(FindingsCsv, formulasAreGuardedAndNumbersAreNot)
{
    for (const char* text : {"=1+1", "+1x", "-x", "@x", "\t=1", "\r=1", " =1", "\uFF1D1"}) {
        const auto rows = readCsv(findingsCsv(reportOf(text)));
        for (const auto& row : rows) {
            for (const std::string& cell : row)
                EXPECT_TRUE(
                    cell.empty() || std::string("=+-@\t\r").find(cell[0]) == std::string::npos)
                    << cell;
        }
        EXPECT_EQ(rows[1][15][0], '\'') << text;
    }
    EXPECT_EQ(csvCell("-5", FormulaGuard::On), "-5");
    EXPECT_EQ(csvCell("-5x", FormulaGuard::On), "'-5x");
    EXPECT_EQ(csvCell("-5x", FormulaGuard::Off), "-5x");
    EXPECT_EQ(csvCell("a\"b,", FormulaGuard::On), "\"a\"\"b,\"");
}

TEST(AllFormats, hostileTextsParse)
{
    for (const std::string& text : test::hostileTexts()) {
        const Report report = reportOf(text);
        EXPECT_EQ(test::readMarkup(findFormat("html")->write(report)).fault, "") << text;
        EXPECT_EQ(test::readMarkup(findFormat("junit")->write(report)).fault, "") << text;
        for (const char* name : {"json", "sarif", "codequality"})
            EXPECT_NO_THROW(nlohmann::json::parse(findFormat(name)->write(report))) << name << text;
        EXPECT_NO_THROW(readCsv(findFormat("csv")->write(report))) << text;
        std::istringstream lines(findFormat("github")->write(report));
        for (std::string line; std::getline(lines, line);)
            EXPECT_EQ(line.rfind("::", 0), 0u) << text;
        for (const Format& format : formats()) {
            const std::string whole = format.write(report);
            EXPECT_EQ(whole.find('\x1b'), std::string::npos) << format.name;
            EXPECT_TRUE(format.name == "json" || whole.find("\u202E") == std::string::npos)
                << format.name;
        }
    }
}

TEST(AllFormats, showWhatTheModeShows)
{
    for (const Privacy privacy : {Privacy::Masked, Privacy::Aggregate}) {
        Report report = test::smallReport();
        report.privacy = privacy;
        for (const Format& format : formats())
            EXPECT_EQ(format.write(report).find("SECRET"), std::string::npos) << format.name;
    }
    Report full = test::smallReport();
    full.privacy = Privacy::Full;
    for (const Format& format : formats())
        EXPECT_NE(format.write(full).find("SECRET"), std::string::npos) << format.name;
}

TEST(AllFormats, staySmallForWideTables)
{
    Report report = test::smallReport();
    DatasetReport& dataset = report.datasets[0];
    counts::ColumnDescription column = dataset.description.columns[1];
    auto& findings = dataset.audits[0].result.findings;
    for (int i = 0; i < 5'000; ++i) {
        column.name = "column_with_a_name_" + std::to_string(i);
        for (std::size_t bin = 0; bin < column.profile.numbers->counts.size(); ++bin)
            column.profile.numbers->counts[bin] = 1'000'000 / (i + static_cast<int>(bin) + 1);
        column.profile.distinct.value = 40;
        dataset.description.columns.push_back(column);
        findings.push_back(findings[2]);
        findings.back().subject = {{"column", DataText::name(column.name)}};
        dataset.audits[0].result.metrics.push_back(dataset.audits[0].result.metrics[0]);
    }
    report.verdict = judge(report.datasets);
    const std::string html = findFormat("html")->write(report);
    EXPECT_LT(html.size(), 2'000'000u);
    EXPECT_NE(html.find("4,503 more rows are not shown here."), std::string::npos);
    EXPECT_NE(html.find("4,703 more findings are not shown here"), std::string::npos);
    EXPECT_LT(findFormat("md")->write(report).size(), 60'000u);
    Report hostile = reportOf(std::string(100'000, '\x01'));
    EXPECT_LT(findFormat("md")->write(hostile).size(), 60'000u);
    EXPECT_LT(findFormat("html")->write(hostile).size(), 2'000'000u);
}

} // namespace
} // namespace cupel::reports
