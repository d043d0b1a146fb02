#include "core/license/detect.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <random>
#include <set>
#include <sstream>

#include "tests/core/license/license_files.h"
#include "tests/support/json_file.h"
#include "tests/support/shared_dir.h"
#include "tests/support/temp_dir.h"

namespace cupel::license {
namespace {

bool has(const Detection& found, std::string_view rule)
{
    return std::any_of(found.findings.begin(), found.findings.end(),
        [&](const TextFinding& finding) { return finding.rule == rule; });
}

std::set<std::string> idsOf(const Detection& found)
{
    std::set<std::string> ids;
    for (const TextMatch& match : found.matches)
        ids.insert(match.id);
    return ids;
}

/// "class: id id", for comparing.
std::string summary(const Detection& found)
{
    std::string text(className(found.kind));
    for (const TextMatch& match : found.matches)
        text += " " + match.id;
    return text;
}

class SharedTexts : public testing::Test {
protected:
    void SetUp() override
    {
        CUPEL_REQUIRE_LICENSE_LIST();
        CUPEL_REQUIRE_SHARED("data/licenses/manifest.json");
    }
};

TEST_F(SharedTexts, AreFoundAsTheManifestSays)
{
    const auto folder = test::sharedDir() / "data/licenses";
    const nlohmann::json manifest = test::readJson(folder / "manifest.json");
    ASSERT_FALSE(manifest["cases"].empty());
    for (const nlohmann::json& entry : manifest["cases"]) {
        SCOPED_TRACE(entry["file"].get<std::string>());
        const Detection found = detect(test::readFile(folder / entry["file"].get<std::string>()));
        const auto classes = entry["accept_classes"].get<std::set<std::string>>();
        EXPECT_TRUE(classes.count(std::string(className(found.kind)))) << summary(found);
        const auto expected = entry["expected"].get<std::set<std::string>>();
        const auto also = entry.value("also_acceptable", std::set<std::string>());
        for (const std::string& id : idsOf(found))
            EXPECT_TRUE(expected.count(id) || also.count(id)) << id;
        EXPECT_EQ(found.matches.size(), expected.size()) << summary(found);
        for (const TextMatch& match : found.matches) {
            const auto forbidden = entry.value("must_not_report_clean", std::set<std::string>());
            EXPECT_FALSE(isClean(match.kind) && forbidden.count(match.id)) << match.id;
            EXPECT_LE(match.score, found.kind == TextClass::Reference ? 0.9 : 1.0);
            EXPECT_GE(match.firstLine, 1u);
            EXPECT_GE(match.lastLine, match.firstLine);
        }
    }
}

TEST_F(SharedTexts, HaveTheirFindings)
{
    const auto folder = test::sharedDir() / "data/licenses/texts";
    const auto of = [&](const char* file) { return detect(test::readFile(folder / file)); };
    const Detection added = of("addterm-MIT-noncommercial.txt");
    EXPECT_TRUE(has(added, "LIC-ADDITIONAL-TERMS"));
    ASSERT_EQ(added.restrictions.size(), 2u);
    EXPECT_EQ(added.restrictions[0].line, 21u);
    EXPECT_EQ(added.restrictions[0].text.raw(),
        "Additional restriction: the data may be used for non-commercial research and teaching "
        "only.");
    EXPECT_TRUE(has(of("swapped-CC-BY-NC-ND-4.0.txt"), "LIC-TITLE-BODY-CONFLICT"));
    EXPECT_TRUE(has(of("trunc60-CC-BY-4.0.txt"), "LIC-TEXT-TRUNCATED"));
    EXPECT_TRUE(has(of("two-MIT-CC-BY-4.0.txt"), "LIC-MULTIPLE-TEXTS"));
    EXPECT_TRUE(has(of("reference-conflict.md"), "LIC-CONFLICTING-STATEMENTS"));
    EXPECT_TRUE(has(of("custom-research-only.txt"), "LIC-CUSTOM"));
    EXPECT_TRUE(has(of("verbatim-MIT.txt"), "LIC-PLACEHOLDER"));
    EXPECT_FALSE(has(of("holder-MIT.txt"), "LIC-PLACEHOLDER"));
    EXPECT_TRUE(has(of("empty.txt"), "LIC-MISSING"));
    EXPECT_EQ(of("reference-spdx-tag.txt").expression, "CDLA-Permissive-2.0 OR CC0-1.0");
}

TEST(Detect, KnowsEveryTextOfItsCorpus)
{
    CUPEL_REQUIRE_LICENSE_LIST();
    EXPECT_EQ(builtInCorpus().idCount(), test::listedTexts().size());
    for (const auto& [id, text] : test::listedTexts()) {
        const Detection found = detect(text);
        ASSERT_EQ(found.kind, TextClass::Exact) << id << ": " << summary(found);
        std::vector<std::string> ids = found.matches[0].sameText;
        ids.push_back(found.matches[0].id);
        EXPECT_TRUE(std::count(ids.begin(), ids.end(), id)) << id << ": " << summary(found);
    }
}

TEST(Detect, InsertedConditionIsNeverClean)
{
    CUPEL_REQUIRE_LICENSE_LIST();
    const std::vector<std::string> conditions{"non-commercial", "not", "for use in hospitals only",
        "in the field of medicine", "solely for academic research"};
    std::mt19937 random(20260101);
    std::size_t turn = 0;
    for (const auto& [id, text] : test::listedTexts()) {
        std::vector<std::size_t> places{0, text.size()};
        for (std::size_t i = 0; i < text.size(); ++i) {
            if (text[i] == ' ' || text[i] == '\n')
                places.push_back(i);
        }
        const std::size_t place = places[random() % places.size()];
        const std::string& condition = conditions[turn++ % conditions.size()];
        std::string changed = text;
        changed.insert(place, " " + condition + " ");
        const Detection found = detect(changed);
        EXPECT_FALSE(isClean(found.kind))
            << id << " with '" << condition << "' at byte " << place << ": " << summary(found);
    }
}

/// Changes of form that change no condition.
std::vector<std::pair<std::string, std::string>> changedForms(const std::string& text)
{
    const auto lines = [&](const std::string& before) {
        std::istringstream in(text);
        std::string line;
        std::string result;
        while (std::getline(in, line))
            result += before + line + "\n";
        return result;
    };
    const auto wrapped = [&](std::size_t width) {
        std::string result;
        std::size_t column = 0;
        std::istringstream paragraphs(text);
        for (std::string line; std::getline(paragraphs, line); result += "\n", column = 0) {
            std::istringstream words(line);
            for (std::string word; words >> word; column += word.size() + 1) {
                if (column > 0 && column + word.size() > width) {
                    result += "\n";
                    column = 0;
                }
                result += (column > 0 ? " " : "") + word;
            }
        }
        return result;
    };
    const auto replaced = [&](const std::string& from, const std::string& to) {
        std::string result = text;
        for (std::size_t at = 0; (at = result.find(from, at)) != std::string::npos; at += to.size())
            result.replace(at, from.size(), to);
        return result;
    };
    std::string upper = text;
    for (char& byte : upper)
        byte = byte >= 'a' && byte <= 'z' ? static_cast<char>(byte - 32) : byte;
    std::string html = "<html><body>";
    std::istringstream in(text);
    for (std::string line; std::getline(in, line);) {
        html += "<p>";
        for (const char byte : line)
            html += byte == '<' ? "&lt;" : byte == '&' ? "&amp;" : std::string(1, byte);
        html += "</p>\n";
    }
    return {{"hash comment", lines("# ")}, {"slash comment", lines("// ")},
        {"star comment", lines(" * ")}, {"indented", lines("    ")}, {"40 columns", wrapped(40)},
        {"132 columns", wrapped(132)}, {"CR LF and mark", "\xEF\xBB\xBF" + replaced("\n", "\r\n")},
        {"curly quotes", replaced("\"", "\xE2\x80\x9D")}, {"upper case", upper},
        {"HTML", html + "</body></html>"}, {"British", replaced("license", "licence")}};
}

TEST(Detect, FormMakesNoDifference)
{
    CUPEL_REQUIRE_LICENSE_LIST();
    for (const char* const id : {"MIT", "Apache-2.0", "CC0-1.0", "CC-BY-4.0", "CC-BY-NC-SA-4.0",
             "CC-BY-3.0", "CC-BY-3.0-DE", "ODbL-1.0", "CDLA-Sharing-1.0", "C-UDA-1.0", "OGL-UK-3.0",
             "etalab-2.0", "BSD-3-Clause", "GFDL-1.3-only", "MPL-2.0"}) {
        for (const auto& [form, text] : changedForms(test::listedText(id))) {
            const Detection found = detect(text);
            EXPECT_TRUE(found.kind == TextClass::Exact || found.kind == TextClass::High)
                << id << ", " << form << ": " << summary(found);
            EXPECT_EQ(idsOf(found), std::set<std::string>{id}) << form;
        }
    }
}

TEST(Detect, KnowsTextsAsDebianShipsThem)
{
    CUPEL_REQUIRE_LICENSE_LIST();
    const std::filesystem::path folder = "/usr/share/common-licenses";
    if (!std::filesystem::exists(folder / "GPL-3"))
        GTEST_SKIP() << "no texts in " << folder;
    for (const auto& [file, id] :
        std::vector<std::pair<const char*, const char*>>{{"Apache-2.0", "Apache-2.0"},
            {"Artistic", "Artistic-1.0-Perl"}, {"BSD", "BSD-3-Clause"}, {"CC0-1.0", "CC0-1.0"},
            {"GFDL-1.2", "GFDL-1.2-only"}, {"GFDL-1.3", "GFDL-1.3-only"}, {"GPL-1", "GPL-1.0-only"},
            {"GPL-2", "GPL-2.0-only"}, {"GPL-3", "GPL-3.0-only"}, {"LGPL-2", "LGPL-2.0-only"},
            {"LGPL-2.1", "LGPL-2.1-only"}, {"LGPL-3", "LGPL-3.0-only"}, {"MPL-2.0", "MPL-2.0"}}) {
        const Detection found = detect(test::readFile(folder / file));
        EXPECT_TRUE(isClean(found.kind)) << file << ": " << summary(found);
        EXPECT_EQ(idsOf(found), std::set<std::string>{id}) << file;
    }
}

TEST(Detect, AsksForTheVariantThatTheFileNames)
{
    CUPEL_REQUIRE_LICENSE_LIST();
    const std::string notice
        = "You may redistribute this program under the terms of the GNU General "
          "Public License, version 3 or any later version.\n\n";
    const Detection plain = detect(test::listedText("GPL-3.0-only"));
    EXPECT_EQ(plain.matches[0].id, "GPL-3.0-only");
    EXPECT_EQ(plain.matches[0].sameText, std::vector<std::string>{"GPL-3.0-or-later"});
    const Detection later = detect(notice + test::listedText("GPL-3.0-only"));
    EXPECT_EQ(later.matches[0].id, "GPL-3.0-or-later");
}

TEST(Detect, NeedsNoUtf8)
{
    EXPECT_EQ(detect("").kind, TextClass::None);
    EXPECT_TRUE(has(detect(""), "LIC-MISSING"));
    EXPECT_EQ(detect("caf\xE9 \x93terms\x94").kind, TextClass::None);
    const std::string bytes("\xFF\xFEM\0I\0T\0", 8);
    EXPECT_EQ(detect(bytes).kind, TextClass::None);
    EXPECT_TRUE(has(detect("Copyright 2020 Ada"), "LIC-ALL-RIGHTS-RESERVED"));
    EXPECT_TRUE(has(detect("Harbour tides, hourly."), "LIC-UNRECOGNISED"));
}

/// Inputs that would take hours if work grew with the square of their size; the test's time limit
/// is what they would exceed.
/// Without its words, a licence's own sentences are not taken for somebody's additions, and an
/// addition that such a licence cannot hold still is.
TEST(Detect, TextsThatTheCorpusLacksAreNotHeldAgainstThemselves)
{
    const Corpus empty("common licences", {}, {});
    std::string text
        = "Creative Commons Attribution-NonCommercial 4.0 International Public License\n\n";
    for (int i = 0; i < 30; ++i)
        text += "You may not use the material for commercial purposes, as section "
            + std::to_string(i) + " says.\n";
    const Detection found = detect(text, empty);
    EXPECT_EQ(summary(found), "reference CC-BY-NC-4.0");
    EXPECT_TRUE(found.isUncompared);
    EXPECT_FALSE(has(found, "LIC-ADDITIONAL-TERMS"));

    std::string changed = "MIT License\n\n";
    for (int i = 0; i < 30; ++i)
        changed += "Permission is granted to copy and to change what stands here.\n";
    EXPECT_FALSE(has(detect(changed, empty), "LIC-ADDITIONAL-TERMS"));
    EXPECT_TRUE(has(
        detect(changed + "It is for research purposes only.\n", empty), "LIC-ADDITIONAL-TERMS"));
    EXPECT_TRUE(has(
        detect("License: CC-BY-NC-4.0. You may not sell it.\n", empty), "LIC-ADDITIONAL-TERMS"));
}

TEST(Detect, HostileTextsTakeLinearTime)
{
    std::mt19937 random(3);
    std::string words;
    while (words.size() < kMaxTextBytes) {
        for (int i = 0; i < 7; ++i)
            words += static_cast<char>('a' + random() % 26);
        words += ' ';
    }
    EXPECT_EQ(detect(words).kind, TextClass::None);
    for (const std::string& piece :
        {std::string("the "), std::string("](("), std::string("[a]("), std::string("<p>&"),
            std::string("permission is hereby granted free of charge to any "), std::string("- \n"),
            std::string("license: mit\n"), std::string("a-\n"), std::string("http://a.b/"),
            std::string("(a) ")}) {
        std::string text;
        while (text.size() < kMaxTextBytes + 100)
            text += piece;
        const Detection found = detect(text);
        EXPECT_TRUE(found.isCut);
        EXPECT_FALSE(isClean(found.kind)) << piece;
    }
}

} // namespace
} // namespace cupel::license
