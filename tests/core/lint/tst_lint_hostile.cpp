#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <functional>
#include <string>
#include <vector>

#include "core/documents/document_reader.h"
#include "core/lint/issue_list.h"
#include "core/lint/rules.h"
#include "tests/core/lint/verdicts.h"

namespace cupel::test {
namespace {

using lint::Level;
using lint::Profile;
using Json = nlohmann::json;

constexpr std::size_t kMany = 2'000;

/// Every profile of a kind comes to an end, with issues of known rules only.
void judge(const std::string& text, documents::DocumentKind kind)
{
    const auto document = documents::readDocument(kind, "f", text, text.size());
    for (const Profile profile : lint::profilesOf(document)) {
        const lint::Verdict verdict = lint::lint(document, profile);
        EXPECT_LE(verdict.issues.size(), lint::IssueList::kMost);
        for (const lint::Issue& issue : verdict.issues)
            EXPECT_NE(lint::findRule(issue.rule), nullptr) << issue.rule;
    }
}

Json withFiles(std::size_t count, const std::function<Json(std::size_t)>& container)
{
    Json document = validCroissant("1.1");
    Json& files = document["distribution"];
    for (std::size_t i = 0; i < count; ++i) {
        const std::string id = "f" + std::to_string(i);
        files.push_back({{"@type", "cr:FileObject"}, {"@id", id}, {"contentUrl", id},
            {"encodingFormat", "x"}, {"containedIn", container(i)}});
    }
    return document;
}

TEST(LintHostile, NestingIsRefused)
{
    const std::string deep(100'000, '[');
    judge(deep, documents::DocumentKind::Croissant);
    judge("{\"@context\":{},\"a\":" + deep, documents::DocumentKind::Croissant);
    judge("---\na: " + deep + "\n---\n", documents::DocumentKind::Card);
    std::string maps;
    for (int i = 0; i < 100'000; ++i)
        maps += "{\"subField\":";
    judge(maps, documents::DocumentKind::Croissant);
}

TEST(LintHostile, LongChainsOfReferences)
{
    const Json chain = withFiles(kMany, [](std::size_t i) {
        return Json{{"@id", i + 1 == kMany ? "trees.csv" : "f" + std::to_string(i + 1)}};
    });
    EXPECT_TRUE(croissantVerdict(chain.dump()).isValid());
    const Json circle = withFiles(kMany, [](std::size_t i) {
        return Json{{"@id", "f" + std::to_string((i + 1) % kMany)}};
    });
    EXPECT_EQ(
        rulesOf(croissantVerdict(circle.dump()), Level::Error), std::vector<std::string>{"CR-90"});
    judge(chain.dump(), documents::DocumentKind::Croissant);
}

// Each field has the next one twice, through two others: the nodes double with every step.
TEST(LintHostile, FieldsThatDouble)
{
    Json document = validCroissant("1.0");
    Json& sets = document["recordSet"];
    for (int i = 0; i < 60; ++i) {
        const std::string next = std::to_string(i + 1);
        Json fields = Json::array();
        for (const char* side : {"a", "b"}) {
            fields.push_back({{"@type", "cr:Field"}, {"@id", side + std::to_string(i)},
                {"subField", {{{"@id", "a" + next}}, {{"@id", "b" + next}}}}});
        }
        sets.push_back({{"@type", "cr:RecordSet"}, {"@id", "s" + next}, {"field", fields}});
    }
    const lint::Verdict verdict = croissantVerdict(document.dump());
    EXPECT_TRUE(hasRule(verdict, "CR-90")) << describe(verdict);
}

TEST(LintHostile, ManyIssuesAreCounted)
{
    Json document = withFiles(kMany, [](std::size_t i) {
        return Json{{"@id", "nowhere" + std::to_string(i)}};
    });
    const lint::Verdict verdict = croissantVerdict(document.dump());
    EXPECT_EQ(verdict.issues.size(), lint::IssueList::kMost);
    EXPECT_EQ(verdict.unlisted, kMany - lint::IssueList::kMost);
    EXPECT_FALSE(verdict.isValid());
}

TEST(LintHostile, ManyUnjoinedSources)
{
    Json document = validCroissant("1.0");
    Json& fields = document["recordSet"][0]["field"];
    for (std::size_t i = 0; i < 3000; ++i) {
        const std::string id = "f" + std::to_string(i);
        document["distribution"].push_back({{"@type", "cr:FileObject"}, {"@id", id},
            {"contentUrl", id}, {"encodingFormat", "x"}, {"sha256", "y"}});
        fields.push_back({{"@type", "cr:Field"}, {"@id", "x" + id}, {"dataType", "sc:Text"},
            {"source", {{"fileObject", {{"@id", id}}}}}});
    }
    EXPECT_TRUE(hasRule(croissantVerdict(document.dump()), "CR-44"));
}

TEST(LintHostile, LargeContextsAndLists)
{
    Json document = validCroissant("1.0");
    Json& set = document["recordSet"][0];
    Json types = {"cr:Field"};
    for (std::size_t i = 0; i < 4 * kMany; ++i) {
        const std::string name = "t" + std::to_string(i);
        document["@context"][name] = "cr:" + name;
        types.push_back("cr:" + name);
        set["key"].push_back({{"@id", name}});
        set["field"].push_back({{"@id", name}, {"@type", "cr:Field"}, {"dataType", "sc:Text"}});
    }
    set["field"][0]["@type"] = types;
    judge(document.dump(), documents::DocumentKind::Croissant);
}

TEST(LintHostile, LongAddressesInTheContext)
{
    Json document = validCroissant("1.0");
    document["@context"]["@vocab"] = "https://schema.org/" + std::string(1 << 20, 'x');
    document["@context"]["loop"] = "pool:a";
    document["@context"]["pool"] = "loop:b";
    for (std::size_t i = 0; i < kMany; ++i)
        document["k" + std::to_string(i)] = "loop:x";
    judge(document.dump(), documents::DocumentKind::Croissant);
}

TEST(LintHostile, YamlThatGrows)
{
    std::string bomb = "a0: &a0 [x, x]\n";
    for (int i = 1; i < 40; ++i) {
        const std::string last = "*a" + std::to_string(i - 1);
        const std::string own = "a" + std::to_string(i);
        bomb += own + ": &" + own + " [" + last + ", " + last + "]\n";
    }
    judge("---\n" + bomb + "---\n", documents::DocumentKind::Card);
    EXPECT_FALSE(cardVerdict("---\n" + bomb + "---\n", Profile::HubClient).isValid());
    judge("---\nx: &x {y: *x}\n---\n", documents::DocumentKind::Card);
}

TEST(LintHostile, CardsOfManyParts)
{
    std::string keys;
    std::string configs = "configs:\n";
    std::string headings = "# Dataset Card for X\n";
    std::string dashes;
    for (std::size_t i = 0; i < kMany; ++i) {
        keys += "license: mit\n";
        configs += "- config_name: default" + std::to_string(i % 2 == 0 ? i : 0) + "\n";
        headings += "## Dataset Structure\n### Data Fields\n";
        dashes += "---\n";
    }
    for (const std::string& yaml :
        {keys, configs, std::string(kMany, '\t'), std::string(kMany, '#')})
        judge("---\n" + yaml + "---\n" + headings, documents::DocumentKind::Card);
    judge(dashes, documents::DocumentKind::Card);
    judge("---\n" + headings, documents::DocumentKind::Card);
    std::string flow;
    std::string named = "# Dataset Card for X\n";
    for (std::size_t i = 0; i < 4 * kMany; ++i) {
        flow += "{a: 1}, ";
        named += "## " + std::to_string(i) + "\n";
    }
    judge("---\nlicense: [" + flow + "]\n---\n" + named, documents::DocumentKind::Card);
    judge(std::string(kMany, '#') + " x", documents::DocumentKind::Card);
    judge("---\nlicense: [" + std::string(kMany, ',') + "]\n---\n", documents::DocumentKind::Card);
}

TEST(LintHostile, MarkupAndAddressesAreOnlyQuoted)
{
    for (const char* value : {"<script>alert(1)</script>", "javascript:alert(1)",
             "file:///etc/passwd", "http://127.0.0.1:1/x", "data:text/html,<b>", "smb://x/y",
             "\x1B[31mred", "a\nb", "../../etc/passwd", "https://example.org/\xE2\x80\xAE"}) {
        Json document = validCroissant("1.0");
        for (const char* key :
            {"url", "license", "citeAs", "version", "datePublished", "name", "@id"})
            document[key] = value;
        document["distribution"][0]["contentUrl"] = value;
        judge(document.dump(), documents::DocumentKind::Croissant);
        document["@context"]["@import"] = value;
        document["@context"]["x"] = {{"@id", value}, {"@context", value}};
        judge(document.dump(), documents::DocumentKind::Croissant);
        const std::string quoted = Json(value).dump();
        judge("---\nlicense: " + quoted + "\nlanguage: [" + quoted + "]\n---\n# " + value + "\n",
            documents::DocumentKind::Card);
    }
}

} // namespace
} // namespace cupel::test
