/// A document that goes through the card and back keeps every field of the crosswalk.

#include "tests/core/exports/support/exported.h"

#include "core/card/crosswalk.h"
#include "core/documents/croissant_plain.h"
#include "core/documents/json_reader.h"
#include "tests/support/json_file.h"
#include "tests/support/shared_dir.h"
#include "tests/support/temp_dir.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <map>
#include <set>

namespace cupel::exports {
namespace {

using namespace cupel::test;
using documents::Node;

/// The answers of a card by field, without their places.
std::map<std::string, std::set<std::string>> answersOf(const card::Card& card)
{
    std::map<std::string, std::set<std::string>> answers;
    for (const card::FieldValue& field : card.fields) {
        for (const card::Answer& answer : field.answers) {
            answers[field.key].insert(std::string(card::vocabularyName(answer.vocabulary)) + " "
                + answer.property + " " + std::get<base::DataText>(answer.text.at(0)).raw());
        }
    }
    return answers;
}

/// A value as text, its texts without white space at their ends.
std::string textOf(const Node& node)
{
    std::string text = node.text;
    text.erase(0, std::min(text.find_first_not_of(" \t\r\n"), text.size()));
    text.erase(text.find_last_not_of(" \t\r\n") + 1);
    for (const Node& item : node.items)
        text += "[" + textOf(item) + "]";
    for (const Node::Member& member : node.members)
        text += "{" + member.key + ":" + textOf(member.value) + "}";
    return text;
}

Node plain(const std::string& json)
{
    const auto root = documents::readJson(json);
    EXPECT_TRUE(root) << root.error().message;
    return documents::plainCroissant(*root);
}

constexpr const char* kWhole = R"({
"@context": {"@language": "en", "@vocab": "https://schema.org/", "conformsTo": "dct:conformsTo",
  "cr": "http://mlcommons.org/croissant/", "rai": "http://mlcommons.org/croissant/RAI/",
  "prov": "http://www.w3.org/ns/prov#", "dct": "http://purl.org/dc/terms/", "sc": "https://schema.org/",
  "citeAs": "cr:citeAs", "isLiveDataset": "cr:isLiveDataset", "sdVersion": "cr:sdVersion",
  "recordSet": "cr:recordSet", "field": "cr:field", "key": "cr:key", "source": "cr:source",
  "fileObject": "cr:fileObject", "extract": "cr:extract", "column": "cr:column",
  "references": "cr:references", "annotation": "cr:annotation", "md5": "cr:md5",
  "includes": "cr:includes", "excludes": "cr:excludes", "containedIn": "cr:containedIn",
  "dataType": {"@id": "cr:dataType", "@type": "@vocab"}, "data": {"@id": "cr:data", "@type": "@json"},
  "examples": {"@id": "cr:examples", "@type": "@json"}},
"@type": "sc:Dataset", "@id": "https://d.example/id", "name": "n", "alternateName": ["m", "o"],
"description": "d", "conformsTo": "http://mlcommons.org/croissant/1.1",
"identifier": {"@type": "sc:PropertyValue", "value": "10.1/x"}, "url": "https://d.example",
"license": ["MIT", {"@type": "sc:CreativeWork", "name": "Terms", "url": "https://d.example/terms"}],
"sdLicense": "CC0-1.0", "creator": [{"@type": "sc:Person", "name": "P", "affiliation": "U"}],
"publisher": {"@type": "sc:Organization", "name": "O", "email": "o@d.example"},
"datePublished": "2020-01-01", "dateCreated": "2019", "dateModified": "2021-05-01",
"version": "1.0.0", "sdVersion": "2.0.0", "keywords": ["a", "b, c"], "inLanguage": ["en", "de"],
"sameAs": ["https://e.example", "https://f.example"], "citeAs": "@misc{d}", "isLiveDataset": false,
"isAccessibleForFree": true, "usageInfo": {"@type": "sc:DefinedTerm", "termCode": "DUO_0000042"},
"creativeWorkStatus": "Active", "temporalCoverage": "2018/2019", "spatialCoverage": ["DE", "FR"],
"isPartOf": {"@type": "sc:Dataset", "name": "All"},
"rai:dataCollection": "dc", "rai:dataCollectionType": ["Surveys", "Others"],
"rai:dataCollectionMissingData": "md", "rai:dataCollectionRawData": "rd",
"rai:dataCollectionTimeframe": ["2018", "2019"], "rai:dataImputationProtocol": "ip",
"rai:dataPreprocessingProtocol": ["p1", "p2"], "rai:dataManipulationProtocol": "mp",
"rai:dataAnnotationProtocol": "ap", "rai:dataAnnotationPlatform": ["pl"],
"rai:dataAnnotationAnalysis": ["aa"], "rai:annotationsPerItem": "3",
"rai:annotatorDemographics": ["ad"], "rai:machineAnnotationTools": ["mt"],
"rai:dataReleaseMaintenancePlan": "rm", "rai:personalSensitiveInformation": ["Age"],
"rai:dataSocialImpact": "si", "rai:dataBiases": ["b1", "b2"], "rai:dataLimitations": ["l1"],
"rai:dataUseCases": ["u1"], "rai:hasSyntheticData": "no synthetic data",
"prov:wasDerivedFrom": {"@id": "https://g.example"},
"prov:wasGeneratedBy": {"@type": "prov:Activity", "prov:label": "survey"},
"distribution": [
  {"@type": "cr:FileObject", "@id": "z", "name": "z", "contentUrl": "z.zip", "contentSize": "9 B",
   "encodingFormat": "application/zip", "sha256": "aa", "md5": "bb"},
  {"@type": "cr:FileSet", "@id": "s", "containedIn": {"@id": "z"}, "includes": ["*.csv"],
   "excludes": ["x.csv"], "encodingFormat": "text/csv"}],
"recordSet": [
  {"@type": "cr:RecordSet", "@id": "p", "dataType": "cr:Split", "key": {"@id": "p/n"},
   "field": [{"@type": "cr:Field", "@id": "p/n", "dataType": "sc:Text"}], "data": [{"p/n": "train"}]},
  {"@type": "cr:RecordSet", "@id": "r", "name": "r", "description": "one", "examples": [{"r/a": 1.5}],
   "annotation": [{"@type": "cr:Field", "name": "count", "value": 5, "dataType": "sc:Integer"}],
   "field": [{"@type": "cr:Field", "@id": "r/a", "name": "a", "description": "x",
     "dataType": ["sc:Float", "cr:Label"], "references": {"field": {"@id": "p/n"}},
     "source": {"fileObject": {"@id": "z"}, "extract": {"column": "A"}}}]}]
})";

TEST(RoundTrip, CroissantKeepsEveryPropertyOfTheCrosswalk)
{
    const Export made = croissant(readCroissant(kWhole).source());
    const Node before = plain(kWhole);
    const Node after = plain(made.text);
    for (const card::Route& route : card::croissantRoutes()) {
        const std::string name(route.name);
        ASSERT_NE(before.find(name), nullptr) << name << " is not in the example";
        ASSERT_NE(after.find(name), nullptr) << name;
        if (name != "conformsTo") {
            EXPECT_EQ(textOf(*after.find(name)), textOf(*before.find(name))) << name;
        }
    }
    for (const char* const name : {"@id", "distribution", "recordSet"})
        EXPECT_EQ(textOf(*after.find(name)), textOf(*before.find(name))) << name;
    EXPECT_EQ(notesOf(made), "");
    EXPECT_EQ(croissant(readCroissant(made.text).source()).text, made.text);
}

TEST(RoundTrip, CardsOfTheHubKeepTheirAnswers)
{
    std::string card = "---\n";
    for (const card::Route& route : card::frontMatterRoutes()) {
        const std::string line
            = std::string(route.name) + ":\n- v_" + std::string(route.name) + "\n";
        if (card.find("\n" + line) == std::string::npos)
            card += line;
    }
    card += "---\n\n# Dataset Card for The Title\n\n## Dataset Description\n\n";
    for (const card::Route& route : card::bulletRoutes()) {
        const std::string line
            = "- **" + std::string(route.name) + ":** b " + std::string(route.name);
        if (route.name != "licence" && card.find(line + "\n") == std::string::npos)
            card += line + "\n";
    }
    std::set<std::string_view> headings;
    for (const card::Route& route : card::headingRoutes()) {
        // Of two names for one heading the template's is written.
        const bool isAlias = route.name.ends_with("[optional]") || route.name == "supported tasks"
            || route.name == "citation" || route.name == "license" || route.name == "licence"
            || route.name == "dataset description" || route.name == "dataset structure";
        if (!isAlias && headings.insert(route.name).second) {
            card += "\n### " + std::string(route.name) + "\n\nText of **" + std::string(route.name)
                + "**, with\n\n- a list\n- and [a link](https://d.example)\n\n#### part\n\nmore\n";
        }
    }
    const ReadCard before = readMarkdown(card);
    const Export made = hubCard(before.source());
    const ReadCard after = readMarkdown(made.text);
    const auto expected = answersOf(before.card);
    const auto found = answersOf(after.card);
    for (const auto& [key, answers] : expected)
        EXPECT_EQ(found.count(key) ? found.at(key) : std::set<std::string>{}, answers) << key;
    EXPECT_EQ(notesOf(made), "");
    EXPECT_EQ(hubCard(after.source()).text, made.text);
}

TEST(RoundTrip, LineEndsMakeNoDifference)
{
    const std::string card
        = "---\nlicense: mit\ntags: [a]\n---\n# d\n\n- **Homepage:** https://d.example\n\n"
          "## Dataset Summary\n\nTwo\nlines.\n\n```\ncode\n```\n\n"
          "### Citation\n\n```bibtex\n@misc{d,\n  x}\n```\n";
    std::string windows;
    for (const char c : card)
        windows += c == '\n' ? std::string("\r\n") : std::string(1, c);
    for (const auto write : {croissant, hubCard, datasheet}) {
        EXPECT_EQ(
            write(readMarkdown(windows).source()).text, write(readMarkdown(card).source()).text);
    }
    EXPECT_EQ(croissant(readMarkdown(windows).source()).text.find("\\r"), std::string::npos);
}

/// All documents of the shared folder: what comes back says the same, and goes around once more
/// without a change.
TEST(RoundTrip, SharedDocuments)
{
    CUPEL_REQUIRE_SHARED("data/cards/manifest.json");
    const nlohmann::json manifest = test::readJson(sharedDir() / "data/cards/manifest.json");
    int documents = 0;
    for (const auto& entry : manifest.at("files")) {
        const std::string file = entry.at("file");
        const bool isCroissant = file.starts_with("croissant/");
        const bool isSheet = file.starts_with("datasheet/");
        if (!isCroissant && !isSheet && !file.starts_with("hf/"))
            continue;
        ++documents;
        SCOPED_TRACE(file);
        const std::string text = readFile(sharedDir() / "data/cards" / file);
        const ReadCard before = isCroissant ? readCroissant(text) : readMarkdown(text);
        const auto write = isCroissant ? croissant : isSheet ? datasheet : hubCard;
        const Export made = write(before.source());
        const ReadCard after = isCroissant ? readCroissant(made.text) : readMarkdown(made.text);
        EXPECT_EQ(write(after.source()).text, made.text);
        const auto expected = answersOf(before.card);
        const auto found = answersOf(after.card);
        for (const auto& [key, answers] : expected) {
            ASSERT_TRUE(found.count(key)) << key;
            // Versions of Croissant and titles change their words, not their number.
            EXPECT_GE(found.at(key).size(), answers.size()) << key;
        }
    }
    EXPECT_GE(documents, 23);
}

} // namespace
} // namespace cupel::exports
