#include "core/reports/terminal.h"

#include "tests/core/reports/support/small_report.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <sstream>

namespace cupel::reports {
namespace {

std::vector<std::string> linesOf(const std::string& text)
{
    std::vector<std::string> lines;
    std::istringstream stream(text);
    for (std::string line; std::getline(stream, line);)
        lines.push_back(line);
    return lines;
}

TEST(TerminalSummary, verdictFirstThenTheWorst)
{
    const std::string text = terminalSummary(test::smallReport(), {});
    EXPECT_EQ(
        linesOf(text).front(), "1 error, 1 note, 1 with not enough evidence, 1 audit not run");
    EXPECT_LT(text.find("test.error"), text.find("test.note"));
    EXPECT_LT(text.find("test.note"), text.find("test.open"));
    EXPECT_NE(text.find("class-imbalance: no label column: pass --label"), std::string::npos);
    EXPECT_NE(text.find("--group age  (its name says so)"), std::string::npos);
    EXPECT_EQ(text.find("SECRET"), std::string::npos);
}

TEST(TerminalSummary, noFindingsIsNoPraise)
{
    Report report = test::smallReport();
    report.datasets[0].audits.resize(1);
    report.datasets[0].audits[0].result.findings.clear();
    report.verdict = judge(report.datasets);
    EXPECT_EQ(linesOf(terminalSummary(report, {})).front(), "no findings");
}

TEST(TerminalSummary, colourOnlyWhereAsked)
{
    EXPECT_EQ(terminalSummary(test::smallReport(), {}).find('\x1b'), std::string::npos);
    TerminalStyle style;
    style.hasColour = true;
    EXPECT_NE(terminalSummary(test::smallReport(), style).find('\x1b'), std::string::npos);
}

TEST(TerminalSummary, linesKeepToTheWidth)
{
    Report report = test::smallReport();
    report.datasets[0].audits[0].result.findings[2].message
        = {std::string("many words of which none is long "), std::string(60, ' '),
            std::string("and still more words that follow them here")};
    TerminalStyle style;
    style.width = 50;
    for (const std::string& line : linesOf(terminalSummary(report, style)))
        EXPECT_LE(line.size(), 50u) << line;
}

TEST(TerminalSummary, textOfTheDataCannotAct)
{
    Report report = test::smallReport();
    report.datasets[0].input.file = "a\x1b]0;title\x07.csv";
    report.datasets[0].audits[0].result.findings[2].message
        = {base::DataText::name("::error::x\n::add-mask::y"), std::string(" is odd")};
    report.datasets[0].proposals[0].column = "x'; rm -r y\r";
    report.verdict = judge(report.datasets);
    const std::string text = terminalSummary(report, {});
    EXPECT_EQ(text.find('\x1b'), std::string::npos);
    EXPECT_EQ(text.find('\r'), std::string::npos);
    for (const std::string& line : linesOf(text)) {
        const std::size_t begin = line.find_first_not_of(' ');
        EXPECT_FALSE(begin != std::string::npos && line.compare(begin, 2, "::") == 0) << line;
    }
    EXPECT_NE(text.find("--group 'x'\\''; rm -r y\\r'"), std::string::npos) << text;
}

TEST(TerminalSummary, longListsAreCutUnlessVerbose)
{
    Report report = test::smallReport();
    auto& findings = report.datasets[0].audits[0].result.findings;
    findings::Finding one = findings.front();
    for (int i = 0; i < 20; ++i) {
        one.rule = "test.rule-" + std::to_string(i);
        findings.push_back(one);
    }
    EXPECT_NE(terminalSummary(report, {}).find("and 15 more"), std::string::npos);
    TerminalStyle style;
    style.isVerbose = true;
    const std::string all = terminalSummary(report, style);
    EXPECT_NE(all.find("test.rule-19"), std::string::npos);
    EXPECT_NE(all.find("Look at it."), std::string::npos);
}

TEST(TerminalSummary, namesRulesThatAreOff)
{
    Report report = test::smallReport();
    ASSERT_TRUE(findings::setFromFlag(report.policy, "data.duplicate-rows.level=none"));
    ASSERT_TRUE(findings::setFromFlag(report.policy, "imbalance.ratio.enabled=false"));
    ASSERT_TRUE(findings::setFromFlag(report.policy, "data.mixed-types.level=note"));
    EXPECT_NE(terminalSummary(report, {})
                  .find("Switched off: data.duplicate-rows (flag), imbalance.ratio (flag)\n"),
        std::string::npos)
        << terminalSummary(report, {});
}

} // namespace
} // namespace cupel::reports
