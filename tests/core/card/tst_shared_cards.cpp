/// Every document of the shared folder opens, and its values land in the fields that the crosswalk
/// names.

#include "core/card/fill.h"

#include "core/card/crosswalk.h"
#include "core/documents/croissant.h"
#include "core/documents/document_reader.h"
#include "tests/support/json_file.h"
#include "tests/support/shared_dir.h"
#include "tests/support/temp_dir.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <span>
#include <string>
#include <vector>

namespace cupel::card {
namespace {

using documents::Document;
using documents::DocumentKind;
using nlohmann::json;

Document documentOf(const std::string& file)
{
    const std::string bytes = test::readFile(test::sharedDir() / "data/cards" / file);
    return documents::readDocument(
        file.ends_with(".json") ? DocumentKind::Croissant : DocumentKind::Card,
        file.substr(file.find('/') + 1), bytes, bytes.size());
}

Card cardOf(const Document& document)
{
    Card card = emptyCard();
    fillFromDocuments(card, {{document}});
    return card;
}

/// Answers of a field that stand under a name.
std::vector<const Answer*> answers(
    const Card& card, std::string_view key, Vocabulary vocabulary, std::string_view name)
{
    std::vector<const Answer*> found;
    for (const Answer& answer : card.find(key)->answers) {
        if (answer.vocabulary == vocabulary && answer.property == name)
            found.push_back(&answer);
    }
    return found;
}

std::string textOf(const Answer& answer)
{
    return std::get<base::DataText>(answer.text.at(0)).raw();
}

/// What a fact of the manifest says about one property, as the card should hold it.
void expectText(const Card& card, const char* key, const char* name, const json& fact)
{
    const auto found = answers(card, key, Vocabulary::Croissant, name);
    ASSERT_EQ(found.size(), fact.is_null() ? 0U : 1U) << key;
    if (!fact.is_null()) {
        EXPECT_EQ(textOf(*found[0]), fact.get<std::string>()) << key;
    }
}

std::size_t sizeOf(const Answer& answer)
{
    return answer.value && answer.value->isList() ? answer.value->items.size() : 1;
}

void checkCroissant(const Card& card, const json& facts)
{
    expectText(card, "card.conforms_to", "conformsTo", facts.at("conformsTo"));
    expectText(card, "card.title", "name", facts.at("name"));
    expectText(card, "overview.maintenance.version", "version", facts.at("version"));
    expectText(card, "overview.maintenance.version", "datePublished", facts.at("datePublished"));
    expectText(card, "license.declared", "license", facts.at("license"));
    EXPECT_EQ(!answers(card, "card.link", Vocabulary::Croissant, "url").empty(),
        facts.at("url_present").get<bool>());
    EXPECT_EQ(!answers(card, "use.intended.citation", Vocabulary::Croissant, "citeAs").empty(),
        facts.at("citation_present").get<bool>());
    std::size_t creators = 0;
    for (const Answer* const answer :
        answers(card, "authorship.owners.authors", Vocabulary::Croissant, "creator"))
        creators += sizeOf(*answer);
    EXPECT_EQ(creators, facts.at("creator_count").get<std::size_t>());
    const auto live = answers(card, "identity.is_live", Vocabulary::Croissant, "isLiveDataset");
    EXPECT_EQ(live.size(), facts.at("isLiveDataset").is_null() ? 0U : 1U);
    if (!live.empty()) {
        EXPECT_EQ(textOf(*live[0]), facts.at("isLiveDataset").get<bool>() ? "true" : "false");
    }
    const auto count = [&card](const char* key, const char* name) {
        return answers(card, key, Vocabulary::Croissant, name).size();
    };
    EXPECT_EQ(count("distribution.files", "distribution"), facts.at("file_objects"));
    EXPECT_EQ(count("distribution.file_sets", "distribution"), facts.at("file_sets"));
    EXPECT_EQ(count("distribution.record_sets", "recordSet"), facts.at("record_sets"));
    std::size_t fields = 0;
    std::size_t records = 0;
    for (const Answer& set : card.find("distribution.record_sets")->answers) {
        const documents::Node* const list = set.value->find("field");
        const documents::Node* const data = set.value->find("data");
        fields += !list ? 0 : list->isList() ? list->items.size() : 1;
        records += data ? data->items.size() : 0;
    }
    EXPECT_EQ(fields, facts.at("top_level_fields"));
    EXPECT_EQ(records, facts.at("inline_records"));
}

/// Each property of RAI and PROV answers each field that the routes name for it, and these are the
/// ones of the crosswalk.
void checkStatements(const Card& card, const json& facts)
{
    for (const char* const list : {"rai_properties", "prov_properties"}) {
        for (const std::string name : facts.at(list)) {
            std::size_t routes = 0;
            for (const Route& route : croissantRoutes()) {
                if (route.name != name)
                    continue;
                ++routes;
                EXPECT_FALSE(answers(card, route.key, Vocabulary::Croissant, name).empty())
                    << name << " -> " << route.key;
            }
            EXPECT_EQ(routes > 0, name != "prov:isAssociatedWith") << name;
        }
    }
}

void checkYaml(const Card& card, const json& facts)
{
    if (!facts.contains("yaml_values"))
        return;
    for (const auto& [member, value] : facts.at("yaml_values").items()) {
        for (const Route& route : frontMatterRoutes()) {
            if (route.name != member)
                continue;
            const auto found = answers(card, route.key, Vocabulary::FrontMatter, member);
            if (value.is_null() || value.empty()) {
                EXPECT_TRUE(found.empty()) << member;
                continue;
            }
            ASSERT_EQ(found.size(), 1U) << member << " -> " << route.key;
            if (value.is_string()) {
                EXPECT_EQ(textOf(*found[0]), value.get<std::string>()) << member;
                continue;
            }
            ASSERT_TRUE(found[0]->value) << member;
            std::vector<std::string> items;
            for (const documents::Node& item : found[0]->value->items)
                items.push_back(item.text);
            EXPECT_EQ(items, value.get<std::vector<std::string>>()) << member;
        }
    }
}

/// A heading with text of its own answers its fields; a placeholder answers none.
void checkHeadings(const Card& card, const Document& document, const json& facts)
{
    // "N/A" is an answer for the manifest and none for us.
    const auto saysNothing = [&document](const std::string& title) {
        return std::any_of(document.sections.begin(), document.sections.end(),
            [&title](const documents::Section& section) {
                return section.title == title && isPlaceholder(section.body)
                    && !section.body.empty() && section.body.find("N/A") != std::string::npos;
            });
    };
    for (const json& heading : facts.at("headings")) {
        std::string title = heading.at(1);
        std::transform(title.begin(), title.end(), title.begin(),
            [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
        const bool isBullets = title == "dataset description";
        for (const Route& route : headingRoutes()) {
            if (route.name != title || heading.at(0) == 1 || isBullets)
                continue;
            const auto found = answers(card, route.key, Vocabulary::Heading, title);
            const bool isText = heading.at(2) == "text" && !saysNothing(heading.at(1));
            if (heading.at(2) != "empty") {
                EXPECT_EQ(found.empty(), !isText) << title << " -> " << route.key;
            }
        }
    }
}

TEST(SharedCards, LandInTheFieldsOfTheCrosswalk)
{
    CUPEL_REQUIRE_SHARED("data/cards/manifest.json");
    const json manifest = test::readJson(test::sharedDir() / "data/cards/manifest.json");
    int croissant = 0;
    int cards = 0;
    for (const json& entry : manifest.at("files")) {
        const std::string file = entry.at("file");
        const bool isCroissant = file.starts_with("croissant/");
        if (!isCroissant && !file.starts_with("hf/"))
            continue;
        SCOPED_TRACE(file);
        const Document document = documentOf(file);
        const Card card = cardOf(document);
        const json& facts = entry.at("facts");
        if (isCroissant) {
            ++croissant;
            checkCroissant(card, facts);
            checkStatements(card, facts);
        } else {
            ++cards;
            checkYaml(card, facts);
            checkHeadings(card, document, facts);
        }
    }
    EXPECT_GE(croissant, 13);
    EXPECT_GE(cards, 9);
}

/// Whether a cell of the crosswalk names something as a word of its own.
bool names(const std::string& cell, std::string_view name)
{
    const auto isWord = [&cell](std::size_t at) {
        const char c = at < cell.size() ? cell[at] : ' ';
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == '-';
    };
    for (std::size_t at = cell.find(name); at != std::string::npos; at = cell.find(name, at + 1)) {
        if (!isWord(at - 1) && !isWord(at + name.size()))
            return true;
    }
    return false;
}

bool isRouted(std::span<const Route> routes, std::string_view name, std::string_view key)
{
    return std::any_of(routes.begin(), routes.end(),
        [&](const Route& route) { return route.name == name && route.key == key; });
}

/// Whether a cell names a member by a part, a value or a family, which rules of their own read.
bool namesPart(const std::string& cell, std::string_view name)
{
    const std::string word(name);
    return cell.find(word + ".") != std::string::npos || cell.find(word + "[") != std::string::npos
        || cell.find(word + ":") != std::string::npos || cell.find(" / ") != std::string::npos
        || name.starts_with("extra_gated") || name == "dataset_info";
}

TEST(Crosswalk, HasTheRoutesOfTheSharedOne)
{
    CUPEL_REQUIRE_SHARED("reference/card-model.json");
    const json shared = test::readJson(test::sharedDir() / "reference/card-model.json");
    for (const json& row : shared.at("fields")) {
        const std::string key = row.at("key");
        if (key.find('<') != std::string::npos)
            continue;
        const std::string rai = row.at("crosswalk").value("rai_prov", "");
        for (const Route& route : croissantRoutes()) {
            if (route.name.starts_with("rai:")) {
                EXPECT_EQ(
                    isRouted(croissantRoutes(), route.name, key), names(rai, route.name.substr(4)))
                    << route.name << " " << key;
            }
        }
        const std::string yaml = row.at("crosswalk").value("card_yaml", "");
        for (const Route& route : frontMatterRoutes()) {
            if (!namesPart(yaml, route.name)) {
                EXPECT_EQ(isRouted(frontMatterRoutes(), route.name, key), names(yaml, route.name))
                    << route.name << " " << key;
            }
        }
    }
}

TEST(Crosswalk, QuestionsAreThoseOfTheSharedModel)
{
    CUPEL_REQUIRE_SHARED("reference/card-model.json");
    const json shared = test::readJson(test::sharedDir() / "reference/card-model.json");
    for (const json& row : shared.at("fields")) {
        const std::string key = row.at("key");
        const auto questions
            = row.at("crosswalk").value("datasheet_questions", std::vector<std::string>{});
        if (key.find('<') == std::string::npos) {
            EXPECT_EQ(model().find(key)->questions, questions) << key;
        }
    }
}

} // namespace
} // namespace cupel::card
