#include "tests/core/exports/support/exported.h"

#include "core/documents/croissant.h"
#include "core/documents/json_reader.h"
#include "core/exports/croissant_properties.h"
#include "core/exports/croissant_words.h"
#include "tests/core/reports/support/hostile_texts.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace cupel::exports {
namespace {

using namespace cupel::test;
using nlohmann::json;

json croissantOf(const Source& source)
{
    return json::parse(croissant(source).text);
}

TEST(CroissantExport, HoldsTheAuditedFile)
{
    const reports::DatasetReport dataset = auditedPeople();
    const json made = croissantOf(sourceOf(dataset));
    EXPECT_EQ(made.at("@type"), "sc:Dataset");
    EXPECT_EQ(made.at("conformsTo"), // of RAI are the missing cells
        (json{"http://mlcommons.org/croissant/1.1", "http://mlcommons.org/croissant/RAI/1.0"}));
    EXPECT_EQ(made.at("@context").at("@vocab"), "https://schema.org/");
    EXPECT_FALSE(made.at("@context").contains("value")); // its tool reads sc:value
    EXPECT_EQ(made.at("name"), "people");
    EXPECT_EQ(made.at("distribution"),
        json::array({{{"@type", "cr:FileObject"}, {"@id", "people.csv"}, {"name", "people.csv"},
            {"contentUrl", "people.csv"}, {"contentSize", "311 B"}, {"encodingFormat", "text/csv"},
            {"sha256", std::string(64, 'a')}}}));
    for (const char* const unknown : {"description", "url", "license", "creator", "datePublished",
             "version", "citeAs", "sdDatePublished", "keywords"})
        EXPECT_FALSE(made.contains(unknown)) << unknown;
}

TEST(CroissantExport, HoldsColumnsSplitsAndStatistics)
{
    const reports::DatasetReport dataset = auditedPeople();
    const json made = croissantOf(sourceOf(dataset));
    const json& splits = made.at("recordSet").at(0);
    EXPECT_EQ(splits.at("dataType"), "cr:Split");
    EXPECT_EQ(splits.at("data").at(1),
        (json{{"splits/name", "train"}, {"splits/url", "cr:TrainingSplit"}, {"splits/rows", 7}}));
    const json& rows = made.at("recordSet").at(1);
    EXPECT_EQ(rows.at("annotation").at(0).at("value"), 12);
    const json& fields = rows.at("field");
    ASSERT_EQ(fields.size(), 4U);
    EXPECT_EQ(fields[0].at("dataType"), (json{"sc:Text", "cr:Label"}));
    EXPECT_EQ(fields[1].at("dataType"), "sc:Integer");
    EXPECT_EQ(fields[1].at("source"),
        (json{{"fileObject", {{"@id", "people.csv"}}}, {"extract", {{"column", "age"}}}}));
    EXPECT_EQ(fields[1].at("annotation").at(0).at("value"), 40.5);
    EXPECT_EQ(fields[1].at("annotation").at(1).at("value"), 88);
    EXPECT_FALSE(fields[2].contains("annotation"));
    EXPECT_EQ(fields[3].at("references"), (json{{"field", {{"@id", "splits/name"}}}}));
}

TEST(CroissantExport, AggregateHidesTheRangeOfNumbers)
{
    const reports::DatasetReport dataset = auditedPeople();
    const std::string made = croissant(sourceOf(dataset, reports::Privacy::Aggregate)).text;
    EXPECT_EQ(made.find("\"maximum\""), std::string::npos);
    EXPECT_NE(made.find("40.5"), std::string::npos);
}

TEST(CroissantExport, IdsDifferWhereNamesDo)
{
    reports::DatasetReport dataset = auditedPeople();
    dataset.input.file = "rows";
    dataset.description.columns[0].name = "a b";
    dataset.description.columns[1].name = "a%20b";
    dataset.description.columns[2].name = "rai:x/y\u00e9";
    const json made = croissantOf(sourceOf(dataset));
    const json& rows = made.at("recordSet").at(1);
    EXPECT_NE(rows.at("@id"), made.at("distribution").at(0).at("@id"));
    EXPECT_EQ(rows.at("field").at(0).at("@id"), "rows-/a%20b");
    EXPECT_EQ(rows.at("field").at(1).at("@id"), "rows-/a%2520b");
    EXPECT_EQ(rows.at("field").at(2).at("@id"), "rows-/rai%3Ax%2Fy%C3%A9");
    EXPECT_EQ(rows.at("field").at(2).at("name"), "rai:x/y\u00e9");
}

TEST(CroissantExport, TakesPropertiesFromADatasetCard)
{
    const ReadCard card = readMarkdown(R"(---
license: cc-by-4.0
pretty_name: Birds
language: [en, de]
tags: [songs, 'birds, wild']
source_datasets: [original, 'extended|finches']
dataset_info: {version: 1.2.0}
---
# Dataset Card for Birds

- **Homepage:** [Birds](https://birds.example/home)
- **Paper:** https://arxiv.org/abs/1
- **Curated by:** Birders

### Dataset Summary

Songs of *birds*, name\_of\_bird &lt;5.

## Considerations

### Other Known Limitations

Only in spring.

### Citation Information

```bibtex
@misc{birds}
```
)");
    const json made = croissantOf(card.source());
    EXPECT_EQ(made.at("name"), "Birds");
    EXPECT_EQ(made.at("description"), "Songs of *birds*, name_of_bird <5.");
    EXPECT_EQ(made.at("url"), "https://birds.example/home");
    EXPECT_EQ(made.at("sameAs"), "https://arxiv.org/abs/1");
    EXPECT_EQ(made.at("license"), "https://spdx.org/licenses/CC-BY-4.0.html");
    EXPECT_EQ(made.at("keywords"), (json{"songs", "birds, wild"}));
    EXPECT_EQ(made.at("inLanguage"), (json{"en", "de"}));
    EXPECT_EQ(made.at("version"), "1.2.0");
    EXPECT_EQ(made.at("citeAs"), "@misc{birds}");
    EXPECT_EQ(made.at("rai:dataLimitations"), "Only in spring.");
    EXPECT_EQ(made.at("prov:wasDerivedFrom"), "finches");
    EXPECT_EQ(made.at("creator"), (json{{"@type", "sc:Organization"}, {"name", "Birders"}}));
}

TEST(CroissantExport, NeverGuesses)
{
    const ReadCard card = readMarkdown("---\nlicense: other\nlanguage: English\n"
                                       "dataset_info: {version: first}\n---\n# d\n\n"
                                       "- **Homepage:** ask us\n");
    const Export made = croissant(card.source());
    const json dataset = json::parse(made.text);
    for (const char* const guess : {"license", "inLanguage", "version", "url", "datePublished"})
        EXPECT_FALSE(dataset.contains(guess)) << guess;
    EXPECT_NE(notesOf(made).find("it names no licence for certain"), std::string::npos);
    EXPECT_NE(notesOf(made).find("codes of languages"), std::string::npos);
    EXPECT_NE(notesOf(made).find("Croissant requires it"), std::string::npos);
}

TEST(CroissantExport, CroissantBesideTheDataComesFirst)
{
    const ReadCard croissantFile = readCroissant(R"({"@context": {"@language": "de"},
"@type": "sc:Dataset", "name": "leute", "datePublished": "2025-01-15",
"license": "https://creativecommons.org/licenses/by/4.0/", "rai:dataBiases": "Only adults.",
"distribution": {"@type": "cr:FileObject", "name": "people.csv", "description": "All of it.",
  "contentUrl": "https://people.example/people.csv"},
"recordSet": {"@type": "cr:RecordSet", "@id": "r", "field": [{"@id": "r/age", "description": "in years",
  "source": {"extract": {"column": "age"}}}]}})");
    const ReadCard readme = readMarkdown("---\npretty_name: People\nlicense: mit\n---\n"
                                         "### Discussion of Biases\n\nOnly in towns.\n");
    const reports::DatasetReport dataset = auditedPeople({readme.document, croissantFile.document});
    const Export made = croissant(sourceOf(dataset));
    const json body = json::parse(made.text);
    EXPECT_EQ(body.at("name"), "leute");
    EXPECT_EQ(body.at("@context").at("@language"), "de");
    EXPECT_EQ(body.at("datePublished"), "2025-01-15");
    EXPECT_EQ(body.at("license"),
        (json{
            "https://creativecommons.org/licenses/by/4.0/", "https://spdx.org/licenses/MIT.html"}));
    EXPECT_EQ(body.at("rai:dataBiases"), (json{"Only adults.", "Only in towns."}));
    EXPECT_EQ(body.at("conformsTo"),
        (json{"http://mlcommons.org/croissant/1.1", "http://mlcommons.org/croissant/RAI/1.0"}));
    const json& file = body.at("distribution").at(0);
    EXPECT_EQ(file.at("contentUrl"), "https://people.example/people.csv");
    EXPECT_EQ(file.at("description"), "All of it.");
    EXPECT_EQ(body.at("recordSet").at(1).at("field").at(1).at("description"), "in years");
    EXPECT_NE(notesOf(made).find("different licences"), std::string::npos);
}

TEST(CroissantExport, WritesOldVersionsAsTheNewOne)
{
    const ReadCard old = readCroissant(R"({"@context": {"ml": "http://mlcommons.org/schema/",
"@vocab": "https://schema.org/", "recordSet": "ml:recordSet", "field": "ml:field"},
"@type": "sc:Dataset", "name": "old", "citation": "Old, 2020", "creator": ["A", {"name": "B"}],
"distribution": [{"@type": "sc:FileObject", "name": "a.csv", "contentUrl": "a.csv"},
  {"@type": "sc:FileSet", "name": "images", "containedIn": "a.zip", "ml:includes": "*.png"}],
"recordSet": [{"@type": "ml:RecordSet", "name": "rows", "ml:data": [{"x": 1}], "field": [
  {"@type": "ml:Field", "name": "x", "ml:dataType": "sc:Integer", "ml:repeated": true,
   "ml:references": {"distribution": "a.csv", "ml:extract": {"ml:column": "X"}}},
  {"@type": "ml:Field", "name": "y", "ml:source": {"distribution": "images"}}]}]})");
    const json made = croissantOf(old.source());
    EXPECT_EQ(made.at("citeAs"), "Old, 2020");
    EXPECT_EQ(made.at("creator"),
        (json{{{"@type", "sc:Person"}, {"name", "A"}}, {{"@type", "sc:Person"}, {"name", "B"}}}));
    EXPECT_EQ(made.at("distribution").at(0).at("@type"), "cr:FileObject");
    EXPECT_EQ(made.at("distribution").at(0).at("@id"), "a.csv");
    EXPECT_EQ(made.at("distribution").at(1).at("containedIn"), (json{{"@id", "a.zip"}}));
    const json& set = made.at("recordSet").at(0);
    EXPECT_EQ(set.at("data"), json::array({{{"rows/x", 1}}}));
    const json& field = set.at("field").at(0);
    EXPECT_EQ(field.at("@id"), "rows/x");
    EXPECT_EQ(field.at("dataType"), "sc:Integer");
    EXPECT_EQ(field.at("isArray"), true);
    EXPECT_EQ(field.at("source"),
        (json{{"fileObject", {{"@id", "a.csv"}}}, {"extract", {{"column", "X"}}}}));
    EXPECT_EQ(set.at("field").at(1).at("source"), (json{{"fileSet", {{"@id", "images"}}}}));
}

/// The lines of a document are no part of what it says.
TEST(CroissantExport, ADocumentOnOneLineKeepsItsParts)
{
    const std::string text = R"({"@type": "sc:Dataset", "name": "d", "distribution": [
{"@type": "cr:FileObject", "@id": "a.csv", "name": "a", "contentUrl": "a.csv"},
{"@type": "cr:FileObject", "@id": "b.csv", "name": "a", "contentUrl": "b.csv"},
{"@type": "cr:FileSet", "@id": "c", "includes": "*.csv"}], "recordSet": [
{"@type": "cr:RecordSet", "@id": "r", "field": {"@type": "cr:Field", "@id": "r/x",
  "dataType": "sc:Text", "source": {"fileObject": {"@id": "a.csv"}, "extract": {"column": "x"}}}},
{"@type": "cr:RecordSet", "@id": "s", "field": {"@type": "cr:Field", "@id": "s/x",
  "dataType": "sc:Text", "source": {"fileObject": {"@id": "b.csv"}, "extract": {"column": "x"}}}}]})";
    std::string line = text;
    std::erase(line, '\n');
    const json made = croissantOf(readCroissant(line).source());
    EXPECT_EQ(made.at("distribution").size(), 3U);
    EXPECT_EQ(made.at("recordSet").size(), 2U);
    EXPECT_EQ(made, croissantOf(readCroissant(text).source()));
}

TEST(CroissantExport, NamesTheVocabularyOfWhatItWrites)
{
    const ReadCard card
        = readMarkdown("# d\n\n### Other Known Limitations\n\nOnly in spring, only birds.\n");
    const json made = croissantOf(card.source());
    ASSERT_TRUE(made.contains("rai:dataLimitations"));
    EXPECT_EQ(made.at("conformsTo"),
        (json{"http://mlcommons.org/croissant/1.1", "http://mlcommons.org/croissant/RAI/1.0"}));
}

TEST(CroissantExport, WordsAreNoCodesOfLanguages)
{
    const auto languages = [](const std::string& text) {
        return croissantOf(readMarkdown("# d\n\n### Languages\n\n" + text + "\n").source())
            .value("inLanguage", json());
    };
    for (const char* const word : {"All", "any", "all", "TBD", "No", "xx", "see"})
        EXPECT_TRUE(languages(word).is_null()) << word;
    EXPECT_EQ(languages("en"), "en");
    EXPECT_EQ(languages("pt-BR"), "pt-BR");
    EXPECT_EQ(languages("yue"), "yue");
    const ReadCard list = readMarkdown("---\nlanguage: [en, TBD, any, gsw]\n---\n# d\n");
    EXPECT_EQ(croissantOf(list.source()).at("inLanguage"), (json{"en", "gsw"}));
}

/// One answer to a question about several things is a statement about none of them alone.
TEST(CroissantExport, AnswersToBroadQuestionsAreNotNarrowed)
{
    const ReadCard sheet = readMarkdown(R"(# Datasheet for d

### For what purpose was the dataset created?

To count birds.

### Who created the dataset (e.g., which team, research group) and on behalf of which entity (e.g., company, institution, organization)?

Alice Smith

### Are there any errors, sources of noise, or redundancies in the dataset?

Some rows repeat.
)");
    const json made = croissantOf(sheet.source());
    EXPECT_EQ(made.at("creator"), (json{{"@type", "sc:Person"}, {"name", "Alice Smith"}}));
    EXPECT_FALSE(made.contains("publisher"));
    EXPECT_FALSE(made.contains("rai:dataAnnotationAnalysis"));
}

TEST(CroissantExport, HostileTextsAreTexts)
{
    for (const std::string& text : hostileTexts()) {
        reports::DatasetReport dataset = auditedPeople();
        dataset.description.columns[2].name = text;
        dataset.input.file = text.empty() ? "f" : text;
        dataset.name = text;
        const std::string made = croissant(sourceOf(dataset)).text;
        ASSERT_TRUE(json::accept(made)) << text;
        const auto root = documents::readJson(made);
        ASSERT_TRUE(root) << root.error().message;
        const documents::Croissant read = documents::readCroissant(*root);
        for (const std::string& id : {read.files.at(0).id, read.recordSets.at(1).fields.at(2).id})
            EXPECT_EQ(id.find_first_of(" \t\n:<>\""), std::string::npos) << id;
    }
}

TEST(CroissantProperties, VersionsAndDates)
{
    for (const char* const version : {"1", "1.2", "1.2.3", "0.10.0", "1.2.3-rc.1+build-5"})
        EXPECT_TRUE(isVersion(version)) << version;
    for (const char* const none : {"", "v1", "1.02", "1.2.3.4", "1.2-rc", "one", "1.2.3 beta"})
        EXPECT_FALSE(isVersion(none)) << none;
    for (const char* const dates : {"2020", "2020-05", "2020-05-01T10:00:00Z", "2019-01/2021-12"})
        EXPECT_TRUE(isDates(dates)) << dates;
    for (const char* const none : {"", "in 2020", "May 2020", "2020 to 2022", "20"})
        EXPECT_FALSE(isDates(none)) << none;
}

} // namespace
} // namespace cupel::exports
