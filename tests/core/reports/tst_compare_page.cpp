#include "core/reports/compare_page.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <utility>

#include "core/reports/finding_texts.h"
#include "core/reports/json_report.h"
#include "core/reports/privacy.h"
#include "tests/core/reports/support/small_report.h"

namespace cupel::reports {
namespace {

std::string textOf(const base::Sentence& sentence)
{
    return PrivacyView(Privacy::Full).show(sentence);
}

/// The list below a heading, or an empty one.
List listBelow(const Page& page, const std::string& anchor)
{
    for (std::size_t i = 0; i + 1 < page.blocks.size(); ++i) {
        const auto* heading = std::get_if<Heading>(&page.blocks[i].content);
        if (heading && heading->anchor == anchor)
            return std::get<List>(page.blocks[i + 1].content);
    }
    return {};
}

const Table* tableWith(const Page& page, const std::string& column)
{
    for (const Block& block : page.blocks) {
        const auto* table = std::get_if<Table>(&block.content);
        if (table
            && std::any_of(table->columns.begin(), table->columns.end(),
                [&](const auto& one) { return textOf(one) == column; }))
            return table;
    }
    return nullptr;
}

Page compared(const Report& old, const Report& now)
{
    auto page = comparePage(old, "people@1", now, "people@2");
    EXPECT_TRUE(page.has_value()) << (page ? "" : page.error().message);
    return page ? std::move(*page) : Page{};
}

TEST(ComparePage, aReportBesideItself)
{
    const Report report = test::smallReport();
    const Page page = compared(report, report);
    EXPECT_EQ(textOf(page.title), "people@2 beside people@1");
    EXPECT_EQ(listBelow(page, "unchanged").items.size(), 3u);
    EXPECT_TRUE(listBelow(page, "new").items.empty());
    EXPECT_TRUE(listBelow(page, "fixed").items.empty());
    EXPECT_EQ(tableWith(page, "Missing now"), nullptr);
    EXPECT_EQ(tableWith(page, "What"), nullptr);
    EXPECT_EQ(tableWith(page, "Rows now"), nullptr);
}

TEST(ComparePage, findingsLeadToWhereTheyAre)
{
    const Report now = test::smallReport();
    Report old = now;
    auto& before = old.datasets.front().audits.front().result.findings;
    findings::Finding gone = before[0];
    gone.rule = "test.gone";
    before.pop_back(); // the error is new
    before.push_back(gone);
    const Page page = compared(old, now);
    const List fresh = listBelow(page, "new");
    ASSERT_EQ(fresh.items.size(), 1u);
    const findings::Finding& error = now.datasets.front().audits.front().result.findings.back();
    EXPECT_EQ(fresh.items[0].target, error.id("people"));
    EXPECT_EQ(fresh.items[0].tone, Tone::Error);
    const List fixed = listBelow(page, "fixed");
    ASSERT_EQ(fixed.items.size(), 1u);
    EXPECT_EQ(fixed.items[0].target, ""); // it is nowhere any more
}

TEST(ComparePage, saysWhatColumnsAreAndHold)
{
    Report now = test::smallReport();
    const Report old = now;
    auto& columns = now.datasets.front().description.columns;
    columns[1].profile.missing = 6;
    columns[1].type = table::ColumnType::Number;
    columns[2].profile.distinct = {200'000, false};
    const Page page = compared(old, now);
    const Table* const types = tableWith(page, "What");
    ASSERT_TRUE(types);
    ASSERT_EQ(types->rows.size(), 1u);
    EXPECT_EQ(textOf(std::get<base::Sentence>(types->rows[0][0].content)), "age");
    EXPECT_EQ(textOf(std::get<base::Sentence>(types->rows[0][2].content)), "integer");
    EXPECT_EQ(textOf(std::get<base::Sentence>(types->rows[0][3].content)), "number");
    const Table* const held = tableWith(page, "Missing now");
    ASSERT_TRUE(held);
    ASSERT_EQ(held->rows.size(), 2u);
    EXPECT_DOUBLE_EQ(std::get<Cell::Share>(held->rows[0][1].content).value, 11.0 / 12.0);
    EXPECT_DOUBLE_EQ(std::get<Cell::Share>(held->rows[0][2].content).value, 0.5);
    EXPECT_EQ(textOf(std::get<base::Sentence>(held->rows[1][4].content)), "about 200,000");
}

TEST(ComparePage, figuresAndAnotherDataset)
{
    Report now = test::smallReport();
    Report old = now;
    old.datasets.front().name = "others";
    now.datasets.front().audits.front().result.metrics.front().value = 0.5;
    const Page page = compared(old, now);
    const Table* const figures = tableWith(page, "Rows now");
    ASSERT_TRUE(figures);
    EXPECT_FALSE(figures->rows.empty());
    EXPECT_EQ(listBelow(page, "unchanged").items.size(), 3u);
}

TEST(ComparePage, crossedColumnsStandWithASignBetween)
{
    Report now = test::smallReport();
    now.datasets.front().roles.intersections = {{"income", "age"}};
    auto& metric = now.datasets.front().audits.front().result.metrics.front();
    metric.subject = {{"column", base::DataText::name("income,age")},
        {"group", base::DataText::roleValue("yes,40", 7)}};
    const Report old = now;
    metric.value = 0.5;
    const Page page = compared(old, now);
    const Table* const figures = tableWith(page, "Rows now");
    ASSERT_TRUE(figures);
    ASSERT_EQ(figures->rows.size(), 1u);
    EXPECT_EQ(textOf(std::get<base::Sentence>(figures->rows[0][1].content)),
        "column income × age, group yes × 40");
}

std::string fileOf(Report report, Privacy privacy = Privacy::Full)
{
    report.privacy = privacy;
    return jsonReport(report);
}

/// How many blocks and rows say the same, but for where the report before came from.
std::size_t sizeOf(const Page& page)
{
    std::size_t size = page.blocks.size();
    for (const Block& block : page.blocks) {
        if (const auto* table = std::get_if<Table>(&block.content))
            size += table->rows.size();
    }
    return size;
}

TEST(ComparePage, aReportFileSaysWhatTheReportSays)
{
    Report now = test::smallReport();
    const Report old = now;
    auto& columns = now.datasets.front().description.columns;
    columns[1].profile.missing = 6;
    columns[2].profile.distinct = {200'000, false};
    now.datasets.front().audits.front().result.metrics.front().value = 0.5;
    const auto page = comparePage(fileOf(old), "old.json", now, "people@2");
    ASSERT_TRUE(page.has_value()) << page.error().message;
    EXPECT_EQ(textOf(page->title), "people@2 beside old.json");
    EXPECT_EQ(sizeOf(*page), sizeOf(compared(old, now)));
    const Table* const held = tableWith(*page, "Missing now");
    ASSERT_TRUE(held);
    EXPECT_DOUBLE_EQ(std::get<Cell::Share>(held->rows[0][1].content).value, 11.0 / 12.0);
}

TEST(ComparePage, aReportFileThatHidesValuesIsNoChange)
{
    const Report now = test::smallReport();
    for (const Privacy privacy : {Privacy::Masked, Privacy::Aggregate}) {
        const auto page = comparePage(fileOf(now, privacy), "old.json", now, "people");
        ASSERT_TRUE(page.has_value()) << page.error().message;
        EXPECT_EQ(listBelow(*page, "unchanged").items.size(), 3u);
        EXPECT_EQ(tableWith(*page, "Missing now"), nullptr);
        EXPECT_EQ(tableWith(*page, "Rows now"), nullptr);
        const auto* const last = std::get_if<Paragraph>(&page->blocks.back().content);
        ASSERT_TRUE(last);
        EXPECT_NE(textOf(last->text).find(privacyName(privacy)), std::string::npos);
    }
}

TEST(ComparePage, aReportFileUnderAnotherNameLeadsToTheFindings)
{
    const Report now = test::smallReport();
    Report old = now;
    old.datasets.front().name = "others";
    const auto page = comparePage(fileOf(old), "old.json", now, "people");
    ASSERT_TRUE(page.has_value()) << page.error().message;
    const List same = listBelow(*page, "unchanged");
    ASSERT_EQ(same.items.size(), 3u);
    std::set<std::string> ids;
    for (const AuditReport& audit : now.datasets.front().audits) {
        for (const findings::Finding& finding : audit.result.findings)
            ids.insert(finding.id("people"));
    }
    for (const ListItem& item : same.items)
        EXPECT_TRUE(ids.contains(item.target)) << item.target;
}

TEST(ComparePage, whatIsNoReportIsRefused)
{
    const Report now = test::smallReport();
    const std::string whole = fileOf(now);
    for (const std::string& text :
        {std::string(), std::string("{}"), whole.substr(0, whole.size() / 2),
            std::string(100'000, '['), std::string("\0\xff\xfe", 3)}) {
        const auto page = comparePage(text, "bad.json", now, "people");
        ASSERT_FALSE(page.has_value());
        EXPECT_EQ(page.error().code, base::ErrorCode::Usage);
        EXPECT_NE(page.error().message.find("bad.json"), std::string::npos);
    }
    // Members of other types, each a place where somebody reads.
    for (const auto& [member, other] :
        {std::pair{"\"missing\": 11", "\"missing\": 0.5"}, {"\"rows\": 12", "\"rows\": null"},
            {"\"exact\": true", "\"exact\": 1"}, {"\"findings\"", "\"finding\""}}) {
        std::string text = whole;
        const std::size_t at = text.find(member);
        ASSERT_NE(at, std::string::npos) << member;
        for (std::size_t next = at; next != std::string::npos; next = text.find(member, next + 1))
            text.replace(next, std::string(member).size(), other);
        const auto page = comparePage(text, "bad.json", now, "people");
        ASSERT_FALSE(page.has_value()) << member;
        EXPECT_EQ(page.error().code, base::ErrorCode::Usage);
    }
    Report several = now;
    several.datasets.push_back(several.datasets.front());
    several.datasets.back().name = "others";
    const auto page = comparePage(fileOf(several), "two.json", now, "people");
    ASSERT_FALSE(page.has_value());
    EXPECT_NE(page.error().message.find("other datasets"), std::string::npos);
}

} // namespace
} // namespace cupel::reports
