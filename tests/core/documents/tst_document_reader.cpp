#include "core/documents/document_reader.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <string>
#include <vector>

#include "core/documents/front_matter.h"
#include "core/documents/text_decoding.h"
#include "tests/support/json_file.h"
#include "tests/support/shared_dir.h"
#include "tests/support/temp_dir.h"

namespace cupel::documents {
namespace {

Document read(DocumentKind kind, const std::string& text)
{
    return readDocument(kind, "f", text, text.size());
}

Document card(const std::string& text)
{
    return read(DocumentKind::Card, text);
}

TEST(FrontMatter, EndsWithDashesOrDots)
{
    for (const std::string end : {"---", "--- \t", "..."}) {
        for (const std::string newline : {"\n", "\r\n"}) {
            const std::string text
                = newline + "---" + newline + "a: 1" + newline + end + newline + "# b" + newline;
            const FrontMatter matter = findFrontMatter(text);
            EXPECT_TRUE(matter.ends);
            EXPECT_EQ(matter.yaml, "a: 1" + newline);
            EXPECT_EQ(matter.yamlLine, 3U);
            EXPECT_EQ(matter.bodyLine, 5U);
            EXPECT_EQ(text.substr(matter.bodyOffset), "# b" + newline);
        }
    }
    EXPECT_FALSE(findFrontMatter("# a\n---\nb: 1\n---\n").begins);
    EXPECT_FALSE(findFrontMatter("----\nb: 1\n----\n").begins);
    EXPECT_TRUE(findFrontMatter("---\n---").ends);
    EXPECT_FALSE(findFrontMatter("---").ends);
    EXPECT_FALSE(findFrontMatter("").begins);
}

TEST(DocumentReader, SplitsACard)
{
    const Document document
        = card("\xEF\xBB\xBF---\r\nlicense: mit\r\n---\r\n# Über\r\nWords.\r\n");
    EXPECT_TRUE(document.problems.empty());
    ASSERT_TRUE(document.fields.isMap());
    EXPECT_EQ(document.fields.find("license")->text, "mit");
    EXPECT_EQ(document.fields.find("license")->at, (Position{2, 10}));
    EXPECT_EQ(document.bodyLine, 4U);
    ASSERT_EQ(document.sections.size(), 1U);
    EXPECT_EQ(document.sections[0].title, "Über");
    EXPECT_EQ(document.sections[0].at, (Position{4, 1}));
    EXPECT_EQ(document.text.substr(0, 3), "---");
}

struct BadCard {
    const char* text;
    const char* message;
    Position at;
    std::size_t sections;
};

TEST(DocumentReader, BadFrontMatterIsAProblemOfTheCard)
{
    const std::vector<BadCard> cards{
        {"---\nlicense: mit\n# Title\n", "has no end", {1, 1}, 2},
        {"---\n- a\n---\n# Title\n", "not a map", {2, 1}, 1},
        {"---\nwords\n---\n# Title\n", "not a map", {2, 1}, 1},
        {"---\na: &x 1\nb: *x\n---\n# Title\n", "anchor", {2, 4}, 1},
        {"---\na: 1\na: 2\n---\n# Title\n", "occurs twice", {3, 1}, 1},
        {"---\na: [1\n---\n# Title\n", "no YAML", {3, 1}, 1},
        {"\n---\na: !!python/object:x y\n---\n# Title\n", "the tag", {3, 4}, 1},
    };
    for (const BadCard& bad : cards) {
        SCOPED_TRACE(bad.text);
        const Document document = card(bad.text);
        EXPECT_TRUE(document.fields.isNull());
        ASSERT_EQ(document.problems.size(), 1U);
        EXPECT_EQ(document.problems[0].kind, ProblemKind::FrontMatter);
        EXPECT_NE(document.problems[0].message.find(bad.message), std::string::npos)
            << document.problems[0].message;
        EXPECT_EQ(document.problems[0].at, bad.at);
        EXPECT_EQ(document.sections.size(), bad.sections);
        EXPECT_EQ(document.sections.back().title, "Title");
    }
    EXPECT_TRUE(card("---\n---\n# Title\n").problems.empty());
}

TEST(DocumentReader, ReadsOtherEncodingsAndSaysSo)
{
    const Document document = card("# Caf\xE9 \x80\x81\n");
    ASSERT_EQ(document.sections.size(), 1U);
    EXPECT_EQ(document.sections[0].title, "Café €\xEF\xBF\xBD");
    ASSERT_EQ(document.problems.size(), 1U);
    EXPECT_EQ(document.problems[0].kind, ProblemKind::Encoding);
    EXPECT_EQ(document.problems[0].at, (Position{1, 6}));

    const Document license = read(DocumentKind::License, "\xA9 2020 Andr\xE9\n");
    EXPECT_EQ(license.text, "© 2020 André\n");
    EXPECT_TRUE(license.problems.empty());

    const Document binary = read(DocumentKind::License, std::string("MIT\0License", 11));
    EXPECT_EQ(binary.text, "");
    ASSERT_EQ(binary.problems.size(), 1U);
    EXPECT_EQ(binary.problems[0].kind, ProblemKind::Unreadable);
    EXPECT_EQ(binary.problems[0].at, (Position{1, 4}));
}

TEST(DocumentReader, CutsLongTextsBetweenCharacters)
{
    const std::string bytes = "aé";
    const Document license = readDocument(DocumentKind::License, "LICENSE", bytes.substr(0, 2), 9);
    EXPECT_EQ(license.text, "a");
    EXPECT_EQ(license.bytes, 9U);
    ASSERT_EQ(license.problems.size(), 1U);
    EXPECT_EQ(license.problems[0].kind, ProblemKind::Truncated);

    const Document croissant
        = readDocument(DocumentKind::Croissant, "croissant.json", "{\"@type\": \"sc:Da", 99);
    ASSERT_EQ(croissant.problems.size(), 1U);
    EXPECT_EQ(croissant.problems[0].kind, ProblemKind::Truncated);
    EXPECT_TRUE(croissant.fields.isNull());
    EXPECT_EQ(cutUtf8("aéb", 2), "a");
    EXPECT_EQ(cutUtf8("aéb", 3), "aé");
    EXPECT_EQ(cutUtf8("aéb", 9), "aéb");
}

TEST(DocumentReader, CroissantThatIsNoneSaysSo)
{
    const Document broken = read(DocumentKind::Croissant, "{\"@type\": \"sc:Dataset\",\n}");
    ASSERT_EQ(broken.problems.size(), 1U);
    EXPECT_EQ(broken.problems[0].kind, ProblemKind::Json);
    EXPECT_EQ(broken.problems[0].at, (Position{2, 1}));
    const Document other = read(DocumentKind::Croissant, "{\"a\": 1}");
    ASSERT_EQ(other.problems.size(), 1U);
    EXPECT_EQ(other.problems[0].kind, ProblemKind::NotCroissant);
    const Document list = read(DocumentKind::Croissant, "[]");
    EXPECT_TRUE(list.fields.isNull());
    EXPECT_EQ(list.problems.size(), 1U);
}

/// Every card of the shared folder gives the facts that its manifest states.
TEST(DocumentReader, CardsHaveTheFactsOfTheManifest)
{
    CUPEL_REQUIRE_SHARED("data/cards/manifest.json");
    const std::filesystem::path folder = test::sharedDir() / "data" / "cards";
    std::size_t cards = 0;
    const nlohmann::json manifest = test::readJson(folder / "manifest.json");
    for (const nlohmann::json& entry : manifest.at("files")) {
        const auto file = entry.at("file").get<std::string>();
        const bool isCard = file.rfind("hf/", 0) == 0;
        if (!isCard && file.rfind("datasheet/", 0) != 0)
            continue;
        SCOPED_TRACE(file);
        const Document document = card(test::readFile(folder / file));
        const nlohmann::json& facts = entry.at("facts");
        std::vector<const Section*> headings;
        for (const Section& section : document.sections) {
            if (section.level > 0)
                headings.push_back(&section);
        }
        ++cards;
        if (!isCard) {
            // "## Datasheet" as it stands.
            ASSERT_EQ(headings.size(), facts.at("headings").size());
            for (std::size_t i = 0; i < headings.size(); ++i) {
                EXPECT_EQ(std::string(static_cast<std::size_t>(headings[i]->level), '#') + " "
                        + headings[i]->title,
                    facts.at("headings")[i].get<std::string>());
            }
            continue;
        }
        ASSERT_EQ(headings.size(), facts.at("headings").size());
        for (std::size_t i = 0; i < headings.size(); ++i) {
            EXPECT_EQ(headings[i]->level, facts.at("headings")[i][0].get<int>());
            EXPECT_EQ(headings[i]->title, facts.at("headings")[i][1].get<std::string>());
        }
        const auto yaml = facts.at("yaml").get<std::string>();
        EXPECT_EQ(document.fields.isMap(), yaml == "dict");
        EXPECT_EQ(document.problems.size(), yaml == "list" ? 1U : 0U);
        if (yaml != "dict")
            continue;
        std::vector<std::string> keys;
        for (const Node::Member& member : document.fields.members)
            keys.push_back(member.key);
        EXPECT_EQ(keys, facts.at("yaml_keys").get<std::vector<std::string>>());
        for (const auto& [key, value] : facts.at("yaml_values").items()) {
            const Node* const found = document.fields.find(key);
            ASSERT_NE(found, nullptr) << key;
            EXPECT_EQ(found->isNull(), value.is_null()) << key;
            EXPECT_EQ(found->text, value.is_string() ? value.get<std::string>() : "") << key;
            for (std::size_t i = 0; value.is_array() && i < value.size(); ++i)
                EXPECT_EQ(found->items.at(i).text, value[i].get<std::string>());
        }
    }
    EXPECT_EQ(cards, 10U);
}

} // namespace
} // namespace cupel::documents
