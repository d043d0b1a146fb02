/// What exports say of audited files, and what their readers could not load.

#include "tests/core/exports/support/exported.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <stdexcept>

namespace cupel::exports {
namespace {

using namespace cupel::test;
using documents::Node;
using nlohmann::json;

bool isNoted(const Export& exported, const std::string& words)
{
    return notesOf(exported).find(words) != std::string::npos;
}

/// A member by its path; throws where it is absent, which fails the test.
template <typename... Keys> const Node& at(const Node& node, Keys... keys)
{
    const Node* const found = node.path(keys...);
    if (!found)
        throw std::runtime_error("no such member");
    return *found;
}

/// The one configuration of the card of a dataset.
Node configOf(const reports::DatasetReport& dataset)
{
    return at(readMarkdown(hubCard(sourceOf(dataset)).text).document.fields, "configs").items.at(0);
}

/// Two tables of one dataset; the audited one comes second.
constexpr const char* kTwoTables = R"({"@type": "sc:Dataset", "name": "Census", "distribution": [
  {"@type": "cr:FileObject", "@id": "houses", "name": "houses.csv", "contentUrl": "houses.csv"},
  {"@type": "cr:FileObject", "@id": "people", "name": "people.csv", "contentUrl": "people.csv"}],
"recordSet": [
  {"@type": "cr:RecordSet", "@id": "h", "name": "h", "description": "One house.", "field": [
    {"@type": "cr:Field", "@id": "h/age", "name": "age", "description": "Age of the house",
     "source": {"fileObject": {"@id": "houses"}, "extract": {"column": "age"}}},
    {"@type": "cr:Field", "@id": "h/part", "name": "part", "description": "Part of the town",
     "source": {"fileObject": {"@id": "houses"}, "extract": {"column": "part"}}}]},
  {"@type": "cr:RecordSet", "@id": "p", "name": "p", "description": "One person.", "field": [
    {"@type": "cr:Field", "@id": "p/age", "name": "age", "description": "Age of the person",
     "source": {"fileObject": {"@id": "people"}, "extract": {"column": "age"}}}]}]})";

TEST(ExportsOfData, DescriptionsOfOtherFilesStayThere)
{
    const reports::DatasetReport dataset = auditedPeople({readCroissant(kTwoTables).document});
    const Export made = croissant(sourceOf(dataset));
    const json rows = json::parse(made.text).at("recordSet").at(1);
    EXPECT_EQ(rows.at("description"), "One person.");
    EXPECT_EQ(rows.at("field").at(1).at("description"), "Age of the person");
    EXPECT_FALSE(rows.at("field").at(3).contains("description"));
    for (const Export& exported : {made, hubCard(sourceOf(dataset))}) {
        EXPECT_TRUE(isNoted(exported, "houses.csv stays out")) << notesOf(exported);
        EXPECT_TRUE(isNoted(exported, "h stays out: the export describes the audited file alone"))
            << notesOf(exported);
    }
}

TEST(ExportsOfData, TheFileThatWasAuditedIsNoOther)
{
    const reports::DatasetReport dataset = auditedPeople({readCroissant(R"({"@type": "sc:Dataset",
"distribution": {"@type": "cr:FileObject", "@id": "p", "name": "p", "contentUrl": "x/people.csv"},
"recordSet": {"@type": "cr:RecordSet", "@id": "r", "field": {"@id": "r/age", "name": "age",
  "description": "Years", "source": {"fileObject": {"@id": "p"}, "extract": {"column": "age"}}}}})")
                                                              .document});
    const Export made = croissant(sourceOf(dataset));
    EXPECT_EQ(
        json::parse(made.text).at("recordSet").at(1).at("field").at(1).at("description"), "Years");
    EXPECT_FALSE(isNoted(made, "the audited file alone")) << notesOf(made);
}

/// The loader holds the splits that a card names against those that it makes of files.
TEST(ExportsOfData, SplitsWithinAFileAreNoSplitsOfTheLoader)
{
    const reports::DatasetReport dataset = auditedPeople();
    const Export made = hubCard(sourceOf(dataset));
    const ReadCard card = readMarkdown(made.text);
    EXPECT_EQ(card.document.fields.path("dataset_info", "splits"), nullptr);
    EXPECT_TRUE(isNoted(made, "dataset_info.splits")) << notesOf(made);
    EXPECT_NE(made.text.find("- train (7 rows)"), std::string::npos);
}

TEST(ExportsOfData, WhatTheCardSaidOfTheDataIsNamed)
{
    const reports::DatasetReport dataset = auditedPeople({readMarkdown(R"(---
size_categories: [1K<n<10K]
dataset_info:
  features:
  - {name: income, dtype: {class_label: {names: {'0': low, '1': high}}}}
  - {name: age, dtype: int64}
  - {name: name, dtype: string}
  - {name: part, dtype: string}
  splits: [{name: train, num_examples: 12}]
  dataset_size: 900
  download_size: 311
---
# People
)")
                                                              .document});
    const Export made = hubCard(sourceOf(dataset));
    EXPECT_TRUE(isNoted(made, "size_categories")) << notesOf(made);
    EXPECT_TRUE(isNoted(made, "features, splits, dataset_size")) << notesOf(made);
    EXPECT_FALSE(isNoted(made, "download_size")) << notesOf(made);
}

TEST(ExportsOfData, ACardThatAgreesWithTheCountsIsNotNamed)
{
    const reports::DatasetReport dataset = auditedPeople(
        {readMarkdown("---\nsize_categories: [n<1K]\ndataset_info: {download_size: 311}\n---\n")
                .document});
    const Export made = hubCard(sourceOf(dataset));
    EXPECT_FALSE(isNoted(made, "size_categories")) << notesOf(made);
    EXPECT_FALSE(isNoted(made, "dataset_info:")) << notesOf(made);
}

TEST(ExportsOfData, CroissantCannotSayHowAFileIsCut)
{
    reports::DatasetReport dataset = auditedPeople();
    EXPECT_TRUE(isNoted(croissant(sourceOf(dataset)), "';'")); // its delimiter
    dataset.input.dialect.delimiter = "\t"; // of the media type
    EXPECT_EQ(notesOf(croissant(sourceOf(dataset))).find("delimiter"), std::string::npos);
    dataset.input.dialect.quote = '\'';
    EXPECT_TRUE(isNoted(croissant(sourceOf(dataset)), "quote"));
}

TEST(ExportsOfData, TheLoaderReadsQuotesAsTheAuditDid)
{
    reports::DatasetReport dataset = auditedPeople();
    EXPECT_EQ(configOf(dataset).find("quotechar"), nullptr);
    dataset.input.dialect.quote = '\'';
    EXPECT_EQ(at(configOf(dataset), "quotechar").text, "'");
    dataset.input.dialect.quote = '\0';
    EXPECT_EQ(at(configOf(dataset), "quoting").text, "3"); // csv.QUOTE_NONE of Python
}

TEST(ExportsOfData, NamesThatTheFileDoesNotHaveTakeThePlaceOfItsOwn)
{
    reports::DatasetReport dataset = auditedPeople();
    dataset.input.renamedColumns = {"column 4 is named part"};
    EXPECT_EQ(at(configOf(dataset), "header").text, "0");
    EXPECT_EQ(at(configOf(dataset), "names").items.size(), 4U);
    EXPECT_TRUE(isNoted(croissant(sourceOf(dataset)), "names"));
    dataset.input.renamedColumns.clear();
    EXPECT_FALSE(isNoted(croissant(sourceOf(dataset)), "names"));
    Source source = sourceOf(dataset);
    source.hasGivenNames = true;
    EXPECT_TRUE(isNoted(croissant(source), "names"));
    EXPECT_NE(hubCard(source).text.find("\n  header: 0\n"), std::string::npos);
    dataset.input.dialect.hasHeader = false;
    EXPECT_EQ(hubCard(source).text.find("\n  header: 0\n"), std::string::npos);
}

TEST(ExportsOfData, TextsThatMeanMissingDoSoForTheLoader)
{
    reports::DatasetReport dataset = auditedPeople();
    EXPECT_EQ(configOf(dataset).find("na_values"), nullptr);
    EXPECT_FALSE(isNoted(croissant(sourceOf(dataset)), "missing cells"));
    dataset.roles.missing["*"] = {"?", "no"};
    const Node config = configOf(dataset);
    const Node& texts = at(config, "na_values");
    ASSERT_EQ(texts.items.size(), 2U);
    EXPECT_EQ(texts.items[1].text, "no"); // no truth value of YAML
    EXPECT_FALSE(isNoted(hubCard(sourceOf(dataset)), "single columns"));
    dataset.roles.missing["age"] = {"99"};
    EXPECT_TRUE(isNoted(hubCard(sourceOf(dataset)), "single columns"));
    EXPECT_EQ(at(configOf(dataset), "na_values").items.size(), 2U);
    EXPECT_TRUE(isNoted(croissant(sourceOf(dataset)), "missing cells"));
}

TEST(ExportsOfData, AFileThatTheLoaderDoesNotKnowIsNamed)
{
    reports::DatasetReport dataset = auditedPeople();
    for (const char* const known : {"a.csv", "b.TSV", "c.csv.gz"}) {
        dataset.input.file = known;
        EXPECT_FALSE(isNoted(hubCard(sourceOf(dataset)), "configs")) << known;
    }
    for (const char* const unknown : {"adult.data", "people", "people.txt"}) {
        dataset.input.file = unknown;
        EXPECT_TRUE(isNoted(hubCard(sourceOf(dataset)), "configs")) << unknown;
    }
}

TEST(ExportsOfData, DateTimesAreTextsForTheLoader)
{
    reports::DatasetReport dataset = auditedPeople();
    dataset.description.columns[2].type = table::ColumnType::DateTime;
    const Export made = hubCard(sourceOf(dataset));
    const ReadCard card = readMarkdown(made.text);
    const Node& features = at(card.document.fields, "dataset_info", "features");
    EXPECT_EQ(at(features.items.at(2), "dtype").text, "string");
    EXPECT_TRUE(isNoted(made, "dataset_info.features")) << notesOf(made);
    EXPECT_EQ(json::parse(croissant(sourceOf(dataset)).text)
                  .at("recordSet")
                  .at(1)
                  .at("field")
                  .at(2)
                  .at("dataType"),
        "sc:DateTime");
}

/// mlcroissant opens a relative contentUrl as a path.
TEST(ExportsOfData, AFileIsNamedAsItIs)
{
    reports::DatasetReport dataset = auditedPeople();
    for (const char* const name : {"a b.csv", "a#1.csv", "a[1].csv", "a:b.csv", "\u00e9.csv"}) {
        dataset.input.file = name;
        const Export made = croissant(sourceOf(dataset));
        EXPECT_EQ(json::parse(made.text).at("distribution").at(0).at("contentUrl"), name);
        EXPECT_TRUE(isNoted(made, "contentUrl")) << notesOf(made);
    }
    dataset.input.file = "a_b.csv";
    EXPECT_FALSE(isNoted(croissant(sourceOf(dataset)), "contentUrl"));
}

TEST(ExportsOfData, TheLoaderTakesANameForNoPattern)
{
    reports::DatasetReport dataset = auditedPeople();
    const auto file = [&dataset] { return at(configOf(dataset), "data_files").text; };
    dataset.input.file = "data[1].csv";
    EXPECT_EQ(file(), "data[[]1].csv");
    dataset.input.file = "what?*.csv";
    EXPECT_EQ(file(), "what[?][*].csv");
    dataset.input.file = "a b.csv";
    EXPECT_EQ(file(), "a b.csv");
}

/// From 2^53 on neighbours of whole numbers cannot be told apart.
TEST(ExportsOfData, ALargestValueThatWasRoundedIsLeftOut)
{
    reports::DatasetReport dataset = auditedPeople();
    const auto statistics = [&dataset](const Export& made) {
        return json::parse(made.text).at("recordSet").at(1).at("field").at(1).at("annotation");
    };
    dataset.description.columns[1].profile.numbers->max = 9007199254740991.0;
    EXPECT_EQ(
        statistics(croissant(sourceOf(dataset))).at(1).at("value").dump(), "9007199254740991");
    dataset.description.columns[1].profile.numbers->max = 9007199254740996.0;
    const Export made = croissant(sourceOf(dataset));
    EXPECT_EQ(statistics(made).size(), 1U);
    EXPECT_TRUE(isNoted(made, "age")) << notesOf(made);
    dataset.description.columns[1].type = table::ColumnType::Number;
    EXPECT_EQ(statistics(croissant(sourceOf(dataset))).size(), 2U);
}

} // namespace
} // namespace cupel::exports
