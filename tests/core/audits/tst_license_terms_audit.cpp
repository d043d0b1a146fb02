#include "tests/core/audits/audit_run.h"
#include "tests/support/json_file.h"
#include "tests/support/shared_dir.h"

#include "core/findings/rule_registry.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <set>

namespace cupel::audits {
namespace {

using documents::Document;
using documents::DocumentKind;
using documents::Node;
using nlohmann::json;

Node textNode(const std::string& value, std::uint64_t line)
{
    Node node;
    node.kind = Node::Kind::Text;
    node.text = value;
    node.at = {line, 1};
    return node;
}

Document document(DocumentKind kind, const std::string& file,
    const std::vector<std::pair<std::string, std::string>>& fields = {})
{
    Document one;
    one.kind = kind;
    one.file = file;
    one.fields.kind = Node::Kind::Map;
    std::uint64_t line = 2;
    for (const auto& [key, value] : fields) {
        one.fields.members.push_back({key, {line, 1}, textNode(value, line)});
        ++line;
    }
    return one;
}

Document card(const std::vector<std::pair<std::string, std::string>>& fields)
{
    return document(DocumentKind::Card, "README.md", fields);
}

Document licenseFile(const std::string& text)
{
    Document one = document(DocumentKind::License, "LICENSE");
    one.text = text;
    return one;
}

AuditResult audited(std::vector<Document> documents, const std::vector<std::string>& use = {})
{
    const auto table = test::literalTable({"a"}, std::vector<std::vector<std::string>>{{"1"}});
    const counts::LiteralCounts source(table);
    Facts facts = test::factsOf(source, {});
    facts.roles.use = use;
    facts.documents = std::make_shared<const documents::DocumentSet>(
        documents::DocumentSet{std::move(documents)});
    facts.licenses = std::make_shared<const license::LicenseStatements>(
        license::readStatements(*facts.documents));
    return test::runAudit("license-terms", source, facts);
}

std::set<std::string> rulesOf(const AuditResult& result)
{
    std::set<std::string> rules;
    for (const findings::Finding& finding : result.findings)
        rules.insert(finding.rule);
    return rules;
}

using Rules = std::set<std::string>;

TEST(LicenseTermsAudit, DoesNotApplyWithoutDocuments)
{
    const AuditResult result = audited({});
    EXPECT_EQ(result.outcome, Outcome::NotApplicable);
    EXPECT_NE(result.reason.find("no card"), std::string::npos);
    EXPECT_TRUE(result.findings.empty());
}

TEST(LicenseTermsAudit, NamesTheContradictionFirst)
{
    const AuditResult result = audited({card({{"license", "mit"}}), licenseFile("CC-BY-NC-4.0\n")});
    ASSERT_FALSE(result.findings.empty());
    const findings::Finding& first = result.findings.front();
    EXPECT_EQ(first.rule, "LIC-DECLARED-TEXT-MISMATCH");
    EXPECT_EQ(first.level, findings::Level::Error);
    EXPECT_EQ(test::plain(first.message),
        "The card declares MIT (README.md line 2); LICENSE names CC-BY-NC-4.0 (LICENSE line 1).");
    ASSERT_TRUE(first.comparison.has_value());
    EXPECT_EQ(first.comparison->found.raw(), "MIT");
    EXPECT_EQ(first.comparison->expected.raw(), "CC-BY-NC-4.0");
    EXPECT_EQ(first.comparison->origin, "LICENSE:1");
    ASSERT_EQ(first.documents.size(), 2u);
    EXPECT_EQ(first.documents[0].line, 2u);
}

TEST(LicenseTermsAudit, ComparesDocuments)
{
    const Document croissant = document(DocumentKind::Croissant, "croissant.json",
        {{"license", "https://creativecommons.org/licenses/by/4.0/"}});
    const AuditResult result = audited({card({{"license", "mit"}}), croissant});
    const findings::Finding* found = test::findingOf(result, "LIC-HOSTS-DISAGREE");
    ASSERT_NE(found, nullptr);
    EXPECT_EQ(test::plain(found->message),
        "The card declares MIT (README.md line 2); the Croissant file declares CC-BY-4.0 "
        "(croissant.json line 2).");
    EXPECT_FALSE(rulesOf(audited({card({{"license", "cc-by-4.0"}}), croissant}))
                     .contains("LIC-HOSTS-DISAGREE"));
}

TEST(LicenseTermsAudit, ComparesStatementsOfOneDocument)
{
    Document one = card({{"license", "mit"}});
    one.sections = {{2, "License", {5, 1}, "Released under CC BY 4.0.\n", 6}};
    const AuditResult result = audited({one});
    EXPECT_TRUE(rulesOf(result).contains("LIC-CONFLICTING-STATEMENTS"));
    one.sections[0].body = "The code is released under CC BY 4.0.\n";
    EXPECT_FALSE(rulesOf(audited({one})).contains("LIC-CONFLICTING-STATEMENTS"));
}

TEST(LicenseTermsAudit, UsesAreJudged)
{
    const auto rules = [](const char* license, const char* use) {
        Rules found;
        for (const std::string& rule :
            rulesOf(audited({card({{"license", license}}), licenseFile("x")}, {use}))) {
            if (rule.starts_with("LIC-USE-"))
                found.insert(rule);
        }
        return found;
    };
    EXPECT_EQ(rules("cc-by-nc-4.0", "commercial"), Rules{"LIC-USE-NC-IN-COMMERCIAL"});
    EXPECT_EQ(rules("cc-by-nc-4.0", "research"), Rules{});
    EXPECT_EQ(rules("research only", "commercial-product"), Rules{"LIC-USE-RESEARCH-ONLY"});
    EXPECT_EQ(rules("research only", "research"), Rules{});
    EXPECT_EQ(rules("cc-by-nd-4.0", "publish-derived-dataset"), Rules{"LIC-USE-ND-DERIVED"});
    EXPECT_EQ(rules("cc-by-nd-4.0", "publish-dataset"), Rules{});
    EXPECT_EQ(rules("LDC User Agreement", "publish-dataset"),
        (Rules{"LIC-USE-NO-REDISTRIBUTION", "LIC-USE-RESEARCH-ONLY"}));
    EXPECT_EQ(
        rules("llama2", "train-model"), (Rules{"LIC-USE-AI-RESTRICTED", "LIC-USE-BEHAVIOURAL"}));
    EXPECT_EQ(rules("llama3.1", "commercial"), (Rules{"LIC-USE-BEHAVIOURAL", "LIC-USE-SCALE"}));
    EXPECT_EQ(rules("unknown", "commercial"), Rules{"LIC-USE-UNKNOWN-COMMERCIAL"});
    EXPECT_EQ(rules("MIT OR CC-BY-NC-4.0", "commercial"), Rules{});
    EXPECT_EQ(rules("MIT AND CC-BY-NC-4.0", "commercial"), Rules{"LIC-USE-NC-IN-COMMERCIAL"});
}

TEST(LicenseTermsAudit, WhatTermsLeaveOpenIsForAPerson)
{
    const auto review = [](const char* licence, const char* use) {
        const AuditResult result = audited({card({{"license", licence}})}, {use});
        const findings::Finding* found = test::findingOf(result, "license.use-unsettled");
        if (found) {
            EXPECT_EQ(found->kind, findings::Kind::Review);
            EXPECT_EQ(found->level, findings::Level::None);
        }
        return found != nullptr;
    };
    EXPECT_TRUE(review("cc-by-nd-4.0", "train-model")) << "whether a model is a changed copy";
    EXPECT_TRUE(review("cc-by-nc-4.0", "internal"));
    EXPECT_FALSE(review("cc-by-nd-4.0", "research"));
    EXPECT_FALSE(review("cc-by-nc-4.0", "commercial")) << "it is not allowed";
    EXPECT_FALSE(review("unknown", "commercial")) << "a rule of its own speaks of it";
    EXPECT_FALSE(review("mit", "train-model"));
}

TEST(LicenseTermsAudit, SaysWhichUseItTook)
{
    const AuditResult result
        = audited({card({{"license", "mit"}})}, {"commercial", "commercial-product"});
    EXPECT_EQ(std::get<std::string>(result.parameters.at("use")), "commercial-product");
    EXPECT_EQ(test::tableOf(result, "license-uses").rows.size(), 1u);
    EXPECT_EQ(std::get<std::string>(audited({card({})}).parameters.at("use")), "none stated");
}

/// The documents that a record of the reference describes.
std::vector<Document> documentsOf(const json& metadata)
{
    const auto text = [&](const char* key) { return metadata.value(key, std::string()); };
    std::vector<std::pair<std::string, std::string>> fields{{"title", "T"}};
    for (const char* key : {"license", "license_name", "license_link"}) {
        if (metadata.contains(key))
            fields.emplace_back(key, text(key));
    }
    std::vector<Document> all{card(fields)};
    if (metadata.contains("hosts")) {
        for (const auto& [host, license] : metadata["hosts"].items())
            all.push_back(document(DocumentKind::Croissant, host + ".json",
                {{"license", license.get<std::string>()}}));
    }
    if (metadata.contains("license_file"))
        all.push_back(licenseFile(text("license_text")));
    return all;
}

constexpr const char* kCases = "data/licenses/audit_cases.json";

TEST(LicenseTermsAudit, CasesOfTheReference)
{
    CUPEL_REQUIRE_SHARED(kCases);
    // Rules about sources, and about the words of a text, which the record gives only as a class.
    const std::set<std::string> elsewhere{"LIC-USE-SA-OUTBOUND", "LIC-ADDITIONAL-TERMS"};
    std::size_t checked = 0;
    const json file = test::readJson(test::sharedDir() / kCases);
    for (const json& one : file["cases"]) {
        SCOPED_TRACE(one["id"].get<std::string>());
        const json& metadata = one["metadata"];
        std::vector<std::string> uses;
        if (metadata.contains("intended_use"))
            uses.push_back(metadata["intended_use"]);
        if (metadata.value("publish", false))
            uses.emplace_back(metadata.value("merge", "") == "adaptation"
                    ? "publish-derived-dataset"
                    : "publish-dataset");
        const Rules found = rulesOf(audited(documentsOf(metadata), uses));
        for (const std::string rule : one["must"]) {
            if (!rule.starts_with("LIC-") || elsewhere.contains(rule))
                continue;
            EXPECT_TRUE(found.contains(rule)) << rule;
            ++checked;
        }
        for (const std::string rule : one["must_not"])
            EXPECT_FALSE(found.contains(rule)) << rule;
    }
    EXPECT_GE(checked, 12u);
}

TEST(LicenseTermsAudit, DeclaredLicenceHasToBeOneThatShareAlikeAllows)
{
    const auto isReported = [](const char* declared, const char* text, const char* use) {
        return rulesOf(audited({card({{"license", declared}}), licenseFile(text)}, {use}))
            .contains("LIC-USE-SA-OUTBOUND");
    };
    const char* derived = "publish-derived-dataset";
    EXPECT_TRUE(isReported("mit", "CC-BY-SA-4.0\n", derived));
    EXPECT_FALSE(isReported("mit", "CC-BY-SA-4.0\n", "publish-dataset"));
    EXPECT_FALSE(isReported("cc-by-sa-4.0", "CC-BY-SA-3.0\n", derived));
    EXPECT_TRUE(isReported("cc-by-sa-3.0", "CC-BY-SA-4.0\n", derived));
    EXPECT_TRUE(isReported("cc-by-sa-2.0", "CC-BY-SA-1.0\n", derived));
    EXPECT_TRUE(isReported("cc-by-nc-sa-4.0", "CC-BY-SA-4.0\n", derived));
    EXPECT_FALSE(isReported("GPL-3.0-only", "CC-BY-SA-4.0\n", derived));
    EXPECT_TRUE(isReported("cc-by-sa-4.0", "GPL-3.0-only\n", derived));
    EXPECT_TRUE(isReported("cc-by-sa-4.0", "ODbL-1.0\n", derived));
    EXPECT_FALSE(isReported("MIT OR ODbL-1.0", "ODbL-1.0\n", derived));
    EXPECT_FALSE(isReported("mit", "CC-BY-4.0\n", derived));
    const AuditResult result
        = audited({card({{"license", "mit"}}), licenseFile("CC-BY-SA-4.0\n")}, {derived});
    const findings::Finding* found = test::findingOf(result, "LIC-USE-SA-OUTBOUND");
    ASSERT_NE(found, nullptr);
    EXPECT_EQ(test::plain(found->message),
        "The use publish-derived-dataset is stated; changed copies of what is under CC-BY-SA-4.0 "
        "(LICENSE line 1) may go out under CC-BY-SA-4.0 or a later version of it, LAL-1.3, "
        "GPL-3.0-only, GPL-3.0-or-later, and README.md line 2 declares MIT.");
}

TEST(LicenseTermsAudit, OpenIsAWordWithAMeaning)
{
    const auto isReported = [](const char* license, const std::string& words) {
        Document one = card({{"license", license}});
        one.sections = {{2, "Data", {5, 1}, words + "\n", 6}};
        return rulesOf(audited({one})).contains("LIC-NOT-OPEN");
    };
    EXPECT_TRUE(isReported("cc-by-nc-4.0", "This is an open dataset."));
    EXPECT_TRUE(isReported("cc-by-nd-4.0", "The corpus is openly licensed."));
    EXPECT_FALSE(isReported("cc-by-4.0", "This is an open dataset."));
    EXPECT_FALSE(isReported("odbl", "Open data for everybody."));
    EXPECT_TRUE(isReported("cc-by-nc-4.0", "Open data for everybody."));
    EXPECT_FALSE(isReported("cc-by-nc-4.0", "This is not an open dataset."));
    EXPECT_FALSE(isReported("cc-by-nc-4.0", "It was opened, and the shop is open daily."));
    EXPECT_FALSE(isReported("cc-by-nc-4.0", "Taken from the Berlin Open Data portal."));
    EXPECT_FALSE(isReported("cc-by-nc-4.0", "We used the Open Data Commons texts as a source."));
}

TEST(LicenseTermsAudit, EveryNoteHasARule)
{
    for (const char* words : {"cc", "CC BY-SA", "CC BY-ND-SA 4.0", "CC BY-SA 3.0 ES", "bsd",
             "gpl-3.0", "OGL-UK", "MIT, CC0", "MIT/CC0-1.0", "MIT OR", "public domain", "PDM",
             "other", "all rights reserved", "foo bar", "Modified MIT License",
             "MIT with restrictions", "CC BY 4.0 (non-commercial only)", "unknown"}) {
        const AuditResult result = audited({card({{"license", words}})});
        EXPECT_FALSE(result.findings.empty()) << words;
        for (const findings::Finding& finding : result.findings) {
            EXPECT_NE(findings::findRule(finding.rule), nullptr) << finding.rule;
            EXPECT_FALSE(test::plain(finding.message).empty());
            EXPECT_FALSE(test::plain(finding.remedy).empty());
        }
    }
}

} // namespace
} // namespace cupel::audits
