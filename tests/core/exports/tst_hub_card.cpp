#include "tests/core/exports/support/exported.h"

#include "core/documents/document_reader.h"
#include "tests/core/reports/support/hostile_texts.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <stdexcept>

namespace cupel::exports {
namespace {

using namespace cupel::test;
using documents::Node;

std::vector<std::string> itemsOf(const Node* node)
{
    std::vector<std::string> items;
    for (std::size_t i = 0; node && i < node->items.size(); ++i)
        items.push_back(node->items[i].text);
    return items;
}

/// A member by its path; throws where it is absent, which fails the test.
template <typename... Keys> const Node& at(const Node& node, Keys... keys)
{
    const Node* const found = node.path(keys...);
    if (!found)
        throw std::runtime_error("no such member");
    return *found;
}

std::string bodyOf(const documents::Document& document, const std::string& title)
{
    for (const documents::Section& section : document.sections) {
        if (section.title == title)
            return section.body;
    }
    return "no section " + title;
}

TEST(HubCard, DescribesTheAuditedFile)
{
    const reports::DatasetReport dataset = auditedPeople();
    const ReadCard made = readMarkdown(hubCard(sourceOf(dataset)).text);
    EXPECT_TRUE(made.document.problems.empty());
    const Node& fields = made.document.fields;
    EXPECT_EQ(at(fields, "pretty_name").text, "people");
    EXPECT_EQ(itemsOf(fields.find("size_categories")), std::vector<std::string>{"n<1K"});
    const Node& features = at(fields, "dataset_info", "features");
    ASSERT_EQ(features.items.size(), 4U);
    EXPECT_EQ(at(features.items[1], "name").text, "age");
    EXPECT_EQ(at(features.items[1], "dtype").text, "int64");
    EXPECT_EQ(at(fields, "dataset_info", "download_size").text, "311");
    const Node& config = at(fields, "configs").items.at(0);
    EXPECT_EQ(at(config, "config_name").text, "default");
    EXPECT_EQ(at(config, "data_files").text, "people.csv");
    EXPECT_EQ(at(config, "sep").text, ";");
    EXPECT_EQ(config.find("names"), nullptr);
    EXPECT_EQ(fields.find("license"), nullptr);
    EXPECT_EQ(fields.find("language"), nullptr);
    EXPECT_EQ(bodyOf(made.document, "Data Fields"),
        "\n- income (text, label, 0 missing)\n- age (integer, 2 missing)\n- name (text, 0 "
        "missing)\n"
        "- part (text, split, 0 missing)\n\n");
    EXPECT_EQ(bodyOf(made.document, "Data Splits"), "\n- test (5 rows)\n- train (7 rows)\n");
}

TEST(HubCard, AFileWithoutHeaderIsReadWithItsNames)
{
    reports::DatasetReport dataset = auditedPeople();
    dataset.input.dialect.hasHeader = false;
    const ReadCard made = readMarkdown(hubCard(sourceOf(dataset)).text);
    EXPECT_EQ(itemsOf(at(made.document.fields, "configs").items.at(0).find("names")),
        (std::vector<std::string>{"income", "age", "name", "part"}));
}

TEST(HubCard, TakesItsFieldsFromCroissant)
{
    const ReadCard croissant = readCroissant(R"({"@type": "sc:Dataset", "name": "Birds",
"description": "Songs.\n# no heading", "url": "https://birds.example", "keywords": ["a", "no"],
"inLanguage": ["en", "pt-BR"], "license": "https://creativecommons.org/licenses/by/4.0/",
"creator": {"@type": "Person", "name": "A. Ornitho", "email": "a@birds.example"},
"citeAs": "@misc{birds,\n  title = {B_i_rds}}", "rai:dataBiases": "Loud birds.",
"distribution": [{"@type": "cr:FileObject", "@id": "b.csv", "contentUrl": "data/b.csv"}],
"recordSet": {"@type": "cr:RecordSet", "@id": "songs", "description": "One song.", "field": [
  {"@id": "songs/id", "dataType": "sc:Integer", "description": "a | b",
   "source": {"fileObject": {"@id": "b.csv"}, "extract": {"column": "ID"}}},
  {"@id": "songs/sound", "dataType": "sc:AudioObject",
   "source": {"fileObject": {"@id": "b.csv"}, "extract": {"column": "sound"}}},
  {"@id": "songs/deep", "subField": []}]}})");
    const ReadCard made = readMarkdown(hubCard(croissant.source()).text);
    const Node& fields = made.document.fields;
    EXPECT_EQ(at(fields, "license").text, "cc-by-4.0");
    EXPECT_EQ(itemsOf(fields.find("tags")), (std::vector<std::string>{"a", "no"}));
    EXPECT_EQ(itemsOf(fields.find("language")), (std::vector<std::string>{"en"}));
    EXPECT_EQ(itemsOf(fields.find("language_bcp47")), (std::vector<std::string>{"pt-BR"}));
    const Node& features = at(fields, "dataset_info", "features");
    ASSERT_EQ(features.items.size(), 2U);
    EXPECT_EQ(at(features.items[0], "name").text, "ID"); // of the column
    EXPECT_EQ(at(features.items[1], "dtype").text, "audio");
    EXPECT_EQ(at(fields, "configs").items.at(0).find("data_files")->text, "data/b.csv");
    EXPECT_EQ(made.document.sections.at(0).title, "Dataset Card for Birds");
    EXPECT_EQ(bodyOf(made.document, "Dataset Summary"), "\nSongs.\n\\# no heading\n\n");
    EXPECT_EQ(bodyOf(made.document, "Dataset Curators"), "\nA. Ornitho (a@birds.example)\n\n");
    EXPECT_EQ(bodyOf(made.document, "Citation Information"),
        "\n```bibtex\n@misc{birds,\n  title = {B_i_rds}}\n```\n");
    EXPECT_EQ(bodyOf(made.document, "Discussion of Biases"), "\nLoud birds.\n\n");
    EXPECT_EQ(bodyOf(made.document, "Data Fields"),
        "\n- songs/id (Integer): a \\| b\n- songs/sound (AudioObject)\n- songs/deep\n\n");
}

TEST(HubCard, ALicenseThatTheHubDoesNotKnowIsNamed)
{
    const ReadCard croissant
        = readCroissant(R"({"@type": "sc:Dataset", "name": "d", "license": "MIT-CMU"})");
    const ReadCard made = readMarkdown(hubCard(croissant.source()).text);
    EXPECT_EQ(at(made.document.fields, "license").text, "other");
    EXPECT_EQ(at(made.document.fields, "license_name").text, "MIT-CMU");
    EXPECT_EQ(
        at(made.document.fields, "license_link").text, "https://spdx.org/licenses/MIT-CMU.html");
}

TEST(HubCard, DoesNotWriteAddressesThatLeadOutOfItsFolder)
{
    for (const char* const url : {"../../etc/passwd.csv", "/etc/passwd.csv", "file:///a.csv",
             "javascript:a.csv", "a/../../b.csv"}) {
        const ReadCard croissant = readCroissant(
            R"({"@type": "sc:Dataset", "distribution": {"@type": "cr:FileObject", "contentUrl": ")"
            + std::string(url) + R"("}})");
        const ReadCard made = readMarkdown(hubCard(croissant.source()).text);
        EXPECT_EQ(made.document.fields.find("configs"), nullptr) << url;
    }
}

/// Every text in every place where a text of data or of a document can stand: the front matter
/// reads back as the same text, and the sections are ours alone.
TEST(HubCard, ATitleSaysOnceThatItIsOne)
{
    const auto title = [](const std::string& heading) {
        ReadCard card = readMarkdown("# " + heading + "\n");
        card.name = "birds";
        return readMarkdown(hubCard(card.source()).text).document.sections.at(0).title;
    };
    EXPECT_EQ(title("Dataset card for Foo"), "Dataset Card for Foo");
    EXPECT_EQ(title("DATASET CARD FOR Foo"), "Dataset Card for Foo");
    EXPECT_EQ(title("Dataset Card for <img src=\"x.png\">"), "Dataset Card for birds");
    EXPECT_EQ(title("Dataset Card for"), "Dataset Card for birds");
    EXPECT_EQ(title("datasheet for Foo"), "Dataset Card for Foo");
    EXPECT_EQ(title("Dataset Card format"), "Dataset Card for Dataset Card format");
}

/// What is no code stays out, and is named.
TEST(HubCard, LanguagesAreCodes)
{
    const ReadCard card
        = readCroissant(R"({"@type": "sc:Dataset", "name": "d", "inLanguage": ["en", "TBD"]})");
    const Export made = hubCard(card.source());
    EXPECT_EQ(itemsOf(readMarkdown(made.text).document.fields.find("language")),
        std::vector<std::string>{"en"});
    EXPECT_EQ(readMarkdown(made.text).document.fields.find("language_bcp47"), nullptr);
    EXPECT_NE(notesOf(made).find("TBD"), std::string::npos) << notesOf(made);
}

TEST(HubCard, HostileTextsAreTexts)
{
    const auto titlesOf = [](const documents::Document& document) {
        std::vector<std::string> titles;
        for (const documents::Section& section : document.sections)
            titles.push_back(section.title);
        titles.erase(titles.begin()); // the dataset's
        return titles;
    };
    std::vector<std::string> expected;
    for (const std::string& text : hostileTexts()) {
        const bool isText = text.find_first_not_of(" \t\r\n") != std::string::npos
            && text.find('\0') == std::string::npos && text != "\xff\xfe"
            && text
                != "\x9b"
                   "31m";
        if (!isText)
            continue;
        nlohmann::json json{{"@type", "sc:Dataset"}, {"name", text}, {"description", text},
            {"url", text}, {"keywords", {"x", text}}, {"citeAs", text},
            {"creator", {{"@type", "Person"}, {"name", text}}}, {"rai:dataBiases", text},
            {"publisher", {{"@type", "Organization"}, {"name", text}}},
            {"recordSet",
                {{"@type", "cr:RecordSet"}, {"@id", "r"}, {"description", text},
                    {"field",
                        {{{"@id", "r/a"}, {"name", text}, {"description", text},
                            {"dataType", "sc:Text"},
                            {"source", {{"extract", {{"column", text}}}}}}}}}}};
        const ReadCard source = readCroissant(json.dump());
        const std::string made = hubCard(source.source()).text;
        const ReadCard back = readMarkdown(made);
        ASSERT_TRUE(back.document.problems.empty()) << made;
        const Node& fields = back.document.fields;
        EXPECT_EQ(itemsOf(fields.find("tags")).back(), text);
        EXPECT_EQ(at(fields, "dataset_info", "features").items.at(0).find("name")->text, text);
        for (const char c : made)
            EXPECT_TRUE(c == '\n' || c == '\t' || static_cast<unsigned char>(c) >= 0x20) << text;
        for (const char* const acting :
            {"\u202e", "\u2028", "\u2066", "<script", "<img", "<svg", "<!--"})
            EXPECT_EQ(made.substr(made.find("\n---\n")).find(acting), std::string::npos) << made;
        // Placeholders of templates leave their sections out.
        if (expected.empty())
            expected = titlesOf(back.document);
        EXPECT_GE(titlesOf(back.document).size(), 2U) << made;
        for (const std::string& title : titlesOf(back.document))
            EXPECT_NE(std::find(expected.begin(), expected.end(), title), expected.end())
                << title << "\n"
                << made;
    }
}

} // namespace
} // namespace cupel::exports
