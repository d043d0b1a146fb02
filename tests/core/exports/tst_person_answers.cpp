#include "tests/core/exports/support/exported.h"

#include "core/card/fill.h"
#include "core/card/read_card.h"
#include "core/documents/json_reader.h"
#include "core/reports/card_page.h"

#include <gtest/gtest.h>

namespace cupel::exports {
namespace {

using namespace cupel::test;

constexpr const char* kUnsuitable
    = "It must not be used to decide about *single* people, see [the paper](https://a.example).";

reports::DatasetReport answeredPeople()
{
    reports::DatasetReport dataset = auditedPeople(
        {readMarkdown("# Dataset Card for People\n\n### Dataset Summary\n\nPeople.\n").document});
    for (const char* const key : {"use.intended.unsuitable", "use.social_impact"})
        card::fillFromPerson(*dataset.card, key, kUnsuitable);
    return dataset;
}

bool holds(const std::string& text, const char* words)
{
    return text.find(words) != std::string::npos;
}

TEST(PersonAnswers, GoIntoEveryFormatOrAreNamed)
{
    const reports::DatasetReport dataset = answeredPeople();
    const Source source = sourceOf(dataset);
    const char* const words = "must not be used to decide about";
    const Export card = hubCard(source);
    EXPECT_TRUE(holds(card.text, words)) << card.text;
    // Plain words stay plain.
    EXPECT_TRUE(holds(card.text, "see \\[the paper]")) << card.text;
    EXPECT_TRUE(holds(datasheet(source).text, words));
    const Export json = croissant(source);
    EXPECT_TRUE(holds(json.text, words) || holds(notesOf(json), "(person)")) << notesOf(json);
}

TEST(PersonAnswers, StayThoseOfPeopleInTheStoredCard)
{
    const reports::DatasetReport dataset = answeredPeople();
    const std::string first
        = reports::cardJsonText(dataset, reports::PrivacyRule(reports::Privacy::Full));
    const auto root = documents::readJson(first);
    ASSERT_TRUE(root);
    const auto stored = card::readStoredCard(*root, "card.json");
    ASSERT_TRUE(stored) << stored.error().message;
    const card::FieldValue& field = *stored->card.find("use.intended.unsuitable");
    EXPECT_EQ(field.answers.front().vocabulary, card::Vocabulary::Person);
    EXPECT_EQ(field.state, card::State::Present);
    EXPECT_TRUE(holds(reports::cardJsonText(*stored), R"("source": "person")"));
}

} // namespace
} // namespace cupel::exports
