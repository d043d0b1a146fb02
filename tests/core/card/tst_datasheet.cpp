#include "core/card/datasheet.h"

#include "core/card/card.h"
#include "core/card/fill.h"
#include "core/documents/document_reader.h"
#include "tests/support/shared_dir.h"
#include "tests/support/temp_dir.h"

#include <gtest/gtest.h>

#include <map>
#include <set>
#include <string>
#include <vector>

namespace cupel::card {
namespace {

documents::Document datasheetOf(const std::string& text)
{
    return documents::readDocument(
        documents::DocumentKind::Card, "datasheet.md", text, text.size());
}

Card cardOf(const std::string& text)
{
    Card card = emptyCard();
    fillFromDocuments(card, {{datasheetOf(text)}});
    return card;
}

std::string textOf(const Card& card, const char* key, std::size_t answer = 0)
{
    const auto& answers = card.find(key)->answers;
    return answers.size() > answer ? std::get<base::DataText>(answers[answer].text.at(0)).raw()
                                   : std::string();
}

std::vector<std::string> numbers(const std::string& text)
{
    return QuestionMatcher().match(text);
}

TEST(Questions, AreThoseOfThePaperInOrder)
{
    EXPECT_EQ(datasheetQuestions().size(), 52U);
    EXPECT_EQ(datasheetQuestions().front().number, "1.1");
    EXPECT_EQ(datasheetQuestions().back().number, "7.7");
    const std::map<std::string, int> counts{{"Motivation", 3}, {"Composition", 16}, {"Uses", 5},
        {"Distribution", 6}, {"Maintenance", 7}};
    for (const auto& [section, count] : counts) {
        int found = 0;
        for (const DatasheetQuestion& question : datasheetQuestions())
            found += datasheetSection(question.number) == section;
        EXPECT_EQ(found, count) << section;
    }
    for (const DatasheetQuestion& question : datasheetQuestions())
        EXPECT_FALSE(keysOfQuestion(question.number).empty()) << question.number;
}

TEST(Questions, OwnTitlesAreKnownByTheirNumbers)
{
    for (const DatasheetQuestion& question : datasheetQuestions()) {
        const std::string title = std::string(question.number) + " " + std::string(question.title);
        EXPECT_EQ(numbers(title), std::vector<std::string>{std::string(question.number)}) << title;
    }
    EXPECT_FALSE(QuestionMatcher::isOwnTitle("2.6 What is missing?"));
}

/// Shortened, joined and re-wrapped as authors do it.
TEST(Questions, AreToldFromEachOtherByTheirWords)
{
    const std::vector<std::pair<std::string, std::vector<std::string>>> cases{
        {"For what purpose was the dataset created? Was there a specific task in mind?", {"1.1"}},
        {"Who created this dataset (e.g., which team, research group) and on behalf of which "
         "entity (e.g., company, institution, organization)?",
            {"1.2"}},
        {"Who funded the creation of the dataset? If there is an associated grant, please provide "
         "the name of the grantor.",
            {"1.3"}},
        {"For what purpose was the dataset created? Who created the dataset? Who funded it?",
            {"1.1", "1.2", "1.3"}},
        {"How many instances are there in total?", {"2.2"}},
        {"Is there a label or target associated with each instance?", {"2.5"}},
        {"Is any information missing from individual instances?", {"2.6"}},
        {"Are there recommended data splits (e.g., training, testing)?", {"2.8"}},
        {"Are there any errors, sources of noise,\nor redundancies in the dataset?", {"2.9"}},
        {"Does the dataset contain data that might be considered confidential?", {"2.11"}},
        {"Does the dataset contain data that, if viewed directly, might be offensive, insulting or "
         "threatening?",
            {"2.12"}},
        {"Does the dataset identify any subpopulations (e.g., by age, gender)?", {"2.14"}},
        {"Over what timeframe was the data collected?", {"3.5"}},
        {"Were any ethical review processes conducted?", {"3.6"}},
        {"Did the individuals in question consent to the collection and use of their data?",
            {"3.10"}},
        {"Was the \"raw\" data saved in addition to the preprocessed/cleaned/labeled data?",
            {"4.2"}},
        {"Has the dataset been used for any tasks already?", {"5.1"}},
        {"What (other) tasks could the dataset be used for?", {"5.3"}},
        {"Are there tasks for which the dataset should not be used?", {"5.5"}},
        {"How will the dataset be distributed (e.g., tarball on website, API, GitHub)?", {"6.2"}},
        {"When will the dataset be distributed?", {"6.3"}},
        {"Will the dataset be distributed under a copyright or other intellectual property (IP) "
         "license?",
            {"6.4"}},
        {"Who is supporting/hosting/maintaining the dataset?", {"7.1"}},
        {"Is there an erratum?", {"7.3"}},
        {"Will older versions of the dataset continue to be supported?", {"7.6"}},
        {"What is the colour of the sky?", {}},
        {"No question at all", {}},
    };
    for (const auto& [text, expected] : cases)
        EXPECT_EQ(numbers(text), expected) << text;
}

TEST(Questions, TheSecondOfTwoAlikeIsTheLaterOne)
{
    QuestionMatcher matcher;
    EXPECT_EQ(
        matcher.match("Does the dataset relate to people?"), std::vector<std::string>{"2.13"});
    EXPECT_EQ(matcher.match("Does the dataset relate to people?"), std::vector<std::string>{"3.7"});
}

constexpr const char* kSheet = R"(# Datasheet for Birds

*Homepage*: https://birds.example

Songs of birds.

## Motivation

**For what purpose was the dataset created?**

To tell species apart by their songs,
in any weather.

**Who funded the creation of the dataset?** The society of friends of birds.

## Composition

### Is any information missing from individual instances?

| field | missing |
|---|---|
| place | 3 |

**Is it a good dataset?**

Yes.

## Words of thanks

To all birds.

### Citation

@misc{birds}
)";

TEST(Datasheet, AnswersGoToTheFieldsOfTheirQuestions)
{
    const Card card = cardOf(kSheet);
    EXPECT_EQ(textOf(card, "card.title"), "Birds");
    EXPECT_EQ(textOf(card, "card.link"), "https://birds.example");
    EXPECT_EQ(textOf(card, "card.summary"), "Songs of birds.");
    EXPECT_EQ(textOf(card, "motivation.purpose"),
        "To tell species apart by their songs,\nin any weather.");
    EXPECT_EQ(textOf(card, "authorship.funding.institutions"), "The society of friends of birds.");
    EXPECT_EQ(textOf(card, "quality.missing"), "| field | missing |\n|---|---|\n| place | 3 |");
    EXPECT_EQ(textOf(card, "use.intended.citation"), "@misc{birds}");
    const Answer& missing = card.find("quality.missing")->answers.at(0);
    EXPECT_EQ(missing.vocabulary, Vocabulary::Datasheet);
    EXPECT_EQ(missing.property, "2.6");
    EXPECT_EQ(missing.line, 18U);
}

TEST(Datasheet, WhatAsksNothingKnownIsKept)
{
    const Card card = cardOf(kSheet);
    EXPECT_EQ(textOf(card, "card.reflections"), "**Is it a good dataset?**\n\nYes.");
    EXPECT_EQ(textOf(card, "card.reflections", 1), "**Words of thanks**\n\nTo all birds.");
}

TEST(Datasheet, OtherCardsAreNone)
{
    const Card card = cardOf("# A\n\n## Why?\n\nBecause.\n\n**Is there an erratum?** No.\n");
    EXPECT_TRUE(card.find("provenance.versions.errata")->answers.empty());
    EXPECT_TRUE(card.find("card.reflections")->answers.empty());
}

/// Fifteen bold runs, the first with three questions.
TEST(Datasheet, RealOneIsMatched)
{
    CUPEL_REQUIRE_SHARED("data/cards/datasheet/daradio.md");
    const Card card = cardOf(test::readFile(test::sharedDir() / "data/cards/datasheet/daradio.md"));
    std::set<std::string> found;
    for (const FieldValue& field : card.fields) {
        for (const Answer& answer : field.answers) {
            if (answer.vocabulary == Vocabulary::Datasheet)
                found.insert(answer.property);
        }
    }
    EXPECT_EQ(found,
        (std::set<std::string>{"0", "1.1", "1.2", "1.3", "2.1", "2.2", "2.3", "3.3", "3.4", "3.5",
            "3.6", "4.1", "4.3", "5.1", "5.2", "5.3", "5.4", "6.1"}));
    EXPECT_EQ(textOf(card, "provenance.collection.timeframe"),
        "The dataset includes radio shows from the period 2005 to 2021.");
    EXPECT_EQ(textOf(card, "license.declared"), "Not publicly available.");
}

} // namespace
} // namespace cupel::card
