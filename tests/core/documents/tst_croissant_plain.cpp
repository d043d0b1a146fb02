#include "core/documents/croissant_plain.h"

#include "core/documents/croissant_names.h"
#include "core/documents/json_reader.h"

#include <gtest/gtest.h>

#include <string>

namespace cupel::documents {
namespace {

Node plain(const std::string& json)
{
    const auto root = readJson(json);
    EXPECT_TRUE(root) << root.error().message;
    return plainCroissant(*root);
}

TEST(PlainCroissant, CallsThingsByTheirPlainNames)
{
    const Node dataset = plain(R"({"@context": {"@vocab": "http://schema.org/", "@language": "de",
  "c": "https://mlcommons.org/croissant/", "titel": "schema:name", "wd": "http://www.wikidata.org/"},
"@type": "schema:Dataset", "titel": "Daten", "c:citeAs": "X", "dct:conformsTo": "v",
"rai:useCases": "teaching", "dataBiases": "none known",
"recordSet": {"@type": "c:RecordSet", "dataType": ["c:Split", "wd:Q1"],
  "data": [{"schema:name": 1}], "c:field": {"@type": "c:Field", "dataType": "sc:Text"}}})");
    EXPECT_EQ(dataset.find("@type")->text, "Dataset");
    EXPECT_EQ(dataset.find("name")->text, "Daten");
    EXPECT_EQ(dataset.find("citeAs")->text, "X");
    EXPECT_EQ(dataset.find("conformsTo")->text, "v");
    EXPECT_EQ(dataset.find("rai:dataUseCases")->text, "teaching");
    EXPECT_EQ(dataset.find("rai:dataBiases")->text, "none known");
    const Node& set = *dataset.find("recordSet");
    EXPECT_EQ(set.find("dataType")->items.at(0).text, "Split");
    EXPECT_EQ(set.find("dataType")->items.at(1).text, "http://www.wikidata.org/Q1");
    EXPECT_EQ(set.path("field", "dataType")->text, "Text");
    EXPECT_NE(set.find("data")->items.at(0).find("schema:name"), nullptr); // not ours to rename
    EXPECT_EQ(dataset.find("@context"), nullptr);
}

TEST(PlainCroissant, FollowsReferencesToWhatBelongsToTheDataset)
{
    const Node dataset = plain(R"({"@graph": [
{"@id": "d", "@type": "Dataset", "distribution": [{"@id": "f"}], "recordSet": {"@id": "r"}},
{"@id": "f", "@type": "cr:FileObject", "name": "x.csv"},
{"@id": "r", "@type": "cr:RecordSet", "field": {"@id": "r/a"}},
{"@id": "r/a", "@type": "cr:Field", "source": {"fileObject": {"@id": "f"}}}]})");
    EXPECT_EQ(dataset.find("distribution")->items.at(0).find("name")->text, "x.csv");
    const Node* const source = dataset.path("recordSet", "field", "source", "fileObject");
    ASSERT_NE(source, nullptr);
    EXPECT_EQ(source->members.size(), 1U); // a reference, which stays one
}

TEST(PlainCroissant, JoinsWhatIsSaidByTwoNames)
{
    const Node dataset = plain(R"({"@type": "sc:Dataset", "rai:dataBiases": "one",
"rai:dataBias": ["two", "three"], "rai:dataCollectionTimeFrameStart": "2020",
"rai:dataCollectionTimeFrameEnd": "2021"})");
    EXPECT_EQ(dataset.find("rai:dataBiases")->items.size(), 3U);
    EXPECT_EQ(dataset.find("rai:dataCollectionTimeframe")->items.at(1).text, "2021");
}

TEST(PlainCroissant, LanguageOfTheContext)
{
    const auto one = readJson(R"({"@context": {"@language": "en"}})");
    EXPECT_EQ(contextLanguage(*one)->text, "en");
    const auto list = readJson(R"({"@context": ["https://schema.org/", {"@language": "fr"}]})");
    EXPECT_EQ(contextLanguage(*list)->text, "fr");
    EXPECT_EQ(contextLanguage(*readJson("{}")), nullptr);
}

TEST(PlainCroissant, LongChainsOfReferencesAreCutOff)
{
    std::string json = R"({"@graph": [{"@type": "Dataset", "recordSet": {"@id": "0"}})";
    for (int i = 0; i < 20'000; ++i) {
        json += R"(, {"@id": ")" + std::to_string(i) + R"(", "subField": {"@id": ")"
            + std::to_string(i + 1) + R"("}})";
    }
    EXPECT_TRUE(plain(json + "]}").isMap());
}

TEST(StandardName, KnowsVariants)
{
    EXPECT_EQ(standardName("rai:useCases").name, "rai:dataUseCases");
    EXPECT_FALSE(standardName("rai:useCases").isAsWritten);
    EXPECT_TRUE(standardName("rai:dataUseCases").isAsWritten);
    EXPECT_FALSE(standardName("dataUseCases").isAsWritten);
    EXPECT_EQ(standardName("useCases").name, "useCases"); // without the prefix it may be anything
    EXPECT_EQ(standardName("sdLicence").name, "sdLicense");
    EXPECT_EQ(standardName("name").name, "name");
}

} // namespace
} // namespace cupel::documents
