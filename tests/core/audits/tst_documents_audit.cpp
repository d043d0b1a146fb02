#include "tests/core/audits/audit_run.h"

#include <gtest/gtest.h>

namespace cupel::test {
namespace {

using documents::Document;
using documents::DocumentKind;
using documents::ProblemKind;

audits::AuditResult run(std::vector<Document> found)
{
    const counts::LiteralCounts source(literalTable({"a"}, {{"1"}, {"2"}}));
    audits::Facts facts = factsOf(source, {});
    facts.documents
        = std::make_shared<const documents::DocumentSet>(documents::DocumentSet{std::move(found)});
    return runAudit("documents", source, facts);
}

TEST(DocumentsAudit, DoesNotApplyWithoutDocuments)
{
    const audits::AuditResult result = run({});
    EXPECT_EQ(result.outcome, audits::Outcome::NotApplicable);
    EXPECT_FALSE(result.reason.empty());
    EXPECT_TRUE(result.findings.empty());
}

TEST(DocumentsAudit, GoodDocumentsGiveNoFinding)
{
    Document card;
    card.file = "README.md";
    const audits::AuditResult result = run({card});
    EXPECT_EQ(result.outcome, audits::Outcome::Completed);
    EXPECT_TRUE(result.findings.empty());
}

TEST(DocumentsAudit, EveryProblemIsAFindingWithItsPlace)
{
    Document card;
    card.file = "README.md";
    card.problems.push_back(
        {"an alias is not read", "write it out", {4, 9}, ProblemKind::FrontMatter});
    card.problems.push_back({"too long", "shorten it", {}, ProblemKind::Truncated});
    Document croissant;
    croissant.kind = DocumentKind::Croissant;
    croissant.file = "croissant.json";
    croissant.problems.push_back({"this is no JSON", "mend it", {2, 1}, ProblemKind::Json});
    const audits::AuditResult result = run({card, croissant});
    ASSERT_EQ(result.findings.size(), 3U);
    const findings::Finding& first = *findingOf(result, "document.front-matter");
    EXPECT_EQ(plain(first.message), "README.md, line 4: an alias is not read.");
    EXPECT_EQ(plain(first.remedy), "Try this: write it out.");
    EXPECT_EQ(first.level, findings::Level::Warning);
    ASSERT_EQ(first.documents.size(), 1U);
    EXPECT_EQ(first.documents[0].file, "README.md");
    EXPECT_EQ(first.documents[0].line, 4U);
    EXPECT_EQ(plain(findingOf(result, "document.truncated")->message), "README.md: too long.");
    EXPECT_NE(findingOf(result, "document.json-invalid"), nullptr);
    EXPECT_NE(first.id("d"), findingOf(result, "document.truncated")->id("d"));
}

TEST(DocumentsAudit, EveryKindOfProblemHasItsRule)
{
    for (const ProblemKind kind :
        {ProblemKind::Unreadable, ProblemKind::Truncated, ProblemKind::Encoding,
            ProblemKind::FrontMatter, ProblemKind::Json, ProblemKind::NotCroissant}) {
        Document document;
        document.file = "f";
        document.problems.push_back({"m", "h", {}, kind});
        EXPECT_EQ(run({document}).findings.at(0).rule.rfind("document.", 0), 0U);
    }
}

} // namespace
} // namespace cupel::test
