#include "core/reports/audit_page.h"

#include "core/card/completeness.h"
#include "core/reports/html_page.h"
#include "core/reports/markdown_page.h"
#include "core/reports/terminal.h"
#include "tests/core/reports/support/markup.h"
#include "tests/core/reports/support/small_report.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace cupel::reports {
namespace {

using base::DataText;

const PrivacyView kMasked(Privacy::Masked);

/// A report whose dataset has a card in which one claim of two is contradicted.
Report reportWithCard()
{
    Report report = test::smallReport();
    DatasetReport& dataset = report.datasets.front();
    dataset.card = card::emptyCard();
    dataset.card->find("card.title")->state = card::State::Present;
    dataset.card->find("card.summary")->state = card::State::Derived;

    audits::AuditResult result;
    result.tables.push_back({"claims", {std::string("What the documents say, beside the counts")},
        {"claim", "about", "said", "verdict", "file", "line"},
        {{std::string("columns"), DataText::document(""), DataText::document("3 columns"),
             std::string("agrees"), DataText::name("README.md"), std::int64_t{4}},
            {std::string("rows"), DataText::document(""), DataText::document("13 people"),
                std::string("contradicts"), DataText::name("README.md"), std::int64_t{9}}}});
    findings::Finding finding;
    finding.rule = "card.claim-contradicted";
    finding.kind = findings::Kind::Fail;
    finding.level = findings::Level::Error;
    finding.subject = {{"claim", DataText::name("rows")}};
    finding.message = {std::string("README.md line 9 says \"13 people\"; counted: 12 rows.")};
    result.findings = {finding};
    dataset.audits.push_back({"data-card", "Documentation", result});
    report.verdict = judge(report.datasets);
    return report;
}

std::string htmlOf(const Report& report)
{
    return htmlPage(auditPage(report), kMasked);
}

std::size_t placeOf(const std::string& text, const std::string& words)
{
    const std::size_t place = text.find(words);
    EXPECT_NE(place, std::string::npos) << words;
    return place;
}

TEST(AuditPage, saysWhatTheColumnsWereTakenFor)
{
    Report report = test::smallReport();
    audits::Roles& roles = report.datasets.front().roles;
    roles.groups = {{"sex", "Male", {}}, {"age", std::nullopt, {0, 25.5, 100}}};
    roles.intersections = {{"sex", "age"}};
    roles.score = "p";
    roles.threshold = 0.5;
    roles.missing = {{"*", {"?"}}, {"age", {"-1", "99"}}};
    roles.use = {"research"};
    const std::string text = test::readMarkup(htmlOf(report)).text;
    for (const char* fact :
        {"income, favourable value yes", "sex, compared with Male", "age, bins 0, 25.5, 100",
            "sex × age", "p, from 0.5 on", "\"?\", \"-1\", \"99\" in age", "research"})
        EXPECT_NE(text.find(fact), std::string::npos) << fact;
}

TEST(AuditPage, columnsWithOneValueHaveOneBar)
{
    Report report = test::smallReport();
    auto& columns = report.datasets.front().description.columns;
    columns[0].profile.top = {{"yes", 12}};
    columns[0].profile.distinct = {1, true};
    table::NumberSummary ages;
    ages.n = 12;
    ages.min = ages.max = 40.0;
    ages.counts[0] = 12;
    columns[1].profile.numbers = ages;
    const std::string html = htmlPage(auditPage(report), kMasked);
    EXPECT_NE(html.find("The same value in 12 rows"), std::string::npos);
    EXPECT_NE(html.find("The same number, 40, in 12 rows"), std::string::npos);

    columns[0].profile.top = {{"yes", 11}};
    columns[0].profile.distinct = {2, true};
    EXPECT_EQ(htmlOf(report).find("The same value"), std::string::npos);
}

TEST(AuditPage, leavesOutColumnsOfMetricsThatNoneHas)
{
    Report report = test::smallReport();
    std::vector<audits::Metric*> metrics;
    for (AuditReport& audit : report.datasets.front().audits) {
        for (audits::Metric& metric : audit.result.metrics)
            metrics.push_back(&metric);
    }
    ASSERT_FALSE(metrics.empty());
    for (audits::Metric* const metric : metrics) {
        metric->interval.reset();
        metric->excluded.clear();
    }
    const std::string without = test::readMarkup(htmlOf(report)).text;
    EXPECT_NE(without.find("Denominator"), std::string::npos);
    EXPECT_EQ(without.find("Left out"), std::string::npos);
    metrics.front()->excluded["missing-group"] = 3;
    const std::string with = test::readMarkup(htmlOf(report)).text;
    EXPECT_NE(with.find("Left out"), std::string::npos);
    EXPECT_NE(with.find("3 missing-group"), std::string::npos);
}

TEST(AuditPage, tellsOfTheCardContradictionsFirst)
{
    const std::string html = htmlOf(reportWithCard());
    EXPECT_EQ(test::readMarkup(html).fault, "");
    const std::size_t section = placeOf(html, "id=\"d1-data-card\"");
    const std::string part = html.substr(section, html.find("<h3", section + 1) - section);
    const std::size_t contradiction = placeOf(part, "counted: 12 rows.");
    const std::size_t claims = placeOf(part,
        "2 claims of the documents compared with the counts: "
        "1 contradicted.");
    const std::size_t contradicted = placeOf(part, ">contradicts<");
    const std::size_t agreed = placeOf(part, ">agrees<");
    const std::size_t complete = placeOf(part, " complete: 2 of ");
    EXPECT_LT(contradiction, claims);
    EXPECT_LT(claims, complete);
    EXPECT_LT(contradicted, agreed);
    placeOf(part, "href=\"#f-");
    placeOf(part, "<th scope=\"row\">Access and licence</th>");
    placeOf(part, "<th scope=\"row\">Whole card</th><td class=\"num\">100</td>");
    placeOf(part, "core fields without an answer");
    EXPECT_EQ(html.find("id=\"d1-documentation"), std::string::npos) << "told once";
}

TEST(AuditPage, hasNoCardWithoutDocuments)
{
    EXPECT_EQ(htmlOf(test::smallReport()).find("data-card"), std::string::npos);
}

TEST(SummaryPage, tellsOfTheCardToo)
{
    const std::string text = markdownPage(summaryPage(reportWithCard()), kMasked);
    const std::size_t card = placeOf(text, "\n## Data Card\n");
    const std::string part = text.substr(card);
    EXPECT_LT(placeOf(part, "- **error**: README.md line 9"), placeOf(part, " complete: 2 of "));
    placeOf(part, "| Part | Weight | Fields | Answered | From the data alone | Completeness |");
    placeOf(part, "| Whole card | 100 |");
}

/// A report in which three audits did not run for one reason, and another for its own.
Report reportWithIdleAudits()
{
    Report report = test::smallReport();
    audits::AuditResult idle;
    idle.outcome = audits::Outcome::NotApplicable;
    idle.reason = "no card";
    for (const char* id : {"license-terms", "data-card", "documents"})
        report.datasets.front().audits.push_back({id, id, idle});
    report.verdict = judge(report.datasets);
    return report;
}

TEST(AuditPage, saysOnceWhySeveralAuditsDidNotRun)
{
    const Report report = reportWithIdleAudits();
    EXPECT_EQ(report.verdict.notRun, 4);
    const std::string html = htmlOf(report);
    placeOf(html,
        "<th scope=\"row\">license-terms; data-card; documents</th><td>does not apply</td>"
        "<td>no card</td>");
    placeOf(html, "<th scope=\"row\">Class imbalance</th>");
    const std::string summary = terminalSummary(report, {});
    placeOf(summary, "  license-terms, data-card, documents: no card\n");
    placeOf(summary, "  class-imbalance: no label column: pass --label\n");
    placeOf(markdownPage(summaryPage(report), kMasked),
        "- license-terms; data-card; documents: no card");
}

TEST(AuditPage, putsPlacesAndEvidenceOfAFindingOnOneLineEach)
{
    Report report = test::smallReport();
    findings::Finding& error = report.datasets.front().audits.front().result.findings.back();
    error.documents = {{"README.md", 8}, {"LICENSE", 1}};
    const std::string html = htmlOf(report);
    placeOf(html, "<dt>Documents</dt><dd><bdi>README.md, line 8</bdi>; <bdi>LICENSE, line 1</bdi>");
    EXPECT_EQ(
        html.find("<dt>Evidence</dt>", placeOf(html, "<dt>Evidence</dt>") + 1), std::string::npos);
}

TEST(AuditPage, namesFrequentValuesOfRolesOnly)
{
    Report report = test::smallReport();
    const std::string text = test::readMarkup(htmlOf(report)).text;
    // Fewer than five rows hold the other values of the label; name has no role.
    EXPECT_NE(text.find("yes (58.3\u00a0%)"), std::string::npos) << text;
    EXPECT_EQ(text.find("no (33.3"), std::string::npos);
    EXPECT_EQ(text.find("SECRET"), std::string::npos);
}

TEST(HtmlPage, longContentsListThePartsOnly)
{
    Page page;
    page.title = {std::string("Title")};
    page.add(Heading{2, {std::string("Part")}, "part"});
    for (int i = 0; i < 60; ++i)
        page.add(Heading{3, {std::string("Field")}, "field-" + std::to_string(i)});
    const std::string html = htmlPage(page, kMasked);
    EXPECT_EQ(html.find("href=\"#field-0\""), std::string::npos);
    EXPECT_NE(html.find("href=\"#part\""), std::string::npos);
    EXPECT_NE(html.find("id=\"field-0\""), std::string::npos) << "still to be linked to";
}

} // namespace
} // namespace cupel::reports
