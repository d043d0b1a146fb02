#include "core/pipeline/audit_run.h"

#include "core/card/model.h"
#include "core/reports/card_fields.h"
#include "core/reports/html_page.h"
#include "core/reports/license_page.h"
#include "tests/support/shared_dir.h"
#include "tests/support/temp_dir.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace cupel::pipeline {
namespace {

using reports::DatasetReport;

DatasetReport audited(const std::string& input)
{
    AuditRequest request;
    request.inputs = {input};
    const auto report = runAudit(request, {});
    if (!report || report->datasets.size() != 1)
        throw std::runtime_error("no dataset");
    return report->datasets.front();
}

const DatasetReport& sample()
{
    static const DatasetReport report
        = audited((test::sourceDir() / "resources/sample/loans.csv").string());
    return report;
}

std::string htmlOf(const DatasetReport& dataset)
{
    return htmlPage(licensePage(dataset), reports::PrivacyView(reports::Privacy::Masked));
}

bool holds(const std::string& text, const char* words)
{
    return text.find(words) != std::string::npos;
}

TEST(LicensePage, SetsContradictionsFirstAndLeadsToTheirFindings)
{
    const reports::Page page = licensePage(sample());
    ASSERT_GE(page.blocks.size(), 2u);
    const auto* const list = std::get_if<reports::List>(&page.blocks[1].content);
    ASSERT_TRUE(list);
    ASSERT_FALSE(list->items.empty());
    EXPECT_TRUE(list->items.front().target.starts_with("f-"));
    EXPECT_EQ(list->items.front().tone, reports::Tone::Error);
}

TEST(LicensePage, ShowsClaimsTermsTextsAndSources)
{
    const std::string html = htmlOf(sample());
    EXPECT_TRUE(holds(html, "contradicts croissant.json, line 53; LICENSE, line 1"));
    EXPECT_TRUE(holds(html, "What the terms indicate for a use"));
    EXPECT_TRUE(holds(html, "Share alike"));
    EXPECT_TRUE(holds(html, "id=\"text-LICENSE\""));
    EXPECT_TRUE(holds(html, "Sources and rights in the Data Card"));
    EXPECT_TRUE(holds(html, "croissant.json"));
}

TEST(LicensePage, SaysWhatIsNotThere)
{
    const test::TempDir folder;
    folder.write("README.md", "# A table\n\nNothing more.\n");
    const std::string html = htmlOf(audited(folder.write("a.csv", "x,y\n1,2\n").string()));
    EXPECT_TRUE(holds(html, "state no licence"));
    EXPECT_TRUE(holds(html, "There is no licence file"));
}

TEST(LicensePage, QuotesTextsThatTryToAct)
{
    const test::TempDir folder;
    folder.write("README.md",
        "---\nlicense: <img src=x>\n---\n# A\n\n## License\n\n<script>alert(1)</script>\n");
    folder.write("LICENSE", "<script>alert(1)</script>\nAll rights reserved.\n");
    const std::string html = htmlOf(audited(folder.write("a.csv", "x,y\n1,2\n").string()));
    EXPECT_FALSE(holds(html, "<script>"));
    EXPECT_FALSE(holds(html, "<img"));
}

TEST(CardFields, LeadToTheirFindings)
{
    const DatasetReport& dataset = sample();
    std::size_t placeholders = 0;
    std::size_t linked = 0;
    for (std::size_t i = 0; i < dataset.card->fields.size(); ++i) {
        const auto found = findingsOfField(dataset, i);
        if (dataset.card->fields[i].state == card::State::Placeholder) {
            ++placeholders;
            linked += std::any_of(found.begin(), found.end(),
                [](const findings::Finding* one) { return one->rule == "card.placeholder"; });
        }
    }
    EXPECT_GT(placeholders, 0u);
    EXPECT_EQ(linked, placeholders);
}

TEST(CardFields, SayHowLoudlyTheyAreMissing)
{
    card::Field field;
    card::FieldValue value;
    field.level = card::Level::Core;
    EXPECT_EQ(reports::stateTone(field, value), reports::Tone::Warning);
    EXPECT_EQ(reports::stateWords(value), "missing");
    field.level = card::Level::Optional;
    EXPECT_EQ(reports::stateTone(field, value), reports::Tone::Plain);
    value.isNeeded = false;
    EXPECT_EQ(reports::stateWords(value), "not asked");
    value.state = card::State::Placeholder;
    EXPECT_EQ(reports::stateTone(field, value), reports::Tone::Warning);
}

} // namespace
} // namespace cupel::pipeline
