#include "core/documents/croissant.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <chrono>
#include <string>
#include <vector>

#include "core/documents/document_reader.h"
#include "core/documents/json_reader.h"
#include "tests/support/json_file.h"
#include "tests/support/shared_dir.h"
#include "tests/support/temp_dir.h"

namespace cupel::documents {
namespace {

Croissant read(const std::string& text)
{
    const auto root = readJson(text);
    EXPECT_TRUE(root) << root.error().message;
    EXPECT_TRUE(isCroissant(*root)) << text;
    return readCroissant(*root);
}

bool recognised(const std::string& text)
{
    const auto root = readJson(text);
    return root && isCroissant(*root);
}

TEST(Croissant, IsRecognisedByTypeContextOrConformance)
{
    EXPECT_TRUE(recognised(R"({"@type": "sc:Dataset"})"));
    EXPECT_TRUE(recognised(R"({"@context": "https://schema.org/", "@type": "Dataset"})"));
    EXPECT_TRUE(
        recognised(R"({"@context": {"s": "http://schema.org/"}, "@type": ["x", "s:Dataset"]})"));
    EXPECT_TRUE(recognised(R"({"@context": {"cr": "http://mlcommons.org/croissant/"}})"));
    EXPECT_TRUE(recognised(R"({"conformsTo": "http://mlcommons.org/croissant/1.0"})"));
    EXPECT_TRUE(recognised(R"({"@graph": [{"@type": "Person"}, {"@type": "Dataset"}]})"));
    EXPECT_TRUE(
        recognised(R"([{"@context": {"@vocab": "https://schema.org/"}, "@type": "Dataset"}])"));
    EXPECT_FALSE(
        recognised(R"({"@context": {"@vocab": "https://other.org/"}, "@type": "Dataset"})"));
    EXPECT_FALSE(recognised(R"({"schema": "cupel.roles", "columns": {}})"));
    EXPECT_FALSE(recognised("[1]"));
    EXPECT_FALSE(recognised("\"sc:Dataset\""));
}

TEST(Croissant, ReadsEveryShapeOfAValue)
{
    const Croissant croissant = read(R"({
"@context": {"@vocab": "http://schema.org/", "cr": "https://mlcommons.org/croissant/",
  "citeAs": "cr:citeAs", "recordSet": {"@id": "cr:recordSet"}, "licence": "schema:license"},
"@type": "schema:Dataset",
"name": {"fr": "Prêts", "en": "Loans"},
"description": {"@value": "Words", "@language": "en"},
"licence": ["mit", {"@type": "CreativeWork", "name": "CC BY", "url": "https://x.org/by"}, null],
"creator": [{"@type": "Person", "name": "A", "email": "a@x.org"}, "B"],
"publisher": {"name": "P", "url": "https://p.org"},
"version": 1.10,
"inLanguage": ["en", {"name": "Danish"}],
"citeAs": "@article{x}", "isLiveDataset": true, "url": {"@id": "https://d.org"}
})");
    EXPECT_EQ(croissant.name.text, "Loans");
    EXPECT_EQ(croissant.description.text, "Words");
    ASSERT_EQ(croissant.licenses.size(), 2U);
    EXPECT_EQ(croissant.licenses[0].text, "mit");
    EXPECT_EQ(croissant.licenses[0].at, (Position{7, 13}));
    EXPECT_EQ(croissant.licenses[1].text, "https://x.org/by");
    ASSERT_EQ(croissant.creators.size(), 2U);
    EXPECT_EQ(croissant.creators[0].email, "a@x.org");
    EXPECT_EQ(croissant.creators[1].name, "B");
    EXPECT_EQ(croissant.publishers.at(0).url, "https://p.org");
    EXPECT_EQ(croissant.version.text, "1.10"); // as it stands
    ASSERT_EQ(croissant.languages.size(), 2U);
    EXPECT_EQ(croissant.languages[1].text, "Danish");
    EXPECT_EQ(croissant.citeAs.text, "@article{x}");
    EXPECT_EQ(croissant.isLive, true);
    EXPECT_EQ(croissant.urls.at(0).text, "https://d.org");
}

TEST(Croissant, ReadsFilesAndRecords)
{
    const Croissant croissant = read(R"({"@type": "sc:Dataset",
"distribution": [
  {"@type": "cr:FileObject", "@id": "zip", "contentUrl": "../../etc/passwd", "contentSize": "9 B",
   "sha256": "ab", "encodingFormat": ["text/csv", "x"]},
  {"@type": "cr:FileSet", "@id": "set", "containedIn": [{"@id": "zip"},
   {"fileObject": {"@id": "other"}}], "includes": "*.csv"}],
"recordSet": {"@type": "cr:RecordSet", "@id": "rows", "key": {"@id": "rows/id"}, "data": [{}, {}],
  "field": [{"@id": "rows/id", "dataType": ["sc:Integer", "wd:Q1"],
     "source": {"fileSet": {"@id": "set"}, "extract": {"column": "ID"}}},
   {"@id": "rows/p", "name": "p", "subField": [{"@id": "rows/p/x", "dataType": "sc:Text"}]}]}})");
    ASSERT_EQ(croissant.files.size(), 2U);
    EXPECT_FALSE(croissant.files[0].isSet);
    EXPECT_EQ(croissant.files[0].id, "zip");
    EXPECT_EQ(croissant.files[0].contentUrl, "../../etc/passwd"); // a text, never opened
    EXPECT_EQ(croissant.files[0].encodingFormats.size(), 2U);
    EXPECT_TRUE(croissant.files[1].isSet);
    EXPECT_EQ(croissant.files[1].containedIn, (std::vector<std::string>{"zip", "other"}));
    ASSERT_EQ(croissant.recordSets.size(), 1U);
    const CroissantRecordSet& rows = croissant.recordSets[0];
    EXPECT_EQ(rows.keys, std::vector<std::string>{"rows/id"});
    EXPECT_EQ(rows.inlineRecords, 2U);
    ASSERT_EQ(rows.fields.size(), 2U);
    EXPECT_EQ(rows.fields[0].name, "id");
    EXPECT_EQ(rows.fields[0].column, "ID");
    EXPECT_EQ(rows.fields[0].sourceFile, "set");
    EXPECT_EQ(rows.fields[0].dataTypes.at(1).text, "wd:Q1");
    EXPECT_EQ(rows.fields[1].subFields.at(0).dataTypes.at(0).text, "sc:Text");
}

TEST(Croissant, KnowsStatementsByTheirVariants)
{
    const Croissant croissant = read(R"({"@type": "sc:Dataset",
"rai:dataBias": ["one", "two"], "rai:dataLimitations": "three", "dataSocialImpact": "four",
"rai:dataCollectionTimeFrameStart": "2020", "rai:ownWord": "five",
"prov:wasDerivedFrom": [{"@id": "squad1", "prov:locatedAt": "https://x.org"}, {"@id": "b"}]})");
    const CroissantStatement* const biases = croissant.find("rai:dataBiases");
    ASSERT_NE(biases, nullptr);
    EXPECT_EQ(biases->writtenAs, "rai:dataBias");
    EXPECT_FALSE(biases->isStandardName);
    EXPECT_EQ(biases->values.size(), 2U);
    EXPECT_EQ(biases->at, (Position{2, 1}));
    EXPECT_TRUE(croissant.find("rai:dataLimitations")->isStandardName);
    EXPECT_FALSE(croissant.find("rai:dataSocialImpact")->isStandardName); // not in the context
    EXPECT_NE(croissant.find("rai:dataCollectionTimeframe"), nullptr);
    EXPECT_FALSE(croissant.find("rai:ownWord")->isStandardName);
    const CroissantStatement* const derived = croissant.find("prov:wasDerivedFrom");
    ASSERT_NE(derived, nullptr);
    EXPECT_EQ(derived->values.at(0).text, "https://x.org");
    EXPECT_EQ(derived->values.at(1).text, "b");
    EXPECT_EQ(croissant.find("rai:dataUseCases"), nullptr);
}

TEST(Croissant, FollowsReferencesWithinTheFileOnce)
{
    std::string text = R"({"@context": {"@vocab": "https://schema.org/"}, "@graph": [
{"@id": "d", "@type": "Dataset", "creator": {"@id": "p"}, "recordSet": [{"@id": "r"}, {"@id": "r"}]},
{"@id": "p", "@type": "Person", "name": "Ada"},
{"@id": "r", "@type": "RecordSet", "field": [{"@id": "f"}]},
{"@id": "f", "name": "loop", "subField": [{"@id": "f"})";
    // A field that holds itself thousands of times, eight levels deep, would never end.
    for (int i = 0; i < 5000; ++i)
        text += ",{\"@id\": \"f\"}";
    const auto begin = std::chrono::steady_clock::now();
    const Croissant croissant = read(text + "]}]}");
    EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds(20));
    EXPECT_EQ(croissant.creators.at(0).name, "Ada");
    ASSERT_EQ(croissant.recordSets.size(), 1U);
    EXPECT_EQ(croissant.recordSets[0].fields.at(0).name, "loop");
}

/// Every Croissant file of the shared folder gives the facts that its manifest states.
TEST(Croissant, FilesHaveTheFactsOfTheManifest)
{
    CUPEL_REQUIRE_SHARED("data/cards/manifest.json");
    const std::filesystem::path folder = test::sharedDir() / "data" / "cards";
    std::size_t files = 0;
    const nlohmann::json manifest = test::readJson(folder / "manifest.json");
    for (const nlohmann::json& entry : manifest.at("files")) {
        const auto file = entry.at("file").get<std::string>();
        if (file.rfind("croissant/", 0) != 0)
            continue;
        SCOPED_TRACE(file);
        ++files;
        const std::string text = test::readFile(folder / file);
        const Document document = readDocument(DocumentKind::Croissant, file, text, text.size());
        EXPECT_TRUE(document.fields.isMap());
        const bool isOther
            = entry.at("mlcroissant").at("errors").dump().find("extend https") != std::string::npos;
        EXPECT_EQ(document.problems.size(), isOther && !isCroissant(document.fields) ? 1U : 0U);
        const Croissant croissant = readCroissant(document.fields);
        const nlohmann::json& facts = entry.at("facts");
        const auto expectText = [&facts](const char* key, const std::string& text_) {
            const nlohmann::json& fact = facts.at(key);
            EXPECT_EQ(text_, fact.is_null() ? "" : fact.get<std::string>()) << key;
        };
        expectText("conformsTo", croissant.conformsTo.empty() ? "" : croissant.conformsTo[0].text);
        expectText("name", croissant.name.text);
        expectText("version", croissant.version.text);
        expectText("license", croissant.licenses.empty() ? "" : croissant.licenses[0].text);
        expectText("datePublished", croissant.datePublished.text);
        EXPECT_EQ(!croissant.urls.empty(), facts.at("url_present").get<bool>());
        EXPECT_EQ(croissant.creators.size(), facts.at("creator_count").get<std::size_t>());
        EXPECT_EQ(!croissant.citeAs.text.empty(), facts.at("citation_present").get<bool>());
        EXPECT_EQ(croissant.isLive.has_value(), !facts.at("isLiveDataset").is_null());
        const auto sets = std::count_if(croissant.files.begin(), croissant.files.end(),
            [](const CroissantFile& one) { return one.isSet; });
        EXPECT_EQ(sets, facts.at("file_sets").get<std::ptrdiff_t>());
        EXPECT_EQ(static_cast<std::ptrdiff_t>(croissant.files.size()) - sets,
            facts.at("file_objects").get<std::ptrdiff_t>());
        EXPECT_EQ(croissant.recordSets.size(), facts.at("record_sets").get<std::size_t>());
        std::size_t fields = 0;
        std::size_t records = 0;
        for (const CroissantRecordSet& set : croissant.recordSets) {
            fields += set.fields.size();
            records += set.inlineRecords;
        }
        EXPECT_EQ(fields, facts.at("top_level_fields").get<std::size_t>());
        EXPECT_EQ(records, facts.at("inline_records").get<std::size_t>());
        const auto names = [](const std::vector<CroissantStatement>& statements) {
            std::vector<std::string> all;
            for (const CroissantStatement& one : statements)
                all.push_back(one.property);
            std::sort(all.begin(), all.end());
            return all;
        };
        EXPECT_EQ(names(croissant.rai), facts.at("rai_properties").get<std::vector<std::string>>());
        EXPECT_EQ(names(croissant.provenance),
            facts.at("prov_properties").get<std::vector<std::string>>());
    }
    EXPECT_EQ(files, 13U);
}

} // namespace
} // namespace cupel::documents
